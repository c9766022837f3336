import Basics
import Notices
import Regions
import UseCases
package import Wording

/// One month as it is told while the play goes on: a line of figures, then what was special.
package struct MonthLine {
    private let played: PlayedMonth
    private let speech: Speech

    package init(_ played: PlayedMonth, _ language: Language) {
        self.played = played
        speech = Speech(language)
    }

    package var lines: [String] {
        let language = speech.language
        let documents = played.reports.reduce(0) { $0 + $1.documents.count }
        let cells = [
            (Dates.month(played.month, language), 16), (speech.count(played.events, .events), 15),
            (speech.count(played.transfers + played.credits, .payments), 13),
            (speech.count(documents, .documents), 14),
        ]
        let sums = Region.allCases.map { region -> String in
            let ties = played.reports.flatMap(\.tieOuts).filter { $0.region == region }
            let sum = ties.reduce(0) { $0 + $1.documents.minor }
            return Sums.signed(Money(minor: sum, region.profile.currency), language)
        }
        let figures = cells.map { Text.padded($0.0, $0.1) }.joined(separator: " ")
        let notes = played.notes.map { "    \($0.day.dotted.prefix(5))  \($0.text.text(language))" }
        return ["\(figures) \(sums.joined(separator: " + "))"] + notes
    }
}
