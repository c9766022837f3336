import Documents
package import Regions

/// A printed thing as people name it: an issued document, an invoice a customer made to pay in advance, or an act of
/// reconciliation.
package enum PaperKey: Hashable, Sendable {
    case document(DocumentKey)
    case paymentInvoice(Region, year: Int, number: Int)
    case reconciliation(Region, year: Int, number: Int)

    /// Reads "moscow/upd/2026/17", "moscow/paymentInvoice/2026/3" and "moscow/reconciliation/2026/5".
    package init?(_ text: String) {
        if let key = DocumentKey(text) {
            self = .document(key)
            return
        }
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 4, let region = Region(rawValue: String(parts[0])),
            let year = Int(parts[2]), let number = Int(parts[3]), number > 0
        else { return nil }
        switch parts[1] {
        case "paymentInvoice": self = .paymentInvoice(region, year: year, number: number)
        case "reconciliation": self = .reconciliation(region, year: year, number: number)
        default: return nil
        }
    }

    package var text: String {
        switch self {
        case .document(let key): key.text
        case .paymentInvoice(let region, let year, let number):
            "\(region.rawValue)/paymentInvoice/\(year)/\(number)"
        case .reconciliation(let region, let year, let number):
            "\(region.rawValue)/reconciliation/\(year)/\(number)"
        }
    }

    /// What its PDF is called when it is taken away: "moscow-upd-2026-17.pdf".
    package var fileName: String { "\(text.replacing("/", with: "-")).pdf" }

    package var region: Region {
        switch self {
        case .document(let key): key.region
        case .paymentInvoice(let region, _, _), .reconciliation(let region, _, _): region
        }
    }
}
