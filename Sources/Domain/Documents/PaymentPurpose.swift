package import Basics

/// The purpose of a payment as an invoice asks for it: the invoice, the PID where there is one project
/// (two would make the transfer unclear, D14), the VAT. Plain figures, as bank programs take them.
package enum PaymentPurpose {
    package static func text(number: Int, date: Day, projects: [PID], vat: VAT) -> String {
        let project = projects.count == 1 ? projects.first : nil
        let parts = [
            "Оплата по счету № \(number) от \(date.dotted)", project.map { "PID \($0)" }, vat.words,
        ]
        return parts.compactMap { $0 }.joined(separator: ", ")
    }

    /// The VAT inside the sum; several rates are named by their sum alone.
    package struct VAT: Hashable, Sendable {
        package let rates: Set<VATRate>
        package let minor: Int64

        package init(rates: Set<VATRate>, minor: Int64) {
            self.rates = rates
            self.minor = minor
        }

        fileprivate var words: String {
            if rates.allSatisfy({ $0 == .none }) { return "без НДС" }
            let sum = Money.text(minor: minor).replacing(".", with: ",")
            guard rates.count == 1, case .percent(let rate)? = rates.first else {
                return "в т.ч. НДС \(sum)"
            }
            return "в т.ч. НДС \(rate)% \(sum)"
        }
    }
}
