import Basics
import Documents
import Requisites
import Wording

/// A label and what stands beside it.
struct Row: Encodable {
    let label: String
    let says: String

    init(_ label: String, _ says: String) {
        self.label = label
        self.says = says.printed
    }
}

/// Who signs.
struct Hand: Encodable {
    let name: String
    let post: String

    init(_ signatory: Signatory) {
        name = signatory.initials.printed
        post = signatory.post.printed
    }
}

/// A file inside the paper.
struct Attachment: Encodable {
    let name: String
    let describes: String
}

extension Signatory {
    /// «Иванова А. П.»
    var initials: String {
        let letters = [name.first, name.middle ?? ""].compactMap(\.first).map { "\($0)." }
        return ([name.last] + letters).joined(separator: "\u{A0}")
    }

    /// Whether the name belongs on the accountant's line rather than on the director's.
    var isBookkeeper: Bool { post.lowercased().contains("бухгалтер") }
}

extension DocumentLine {
    /// The service; one of an earlier month says so (D19, D20).
    func name(in month: Month) -> String {
        guard serviceMonth != month else { return service.text.printed }
        return "\(service.text), услуги за \(Dates.month(serviceMonth, .ru))".printed
    }
}

extension VATRate {
    /// «22%», «без НДС»: column 7.
    var cell: String {
        switch self {
        case .none: "без НДС"
        case .percent(let rate): "\(rate)%"
        }
    }
}

/// Sums of one paper in its currency.
struct Figures {
    let currency: Currency

    func text(_ minor: Int64) -> String { Sums.text(Money(minor: minor, currency), .ru) }

    func words(_ minor: Int64, _ language: Language = .ru) -> String {
        AmountInWords.text(Money(minor: minor, currency), language)
    }

    /// «руб.», «KZT»: after a sum in a sentence.
    var abbreviation: String {
        switch currency {
        case .rub: "руб."
        case .kzt: "KZT"
        }
    }
}

extension SupplierParty {
    /// «ООО «ВК», ИНН …, КПП …, адрес»
    var line: String {
        let numbers = ["ИНН \(taxID)", kpp.map { "КПП \($0)" }].compactMap { $0 }
        return ([shortName] + numbers + [address.line]).joined(separator: ", ").printed
    }
}

extension BuyerParty {
    var printedName: String { (shortName ?? name).printed }

    /// «7707083893/773601001»; a sole proprietor has no КПП.
    var numbers: String {
        switch identity {
        case .russianEntity(let inn, let kpp?): "\(inn)/\(kpp)".printed
        default: taxID.text.printed
        }
    }

    var line: String {
        let own: [String] =
            switch identity {
            case .russianEntity(let inn, let kpp): ["ИНН \(inn)"] + (kpp.map { ["КПП \($0)"] } ?? [])
            case .russianProprietor(let inn, let ogrnip, _, _):
                ["ИНН \(inn)"] + (ogrnip.map { ["ОГРНИП \($0)"] } ?? [])
            case .foreign(let id): [id.text]
            case .kazakh(let id, let proprietor): ["\(proprietor ? "ИИН" : "БИН") \(id)"]
            }
        return ([shortName ?? name] + own + [address.line]).filter { !$0.isEmpty }.joined(separator: ", ")
            .printed
    }
}

extension Basis {
    /// «Договор № ВК-17/2026 от 1 августа 2025 г.»
    var line: String { "\(name) № \(number) от \(Dates.long(date, .ru))".printed }
}
