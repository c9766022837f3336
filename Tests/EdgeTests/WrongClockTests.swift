import Foundation
import Glibc
import Testing

/// The machine's clock is wrong, or is set while the program works: nothing is lost or doubled, and what
/// hangs on the clock is decided by what it says.
@Suite struct WrongClockTests {
    @Test func `a clock a year ahead and a day back changes no sum, number or date`() throws {
        let folder = try Hamlet.folder()
        guard let clock = try WrongClock.made(in: folder) else { return }
        let calm = try Hamlet.folder()
        for step in Hamlet.life { try Hamlet.finish(step, in: calm) }
        let right = "2026-03-02T09:00:00Z"
        let clocks = [
            clock.showing("2027-03-02T09:00:00Z"), clock.showing(right),
            clock.showing("2027-03-02T09:00:00Z", then: "2026-03-01T09:00:00Z", after: 9),
            clock.showing("2026-03-01T09:00:00Z"),
            clock.showing(right, then: "2027-03-02T09:00:00Z", after: 8),
        ]
        for (index, step) in Hamlet.life.enumerated() {
            for shift in 0..<2 {
                let environment = clocks[(index + shift) % clocks.count]
                try Hamlet.finish(step, in: folder, environment: environment)
                try Hamlet.expectClean(folder, "\(step) at \(environment.dropFirst())")
            }
        }
        let found = try Hamlet.outcome(folder)
        #expect(found.books.gaps == [])
        #expect(try found.difference(from: Hamlet.outcome(calm)) == nil)
        try #expect(folder.run(Tool.path, ["seal"], environment: clocks[3]).status == 0)
        try Hamlet.expectClean(folder, "sealed by a clock that went back")
    }

    @Test func `a month is not closed while the clock says it is not over`() throws {
        let folder = try Hamlet.folder()
        guard let clock = try WrongClock.made(in: folder) else { return }
        try #expect(folder.kontragent("import", "data").status == 0)
        let early = try folder.run(
            Tool.path, ["close", "2026-01", "--region", "moscow", "--json"],
            environment: clock.showing("2026-01-31T20:59:59Z"))
        #expect(early.status == 3)
        #expect(early.err.contains("documents.month-not-over"), "\(early.err)")
        #expect(try early.json["documents"].list == [])
        let late = try folder.run(
            Tool.path, ["close", "2026-01", "--region", "moscow", "--json"],
            environment: clock.showing("2026-01-31T21:00:00Z"))
        #expect(late.status == 0)
        let dates = try late.json["documents"].list.compactMap { $0["date"].text }
        #expect(Set(dates) == ["2026-01-31"], "the month says the date, not the clock")
    }

    @Test func `usage of the far future is refused by the clock, and taken when the clock is right`() throws {
        let folder = try Hamlet.folder()
        guard let clock = try WrongClock.made(in: folder) else { return }
        var data = Hamlet.dataset()
        data.usage = ["far.jsonl": [Dataset.event("far", Hamlet.sidorov, on: "2026-03-02")]]
        try data.write("far", in: folder)
        let behind = try folder.run(
            Tool.path, ["import", "far"], environment: clock.showing("2025-03-01T09:00:00Z"))
        #expect(behind.status == 2)
        #expect(behind.err.contains("metering.far-future"), "\(behind.err)")
        let right = try folder.run(
            Tool.path, ["import", "far", "--json"], environment: clock.showing("2026-03-03T09:00:00Z"))
        #expect(right.status == 0)
        #expect(try right.json["accepted"]["events"].int == 1)
        try Hamlet.expectClean(folder, "the far future has come")
    }

    @Test func `a transfer is on the balance at once, though the clock is put back meanwhile`() throws {
        let folder = try Hamlet.folder()
        guard let clock = try WrongClock.made(in: folder) else { return }
        try #expect(folder.kontragent("import", "data").status == 0)
        var statement = Hamlet.held()
        statement.received = nil
        try folder.write(statement.bytes, to: "put-back.txt")
        let before = try balance(folder, "kontragent.db")
        // The first looks are the system's own, while the program is loaded.
        for looks in 5...14 {
            let name = "after-\(looks).db"
            try folder.copy("kontragent.db", to: name)
            let ran = try folder.run(
                Tool.path, ["bank", "put-back.txt", "--db", name],
                environment: clock.showing(
                    "2027-03-02T09:00:00Z", then: "2026-03-01T09:00:00Z", after: looks))
            #expect(ran.status == 0, "\(ran.err)")
            #expect(try balance(folder, name) == before + 8880, "put back after \(looks) looks")
            let verified = try folder.kontragent("verify", "--db", name)
            #expect(verified.status == 0, "put back after \(looks) looks: \(verified.out)")
        }
    }

    /// Of the fourth company, which has no bonuses, in kopecks.
    private func balance(_ folder: TestFolder, _ database: String) throws -> Int {
        let said = try folder.kontragent("balance", Hamlet.pids[3], "--json", "--db", database)
            .json["payment"]
        return try #require(said.text.map { $0.replacing(".", with: "") }.flatMap { Int($0) }, "\(said)")
    }
}
