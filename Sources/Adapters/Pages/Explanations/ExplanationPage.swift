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
            isMore && size.rows < 1000 ? "<p>\(anchor(visit.link("/explain", more), shows))</p>" : nil
        let verdict: Markup? =
            addsUp ? nil : "<p class=\"bad\">\(visit.words("This does not add up.", "Не сходится."))</p>"
        return Frame(
            visit: visit, title: title, path: "/explain",
            query: [("address", address), ("rows", size.rows == 6 ? "" : "\(size.rows)")], asked: address
        ).page("<h1>\(title)</h1>\(parent)\(verdict)\(body)\(way)")
    }

    /// The page of the thing itself, where it has one.
    private var parent: Markup? {
        switch ExplanationAddress.readings(of: address).first {
        case .document(let key), .documentLine(let key, _):
            return
                "<p>\(anchor(visit.link("/documents/\(key.text)"), visit.words("The document", "Документ")))</p>"
        case .dayLine(let pid, let key):
            return
                "<p>\(anchor(visit.link("/projects/\(pid)", [("month", key.day.month.description)]), visit.words("The project", "Проект")))</p>"
        case .project(let pid):
            return "<p>\(anchor(visit.link("/projects/\(pid)"), visit.words("The project", "Проект")))</p>"
        default: return nil
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
                    "<dl>\(rows.map { row -> Markup in "<dt>\(row.0)</dt><dd>\(linked(row.1))</dd>" })</dl>\n"
            case .table(let header, let rows, let right):
                var table = Table(
                    caption: heading,
                    columns: header.enumerated().map { .init($0.element, isSum: right.contains($0.offset)) })
                table.rows = rows.map { $0.map(linked) }
                return table.markup
            }
        }
    }

    /// What is an address of a thing leads to it: a whole text, which may hold blanks, or a word of one.
    private func linked(_ text: String) -> Markup {
        if text != address, !text.contains("  "), isAddress(text) {
            return "<bdi>\(anchor(visit.explain(text), text))</bdi>"
        }
        let words = text.split(separator: " ", omittingEmptySubsequences: false).map { word -> Markup in
            let isFollowed = [",", ":", ";"].contains { word.hasSuffix($0) }
            let bare = String(isFollowed ? word.dropLast() : word)
            guard bare != address, isPlain(bare), isAddress(bare) else { return "\(String(word)) " }
            return "\(anchor(visit.explain(bare), bare))\(String(word.dropFirst(bare.count))) "
        }
        return "<bdi>\(words)</bdi>"
    }

    /// The id of a credit may hold blanks; a part of one leads nowhere.
    private func isPlain(_ word: String) -> Bool {
        !word.hasPrefix("credit/") || word.utf8.allSatisfy { !"<>&\"'|".utf8.contains($0) }
    }

    private func isAddress(_ text: String) -> Bool {
        guard text.utf8.count > 4 else { return false }
        if text.hasPrefix("credit/") { return text.utf8.count > 7 }
        switch ExplanationAddress.readings(of: text).first {
        case .document, .documentLine, .dayLine, .project: return true
        case .bankLine: return text.hasPrefix("bank/")
        default: return false
        }
    }
}
