import Basics
import Documents
import Formats
import UseCases

/// The files of a package in a folder: supplier, counterparty, month, then kind and number.
enum PackageFiles {
    /// What a listing calls a document.
    static func address(_ content: DocumentContent) -> String {
        "\(content.supplier.taxID)/\(content.kind.rawValue)/\(content.date.year)/\(content.number)"
    }

    /// Writes a document's files and names them relative to the folder: the frozen JSON, and where the
    /// kind is formalised its XML, once under our short name and once under the tax service's; beside
    /// Kazakhstan's act the draft of its ЭСФ (D21).
    static func write(
        _ document: ClosingReport.ClosedDocument, into folder: String, _ batch: FileBatch
    ) throws -> [String] {
        let content = document.content
        let place = place(content)
        let short = short(content)
        var files = ["\(short).json"]
        try batch.write(document.frozen, to: "\(folder)/\(short).json")
        if let file = content.file {
            let xml = try SellerTitle.write(content)
            for name in ["\(short).xml", "\(place)/\(file.name).xml"] {
                try batch.write(xml, to: "\(folder)/\(name)")
                files.append(name)
            }
        }
        if ESFDraft.accompanies(content) {
            try batch.write(try ESFDraft.write(content), to: "\(folder)/\(short)-esf-draft.xml")
            files.append("\(short)-esf-draft.xml")
        }
        return files
    }

    /// Where a document's paper goes.
    static func paper(_ content: DocumentContent) -> String { "\(short(content)).pdf" }

    private static func short(_ content: DocumentContent) -> String {
        "\(place(content))/\(content.kind.rawValue)-\(content.number)"
    }

    private static func place(_ content: DocumentContent) -> String {
        "\(safe(content.supplier.taxID))/\(safe(content.counterparty.taxID))/\(content.month)"
    }

    /// A foreign tax number may hold anything; a folder's name may not.
    private static func safe(_ taxID: TaxID) -> String {
        let letters = taxID.text.unicodeScalars.map { scalar -> Character in
            scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) || scalar == "-"
                ? Character(scalar) : "_"
        }
        return String(letters)
    }
}
