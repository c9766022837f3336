import Basics
import Documents
import Formats

/// Titles made of the cast, and the knife that spoils them.
enum SellerTitleCast {
    static let guid = "11111111-1111-4111-8111-111111111111"

    static func file(_ seller: SupplierParty, _ buyer: BuyerParty, _ date: Day) -> ExchangeFile {
        ExchangeName.make(supplier: seller, counterparty: buyer, date: date, guid: guid)
    }

    static func name(_ content: DocumentContent) -> String { (content.file?.name ?? "") + ".xml" }

    static func findings(_ content: DocumentContent) throws -> [UPDFinding] {
        SellerTitleCheck.findings(bytes: try SellerTitle.write(content), fileName: name(content))
    }

    /// The title as text, with pieces of it replaced; each must have been there.
    static func spoilt(_ content: DocumentContent, _ changes: [(String, String)]) throws -> [UInt8] {
        var text = unicode(try SellerTitle.write(content))
        for (old, new) in changes {
            guard text.contains(old) else { throw NothingToSpoil(text: old) }
            text = text.replacing(old, with: new)
        }
        return try windows(text)
    }

    static func spoiltFindings(
        _ content: DocumentContent, _ changes: [(String, String)]
    ) throws -> [UPDFinding] {
        SellerTitleCheck.findings(bytes: try spoilt(content, changes), fileName: name(content))
    }

    struct NothingToSpoil: Error { let text: String }

    static func unicode(_ bytes: [UInt8]) -> String { CodePage.windows1251.decode(bytes) }

    static func windows(_ text: String) throws -> [UInt8] { try CodePage.windows1251.encode(text) }
}
