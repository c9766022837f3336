import Requisites

/// Check digits of ИНН and ОГРНИП: the schema does not ask for them, and a slip of the hand would
/// put the document on somebody else.
struct UPDCheckDigits {
    var findings: UPDFindings

    mutating func check(_ root: XMLNode) {
        var found: [(node: XMLNode, attribute: String?, text: String)] = []
        root.walk { node in
            for attribute in node.attributes where UPDCheckDigits.attributes.contains(attribute.name) {
                found.append((node, attribute.name, attribute.value))
            }
            if node.name == "ИННЮЛ" || node.name == "ИННФЛ" { found.append((node, nil, node.text)) }
        }
        for (node, attribute, text) in found where text.isDigits && !UPDCheckDigits.isRight(text) {
            findings.add(
                .checkDigits, at: node, attribute, level: .warning,
                ru: "Контрольные цифры номера \(text.quoted) не сходятся.",
                en: "The check digits of \(text.quoted) are wrong.")
        }
    }

    private static let attributes = ["ИННЮЛ", "ИННФЛ", "ИННЮЛПер", "ИННФЛПер", "ОГРНИП"]

    /// A number of another length is a wrong value already, and no check digit mends it.
    private static func isRight(_ text: String) -> Bool {
        do {
            switch text.utf8.count {
            case 10, 12: _ = try INN(text)
            case 15: _ = try OGRNIP(text)
            default: break
            }
            return true
        } catch {
            return false
        }
    }
}
