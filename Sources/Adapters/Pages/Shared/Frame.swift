import Access
import Regions
import UseCases
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
    /// Without a script the page is loaded anew after so many seconds, while something goes on.
    var refresh: Int?
    /// What the page's own keys do, for the list of keys.
    var keys: [(key: String, what: String)] = []

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
            \(styles)\(script)\(reload)</head>
            <body>
            <a class="skip" href="#main">\(words("To the content", "К содержанию"))</a>
            <header class="top"><div class="inner\(visit.isStaff ? " staff" : "")">
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
            \(themes)\(keyNote)
            </div></footer>
            \(keyList)</body>
            </html>

            """
    }

    /// The sections that whoever looks may go to.
    private var places: Markup? {
        guard visit.person != .stranger else { return nil }
        let projects = place(
            "/", visit.words("Projects", "Проекты"), isHere: path == "/" || path.hasPrefix("/projects"))
        guard visit.hasMonths else { return projects }
        if visit.isStaff { return staffPlaces(projects) }
        let months = place(
            "/months", visit.words("Months", "Месяцы"),
            isHere: path.hasPrefix("/months") || path.hasPrefix("/documents"))
        return "\(projects)\n\(months)"
    }

    /// The sections of the provider's staff, as far as their rights go.
    private func staffPlaces(_ projects: Markup) -> Markup {
        let words = visit.words
        var all = [projects]
        func add(_ right: Right, _ address: String, _ text: String, _ beginnings: [String]) {
            guard visit.office.contains(right) else { return }
            all.append(place(address, text, isHere: beginnings.contains { path.hasPrefix($0) }))
        }
        add(.requests, "/requests", words("Requests", "Запросы"), ["/requests", "/letters"])
        add(.matching, "/bank", words("Bank", "Банк"), ["/bank"])
        add(.documents, "/months", words("Months", "Месяцы"), ["/months", "/documents"])
        add(.closing, "/closings", words("Closing", "Закрытие"), ["/closings"])
        add(.closing, "/founding", words("Folder", "Папка"), ["/founding"])
        for region in RatesDesk.regions {
            add(.closing, "/rates/\(region.rawValue)", words("Rates", "Курсы"), ["/rates"])
        }
        add(.journal, "/journal", words("Books", "Книги"), ["/journal", "/verify"])
        add(.running, "/running", words("Running", "Работа"), ["/running"])
        add(.audit, "/audit", words("Actions", "Действия"), ["/audit"])
        add(.staff, "/people", words("People", "Люди"), ["/people"])
        return "\(all.map { "\($0)\n" as Markup })"
    }

    /// Staff look for anything; why a sum is what it is stands among what is found.
    private var find: Markup {
        """
        <form class="ask" action="/search" method="get" role="search" aria-label="\(visit.words("Find anything", "Найти что угодно"))">
        <label for="find">\(visit.words("Find", "Найти"))</label>
        <input class="form-control" id="find" name="q" value="\(asked)" placeholder="\(visit.words("PID, tax id, name, number", "PID, ИНН, имя, номер"))" required="required" maxlength="200" autocomplete="off" spellcheck="false" data-key="/"/>
        \(visit.kept)<button class="btn btn-primary">\(visit.words("Find", "Найти"))</button>
        </form>

        """
    }

    private var script: Markup? {
        guard visit.isStaff, let script = visit.look.script else { return nil }
        return "<script src=\"\(script)\" defer=\"defer\"></script>\n"
    }

    private var reload: Markup? {
        refresh.map { "<noscript><meta http-equiv=\"refresh\" content=\"\($0)\"/></noscript>\n" }
    }

    private var keyNote: Markup? {
        guard visit.isStaff else { return nil }
        let note: Markup =
            visit.language == .en
            ? "Keys: press <kbd>?</kbd>" : "Клавиши: нажмите <kbd>?</kbd>"
        return "\n<p class=\"keys\" data-keys=\"data-keys\" hidden=\"hidden\">\(note)</p>"
    }

    /// Shown by the key "?": what each key does here.
    private var keyList: Markup? {
        guard visit.isStaff else { return nil }
        let all =
            [("/", visit.words("find anything", "найти что угодно"))] + keys.map { ($0.key, $0.what) }
            + [("?", visit.words("these keys", "этот список"))]
        let rows = all.map { key, what -> Markup in "<dt><kbd>\(key)</kbd></dt><dd>\(what)</dd>" }
        return """
            <dialog id="keys" class="keys-list" aria-labelledby="keys-title"><h2 id="keys-title">\(visit.words("Keys", "Клавиши"))</h2>
            <dl class="facts">\(rows)</dl>
            <form method="dialog"><button class="btn btn-primary">\(visit.words("Close", "Закрыть"))</button></form></dialog>

            """
    }

    private var ask: Markup? {
        guard visit.person != .stranger else { return nil }
        if visit.isStaff, path != "/explain" { return find }
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
