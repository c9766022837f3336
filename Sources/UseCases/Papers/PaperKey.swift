import Documents
package import Regions

/// A printed thing as people name it: an issued document, or an invoice a customer made to pay in advance.
package enum PaperKey: Hashable, Sendable {
    case document(DocumentKey)
    case paymentInvoice(Region, year: Int, number: Int)

    /// Reads "moscow/upd/2026/17" and "moscow/paymentInvoice/2026/3".
    package init?(_ text: String) {
        if let key = DocumentKey(text) {
            self = .document(key)
            return
        }
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 4, let region = Region(rawValue: String(parts[0])),
            parts[1] == "paymentInvoice", let year = Int(parts[2]), let number = Int(parts[3]), number > 0
        else { return nil }
        self = .paymentInvoice(region, year: year, number: number)
    }

    package var text: String {
        switch self {
        case .document(let key): key.text
        case .paymentInvoice(let region, let year, let number):
            "\(region.rawValue)/paymentInvoice/\(year)/\(number)"
        }
    }

    package var region: Region {
        switch self {
        case .document(let key): key.region
        case .paymentInvoice(let region, _, _): region
        }
    }
}
