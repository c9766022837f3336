import Access
import Basics
import Documents
import Foundation
import Funding
import Hashing
import Metering
import Projects
import Regions
import Storage
import Support
import Synchronization
import Testing
import UseCases

/// Two nodes and sixteen hands at the same thing: it is done once.
@Suite(.enabled(if: TestDatabase.isFirstRun), .serialized) struct RaceTests {
    private static let hands = 16

    @Test func `one event sent from sixteen places is kept once and charged once`() throws {
        let pair = try Pair()
        let events = (0..<200).map { pair.event("e-\($0)", at: $0) }
        let answers = try pair.race(RaceTests.hands) { node, _ in try node.usage.take(events) }
        let accepted = answers.flatMap(\.self).filter {
            if case .taken(.accepted) = $0 { true } else { false }
        }
        #expect(accepted.count == events.count)
        #expect(try pair.count("usage_events") == events.count)
        try pair.settle()
        #expect(try pair.town.balance("mcs0000000001").payment.minor == 1_000_00 - 200 * 10)
        try pair.expectClean()
    }

    @Test func `a batch for a project swept meanwhile is asked again, not kept for nobody`() throws {
        let pair = try Pair()
        let event = pair.event("e-1", at: 1)
        let gone = UsageEvent(
            id: event.id, source: event.source, type: event.type, project: try #require(PID("mcs0000000099")),
            resource: event.resource, sku: event.sku, quantity: event.quantity, start: event.start,
            end: event.end, labels: [])
        let bytes = [UInt8](repeating: 7, count: 32)
        var attempts = 0
        try pair.town.store.transaction { records in
            attempts += 1
            guard attempts == 1 else { return }
            _ = try records.take([IdentifiedEvent(event: gone, identity: bytes, body: bytes)])
        }
        #expect(attempts == 2)
        #expect(try pair.count("usage_events") == 0)
    }

    @Test func `a batch of several megabytes is one statement and one answer`() throws {
        let pair = try Pair()
        let long = String(repeating: "x", count: 200)
        let events = (0..<20_000).map { pair.event("\($0)-\(long)", at: $0) }
        let answers = try pair.town.app.usage.take(events)
        let accepted = answers.filter { if case .taken(.accepted) = $0 { true } else { false } }
        #expect(accepted.count == events.count)
        #expect(try pair.count("usage_events") == events.count)
    }

    @Test func `batches of different orders about the same projects do not stand in each other's way`() throws
    {
        let pair = try Pair(projects: 8)
        try pair.race(RaceTests.hands) { node, hand in
            for round in 0..<5 {
                let events = (0..<40).map { n in
                    pair.event(
                        "h\(hand)-r\(round)-\(n)", at: n, in: (n * (hand % 2 == 0 ? 1 : 7) + hand) % 8)
                }
                _ = try node.usage.take(events)
                _ = try node.settlement.settle(until: pair.town.now)
            }
        }
        #expect(try pair.count("usage_events") == RaceTests.hands * 5 * 40)
        try pair.settle()
        try pair.expectClean()
    }

    @Test func `one bank file booked from sixteen places credits each line once`() throws {
        let pair = try Pair(projects: 4, funded: false)
        let bytes = try pair.statement(lines: 40)
        let booked = try pair.race(RaceTests.hands) { node, hand in
            try node.bank.book(bytes, named: "same-\(hand).txt", asBooked: true)
        }
        #expect(booked.reduce(0) { $0 + $1.lines.count } == 40, "each line was new to one of them")
        #expect(try pair.count("bank_lines") == 40)
        #expect(try pair.count("credits") == 40)
        try pair.settle()
        try pair.expectClean()
    }

    @Test func `an unclear line that sixteen people match goes to one project`() throws {
        let pair = try Pair(projects: 16, funded: false)
        let line = try #require(try pair.unclearLine())
        let outcomes = try pair.race(RaceTests.hands) { node, hand -> Bool in
            do {
                _ = try node.bank.match("\(line)", to: pair.pids[hand])
                return true
            } catch let problem as any Problem where problem.kind == .conflict { return false }
        }
        #expect(outcomes.filter(\.self).count == 1)
        #expect(try pair.count("credits") == 1)
        try pair.settle()
        try pair.expectClean()
    }

    @Test func `a choice that sixteen people take back goes back once, and once more after it was made anew`()
        throws
    {
        let pair = try Pair(projects: 4, funded: false)
        let line = try #require(try pair.unclearLine())
        let author = Author(user: nil, name: "operator", reason: "race")
        for round in 1...2 {
            _ = try pair.town.app.bank.match("\(line)", to: pair.pids[round])
            let outcomes = try pair.race(RaceTests.hands) { node, hand -> Bool in
                do {
                    if hand % 4 == 3 { _ = try node.settlement.settle([pair.pids[round]]) }
                    _ = try node.bank.undoMatch("\(line)", by: author)
                    return true
                } catch let problem as any Problem where problem.kind == .conflict { return false }
            }
            #expect(outcomes.filter(\.self).count == 1)
            #expect(try pair.count("returned_credits") == round)
        }
        #expect(try pair.count("audit_entries") == 4)
        try pair.settle()
        try pair.expectClean()
    }

    @Test func `what sixteen people substitute at once moves once`() throws {
        let pair = try Pair(projects: 1, funded: false)
        let (pid, town) = (pair.pids[0], pair.town)
        try town.credit("100.00", to: pid.text, at: "2026-01-01T10:00:00Z", id: "card")
        try town.use("vm", quantity: "600", in: pid.text, until: "2026-01-02T10:00:00Z")
        let line = try #require(
            try town.transfer(
                [
                    Make.Transfer(
                        "100.00", from: Make.inn(1), for: pid.text, on: "2026-01-03", number: "77")
                ], named: "own.txt"
            ).lines.first)
        try town.settle()
        let outcomes = try pair.race(RaceTests.hands) { node, hand -> Bool in
            do {
                if hand % 4 == 3 { _ = try node.settlement.settle([pid]) }
                _ = try node.settlement.substitute(
                    CreditID("card"), by: CreditID(line.id.text), wanted: 60_00, in: pid,
                    as: .operatorAtMachine)
                return true
            } catch let problem as any Problem where problem.kind == .conflict { return false }
        }
        #expect(outcomes.filter(\.self).count == 1)
        #expect(try pair.count("substitutions") == 1)
        try pair.expectClean()
    }

    @Test func `invoices made from sixteen places have numbers without gap or double`() throws {
        let pair = try Pair(projects: 4)
        let numbers = try pair.race(RaceTests.hands) { node, hand in
            try (0..<5).map { _ in
                try node.invoices.make(for: pair.pids[hand % 4], amount: 100_00).content.number
            }
        }
        #expect(numbers.flatMap(\.self).sorted() == Array(1...RaceTests.hands * 5))
        try pair.expectClean()
    }

    @Test func `a month closed from sixteen places is issued once`() throws {
        let pair = try Pair(projects: 12)
        for n in 0..<12 { _ = try pair.town.app.usage.take([pair.event("c-\(n)", at: n, in: n)]) }
        try pair.town.go(to: "2026-02-03T09:00:00Z")
        let month = try #require(Month("2026-01"))
        let reports = try pair.race(RaceTests.hands) { node, _ in
            try node.closing.close(month, region: .moscow)
        }
        let documents = try pair.count("documents")
        #expect(documents > 0)
        #expect(Set(reports.map { $0.documents.count }).max() == documents)
        #expect(try pair.count("closed_months") == 1)
        let numbers = try RawPostgres(pair.url).rows("SELECT number FROM documents ORDER BY number")
        #expect(numbers.map { $0[0] } == (1...documents).map { "\($0)" })
        try pair.expectClean()
    }

    @Test
    func `a project that passes while its month is closed passes once, and every month has its documents`()
        throws
    {
        let pair = try Pair(projects: 4)
        for n in 0..<4 { _ = try pair.town.app.usage.take([pair.event("p-\(n)", at: n, in: n)]) }
        try pair.town.go(to: "2026-02-03T09:00:00Z")
        let month = try #require(Month("2026-01"))
        let author = Author(user: nil, name: "operator", reason: "letter 7")
        let passed = try pair.race(RaceTests.hands) { node, hand -> Bool in
            do {
                if hand % 4 == 0 {
                    _ = try node.closing.close(month, region: .moscow)
                    return false
                }
                try node.passing.pass(pair.pids[0], to: AccountID("company-2"), by: author)
                return true
            } catch let problem as any Problem where problem.kind == .conflict { return false }
        }
        // Refused while January was open, it passes now.
        if !passed.contains(true) {
            try pair.town.app.passing.pass(pair.pids[0], to: AccountID("company-2"), by: author)
        }
        #expect(try pair.count("project_passings") == 1)
        #expect(try pair.count("documents") == 4)
        try pair.expectClean()
        try pair.town.go(to: "2026-03-03T09:00:00Z")
        let next = try #require(Month("2026-02"))
        _ = try pair.race(RaceTests.hands) { node, _ in try node.closing.close(next, region: .moscow) }
        try pair.expectClean()
    }

    @Test func `charges that freeze race with the money that thaws: the state is the balance's`() throws {
        for round in 0..<6 {
            let pair = try Pair(funded: false)
            try pair.race(RaceTests.hands) { node, hand in
                if hand % 2 == 0 {
                    _ = try node.usage.take((0..<10).map { pair.event("f\(hand)-\($0)", at: $0) })
                    _ = try node.settlement.settle(until: pair.town.now)
                } else {
                    _ = try node.credits.take(
                        Credit(
                            id: CreditID("m\(hand)-\(round)"), project: pair.pids[0], amount: 95,
                            at: pair.town.now, kind: .money(.sbp)))
                    _ = try node.settlement.settle(node.settlement.credited())
                }
            }
            try pair.settle()
            let balance = try pair.town.balance("mcs0000000001")
            // 80 events of 0.10 against 8 credits of 0.95.
            #expect(balance.payment.minor == 8 * 95 - 80 * 10)
            #expect(balance.state != .active)
            try pair.expectClean()
        }
    }

    @Test func `a price published while sixteen settle never divides a day`() throws {
        let pair = try Pair(projects: 8)
        try pair.race(RaceTests.hands) { node, hand in
            for round in 0..<4 {
                _ = try node.usage.take(
                    (0..<20).map { pair.event("p\(hand)-\(round)-\($0)", at: $0, in: hand % 8) })
                _ = try node.settlement.settle(until: pair.town.now)
                if hand == 3 {
                    do {
                        try pair.publish("0.2\(round)", from: "2026-01-02", through: node)
                    } catch let problem as any Problem where problem.kind == .conflict {
                        // The day was settled first: the price came too late, and was told so.
                    }
                }
            }
        }
        try pair.settle()
        try pair.expectClean()
    }
}
