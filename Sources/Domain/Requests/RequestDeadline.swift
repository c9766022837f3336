package import Basics
package import Regions

extension RequestTerms.Deadline {
    /// Until when, counted from an instant. Days count from the one behind it and end with their last minute, by the
    /// clocks of the region.
    package func end(from moment: Moment, in region: Region) -> Moment {
        let zone = region.profile.zone
        let today = zone.day(of: moment)
        return switch self {
        case .hours(let count): moment.adding(seconds: Int64(count) * 3600)
        case .workingDays(let count):
            zone.start(of: region.profile.workCalendar.workday(count, after: today).next)
        case .calendarDays(let count): zone.start(of: Day(number: today.number + Int32(count)).next)
        }
    }
}

extension Department {
    /// By when it wants to be done where a kind promises nothing: support's requests are done within 48 hours, as its SLA
    /// says; the document department has five working days, as with packages of documents (R104).
    package var usual: RequestTerms.Deadline {
        switch self {
        case .documents: .workingDays(5)
        case .support, .serviceLevel: .hours(48)
        }
    }
}

extension RequestTerms {
    package func due(from moment: Moment, in region: Region) -> Moment {
        (deadline ?? department.usual).end(from: moment, in: region)
    }
}
