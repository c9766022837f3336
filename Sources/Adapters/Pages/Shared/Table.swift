/// A table that can be scrolled on a narrow screen; its first column names the row.
struct Table {
    struct Column {
        let title: String
        var isSum = false
        /// Names may be long: they get room and are broken into lines.
        var isName = false
        /// What cannot be followed on paper is not printed.
        var isForScreen = false

        init(_ title: String, isSum: Bool = false, isName: Bool = false, isForScreen: Bool = false) {
            self.title = title
            self.isSum = isSum
            self.isName = isName
            self.isForScreen = isForScreen
        }
    }

    let caption: String
    let columns: [Column]
    var rows: [[Markup]] = []
    var total: [Markup]?
    /// What comes of the total, beneath it.
    var outcome: [Markup]?
    /// Where the table stands inside a panel already.
    var isInside = false

    var markup: Markup {
        let heads = columns.map { column -> Markup in
            "<th scope=\"col\"\(Table.figures(column))>\(column.title)</th>"
        }
        let lines = rows.map { line($0) }
        let foot: Markup? = total.map { "<tfoot>\(line($0))\(outcome.map(line))</tfoot>" }
        let panel: Markup? = isInside ? nil : "panel "
        return """
            <div class="\(panel)scroll" tabindex="0" role="region" aria-label="\(caption)"><table><caption>\(caption)</caption>
            <thead><tr>\(heads)</tr></thead>
            <tbody>\(lines)</tbody>\(foot)</table></div>

            """
    }

    private func line(_ cells: [Markup]) -> Markup {
        let parts = zip(columns.indices, cells).map { index, cell -> Markup in
            index == 0 && !cell.text.isEmpty
                ? "<th scope=\"row\"\(Table.figures(columns[0]))>\(cell)</th>"
                : "<td\(Table.figures(columns[index]))>\(cell)</td>"
        }
        return "<tr>\(parts)</tr>\n"
    }

    private static func figures(_ column: Column) -> Markup? {
        if column.isForScreen { return " class=\"no-print\"" }
        return column.isSum ? " class=\"sum\"" : column.isName ? " class=\"name\"" : nil
    }
}

/// Names of people and things may be written from right to left: they stay by themselves.
func name(_ text: String) -> Markup { "<bdi>\(text)</bdi>" }

/// What is shown leads on where there is somewhere to lead to.
func anchor(_ address: String?, _ text: String) -> Markup { address.map { anchor($0, text) } ?? "\(text)" }

func anchor(_ address: String, _ text: String) -> Markup { "<a href=\"\(address)\">\(text)</a>" }

/// Where there is nothing to show: what is so, and what to do about it.
func empty(_ what: String, _ next: Markup) -> Markup {
    "<div class=\"empty\"><p>\(what)</p><p>\(next)</p></div>\n"
}
