import Basics
import Documents
import Notices
import Regions
import UseCases
import Wording

/// A region's documents by month and kind: numbers and sums.
struct DocumentsTable {
    private let months: [PlayedMonth]
    private let region: Region
    private let speech: Speech
    private let contents: [DocumentContent]

    init(_ months: [PlayedMonth], _ region: Region, _ speech: Speech) {
        self.months = months
        self.region = region
        self.speech = speech
        contents = months.flatMap(\.reports).flatMap(\.documents).map(\.content)
            .filter { $0.currency == region.profile.currency }
    }

    var title: String {
        let count = speech.count(contents.count, .documents)
        let sign = Sums.sign(region.profile.currency)
        return "\(region.phrase.text(speech.language)): \(count), \(sign)"
    }

    var piece: SummaryPiece {
        let kinds = Set(contents.map(\.kind)).sorted()
        let header =
            [speech.words("month", "месяц")] + kinds.flatMap { ["№ \($0.phrase.text(speech.language))", ""] }
        let rows = months.map { played in
            [played.month.description] + kinds.flatMap { cells(of: $0, in: played.month) }
        }
        let total =
            [speech.words("total", "всего")]
            + kinds.flatMap { kind in
                let own = contents.filter { $0.kind == kind }
                return [Sums.grouped(own.count, speech.language), sum(own)]
            }
        return .table(header, rows + [total], right: Set(kinds.indices.map { 2 * $0 + 2 }))
    }

    private func cells(of kind: DocumentKind, in month: Month) -> [String] {
        let own = contents.filter { $0.kind == kind && $0.month == month }
        guard let first = own.map(\.number).min(), let last = own.map(\.number).max() else {
            return ["—", ""]
        }
        return [first == last ? "\(first)" : "\(first)–\(last)", sum(own)]
    }

    private func sum(_ documents: [DocumentContent]) -> String {
        let gross = documents.reduce(0) { $0 + $1.gross }
        return Sums.text(Money(minor: gross, region.profile.currency), speech.language)
    }
}
