import Access
import Basics
import Notices
import Projects
import Regions
package import Requests
import UseCases
import Wording

/// What pages about requests have in common: states, deadlines, what was filled in, the history.
extension Visit {
    func tag(_ state: RequestState) -> Markup {
        let tone =
            switch state {
            case .open, .assigned, .withdrawn: ""
            case .waiting: "warn"
            case .done: "good"
            case .refused: "bad"
            }
        return tag(state.phrase.text(language), tone)
    }

    /// By when, in colour and in words; a closed request has no hurry.
    func deadline(_ request: CustomerRequest, at now: Moment) -> Markup {
        let until: Markup = "<span class=\"nobr\">\(moment(request.standing.dueAt, request.region))</span>"
        guard !request.standing.state.isClosed else { return "<span class=\"dim\">—</span>" }
        guard let urgency = request.standing.urgency(at: now) else { return until }
        let tone =
            switch urgency {
            case .late: "bad"
            case .soon: "warn"
            case .fine: "good"
            }
        return "\(until) \(tag(urgency.phrase.text(language), tone))"
    }

    /// The value of a field as people read it.
    func value(_ field: RequestField?, _ value: String) -> Markup {
        switch field?.shape {
        case .flag: return "\(value == "yes" ? words("yes", "да") : words("no", "нет"))"
        case .choice: return "\(choice(value))"
        case .amount:
            // As it was asked for: no sum of ours, which could be explained.
            return DecimalText.parse(value.utf8, fractionDigits: 2).map { "\(bare($0))" }
                ?? name(value)
        case .day: return "\(Day(value).map(Dates.short) ?? value)"
        case .period:
            guard let days = RequestField.days(of: value) else { return name(value) }
            return "\(Dates.short(days.lowerBound)) – \(Dates.short(days.upperBound))"
        default: return said(value)
        }
    }

    func choice(_ value: String) -> String {
        switch value {
        case "edm": words("EDM", "ЭДО")
        case "paper": words("on paper", "на бумаге")
        case "pdf": words("PDF by e-mail", "PDF на почту")
        case "post": words("post", "почта")
        case "courier": words("courier", "курьер")
        default: value
        }
    }

    /// A text of several lines.
    func said(_ text: String) -> Markup {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let parts = lines.enumerated().map { place, line -> Markup in
            place == 0 ? "\(line)" : "<br/>\(line)"
        }
        return "<bdi>\(parts)</bdi>"
    }
}

/// What was asked, and all that was said and done, the earliest first.
struct RequestThread {
    let view: RequestsDesk.View
    let visit: Visit
    /// Where the files of the request are.
    let path: String

    var facts: Markup {
        let request = view.request
        let asked = request.kind.terms.fields.compactMap { asked -> Markup? in
            guard let value = view.values[asked.field.rawValue] else { return nil }
            return
                "<dt>\(asked.field.phrase.text(visit.language).capitalizedFirst)</dt><dd>\(visit.value(asked.field, value))</dd>"
        }
        return """
            <div class="panel"><div class="inside"><dl class="facts">
            <dt>\(visit.words("Department", "Отдел"))</dt><dd>\(request.kind.terms.department.phrase.text(visit.language))</dd>
            <dt>\(visit.words("Made", "Создан"))</dt><dd>\(visit.moment(request.madeAt, request.region)), \(name(view.maker?.email.text ?? "—"))</dd>
            <dt>\(visit.words("To be done by", "Срок"))</dt><dd>\(visit.deadline(request, at: view.now))</dd>
            \(assignee)
            \(asked)
            </dl></div></div>

            """
    }

    /// Who of the staff it is, is for the staff to know.
    private var assignee: Markup? {
        guard visit.isStaff else { return nil }
        return
            "<dt>\(visit.words("Who works on it", "Исполнитель"))</dt><dd>\(name(view.assignee ?? "—"))</dd>"
    }

    var history: Markup {
        let items = view.events.map { event -> Markup in
            let side = event.step.side == .office ? "ours" : "theirs"
            let text: Markup? = event.text.isEmpty ? nil : "<p>\(visit.said(event.text))</p>"
            // Who of the staff it was is nobody's business outside.
            let who = visit.isStaff || event.step.side == .cabinet ? event.who : ""
            return """
                <li class="\(side)"><p class="step"><strong>\(event.step.phrase.text(visit.language))</strong> \
                <span class="dim">\(visit.moment(event.at, view.request.region))\(who.isEmpty ? "" : ", ")</span>\(name(who))</p>
                \(text)\(object(event.step))\(files(event))</li>

                """
        }
        return """
            <div class="part"><h2>\(visit.words("History", "История"))</h2></div>
            <ol class="thread">\(items)</ol>

            """
    }

    private func files(_ event: RequestEvent) -> Markup? {
        guard !event.files.isEmpty else { return nil }
        let links = event.files.map { file -> Markup in
            let address = visit.link("\(path)/files/\(event.number).\(file.place)")
            let label = file.field.map { "\($0.phrase.text(visit.language)): " } ?? ""
            let size = visit.count(max(1, file.size >> 10))
            return
                "<li>\(label)<a href=\"\(address)\">\(name(file.name))</a> <span class=\"dim\">\(file.type.ending.uppercased()), \(size) \(visit.words("KB", "КБ"))</span></li>"
        }
        return "<ul class=\"plain\">\(links)</ul>"
    }

