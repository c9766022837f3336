import Basics
import Projects
import UseCases

extension SQLRecords {
    package func freezeDeferrals(of project: PID, endingAfter moment: Moment) throws -> [FreezeDeferral] {
        try rows(
            "SELECT from_at, until_at FROM freeze_deferrals WHERE project = ? AND until_at > ? ORDER BY from_at",
            [project.text, moment.microseconds]
        ).map { FreezeDeferral(from: $0.moment("from_at"), until: $0.moment("until_at")) }
    }

    package func insert(_ deferral: FreezeDeferral, of project: PID) throws {
        try run(
            "INSERT INTO freeze_deferrals (project, from_at, until_at) VALUES (?, ?, ?)",
            [project.text, deferral.from.microseconds, deferral.until.microseconds])
        try witness(
            "freeze_deferrals", ["project": project.text, "from_at": deferral.from.microseconds],
            in: "deferrals/\(project)")
    }
}
