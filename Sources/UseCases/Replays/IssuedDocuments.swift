import Basics
import Documents
import Regions

/// The documents of a month as they were kept, each to be found once.
struct IssuedDocuments {
    struct Issued {
        let key: DocumentKey
        let supplier: String
        let account: AccountID
        let content: [UInt8]
        let sha256: [UInt8]
    }

    private var open: [Issued] = []

    init(_ region: Region, _ month: Month, _ records: any Records) throws {
        let rows = try records.rows(
            of: "documents", ["supplier", "kind", "year", "number", "account", "content", "sha256"],
            where: ["region": .text(region.rawValue), "month": .integer(Int64(month.index))],
            by: ["position"])
        open = rows.compactMap { cells in
            guard let kind = DocumentKind(rawValue: cells[1].text ?? ""), let year = cells[2].integer,
                let number = cells[3].integer
            else { return nil }
            return Issued(
                key: DocumentKey(region: region, kind: kind, year: Int(year), number: Int(number)),
                supplier: cells[0].shown, account: AccountID(cells[4].shown), content: cells[5].bytes ?? [],
                sha256: cells[6].bytes ?? [])
        }
    }

    mutating func take(_ key: DocumentKey, supplier: TaxID?) -> Issued? {
        open.firstIndex { $0.key == key && $0.supplier == supplier?.text }.map { open.remove(at: $0) }
    }

    mutating func take(of account: AccountID) -> [Issued] {
        let own = open.filter { $0.account == account }
        open.removeAll { $0.account == account }
        return own
    }

    func rest() -> [Issued] { open }
}
