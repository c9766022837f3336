import Foundation

/// A bank statement as a bank's export to 1C writes it, in windows-1251 unless told.
struct Statement {
    struct Transfer {
        var amount: String
        var payer = CheckDigits.inn(0)
        var purpose: String
        var number = "1"
        /// dd.mm.yyyy
        var date = "05.02.2026"
        var from = "40702810938120061991"
        var to = Dataset.moscowAccount
    }

    var transfers: [Transfer]
    var account = Dataset.moscowAccount
    var opening = "0.00"
    /// Said instead of the true totals.
    var received: String?
    var closing: String?

    init(_ transfers: [Transfer], account: String = Dataset.moscowAccount) {
        self.transfers = transfers
        self.account = account
    }

    var text: String {
        let total = transfers.filter { $0.to == account }
            .reduce(0) { $0 + Statement.minor($1.amount) }
        let spent = transfers.filter { $0.to != account }
            .reduce(0) { $0 + Statement.minor($1.amount) }
        var lines = [
            "1CClientBankExchange", "ВерсияФормата=1.02", "Кодировка=Windows", "Отправитель=Банк",
            "ДатаСоздания=28.02.2026", "ВремяСоздания=10:00:00", "ДатаНачала=01.02.2026",
            "ДатаКонца=28.02.2026", "РасчСчет=\(account)", "СекцияРасчСчет", "ДатаНачала=01.02.2026",
            "ДатаКонца=28.02.2026", "РасчСчет=\(account)", "НачальныйОстаток=\(opening)",
            "ВсегоПоступило=\(received ?? Statement.text(total))", "ВсегоСписано=\(Statement.text(spent))",
            "КонечныйОстаток=\(closing ?? Statement.text(Statement.minor(opening) + total - spent))",
            "КонецРасчСчет",
        ]
        for transfer in transfers { lines += section(transfer) }
        return (lines + ["КонецФайла"]).joined(separator: "\r\n") + "\r\n"
    }

    private func section(_ transfer: Transfer) -> [String] {
        [
            "СекцияДокумент=Платежное поручение", "Номер=\(transfer.number)", "Дата=\(transfer.date)",
            "Сумма=\(transfer.amount)", "ПлательщикСчет=\(transfer.from)", "Плательщик=Плательщик",
            "ПлательщикИНН=\(transfer.payer)", "ПолучательСчет=\(transfer.to)", "Получатель=Получатель",
            "ПолучательИНН=7743001840",
            transfer.to == account ? "ДатаПоступило=\(transfer.date)" : "ДатаСписано=\(transfer.date)",
            "НазначениеПлатежа=\(transfer.purpose)", "КонецДокумента",
        ]
    }

    var bytes: [UInt8] { Statement.windows1251(text) }

    static func windows1251(_ text: String) -> [UInt8] {
        [UInt8](text.data(using: .windowsCP1251, allowLossyConversion: true) ?? Data())
    }

    private static func minor(_ text: String) -> Int {
        let parts = text.split(separator: ".")
        return (Int(parts[0]) ?? 0) * 100 + (parts.count > 1 ? Int(parts[1]) ?? 0 : 0)
    }

    private static func text(_ minor: Int) -> String {
        "\(minor / 100).\(minor % 100 < 10 ? "0" : "")\(minor % 100)"
    }
}
