import Wording

/// What every page has: head, ways to other pages, the form to ask why, and its own body between.
struct Frame {
    let visit: Visit
    let title: String
    let path: String
    var query: [(String, String)] = []
    var asked = ""

    func page(_ body: Markup) -> Markup {
        let words = visit.words
        let lang = visit.language == .en ? "en" : "ru"
        let other = visit.language == .en ? "ru" : "en"
        let back =
            path + "?"
            + (query.filter { !$0.1.isEmpty } + [("lang", other)])
            .map { "\($0.0)=\(Visit.escaped($0.1))" }.joined(separator: "&")
        let kept: Markup? = visit.isAsked ? "<input type=\"hidden\" name=\"lang\" value=\"\(lang)\"/>" : nil
        return """
            <!DOCTYPE html>
            <html lang="\(lang)" xmlns="http://www.w3.org/1999/xhtml">
            <head>
            <meta charset="utf-8"/>
            <meta name="viewport" content="width=device-width, initial-scale=1"/>
            <meta name="color-scheme" content="light dark"/>
            <title>\(title) · Kontragent</title>
            <link rel="icon" href="data:,"/>
            <style>\(Style.sheet)</style>
            </head>
            <body>
            <a class="skip" href="#main">\(words("To the content", "К содержанию"))</a>
            <header>
            <a class="brand" href="\(visit.link("/"))">Kontragent</a>
            <nav aria-label="\(words("Pages", "Разделы"))">
            \(visit.sections)
            <a href="\(back)" lang="\(other)" hreflang="\(other)">\(other == "ru" ? "Русский" : "English")</a>\(visit.entries)
            </nav>
            <form class="ask" action="/explain" method="get" role="search">
            <label for="address">\(words("Why?", "Почему?"))</label>
            <input id="address" name="address" value="\(asked)" placeholder="moscow/upd/2026/17#1" required="required"/>
            \(kept)<button>\(words("Explain", "Объяснить"))</button>
            </form>
            </header>
            <main id="main" tabindex="-1">
            \(body)
            </main>
            <footer>\(visit.person != .anybody ? "" : words("Read-only. Every sum leads to its explanation.", "Только просмотр. Каждая сумма ведёт к своему объяснению."))</footer>
            </body>
            </html>

            """
    }
}
