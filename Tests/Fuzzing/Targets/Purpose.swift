import Basics
import Payments

extension FuzzTarget {
    /// The purpose of a payment, as payers write it.
    static let purpose = FuzzTarget("purpose", longest: 8 << 10) { purposeComplaint(Oracle.text($0)) }

    static func purposeComplaint(_ text: String) -> String? {
        let found = Purpose.pids(in: text)
        if Set(found).count != found.count { return "a PID twice" }
        if text.utf8.count > FuzzLimits.big / 2 {
            _ = Purpose.invoices(in: text)
            return nil
        }
        // A PID that stands alone is seen, whatever stands before it.
        let known = "mcs0000000001"
        if !Purpose.pids(in: text + "\n" + known).contains(where: { $0.text == known }) {
            return "a PID behind the text is not seen"
        }
        let invoices = Purpose.invoices(in: text)
        if Set(invoices).count != invoices.count || invoices.count > 100 {
            return "invoices: \(invoices.count)"
        }
        for invoice in invoices where !invoice.number.utf8.contains(where: { (48...57).contains($0) }) {
            return "an invoice without a digit: \(invoice.number)"
        }
        return nil
    }
}
