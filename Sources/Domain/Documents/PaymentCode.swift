package import Basics
import Requisites

/// The text of a payment's two-dimensional code: ГОСТ Р 56042-2014, version 1, UTF-8.
package enum PaymentCode {
    /// Nil where no separator is free: the standard knows no escaping.
    package static func text(
        supplier: SupplierParty, amount: Int64, purpose: String, project: PID?
    ) -> String? {
        let bank = supplier.bank
        let fields: [(String, String?)] = [
            ("Name", cut(supplier.shortName, 160)), ("PersonalAcc", bank.account),
            ("BankName", cut(bank.bank ?? "", 45)), ("BIC", bank.bik),
            // The standard's «0» for a bank without a correspondent account.
            ("CorrespAcc", bank.correspondent ?? "0"),
            ("Sum", String(amount)), ("Purpose", cut(purpose, 210)), ("PayeeINN", supplier.taxID.text),
            ("KPP", supplier.kpp), ("PersAcc", project?.text),
        ]
        let pairs = fields.compactMap { key, value in value.map { "\(key)=\($0)" } }
        let separator = separators.first { candidate in !pairs.contains { $0.contains(candidate) } }
        return separator.map { mark in
            "ST00012" + pairs.map { "\(mark)\($0)" }.joined()
        }
    }

    private static let separators: [Character] = [
        "|", "#", ";", ":", "^", "_", "~", "{", "}", "!", "$", "%", "&", "(", ")", "*", "+", "@",
    ]

    private static func cut(_ text: String, _ limit: Int) -> String {
        String(String.UnicodeScalarView(text.unicodeScalars.prefix(limit)))
    }
}
