import Basics

/// Finds invoices in a purpose: a word such as «сч.», «счет», «СЧЕТУ» (not «счет-фактура», not «расчетный
/// счет»), then №, N, No or nothing, a number, and a date if there is one. Further invoices may follow
/// after a comma or «и».
struct InvoiceReader {
    private let text: PurposeText
    private var found: [QuotedInvoice] = []
    private var at = 0

    init(_ text: PurposeText) { self.text = text }

    mutating func read() -> [QuotedInvoice] {
        var before = ""
        while at < text.indices.upperBound {
            guard text.isWordPart(at), !text.isWordPart(at - 1) else {
                at += 1
                continue
            }
            let word = text.word(at: at)
            let end = at + max(1, word.unicodeScalars.count)
            if InvoiceReader.words.contains(word), !InvoiceReader.isAccount(before) {
                at = end
                readList()
            } else {
                at = end
            }
            before = word
        }
        return found
    }

    private mutating func readList() {
        guard skipTitle(), let first = readOne() else { return }
        add(first)
        while true {
            let mark = at
            skipSeparators()
            guard at > mark, let next = readOne(), next.isSigned || next.invoice.date != nil else {
                at = mark
                return
            }
            add(next)
        }
    }

    private mutating func add(_ quote: Quote) {
        if found.count < 100, !found.contains(quote.invoice) { found.append(quote.invoice) }
    }

    /// «счет-оферта», «счет на оплату», «сч.»: false for «счет-фактура», a paper of another numbering.
    private mutating func skipTitle() -> Bool {
        if text[at] == "." { at += 1 }
        if text[at] == "-" {
            let word = text.word(at: at + 1)
            if word.hasPrefix(InvoiceReader.taxInvoice) { return false }
            if !word.isEmpty { at += 1 + word.unicodeScalars.count }
        }
        text.skipSpaces(&at)
        if text.word(at: at).hasPrefix(InvoiceReader.taxInvoice) { return false }
        if text.word(at: at) == InvoiceReader.on {
            var next = at + 2
            text.skipSpaces(&next)
            let word = text.word(at: next)
            if InvoiceReader.payments.contains(where: word.hasPrefix) {
                at = next + word.unicodeScalars.count
            }
        }
        text.skipSpaces(&at)
        return true
    }

    private struct Quote {
        let invoice: QuotedInvoice
        let isSigned: Bool
    }

    private mutating func readOne() -> Quote? {
        let mark = at
        let isSigned = skipSign()
        guard let number = readNumber() else {
            at = mark
            return nil
        }
        var next = at
        text.skipSpaces(&next)
        if text.word(at: next) == InvoiceReader.from {
            next += 2
            text.skipSpaces(&next)
        }
        let date = PurposeDate.read(text, at: &next)
        if date != nil { at = next }
        return Quote(invoice: QuotedInvoice(number: number, date: date), isSigned: isSigned)
    }

    private mutating func skipSign() -> Bool {
        let mark = at
        if text[at] == "№" || text[at] == "#" {
            at += 1
        } else if text[at] == "n", !PurposeText.isWordPart(text[at + 1]) || PurposeText.isDigit(text[at + 1])
        {
            at += 1
        } else if text[at] == "n", ["o", "º", "°"].contains(text[at + 1]),
            !PurposeText.isWordPart(text[at + 2]) || PurposeText.isDigit(text[at + 2])
        {
            at += 2
            if text[at] == "." { at += 1 }
        }
        guard at > mark else { return false }
        if ["º", "°"].contains(text[at]) { at += 1 }
        text.skipSpaces(&at)
        return true
    }

    /// Letters, digits, hyphens and strokes with a digit among them; 20 digits are a bank account and no
    /// invoice. «17от» is the number 17 with its date glued on.
    private mutating func readNumber() -> String? {
        var end = at
        var digits = 0
        while end - at <= 24, text.isWordPart(end) || ((text[end] == "-" || text[end] == "/") && end > at) {
            if digits == end - at, digits > 0, text.word(at: end) == InvoiceReader.from { break }
            if PurposeText.isDigit(text[end]) { digits += 1 }
            end += 1
        }
        guard digits > 0, digits <= 12, end - at <= 24 else { return nil }
        let number = text.written(at..<end)
        let isPlain = digits == end - at
        at = end
        return isPlain ? BankLine.withoutLeadingZeros(number) : number
    }

    /// Past «г.», a comma, a semicolon, «и».
    private mutating func skipSeparators() {
        text.skipSpaces(&at)
        if InvoiceReader.years.contains(text.word(at: at)) { at += text.word(at: at).unicodeScalars.count }
        while [" ", ",", ";", "."].contains(text[at]) { at += 1 }
        if text.word(at: at) == "и" {
            at += 1
            text.skipSpaces(&at)
        }
    }

    private static func isAccount(_ word: String) -> Bool {
        initials.contains(word) || accounts.contains(where: word.hasPrefix)
    }

    private static let words = Set(
        ["сч", "счет", "счета", "счету", "счетом", "счете", "счетам", "счетов", "invoice"].map(
            PurposeText.plain))
    /// A bank account is a «счет» too: расчетный, лицевой, р/счет, л/счет.
    private static let accounts = ["расчетн", "лицев", "корр", "транзит", "банковск"].map(PurposeText.plain)
    private static let initials = Set(["р", "л", "к"].map(PurposeText.plain))
    private static let payments = ["оплат", "предоплат", "аванс"].map(PurposeText.plain)
    private static let taxInvoice = PurposeText.plain("фактур")
    private static let on = PurposeText.plain("на")
    private static let from = PurposeText.plain("от")
    private static let years = Set(["г", "года"].map(PurposeText.plain))
}
