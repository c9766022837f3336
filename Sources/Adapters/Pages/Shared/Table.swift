/// A table that can be scrolled on a narrow screen; its first column names the row.
struct Table {
    struct Column {
        let title: String
        var isSum = false

        init(_ title: String, isSum: Bool = false) {
            self.title = title
            self.isSum = isSum
        }
    }

    let caption: String
    let columns: [Column]
    var rows: [[Markup]] = []
    var total: [Markup]?

    var markup: Markup {
        let heads = columns.map { column -> Markup in
            "<th scope=\"col\"\(Table.figures(column))>\(column.title)</th>"
        }
        let lines = rows.map { line($0) }
        let foot: Markup? = total.map { "<tfoot>\(line($0))</tfoot>" }
        return """
            <div class="scroll" tabindex="0" role="region" aria-label="\(caption)"><table><caption>\(caption)</caption>
            <thead><tr>\(heads)</tr></thead>
            <tbody>\(lines)</tbody>\(foot)</table></div>

            """
    }

    private func line(_ cells: [Markup]) -> Markup {
        let parts = zip(columns.indices, cells).map { index, cell -> Markup in
            index == 0
                ? "<th scope=\"row\"\(Table.figures(columns[0]))>\(cell)</th>"
                : "<td\(Table.figures(columns[index]))>\(cell)</td>"
        }
        return "<tr>\(parts)</tr>\n"
    }

    private static func figures(_ column: Column) -> Markup { column.isSum ? " class=\"sum\"" : "" }
}

/// Names of people and things may be written from right to left: they stay by themselves.
func name(_ text: String) -> Markup { "<bdi>\(text)</bdi>" }

func anchor(_ address: String, _ text: String) -> Markup { "<a href=\"\(address)\">\(text)</a>" }

/// The way to other pages of a list; nothing where there is one page.
func pager(_ visit: Visit, _ path: String, _ query: [(String, String)], page: Int, of pages: Int) -> Markup? {
    guard pages > 1 else { return nil }
    func way(_ number: Int, _ text: String) -> Markup? {
        guard (1...pages).contains(number) else { return nil }
        return anchor(visit.link(path, query + [("page", String(number))]), text)
    }
    return """
        <nav class="pager" aria-label="\(visit.words("Pages of the list", "Страницы списка"))">\(way(page - 1, "←")) \
        <span>\(page) / \(pages)</span> \(way(page + 1, "→"))</nav>
        """
}
