import Wording

/// What every page has: head, ways to other pages, the form to ask why, and its own body between.
struct Frame {
    let visit: Visit
    let title: String
    let path: String
    var query: [(String, String)] = []
    var asked = ""
    /// The pages above this one, from the top: their names and addresses.
    var trail: [(String, String)] = []

    func page(_ body: Markup) -> Markup {
        let words = visit.words
        let theme = visit.look.theme
        let chosen: Markup? = theme == .auto ? nil : " data-theme=\"\(theme.rawValue)\""
        let styles = visit.look.styles.map { style -> Markup in
            "<link rel=\"stylesheet\" href=\"\(style)\"/>\n"
        }
        return """
            <!DOCTYPE html>
            <html lang="\(visit.language.rawValue)" xmlns="http://www.w3.org/1999/xhtml"\(chosen)>
            <head>
            <meta charset="utf-8"/>
            <meta name="viewport" content="width=device-width, initial-scale=1"/>
            <meta name="color-scheme" content="\(theme == .auto ? "light dark" : theme.rawValue)"/>
            <title>\(title) · Kontragent</title>
            <link rel="icon" type="image/svg+xml" href="\(visit.look.icon)"/>
            \(styles)</head>
            <body>
            <a class="skip" href="#main">\(words("To the content", "К содержанию"))</a>
            <header class="top"><div class="inner">
            <a class="brand" href="\(visit.link("/"))">\(Style.mark)Kontragent</a>
            <nav class="places" aria-label="\(words("Sections", "Разделы"))">
            \(places)
            </nav>
            \(ask)\(visit.entries)
            </div></header>
            <main id="main" class="inner" tabindex="-1">
            \(above)\(body)
            </main>
            <footer class="bottom"><div class="inner">
            <p>\(visit.person == .anybody ? words("Read-only. Every sum leads to its explanation.", "Только просмотр. Каждая сумма ведёт к своему объяснению.") : "")</p>
            \(languages)
            \(themes)
            </div></footer>
            </body>
            </html>

            """
    }

    /// The sections that whoever looks may go to.
    private var places: Markup? {
        guard visit.person != .stranger else { return nil }
        let projects = place(
            "/", visit.words("Projects", "Проекты"), isHere: path == "/" || path.hasPrefix("/projects"))
        guard visit.hasMonths else { return projects }
        let months = place(
            "/months", visit.words("Months", "Месяцы"),
            isHere: path.hasPrefix("/months") || path.hasPrefix("/documents"))
        return "\(projects)\n\(months)"
    }

    private var ask: Markup? {
        guard visit.person != .stranger else { return nil }
        return """
            <form class="ask" action="/explain" method="get" role="search" aria-label="\(visit.words("Ask about a sum", "Спросить о сумме"))">
            <label for="address">\(visit.words("Why?", "Почему?"))</label>
            <input class="form-control" id="address" name="address" value="\(asked)" placeholder="moscow/upd/2026/17#1" required="required" autocomplete="off" spellcheck="false"/>
            \(visit.kept)<button class="btn btn-primary">\(visit.words("Explain", "Объяснить"))</button>
            </form>

            """
    }

    private func place(_ address: String, _ text: String, isHere: Bool) -> Markup {
        let here: Markup? = isHere ? " aria-current=\"\(path == address ? "page" : "true")\"" : nil
        return "<a href=\"\(visit.link(address))\"\(here)>\(text)</a>"
    }

    private var above: Markup? {
        guard !trail.isEmpty else { return nil }
        let steps = trail.map { text, address -> Markup in "<li>\(anchor(address, text))</li>" }
        return """
            <nav class="trail" aria-label="\(visit.words("Above this page", "Выше этой страницы"))"><ol>\(steps)</ol></nav>

            """
    }

    /// This page's own address, saying a language.
    private func own(in language: String) -> String {
        let all = query.filter { !$0.1.isEmpty } + [("lang", language)]
        return path + "?" + all.map { "\($0.0)=\(Visit.escaped($0.1))" }.joined(separator: "&")
    }

    private var languages: Markup {
        let items = Visit.languages.map { language, name -> Markup in
            let code = language.rawValue
            return language == visit.language
                ? "<li><span lang=\"\(code)\" aria-current=\"true\">\(name)</span></li>"
                : "<li><a href=\"\(own(in: code))\" lang=\"\(code)\" hreflang=\"\(code)\">\(name)</a></li>"
        }
        return """
            <nav aria-label="\(visit.words("Language", "Язык"))"><ul class="choice">\(items)</ul></nav>
            """
    }

    /// The choice is kept in a cookie, so that it needs no script; afterwards the same page is shown.
    private var themes: Markup {
        let back = visit.link(path, query)
        let buttons = Theme.allCases.map { theme -> Markup in
            let text =
                switch theme {
                case .light: visit.words("Light", "Светлая")
                case .dark: visit.words("Dark", "Тёмная")
                case .auto: visit.words("As the system", "Как в системе")
                }
            let isChosen: Markup = theme == visit.look.theme ? "true" : "false"
            return """
                <button formaction="\("/theme/\(theme.rawValue)?to=\(Visit.escaped(back))")" aria-pressed="\(isChosen)">\(text)</button>
                """
        }
        return """
            <form class="choice" method="post" action="/theme/auto" aria-label="\(visit.words("Look", "Оформление"))">\(buttons)</form>
            """
    }
}
