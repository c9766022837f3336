import Access
import Basics
import Funding
import Ledger
import Notices
import Support
import Testing
import UseCases

/// What a person chose for unclear money is taken back by a reversing entry, as long as nothing of it is spent.
@Suite struct UndoneMatchStory {
    private let romashka = "mcs0000000001"
    private let petrov = "mcs0000000002"
    private let author = Author(user: nil, name: "operator", reason: "wrong customer")

    private func town() throws -> (Town, BankLineRecord) {
        let town = try Town.priced("2026-01-01")
        try town.register(Make.romashka())
        try town.register(Make.petrov())
        let line = try #require(
            try town.transfer(
                [Make.Transfer("700.00", for: "оплата mcs9999999999", on: "2026-01-05", number: "3")]
            ).lines.first)
        #expect(line.state == .unclear)
        return (town, line)
    }

    private func sentences(_ town: Town) throws -> [String] {
        let report = try town.app.verification.verify()
        #expect(report.isDerived)
        return report.findings.map(\.sentence)
    }

    private func suspense(_ town: Town) throws -> Int64 {
        try town.store.read { records in
            try records.balances(of: Chain("supplier/moscow")).first { $0.account.text == "76.09" }?.amount
                ?? 0
        }
    }

    @Test func `money given to the wrong project goes back to suspense and then to the right one`() throws {
        let (town, line) = try town()
        let reference = String(line.number)
        #expect(try suspense(town) == -700_00)
        _ = try town.app.bank.match(reference, to: town.project(petrov))
        try town.settle()
        #expect(try town.payment(petrov) == "700.00")
        #expect(try suspense(town) == 0)

        try town.go(to: "2026-01-07T12:00:00Z")
        let open = try town.app.bank.undoMatch(reference, by: author)
        #expect(open.state == .unclear && open.projects.isEmpty)
        #expect(open.reasons.last?.en == "a member of staff took it back from mcs0000000002")
        #expect(try town.payment(petrov) == "0.00")
        #expect(try suspense(town) == -700_00)
        #expect(try sentences(town) == [])
        // Who was never paid but by mistake was never paid.
        let project = try town.project(petrov)
        #expect(try town.store.read { try $0.project(project)?.everPaid } == false)

        let again = try town.app.bank.match(reference, to: town.project(romashka))
        #expect(again.projects.map(\.text) == [romashka])
        try town.settle()
        #expect(try town.payment(romashka) == "700.00")
        #expect(try town.payment(petrov) == "0.00")
        #expect(try suspense(town) == 0)
        #expect(try sentences(town) == [])

        // The movements tell all three, and add up.
        let moved = try town.app.movements.movements(of: town.project(petrov), limit: 10)
        #expect(moved.map(\.amount) == [700_00, -700_00])
        // And again: back and to the same project, each time another credit.
        _ = try town.app.bank.undoMatch(reference, by: author)
        _ = try town.app.bank.match(reference, to: town.project(romashka))
        try town.settle()
        #expect(try town.payment(romashka) == "700.00")
        #expect(try sentences(town) == [])
    }

    @Test func `a choice that was not settled yet can be taken back at once`() throws {
        let (town, line) = try town()
        _ = try town.app.bank.match(String(line.number), to: town.project(petrov))
        _ = try town.app.bank.undoMatch(String(line.number), by: author)
        #expect(try town.payment(petrov) == "0.00")
        try town.settle()
        #expect(try town.payment(petrov) == "0.00")
        #expect(try sentences(town) == [])
    }

    @Test func `money that has paid is not taken back, and nothing has changed`() throws {
        let (town, line) = try town()
        _ = try town.app.bank.match(String(line.number), to: town.project(petrov))
        try town.spend("1", in: petrov, until: "2026-01-20T10:00:00Z")
        try town.settle()
        #expect(try town.payment(petrov) == "699.00")
        #expect(
            town.refusal { _ = try town.app.bank.undoMatch(String(line.number), by: author) }
                == "payments.match-spent")
        #expect(try town.payment(petrov) == "699.00")
        #expect(try town.app.bank.lines(in: .matched).count == 1)
        #expect(try sentences(town) == [])
    }

    @Test func `money that paid a debt is not taken back`() throws {
        let (town, line) = try town()
        try town.spend("50", in: petrov, until: "2026-01-03T10:00:00Z")
        try town.settle()
        _ = try town.app.bank.match(String(line.number), to: town.project(petrov))
        #expect(
            town.refusal { _ = try town.app.bank.undoMatch(String(line.number), by: author) }
                == "payments.match-spent")
        try town.settle()
        #expect(try town.payment(petrov) == "650.00")
        #expect(try sentences(town) == [])
    }

    @Test func `money that the purpose itself sent to the wrong project is moved too, and moved on`() throws {
        let (town, waiting) = try town()
        let before = try suspense(town)
        let line = try #require(
            try town.transfer([Make.Transfer("10.00", for: romashka, on: "2026-01-06", number: "9")]).lines
                .first)
        #expect(line.state == .matched)
        try town.settle()
        let reference = String(line.number)
        let had = try town.payment(romashka)
        #expect(try town.app.bank.undoMatch(reference, by: author).state == .unclear)
        #expect(try suspense(town) == before - 10_00)
        #expect(try sentences(town) == [])
        // The same file once more brings nothing back.
        _ = try town.transfer([Make.Transfer("10.00", for: romashka, on: "2026-01-06", number: "9")])
        #expect(try town.app.bank.lines(in: .unclear).map(\.id) == [waiting.id, line.id])
        _ = try town.app.bank.match(reference, to: town.project(petrov))
        try town.settle()
        #expect(try suspense(town) == before)
        #expect(try town.payment(petrov) == "10.00")
        #expect(try town.payment(romashka) != had)
        #expect(try sentences(town) == [])
        // And back again.
        _ = try town.app.bank.undoMatch(reference, by: author)
        _ = try town.app.bank.match(reference, to: town.project(romashka))
        try town.settle()
        #expect(try town.payment(romashka) == had)
        #expect(try sentences(town) == [])
    }

    @Test func `what waits, and what lies in several projects, is not taken back`() throws {
        let (town, line) = try town()
        let reference = String(line.number)
        #expect(
            town.refusal { _ = try town.app.bank.undoMatch(reference, by: author) } == "payments.not-matched")
        #expect(
            town.refusal { _ = try town.app.bank.undoMatch("99", by: author) } == "payments.unknown-line")
        // Taken back twice is refused the second time.
        _ = try town.app.bank.match(reference, to: town.project(petrov))
        _ = try town.app.bank.undoMatch(reference, by: author)
        #expect(
            town.refusal { _ = try town.app.bank.undoMatch(reference, by: author) } == "payments.not-matched")
    }

    @Test func `what staff did is kept with its reason, the latest first`() throws {
        let (town, line) = try town()
        let reference = String(line.number)
        _ = try town.app.bank.match(reference, to: town.project(petrov))
        _ = try town.app.bank.undoMatch(reference, by: author)
        let kept = try town.app.audit.entries(AuditSearch(), limit: 10, for: .house)
        #expect(kept.map(\.action) == [.undoMatch, .match])
        #expect(kept.map(\.object) == ["bank/1", "bank/1"])
        #expect(kept.first?.reason == "wrong customer" && kept.first?.detail == petrov)
        #expect(try town.app.audit.entries(AuditSearch(action: .match), limit: 10, for: .house).count == 1)
        #expect(try town.app.audit.entries(AuditSearch(object: "bank/2"), limit: 10, for: .house).isEmpty)
        let first = try #require(kept.first)
        #expect(
            try town.app.audit.entries(AuditSearch(), before: AuditPlace(first), limit: 10, for: .house)
                .map(\.number) == [1])
        #expect(throws: AccessProblem.notAllowed) {
            try town.app.audit.entries(
                AuditSearch(), limit: 10, for: .staff(UserID("x"), [.support]))
        }
    }

    /// Σ lots is the balance, suspense is what waits, and the auditor finds nothing, whatever the order.
    @Test(arguments: [1, 2, 3, 4, 5, 6, 7, 8] as [UInt64])
    func `in whatever order money is given, taken back and spent, the books hold`(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let town = try Town.priced("2026-01-01")
        try town.register(Make.romashka())
        try town.register(Make.petrov())
        let pids = [romashka, petrov]
        let amounts = (1...4).map { _ in Int.random(in: 1...900, using: &random) }
        _ = try town.transfer(
            amounts.enumerated().map { index, amount in
                // The first one is matched by itself.
                Make.Transfer(
                    "\(amount).00", for: index == 0 ? romashka : "оплата mcs9999999999", on: "2026-01-05",
                    number: "\(index + 1)")
            })
        var minutes = 0
        var refused = 0
        for step in 0..<40 {
            minutes += Int.random(in: 5...600, using: &random)
            let now = try #require(Moment("2026-01-06T00:00:00Z")).adding(seconds: Int64(minutes * 60))
            try town.go(to: "\(now)")
            let line = String(Int.random(in: 1...4, using: &random))
            switch Int.random(in: 0...5, using: &random) {
            case 0, 1:
                _ = town.refusal { _ = try town.app.bank.match(line, to: town.project(random.pick(pids))) }
            case 2, 3:
                let code = town.refusal { _ = try town.app.bank.undoMatch(line, by: author) }
                if code == "payments.match-spent" { refused += 1 }
            case 4:
                try town.spend(
                    "\(Int.random(in: 1...60, using: &random))", in: random.pick(pids), until: "\(now)",
                    resource: "vm-\(step)")
            default: _ = try town.app.settlement.settle(try pids.map { try town.project($0) })
            }
            try check(town, pids, "seed \(seed), step \(step)")
        }
        try town.settle()
        try check(town, pids, "seed \(seed), the end")
        #expect(try sentences(town) == [], "seed \(seed)")
    }

    private func check(_ town: Town, _ pids: [String], _ place: String) throws {
        let unclear = try town.app.bank.lines(in: .unclear).reduce(0) { $0 + $1.amount }
        #expect(try suspense(town) == -unclear, "\(place)")
        for pid in pids {
            let project = try town.project(pid)
            let (lots, kept, booked) = try town.store.read { records in
                (
                    try records.openLots(in: project).reduce(0) { $0 + $1.remaining },
                    try records.project(project),
                    try records.balances(of: Chain(pid)).filter { $0.account.text.hasPrefix("62.0") }
                        .reduce(0) { $0 - $1.amount }
                )
            }
            #expect(lots == kept?.lotTotal, "\(place), \(pid)")
            #expect(booked == (kept?.lotTotal ?? 0) - (kept?.debtTotal ?? 0), "\(place), \(pid)")
        }
    }
}
