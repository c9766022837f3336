import Basics
import Funding
import Pages
import Projects
import Requests
import UseCases

/// What forms about requests bring, read into values.
enum RequestBody {
    /// A kind that whoever asks may ask for.
    static func kind(_ text: String, _ list: RequestsDesk.List) throws -> RequestKind {
        guard let kind = RequestKind(rawValue: text), list.kinds.contains(kind) else {
            throw RequestsProblem.unknownKind(String(text.prefix(40)))
        }
        return kind
    }

    /// The fields of a kind as they were typed, to be shown again, and as the request holds them.
    static func typed(
        _ kind: RequestKind, _ form: FormBody
    ) -> (shown: [String: String], values: [String: String]) {
        var (shown, values): ([String: String], [String: String]) = (["text": form("text")], [:])
        for asked in kind.terms.fields {
            let (name, input) = (asked.field.rawValue, RequestInput.name(of: asked.field))
            switch asked.field.shape {
            case .file, .project: continue
            case .period:
                let (from, until) = (form.line("\(input)-from"), form.line("\(input)-until"))
                shown["\(input)-from"] = from
                shown["\(input)-until"] = until
                values[name] = from.isEmpty && until.isEmpty ? "" : "\(from)/\(until)"
            case .amount:
                shown[input] = form.line(input)
                values[name] = sum(form.line(input))
            default:
                shown[input] = form.line(input)
                values[name] = form.line(input).replacing("\r\n", with: "\n")
            }
        }
        return (shown, values)
    }

    /// «1 500,50» as people write it.
    static func sum(_ text: String) -> String {
        text.filter { !$0.isWhitespace }.replacing(",", with: ".")
    }

    static func key(_ page: PageCall) -> String { page.form.line("key") }

    /// What is said, with its files; a form without its key is none of ours.
    static func words(_ page: PageCall) throws -> RequestWords {
        guard !key(page).isEmpty else { throw RequestsProblem.noKey }
        let files = try page.form.files.map { file throws(RequestsProblem) in
            try RequestFile(field: RequestInput.field(named: file.field), named: file.name, file.bytes)
        }
        return try RequestWords(
            page.form.line("text").replacing("\r\n", with: "\n"), files: files, key: key(page))
    }

    static func canned(_ page: PageCall) -> CannedAnswer? { CannedAnswer(rawValue: page.form.line("canned")) }

    static func shown(_ form: FormBody) -> [String: String] {
        var shown: [String: String] = [:]
        for name in [
            "text", "canned", "asks", "result", "amount", "month", "days", "email", "phone", "project",
            "payment", "transfer", "advance", "account",
        ] {
            let value = form(name)
            if !value.isEmpty { shown[name] = value }
        }
        return shown
    }

    static func trace(_ typed: [String: String]) -> RequestsDesk.Trace? {
        guard typed["sum"] != nil || typed["day"] != nil || typed["payer"] != nil else { return nil }
        return RequestsDesk.Trace(
            amount: DecimalText.parse(sum(typed["sum"] ?? "").utf8, fractionDigits: 2),
            day: Day(typed["day"] ?? ""), payer: (typed["payer"] ?? "").filter { !$0.isWhitespace })
    }

    static func deed(_ page: PageCall) throws -> RequestDeed {
        let form = page.form
        func amount() throws -> Int64 {
            let typed = form.line("amount")
            guard let minor = DecimalText.parse(sum(typed).utf8, fractionDigits: 2), minor > 0,
                Money.range.contains(minor)
            else { throw RequestsProblem.badValue(.amount, String(typed.prefix(40))) }
            return minor
        }
        switch RequestAction(rawValue: form.line("action")) {
        case .invoice: return .invoice(amount: try amount())
        case .documents:
            guard let month = Month(form.line("month")) else {
                throw RequestsProblem.badValue(.period, String(form.line("month").prefix(40)))
            }
            return .documents(month)
        case .crediting: return .crediting(line: form.line("line"))
        case .moving:
            guard let pid = PID(form.line("project").lowercased()) else {
                throw RequestsProblem.badValue(.project, String(form.line("project").prefix(40)))
            }
            return .moving(line: form.line("line"), to: pid)
        case .bonus:
            let bonusDays = RequestDeed.bonusDays
            guard let days = Int(form.line("days")), bonusDays.contains(days) else {
                throw RequestsProblem.badDays(
                    String(form.line("days").prefix(40)), most: bonusDays.upperBound)
            }
            return .bonus(BonusType(form.line("type")), amount: try amount(), days: days)
        case .deferral:
            guard let days = Int(form.line("days")), FreezeDeferral.days.contains(days) else {
                throw RequestsProblem.badValue(.period, String(form.line("days").prefix(40)))
            }
            return .deferral(days: days)
        case .ownerChange: return .ownerChange(to: form.line("email"))
        case .phone: return .phone(form.line("phone"))
        case .substitution:
            return .substitution(
                payment: CreditID(form.line("payment")), transfer: CreditID(form.line("transfer")),
                amount: try amount())
        case .passing: return .passing(to: AccountID(form.line("account")))
        case .assignment:
            let typed = form.line("advance").split(separator: "/")
            guard typed.count == 2, let seen = DecimalText.parse(typed[1].utf8, fractionDigits: 2) else {
                throw RequestsProblem.badValue(.amount, String(form.line("advance").prefix(40)))
            }
            return .assignment(payer: TaxID(String(typed[0])), amount: seen)
        case .conservation: return .conservation(.begun)
        case .conservationEnd: return .conservation(.ended)
        case nil: throw RequestsProblem.unknownResult(String(form.line("action").prefix(40)))
        }
    }

    /// Beside which field of the form a problem stands.
    static func failure(_ problem: RequestsProblem) -> FormFailure {
        let field: String =
            switch problem {
            case .missingField(_, let field), .badValue(let field, _):
                field.shape == .period ? "\(RequestInput.name(of: field))-from" : RequestInput.name(of: field)
            case .badText, .noText: "text"
            case .badFile, .largeFile, .tooManyFiles, .tooMuchToday: "attachment"
            default: ""
            }
        return FormFailure(form: "request", field: field, problem: problem)
    }
}
