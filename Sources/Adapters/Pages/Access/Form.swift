package import Basics
import Notices

/// A form as a browser shows it: labels, what was typed, and the problem beside the field it is about.
struct Form {
    struct Field {
        enum Kind {
            case text
            /// Of figures: a telephone shows its keys for them.
            case sum
            /// Of figures without a point: a number that is a name.
            case figures
            case email
            case password
            /// Of several lines; so many characters at most, where there is a bound.
            case area(most: Int?)
            case day
            /// Of one of the types named.
            case file(accept: String)
            case hidden
            /// Whose password it is, for a browser that keeps passwords; seen by nobody.
            case account
            /// One of several, each by its value and name.
            case choice([(value: String, name: String)])
            /// Any of several.
            case boxes([(value: String, name: String)])
        }

        let name: String
        let label: String
        var kind = Kind.text
        /// What the browser may fill in by itself.
        var autocomplete = "off"
        var value = ""
        var values: Set<String> = []
        var hint = ""
        var isNeeded = true

        fileprivate var isUnseen: Bool {
            switch kind {
            case .hidden, .account: true
            default: false
            }
        }

        /// Stands in a form that asks for a password and not for an address.
        static func account(_ email: String) -> Field {
            Field(name: "account", label: "", kind: .account, value: email)
        }
    }

    let visit: Visit
    /// Told apart from the page's other forms: ids begin with it.
    let id: String
    let action: String
    var fields: [Field]
    let button: String
    var isDangerous = false
    var failure: FormFailure?
    /// The other things that are wrong with it.
    var more: [FormFailure] = []

    var markup: Markup {
        let failed = ([failure].compactMap(\.self) + more).filter { $0.form == id }
        let said = failed.map { failed -> Markup in
            let text = Wordbook.phrase(failed.problem).text(visit.language)
            let known = fields.contains { $0.name == failed.field }
            return known ? anchor("#\(id)-\(failed.field)", text) : "\(text)"
        }
        let list: Markup? =
            said.count > 1
            ? "<ul class=\"plain\">\(said.map { "<li>\($0)</li>" as Markup })</ul>" : said.first
        let summary: Markup? = list.map {
            "<div class=\"alert alert-danger\" role=\"alert\" id=\"\(id)-problem\">\($0)</div>"
        }
        let parts = fields.map { field in markup(field, isWrong: failed.contains { $0.field == field.name }) }
        let style = isDangerous ? "btn btn-outline-danger" : "btn btn-primary"
        let isUpload = fields.contains { if case .file = $0.kind { true } else { false } }
        let type: Markup? = isUpload ? " enctype=\"multipart/form-data\"" : nil
        // A button alone needs no card around it.
        let isBare = failed.isEmpty && fields.allSatisfy(\.isUnseen)
        return """
            <form class="kt-form\(isBare ? " bare" : "")" action="\(visit.link(action))" method="post"\(type) id="\(id)">
            \(summary)<input type="hidden" name="form" value="\(visit.formToken)"/>
            \(parts)<button class="\(style)">\(button)</button>
            </form>

            """
    }

    private func markup(_ field: Field, isWrong: Bool) -> Markup {
        let key = "\(id)-\(field.name)"
        let wrong: Markup? =
            isWrong ? " aria-invalid=\"true\" aria-describedby=\"\(id)-problem\"" : nil
        let needed: Markup? = field.isNeeded ? " required=\"required\"" : nil
        let bad = isWrong ? " is-invalid" : ""
        let hint: Markup? = field.hint.isEmpty ? nil : "<p class=\"form-text\">\(field.hint)</p>"
        switch field.kind {
        case .account:
            return """
                <input type="text" name="\(field.name)" value="\(field.value)" autocomplete="username" hidden="hidden"/>
                """
        case .hidden: return "<input type=\"hidden\" name=\"\(field.name)\" value=\"\(field.value)\"/>"
        case .text, .sum, .figures, .email, .password:
            let type =
                switch field.kind {
                case .email: "email"
                case .password: "password"
                default: "text"
                }
            let figures: Markup? =
                switch field.kind {
                case .sum: " inputmode=\"decimal\""
                case .figures: " inputmode=\"numeric\""
                default: nil
                }
            let value: Markup? = type == "password" ? nil : " value=\"\(field.value)\""
            return """
                <div class="mb-3"><label class="form-label" for="\(key)">\(field.label)</label>
                <input class="form-control\(bad)" id="\(key)" name="\(field.name)" type="\(type)"\(figures)\(value) \
                autocomplete="\(field.autocomplete)"\(needed)\(wrong)/>\(hint)</div>

                """
        case .area(let most):
            let bound: Markup? = most.map { " maxlength=\"\($0)\"" }
            return """
                <div class="mb-3"><label class="form-label" for="\(key)">\(field.label)</label>
                <textarea class="form-control\(bad)" id="\(key)" name="\(field.name)" rows="4"\(bound)\(needed)\(wrong)>\(field.value)</textarea>\(hint)</div>

                """
        case .day:
            return """
                <div class="mb-3"><label class="form-label" for="\(key)">\(field.label)</label>
                <input class="form-control\(bad)" id="\(key)" name="\(field.name)" type="date" value="\(field.value)"\(needed)\(wrong)/>\(hint)</div>

                """
        case .file(let accept):
            return """
                <div class="mb-3"><label class="form-label" for="\(key)">\(field.label)</label>
                <input class="form-control\(bad)" id="\(key)" name="\(field.name)" type="file" accept="\(accept)"\(needed)\(wrong)/>\(hint)</div>

                """
        case .choice(let options):
            let list = options.map { option -> Markup in
                let chosen: Markup? = option.value == field.value ? " selected=\"selected\"" : nil
                return "<option value=\"\(option.value)\"\(chosen)>\(option.name)</option>"
            }
            return """
                <div class="mb-3"><label class="form-label" for="\(key)">\(field.label)</label>
                <select class="form-select\(bad)" id="\(key)" name="\(field.name)"\(wrong)>\(list)</select>\(hint)</div>

                """
        case .boxes(let options):
            let list = options.map { option -> Markup in
                let chosen: Markup? = field.values.contains(option.value) ? " checked=\"checked\"" : nil
                let box = "\(key)-\(option.value)"
                return """
                    <div class="form-check"><input class="form-check-input" type="checkbox" id="\(box)" \
                    name="\(field.name)" value="\(option.value)"\(chosen)/> \
                    <label class="form-check-label" for="\(box)">\(option.name)</label></div>

                    """
            }
            return """
                <fieldset class="mb-3" id="\(key)"\(wrong)><legend class="form-label">\(field.label)</legend>
                \(list)\(hint)</fieldset>

                """
        }
    }
}

/// What was wrong with a form that came: which form, which field, and why. A form without a failure is fresh.
package struct FormFailure: Sendable {
    package let form: String
    package let field: String
    package let problem: any Problem

    package init(form: String, field: String, problem: any Problem) {
        self.form = form
        self.field = field
        self.problem = problem
    }
}

extension Visit {
    /// A short page of one thing: a heading, some sentences, some forms.
    func simple(_ title: String, _ path: String, query: [(String, String)] = [], _ body: Markup) -> Markup {
        Frame(visit: self, title: title, path: path, query: query).page(
            "<div class=\"kt-narrow\"><h1>\(title)</h1>\n\(body)</div>")
    }
}
