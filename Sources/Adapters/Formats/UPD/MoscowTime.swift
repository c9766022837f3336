import Basics

/// An instant as the format writes it: the supplier's civil date and the time with dots. Moscow has
/// stood at +03:00 since October 2014, before the first document of ours.
struct MoscowTime {
    let day: Day
    let clock: String

    init(_ moment: Moment) {
        let seconds = moment.adding(seconds: 3 * 3600).microseconds.flooredDivision(by: 1_000_000)
        let days = seconds.flooredDivision(by: 86_400)
        let rest = seconds - days * 86_400
        day = Day(number: Int32(days))
        clock = [rest / 3600, rest / 60 % 60, rest % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }
            .joined(separator: ".")
    }
}
