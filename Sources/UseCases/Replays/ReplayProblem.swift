package import Basics
package import Notices
package import Regions

/// What keeps a month from being replayed.
package enum ReplayProblem: Problem, Worded, Equatable {
    case monthNotClosed(Month)
    /// Closed before facts were kept beside the tables.
    case monthNotWitnessed(Month, Region)

    package var code: String {
        switch self {
        case .monthNotClosed: "replay.month-not-closed"
        case .monthNotWitnessed: "replay.month-not-witnessed"
        }
    }

    package var kind: ProblemKind {
        switch self {
        case .monthNotClosed: .missing
        case .monthNotWitnessed: .unavailable
        }
    }

    package var phrase: Phrase {
        switch self {
        case .monthNotClosed(let month):
            Phrase(
                en:
                    "\(month) is not closed, so nothing of it was issued. Close it first: `kontragent close \(month)`.",
                ru:
                    "Месяц \(month) не закрыт, документов по нему нет. Сначала закройте его: `kontragent close \(month)`."
            )
        case .monthNotWitnessed(let month, let region):
            Phrase(
                en: "\(month) of \(region.rawValue) was closed before facts were kept: what was in force "
                    + "then is not told. Run `kontragent verify` for what can be checked.",
                ru: "Месяц \(month) региона \(region.rawValue) закрыт до того, как стали записываться факты: "
                    + "что тогда действовало, не известно. Что можно проверить, проверит `kontragent verify`."
            )
        }
    }
}
