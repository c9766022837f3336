/// Conditions 1 to 14: what the schema's grammar cannot say and the tax service still checks. Those
/// of the heading, the table and the rest stand in files of their own.
struct UPDConditions {
    let document: XMLNode
    let function: String
    var findings: UPDFindings

    init(document: XMLNode, findings: UPDFindings) {
        self.document = document
        self.function = document["Функция"] ?? ""
        self.findings = findings
    }

    var isTaxInvoice: Bool { function == "СЧФ" || function == "СЧФДОП" }
    var isPrimary: Bool { function == "ДОП" || function == "СЧФДОП" }
    var heading: XMLNode? { document.first("СвСчФакт") }
    var circumstances: XMLNode? { heading?.first("ДопСвФХЖ1") }
    /// A tax invoice for money taken in advance.
    var isAdvance: Bool { function == "СЧФ" && circumstances?["СпОбстФСЧФ"] == "2" }

    mutating func check() {
        checkDocument()
        if let heading { checkHeading(heading) }
        if let table = document.first("ТаблСчФакт") { checkTable(table) }
        if let transfer = document.first("СвПродПер")?.first("СвПер") { checkTransfer(transfer) }
        for signatory in document.all("Подписант") { checkSignatory(signatory) }
        checkAnywhere()
    }

    mutating func need(
        _ number: Int, _ holds: Bool, at node: XMLNode, _ attribute: String? = nil, ru: String, en: String
    ) {
        guard !holds else { return }
        findings.add(.condition(number), at: node, attribute, ru: ru, en: en)
    }

    private mutating func checkDocument() {
        need(
            2, !isTaxInvoice || document.first("ТаблСчФакт") != nil, at: document,
            ru: "При функции \(function) нужна таблица ТаблСчФакт.",
            en: "The function \(function) needs the table ТаблСчФакт.")
        need(
            2, !isPrimary || document.first("СвПродПер") != nil, at: document,
            ru: "При функции \(function) нужны сведения о передаче СвПродПер.",
            en: "The function \(function) needs the transfer СвПродПер.")
        let title = document["НаимДокОпр"]
        if function == "СЧФ" {
            need(
                3, title == nil, at: document, "НаимДокОпр",
                ru: "При функции СЧФ не бывает НаимДокОпр.", en: "The function СЧФ allows no НаимДокОпр.")
        } else {
            let wants = ["СЧФДОП", "ДОП", "СвРК", "СвЗК"].contains(function)
            need(
                3, !wants || title != nil, at: document, "НаимДокОпр",
                ru: "При функции \(function) нужно наименование документа НаимДокОпр.",
                en: "The function \(function) needs the document's title НаимДокОпр.")
        }
    }

    private mutating func checkSignatory(_ signatory: XMLNode) {
        let way = signatory["СпосПодтПолном"]
        let powers = [
            ("3", "СвДоверЭл", "электронной", "electronic"), ("5", "СвДоверБум", "бумажной", "paper"),
        ]
        for (code, element, russian, english) in powers {
            let isPresent = signatory.first(element) != nil
            need(
                11, (way == code) == isPresent, at: signatory,
                ru: isPresent
                    ? "Сведения о \(russian) доверенности \(element) бывают только при СпосПодтПолном=\(code)."
                    : "При СпосПодтПолном=\(code) нужны сведения о \(russian) доверенности \(element).",
                en: isPresent
                    ? "The \(english) power of attorney \(element) goes only with СпосПодтПолном=\(code)."
                    : "СпосПодтПолном=\(code) needs the \(english) power of attorney \(element).")
        }
    }

    private mutating func checkTransfer(_ transfer: XMLNode) {
        let isWhole = transfer["ДатаНачПер"] != nil && transfer["ДатаОконПер"] != nil
        need(
            10, !isPrimary || transfer["ДатаПер"] != nil || isWhole, at: transfer,
            ru: "Нужна дата передачи ДатаПер или обе даты периода: ДатаНачПер и ДатаОконПер.",
            en: "Needed: the date ДатаПер, or both dates of the period, ДатаНачПер and ДатаОконПер.")
    }
}
