import Basics
import Formats
import Payments

/// Bank files built in code: ООО «Ромашка» pays the supplier.
enum MakeStatement {
    static let own = "40702810000000000010"

    static let heading = """
        1CClientBankExchange
        ВерсияФормата=1.03
        Кодировка=Windows
        Отправитель=Банк
        ДатаНачала=05.10.2026
        РасчСчет=40702810000000000010
        """

    static let account = """
        СекцияРасчСчет
        ДатаНачала=05.10.2026
        ДатаКонца=05.10.2026
        РасчСчет=40702810000000000010
        НачальныйОстаток=100.5
        ВсегоПоступило=1000.00
        ВсегоСписано=0
        КонечныйОстаток=1100.50
        КонецРасчСчет
        """

    /// Lines of a document; a key given replaces the usual value, nil leaves it out, others are added.
    static func document(_ changes: [String: String?] = [:]) -> String {
        var rows = usual
        for (key, value) in changes.sorted(by: { $0.key < $1.key }) {
            if let index = rows.firstIndex(where: { $0.0 == key }) { rows.remove(at: index) }
            if let value { rows.append((key, value)) }
        }
        return (["СекцияДокумент=Платежное поручение"] + rows.map { "\($0)=\($1)" } + ["КонецДокумента"])
            .joined(separator: "\n")
    }

    private static let usual = [
        ("Номер", "000123"), ("Дата", "05.10.2026"), ("Сумма", "1000.00"),
        ("ПлательщикСчет", "40702810938120061991"), ("ПлательщикИНН", "7707083893"),
        ("ПлательщикКПП", "773601001"), ("Плательщик1", "ООО \"Ромашка\""), ("ПлательщикБИК", "044525225"),
        ("ПолучательСчет", "40702810000000000010"), ("ПолучательИНН", "7743001840"),
        ("Получатель1", "ООО \"ВК\""), ("ДатаПоступило", "06.10.2026"),
        ("НазначениеПлатежа", "Оплата mcs0000000001 k=v"),
    ]

    static func text(_ parts: String..., end: String = "КонецФайла") -> String {
        (parts + [end]).joined(separator: "\n")
    }

    static func text(document changes: [String: String?]) -> String { text(heading, document(changes)) }

    static func bytes(_ text: String, page: CodePage = .windows1251, lineEnd: String = "\r\n") throws
        -> [UInt8]
    {
        try page.encode(
            text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: lineEnd))
    }

    static func read(_ text: String) throws -> StatementFile { try OneCStatement.read(bytes(text)) }

    static func day(_ text: String) -> Day? { Day(text) }
}
