/// Inputs of any size out of one piece, where a reader that goes over its past again and again would
/// never come to an end. The fuzzer's own inputs are too short to show that.
package struct Swollen: Sendable {
    package let target: FuzzTarget
    package let name: String
    private let head: String
    private let piece: @Sendable (Int) -> String
    private let tail: String

    private init(
        _ target: FuzzTarget, _ name: String, _ head: String = "", _ tail: String = "",
        piece: @escaping @Sendable (Int) -> String
    ) {
        self.target = target
        self.name = name
        self.head = head
        self.tail = tail
        self.piece = piece
    }

    /// The longest that is read: a purpose stands on one line of a bank's file, an event on a line of its own.
    package var longest: Int { target.name == FuzzTarget.purpose.name ? 64_000 : 1_000_000 }

    /// About so many bytes.
    package func bytes(_ size: Int) -> [UInt8] {
        var bytes = Array(head.utf8)
        bytes.reserveCapacity(size + 256)
        var number = 0
        while bytes.count + tail.utf8.count < size {
            bytes += piece(number).utf8
            number += 1
        }
        return bytes + tail.utf8
    }

    package static let all: [Swollen] = bank + xml + tables + json + mail

    private static let mail: [Swollen] = [
        Swollen(.letter, "parts", letter) { _ in "--b\nContent-Type: image/png\n\nx\n" },
        Swollen(.letter, "parts in parts") { "Content-Type: multipart/mixed; boundary=\($0)\n\n--\($0)\n" },
        Swollen(.letter, "fields of the head") { "Authentication-Results: a; dkim=pass header.d=\($0)\n" },
        Swollen(.letter, "senders", "From: ") { "a\($0)@b.example, " },
        Swollen(.letter, "words in charsets", "Subject: ") { _ in "=?koi8-r?B?4cvU?= " },
        Swollen(.letter, "answers", "References: ") { "<\($0)@b.example> " },
        Swollen(.letter, "open tags", "Content-Type: text/html\n\n") { _ in "<!-- <script <" },
        Swollen(.letter, "entities", "Content-Type: text/html\n\n") { _ in "&amp;&#x41;&" },
    ]

    private static let letter = "Content-Type: multipart/mixed; boundary=b\n\n"

    private static let bank: [Swollen] = [
        Swollen(.bankStatement, "documents", statement, "КонецФайла") {
            "СекцияДокумент=П\nНомер=\($0)\nДата=05.10.2026\nСумма=1.00\nПлательщикСчет=\($0)\n"
                + "НазначениеПлатежа=счет \($0)\nКонецДокумента\n"
        },
        Swollen(.bankStatement, "broken documents", statement) { _ in "СекцияДокумент\n" },
        Swollen(.bankStatement, "accounts", statement, "КонецФайла") {
            "СекцияРасчСчет\nРасчСчет=\($0)\nКонецРасчСчет\n"
        },
        Swollen(.bankStatement, "lines of the heading", statement) { "РасчСчет=\($0)\n" },
        Swollen(.bankStatement, "empty lines", statement) { _ in "\r" },
        Swollen(.bankStatement, "a long line", statement + "НазначениеПлатежа=") { _ in "ы " },
        Swollen(.purpose, "invoices") { "сч \($0), " },
        Swollen(.purpose, "blanks") { _ in " " },
        Swollen(.purpose, "accounts") { _ in "сч № на оплату   " },
        Swollen(.purpose, "marks on one letter", "mcs") { _ in "\u{301}" },
        Swollen(.purpose, "digits") { _ in "7" },
    ]

    private static let statement = "1CClientBankExchange\nВерсияФормата=1.03\nКодировка=UTF-8\n"

    private static let xml: [Swollen] = [
        Swollen(.xml, "attributes", "<a", "/>") { " a\($0)=''" },
        Swollen(.xml, "namespaces", "<a", "/>") { " xmlns:a\($0)='b'" },
        Swollen(.xml, "elements", "<a>", "</a>") { _ in "<b/>" },
        Swollen(.xml, "elements in elements", "<a>", "</a>") { _ in "<b><c/></b>" },
        Swollen(.xml, "names", "<a>", "</a>") { "<b\($0)/>" },
        Swollen(.xml, "text", "<a>", "</a>") { _ in "x&amp;" },
        Swollen(.xml, "comments", "<a>", "</a>") { _ in "<!---->" },
        Swollen(.sellerTitle, "strange elements", "<Файл>", "</Файл>") { _ in "<Мусор/>" },
        Swollen(.sellerTitle, "strange attributes", "<Файл", "/>") { " a\($0)='1'" },
        Swollen(.sellerTitle, "lines", title, "</ТаблСчФакт></Документ></Файл>") {
            "<СведТов НомСтр=\"\($0)\" НалСт=\"22%\" СтТовБезНДС=\"100.00\" СтТовУчНал=\"122.00\">"
                + "<СумНал><СумНал>22.00</СумНал></СумНал></СведТов>"
        },
        Swollen(.sellerTitle, "long numbers", title, "</ТаблСчФакт></Документ></Файл>") { _ in
            "<СведТов СтТовБезНДС=\"9999999999999999999999999999999\"/>"
        },
    ]

    private static let title = "<Файл ИдФайл=\"x\"><Документ Функция=\"СЧФДОП\"><ТаблСчФакт>"

    private static let tables: [Swollen] = [
        Swollen(.csv, "cells") { _ in "," },
        Swollen(.csv, "open quotes") { _ in "\"x\n" },
        Swollen(.csv, "quotes", "\"") { _ in "\"\"" },
        Swollen(.csv, "rows") { "\($0),\"x\"\n" },
        Swollen(.prices, "columns") { "c\($0)," },
        Swollen(.prices, "rows", priceHeader) {
            "s\($0),Серверы,Ядро,час,0.5,RUB,moscow,,2026-01-01\n"
        },
        Swollen(.prices, "broken rows", priceHeader) { _ in "a\n" },
    ]

    private static let priceHeader = "sku,service,name,unit,price,currency,region,bonusType,validFrom\n"

    private static let json: [Swollen] = [
        Swollen(.registry, "parties", "{\"suggestions\":[", "{}]}") { _ in
            "{\"data\":{\"inn\":\"7704123450\",\"type\":\"LEGAL\",\"name\":{\"full_with_opf\":\"О\"},"
                + "\"state\":{\"status\":\"ACTIVE\"}}},"
        },
        Swollen(.registry, "answers of the tax service", "<a>", "</a>") { _ in
            "<NP INN=\"7704123450\" State=\"0\"/>"
        },
        Swollen(.usage, "labels from last to first", labels, "\"z\":\"\"}}}") {
            "\"\(1_000_000 - $0)\":\"\","
        },
        Swollen(.usage, "unknown members", "{", "\"\":0}") { "\"u\($0)\":0," },
        Swollen(.usage, "empty events") { _ in "{}\n" },
        Swollen(.json, "objects", "[", "0]") { _ in "{\"\":{}}," },
        Swollen(.json, "members", "{", "\"\":0}") { "\"\($0)\":[]," },
        Swollen(.json, "lists", "[", "0]") { _ in "[]," },
        Swollen(.json, "depth") { _ in "[" },
        Swollen(.json, "escapes", "\"", "\"") { _ in "\\u0041" },
        Swollen(.json, "a number") { _ in "1" },
        Swollen(.accounts, "projects", account, "{\"pid\":\"x\",\"region\":\"moscow\"}]}") {
            "{\"pid\":\"mcs\(1_000_000_000 + $0)\",\"region\":\"moscow\"},"
        },
        Swollen(.accounts, "unknown members", "{", "\"account\":\"a\"}") { "\"u\($0)\":0," },
        Swollen(.suppliers, "entries", "[", "{}]") { _ in "{},\n" },
        Swollen(.suppliers, "broken entries", "[", "0]") { _ in "0," },
        Swollen(.suppliers, "unknown members", "[{", "\"region\":\"moscow\"}]") { "\"u\($0)\":0," },
        Swollen(.credits, "unknown members", "{", "\"\":0}") { "\"u\($0)\":0," },
        Swollen(.frozen, "members", "{", "\"format\":\"kontragent-document/1\"}") { "\"u\($0)\":0," },
        Swollen(.proof, "steps", "{\"format\":\"kontragent-proof/1\",\"path\":[", "0]}") { _ in
            "[\"left\",\"00\"],"
        },
        Swollen(.calendar, "a fraction of a second", "2026-10-05T10:00:00.", "Z") { _ in "0" },
        Swollen(.numbers, "zeros") { _ in "0" },
        Swollen(.requisites, "digits") { _ in "0" },
    ]

    private static let labels =
        #"{"specversion":"1.0","id":"e","source":"s","type":"t","subject":"mcs0000000001","data":{"#
        + #""resource":"r","sku":"s","quantity":"1","start":"2026-10-01T00:00:00Z","#
        + #""end":"2026-10-01T00:05:00Z","labels":{"":"","#
    private static let account =
        #"{"account":"a","registered":"2026-10-01T00:00:00Z","counterparty":{"kind":"individual","#
        + #""residency":"RU","lastName":"Петров","firstName":"Пётр"},"projects":["#
}
