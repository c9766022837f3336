import Access
import Basics
import Metering
package import UseCases

/// Why a sum or a state is what it is; whatever has an address leads on.
package struct ExplanationPage {
    private let visit: Visit
    private let address: String
    private let pieces: [ExplanationPiece]
    private let addsUp: Bool
    private let size: ExcerptSize

    package init(
        _ pieces: [ExplanationPiece], of address: String, addsUp: Bool, size: ExcerptSize, _ visit: Visit
    ) {
        self.pieces = pieces
        self.address = address
        self.addsUp = addsUp
        self.size = size
        self.visit = visit
    }

    package var markup: Markup {
        let title = visit.words("Why: \(address)", "Почему: \(address)")
        let more = [("address", address), ("rows", "\(max(50, size.rows * 4))")]
        let isMore = pieces.contains {
            if case .table(_, let rows, _) = $0 { rows.contains { $0.first == "…" } } else { false }
        }
        let shows = visit.words("Show more rows", "Показать больше строк")
        let way: Markup? =
            isMore && size.rows < 1000
            ? "<p><a class=\"btn btn-outline-primary\" href=\"\(visit.link("/explain", more))\">\(shows)</a></p>"
            : nil
        let verdict: Markup? =
            addsUp
            ? nil
            : "<div class=\"alert alert-danger\" role=\"alert\">\(visit.words("This does not add up: run kontragent verify.", "Не сходится: запустите kontragent verify."))</div>"
        return Frame(
            visit: visit, title: title, path: "/explain",
            query: [("address", address), ("rows", size.rows == 6 ? "" : "\(size.rows)")], asked: address,
            trail: parent
        ).page("<h1>\(title)</h1>\(verdict)\(body)\(way)")
    }

    /// The pages above: of the thing itself, and of all such things.
    private var parent: [(String, String)] {
        let months = (visit.words("Months", "Месяцы"), visit.link("/months"))
        let projects = (visit.words("Projects", "Проекты"), visit.link("/"))
        switch ExplanationAddress.readings(of: address).first {
        case .document(let key), .documentLine(let key, _):
            return [
                visit.hasMonths ? months : projects,
                (visit.words("The document", "Документ"), visit.link("/documents/\(key.text)")),
            ]
        case .dayLine(let pid, let key):
            let month = [("month", key.day.month.description)]
            return [projects, (pid.text, visit.link("/projects/\(pid)/costs", month))]
        case .project(let pid): return [projects, (pid.text, visit.link("/projects/\(pid)"))]
        case .tieOut(_, let month, _) where visit.hasMonths:
            return [months, (visit.month(month), visit.link("/months/\(month)"))]
        default: return []
        }
    }

    private var body: [Markup] {
        var heading = visit.words("Rows", "Строки")
        return pieces.enumerated().compactMap { place, piece -> Markup? in
            switch piece {
            case .line(let text):
                guard !text.isEmpty else { return nil }
                if place + 1 < pieces.count, case .table = pieces[place + 1] {
                    heading = text
                    return nil
                }
                return "<p>\(linked(text))</p>\n"
            case .facts(let rows):
                return
                    "<div class=\"panel\"><div class=\"inside\"><dl class=\"facts\">\(rows.map { row -> Markup in "<dt>\(row.0)</dt><dd>\(linked(row.1))</dd>" })</dl></div></div>\n"
            case .table(let header, let rows, let right):
                var table = Table(
                    caption: heading,
                    columns: header.enumerated().map { place, title in
                        let isLong = rows.contains { $0.indices.contains(place) && $0[place].count > 24 }
                        return .init(
                            title, isSum: right.contains(place), isName: isLong && !right.contains(place))
                    })
                table.rows = rows.map { $0.map(linked) }
                if let last = rows.last?.first, last == visit.words("total", "итого") {
                    table.total = table.rows.removeLast()
                }
                return table.markup
            }
        }
    }

    /// What is an address of a thing leads to it: a whole text, which may hold blanks, or a word of one.
    private func linked(_ text: String) -> Markup {
        if text != address, !text.contains("  "), isAddress(text) {
            return "<bdi>\(anchor(visit.explain(text), text))</bdi>"
        }
        if let place = place(of: text) { return "<bdi>\(anchor(place, text))</bdi>" }
        let words = text.split(separator: " ", omittingEmptySubsequences: false).map { word -> Markup in
            let isFollowed = [",", ":", ";"].contains { word.hasSuffix($0) }
            let bare = String(isFollowed ? word.dropLast() : word)
            guard bare != address, isPlain(bare), isAddress(bare) else {
                return "\(visit.thin(String(word))) "
            }
            return "\(anchor(visit.explain(bare), bare))\(String(word.dropFirst(bare.count))) "
        }
        return "<bdi>\(words)</bdi>"
    }

    /// The id of a credit may hold blanks; a part of one leads nowhere.
    private func isPlain(_ word: String) -> Bool {
        !word.hasPrefix("credit/") || word.utf8.allSatisfy { !"<>&\"'|".utf8.contains($0) }
    }

    /// Rows that are no explanation of their own: a project's month, "mcs0000000001/2026-10", and a transaction of
    /// its book, "mcs0000000001#7".
    private func place(of text: String) -> String? {
        let month = text.split(separator: "/", omittingEmptySubsequences: false)
        if month.count == 2, let pid = PID(month[0]), let served = Month(month[1]) {
            return visit.link("/projects/\(pid)/costs", [("month", served.description)])
        }
        let posted = text.split(separator: "#", omittingEmptySubsequences: false)
        guard posted.count == 2, let pid = PID(posted[0]), let number = Int64(posted[1]), number < .max,
            visit.office.contains(.journal)
        else { return nil }
        return visit.link("/journal", [("chain", pid.text), ("before", "\(number + 1)")])
    }

    private func isAddress(_ text: String) -> Bool {
        guard text.utf8.count > 4 else { return false }
        if text.hasPrefix("credit/") { return text.utf8.count > 7 }
        switch ExplanationAddress.readings(of: text).first {
        case .document, .documentLine, .dayLine, .project, .tieOut: return true
        case .bankLine: return text.hasPrefix("bank/")
        default: return false
        }
    }
}