    /// Where what was done can be looked at.
    private func object(_ step: RequestStep) -> Markup? {
        guard case .acted(let action, let object) = step, !object.isEmpty else { return nil }
        let pid = view.request.project
        switch action {
        case .invoice:
            return
                "<p>\(anchor("/projects/\(pid)/top-up/\(object).pdf", visit.words("Invoice \(object), PDF", "Счёт \(object), PDF")))</p>"
        case .documents: return "<p>\(Month(object).map(visit.month) ?? object)</p>"
        case .deferral, .assignment:
            return visit.isStaff ? "<p>\(anchor(visit.explain(pid.text), pid.text))</p>" : nil
        case .substitution:
            // To its sums: what moved, and by which transfer.
            let mayRead = visit.isStaff || view.head.rights.contains(.detail)
            return mayRead ? "<p>\(anchor(visit.explain(object), object))</p>" : nil
        case .crediting, .moving, .bonus:
            return visit.isStaff ? "<p>\(anchor(visit.explain(object), object))</p>" : nil
        case .conservation, .conservationEnd:
            return
                "<p>\(anchor(visit.link("/projects/\(pid)/conservation"), visit.words("Conservation", "Консервация")))</p>"
        case .passing:
            let account = AccountID(String(object.dropFirst("accounts/".utf8.count)))
            return visit.isStaff ? "<p>\(visit.account(account, account.text))</p>" : nil
        case .ownerChange, .phone: return nil
        }
    }
}

extension Form.Field {
    /// The field of a request as a form asks for it.
    static func all(
        _ asked: RequestTerms.Asked, typed: [String: String], known: [RequestField: String], _ visit: Visit
    ) -> [Form.Field] {
        let field = asked.field
        let label = field.phrase.text(visit.language).capitalizedFirst
        let input = RequestInput.name(of: field)
        func one(
            _ kind: Kind, _ end: String = "", _ more: String = "", hint: String = ""
        ) -> Form.Field {
            Form.Field(
                name: input + end, label: label + more, kind: kind,
                value: typed[input + end] ?? (end.isEmpty ? known[field] ?? "" : ""), hint: hint,
                isNeeded: asked.isNeeded)
        }
        let nothing = (value: "", name: "—")
        switch field.shape {
        case .line, .phone: return [one(.text)]
        case .digits(let count): return [one(.sum, hint: visit.words("\(count) digits", "\(count) цифр"))]
        case .text: return [one(.area(most: RequestField.longestText))]
        case .email: return [one(.email)]
        case .amount: return [one(.sum)]
        case .day: return [one(.day)]
        case .period:
            return [
                one(.day, "-from", visit.words(", from", ", с")),
                one(.day, "-until", visit.words(", through", ", по")),
            ]
        case .project: return [one(.hidden)]
        case .choice(let words):
            return [one(.choice([nothing] + words.map { (value: $0, name: visit.choice($0)) }))]
        case .flag:
            let both = [
                (value: "yes", name: visit.words("yes", "да")), (value: "no", name: visit.words("no", "нет")),
            ]
            return [one(.choice([nothing] + both))]
        case .file: return [one(.file(accept: RequestForm.accept), hint: RequestForm.hint(visit))]
        }
    }
}

/// How a form calls the fields of a request: none bears the name of the form's own.
package enum RequestInput {
    private static let beginning = "ask-"

    package static func name(of field: RequestField) -> String { beginning + field.rawValue }

    package static func field(named name: String) -> RequestField? {
        guard name.hasPrefix(beginning) else { return nil }
        return RequestField(rawValue: String(name.dropFirst(beginning.count)))
    }
}

/// What forms about requests have in common.
enum RequestForm {
    static let accept = ".pdf,.png,.jpg,.jpeg"

    static func hint(_ visit: Visit) -> String {
        let most = RequestFile.largest >> 20
        return visit.words("PDF, PNG or JPEG, up to \(most) MB.", "PDF, PNG или JPEG, до \(most) МБ.")
    }

    static func text(_ visit: Visit, _ label: String, value: String = "", isNeeded: Bool = true) -> Form.Field
    {
        Form.Field(
            name: "text", label: label, kind: .area(most: RequestField.longestText), value: value,
            isNeeded: isNeeded)
    }

    static func attachment(_ visit: Visit) -> Form.Field {
        Form.Field(
            name: "attachment", label: visit.words("A file, if there is one", "Файл, если есть"),
            kind: .file(accept: accept), hint: hint(visit), isNeeded: false)
    }

    /// Sent twice, a form with the same key does one thing.
    static func key(_ key: String) -> Form.Field {
        Form.Field(name: "key", label: "", kind: .hidden, value: key)
    }
}

extension String {
    /// With a capital at its beginning, as a label has it.
    var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
