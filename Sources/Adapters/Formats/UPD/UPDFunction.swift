import Basics
import Documents

/// Функция of the seller's title: what the file is in law.
enum UPDFunction: String {
    /// Tax invoice and primary document in one: the УПД of status 1.
    case both = "СЧФДОП"
    case taxInvoice = "СЧФ"
    /// Primary document alone: the act, and the УПД of status 2.
    case primary = "ДОП"

    /// A package without VAT has nothing a tax invoice could say, so its УПД is of status 2 (D29).
    init?(_ content: DocumentContent) {
        switch content.kind {
        case .upd: self = content.lines.allSatisfy { $0.vatRate == .none } ? .primary : .both
        case .taxInvoice: self = .taxInvoice
        case .act: self = .primary
        case .invoice: return nil
        }
    }

    static func title(of kind: DocumentKind) -> String {
        switch kind {
        case .upd: "Универсальный передаточный документ"
        case .taxInvoice: "Счет-фактура"
        case .act: "Акт об оказании услуг"
        case .invoice: "Счет на оплату"
        }
    }
}
