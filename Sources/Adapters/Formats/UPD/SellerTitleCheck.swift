import Basics

/// Reads a seller's title that somebody made and says what is wrong with it, without the schema.
package enum SellerTitleCheck {
    /// `fileName` is the name the file came under, with or without folders; nil leaves rule 1 out.
    package static func findings(bytes: [UInt8], fileName: String? = nil) -> [UPDFinding] {
        let tree: XMLTree
        do {
            tree = try XMLTree.parse(bytes)
        } catch {
            return [refusal(error)]
        }
        var findings = UPDFindings()
        guard tree.root.name.isSameBytes("Файл") else {
            findings.add(
                .structure, at: tree.root, ru: "Корневой элемент должен быть Файл.",
                en: "The root element must be Файл.")
            return findings.list
        }
        if tree.encoding?.lowercased() != "windows-1251" {
            findings.add(
                .encoding, at: tree.root, level: .warning,
                ru: "Формат передаётся в кодировке windows-1251.", en: "The format travels in windows-1251.")
        }
        checkName(tree.root, fileName, &findings)
        var shapes = UPDShapeCheck(findings: findings)
        shapes.check(tree.root, .file)
        guard let document = tree.root.first("Документ") else { return shapes.findings.list }
        var conditions = UPDConditions(document: document, findings: shapes.findings)
        conditions.check()
        let date = document.first("СвСчФакт")?["ДатаДок"].flatMap { Day(dotted: $0) }
        var footing = UPDFooting(findings: conditions.findings, date: date)
        if let table = document.first("ТаблСчФакт") { footing.check(table) }
        var digits = UPDCheckDigits(findings: footing.findings)
        digits.check(tree.root)
        return digits.findings.list
    }

    /// Rule 1: the file is named after its ИдФайл. Our archive keeps short copies beside, "upd-7.xml".
    private static func checkName(_ root: XMLNode, _ fileName: String?, _ findings: inout UPDFindings) {
        guard let fileName, !isShortCopy(fileName), let identity = root["ИдФайл"] else { return }
        let name = stem(fileName)
        guard !name.isSameBytes(identity) else { return }
        findings.add(
            .condition(1), at: root, "ИдФайл",
            ru: "Файл называется \(name.quoted), а ИдФайл \(identity.quoted).",
            en: "The file is named \(name.quoted), while ИдФайл is \(identity.quoted).")
    }

    private static func stem(_ fileName: String) -> String {
        let name = fileName.split(separator: "/").last.map(String.init) ?? ""
        return name.lowercased().hasSuffix(".xml") ? String(name.dropLast(4)) : name
    }

    private static func isShortCopy(_ fileName: String) -> Bool {
        let parts = stem(fileName).split(separator: "-", omittingEmptySubsequences: false)
        return parts.count == 2 && ["upd", "taxInvoice", "act"].contains(String(parts[0]))
            && !parts[1].isEmpty && String(parts[1]).isDigits
    }

    private static func refusal(_ problem: XMLProblem) -> UPDFinding {
        let words: (ru: String, en: String) =
            switch problem {
            case .tooLarge(_, let limit):
                ("Файл больше \(limit / 1_048_576) МиБ.", "The file is larger than \(limit / 1_048_576) MiB.")
            case .doctype: ("В файле не должно быть DOCTYPE.", "The file must not hold a DOCTYPE.")
            case .tooDeep: ("Элементы вложены слишком глубоко.", "The elements are nested too deep.")
            case .tooManyElements: ("В файле слишком много элементов.", "The file has too many elements.")
            case .malformed(_, let message), .schemaUnreadable(_, let message):
                ("Файл не читается как XML: \(message).", "The file is not well-formed XML: \(message).")
            case .unwritable: ("Файл не читается как XML.", "The file is not well-formed XML.")
            }
        return UPDFinding(
            rule: .wellFormed, level: .error, element: "/", line: problem.line, russian: words.ru,
            english: words.en)
    }
}
