package import Basics
package import Notices
package import UseCases

/// What happened in one month of the play, and how it was closed.
package struct PlayedMonth: Sendable {
    package let month: Month
    package var events = 0
    package var transfers = 0
    package var credits = 0
    package var notes: [Note] = []
    package var reports: [ClosingReport] = []

    package struct Note: Sendable {
        package let day: Day
        package let text: Phrase
    }

    init(_ month: Month) { self.month = month }
}
