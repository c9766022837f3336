import Access
import Basics
import Contracts
import Documents
import Funding
import Ledger
import Metering
import Regions
import Support
import Testing
import UseCases

/// A closed month found three ways, each way told by its parts.
@Suite struct TieOutTests {
    private let first = "mcs0000000001"
    private let second = "mcs0000000002"

    /// Two projects of ООО «Ромашка»: bank transfers, a card and bonuses pay; some debt is paid a month later.
    private func town(perProject: Bool = false) throws -> Town {
        let town = try Town(opened: "2026-09-01")
        try town.completeSuppliers()
        try town.price("vm", "1.37")
        try town.price("disk", "0.71", service: "Облачные диски", bonusType: "disks")
        var draft = Make.romashka(account: "romashka & sons/1", pids: [first, second])
        if perProject { draft.contract = Make.contract(scheme: "postpaid", number: "VK-9", perProject: true) }
        try town.register(draft)
        try town.register(Make.sidorov())
        try town.transfer([
            Make.Transfer("50.00", for: first, on: "2026-09-01", number: "1"),
            Make.Transfer("900.00", for: second, on: "2026-09-01", number: "2"),
        ])
        try town.credit("5.00", to: first, at: "2026-09-01T12:00:00Z", id: "pay-1")
        try town.grant(
            "3.00", "disks", to: second, at: "2026-09-01T12:00:00Z", expires: "2026-12-01T00:00:00Z",
            id: "g-1")
        for (day, quantity) in [("02", "17"), ("03", "23.5"), ("05", "31")] {
            for pid in [first, second] {
                try town.use("vm", quantity: quantity, in: pid, until: "2026-09-\(day)T12:00:00Z")
                try town.use("disk", quantity: quantity, in: pid, until: "2026-09-\(day)T13:00:00Z")
            }
        }
        try town.close("2026-09")
        try town.transfer(
            [Make.Transfer("400.00", for: first, on: "2026-10-05", number: "3")], named: "october.txt")
        try town.use("vm", quantity: "11", in: first, until: "2026-10-06T12:00:00Z")
        try town.close("2026-10")
        return town
    }

    private func told(_ town: Town, _ month: String) throws -> TieOutExplanation {
        let address = ExplanationAddress.tieOut(
            .moscow, try #require(Month(month)), AccountID("romashka & sons/1")
        ).text
        guard case .tieOut(let value) = try town.why(address, rows: 1000) else {
            throw TownProblem.badText(address)
        }
        #expect(value.address == address)
        return value
    }

    private func check(_ value: TieOutExplanation) {
        let sums = value.sums
        #expect(sums.agrees && sums.portions.minor > 0, "\(sums)")
        #expect(value.months.reduce(0) { $0 + $1.amount } == sums.portions.minor)
        #expect(value.lines.rows.reduce(0) { $0 + $1.element.amount } == sums.portions.minor)
        #expect(value.lines.count == value.months.reduce(0) { $0 + $1.dayLines })
        #expect(
            value.documents.filter(\.isCounted).reduce(0) { $0 + $1.gross } == sums.documents.minor)
        #expect(value.postings.reduce(0) { $0 + $1.amount } == sums.ledger.minor)
    }

    @Test func `each of the three sums is its parts to the kopeck, and every part leads on`() throws {
        let town = try town()
        let september = try told(town, "2026-09")
        check(september)
        #expect(september.months.map(\.project.text) == [first, second])
        #expect(september.documents.count == 1 && september.postings.count == 2)
        let october = try told(town, "2026-10")
        check(october)
        // What was used in September on credit was paid in October, and is reported then.
        #expect(
            october.months.map { "\($0.project)/\($0.month)" } == [
                "\(first)/2026-09", "\(first)/2026-10",
            ])
        for value in [september, october] {
            for document in value.documents {
                guard case .document(let told) = try town.why(document.key.text) else {
                    throw TownProblem.badText(document.key.text)
                }
                #expect(told.content.gross == document.gross)
            }
            for row in value.lines.rows {
                #expect(try town.dayLine(row.element.address).line == row.element.line)
            }
            for posting in value.postings {
                let book = try town.app.office.book(
                    posting.project.text, JournalSearch(account: "98.02", cause: "package/\(value.month)"),
                    before: nil, for: .house)
                let transaction = try #require(book?.transactions.first)
                #expect(
                    "\(transaction.chain)#\(transaction.sequence)" == posting.transaction
                        && transaction.entries.filter { $0.account.text.hasPrefix("98.02.") }
                            .reduce(0) { $0 + $1.amount } == posting.amount
                )
            }
        }
    }

    @Test func `of a package of several documents one counts, and each package by itself`() throws {
        let value = try told(try town(perProject: true), "2026-09")
        check(value)
        #expect(value.documents.count == 4 && value.documents.filter(\.isCounted).count == 2)
    }

    @Test func `who does not see all of it is told that there is nothing, as where there is nothing`() throws
    {
        let town = try town()
        let own = ExplanationAddress.tieOut(
            .moscow, try #require(Month("2026-09")), AccountID("romashka & sons/1")
        ).text
        let (one, two) = (try town.project(first), try town.project(second))
        func sees(_ address: String, _ projects: [PID: Set<CustomerRole>]) -> Bool {
            do {
                _ = try town.app.explanations.explain(address, for: .customer(UserID("u"), projects))
                return true
            } catch { return false }
        }
        #expect(sees(own, [one: [.owner], two: [.owner]]))
        #expect(!sees(own, [one: [.owner]]) && !sees(own, [one: [.owner], two: [.accountant]]))
        #expect(!sees(own, [try town.project("mcs0000000004"): [.owner]]))
        #expect(!sees(own.replacing("2026-09", with: "2026-11"), [one: [.owner], two: [.owner]]))
        for address in [
            "tie-out/moscow/2026-11/romashka", "tie-out/moscow/2026-09/nobody", "tie-out/mars/2026-09/x",
            "tie-out/kazakhstan/2026-09/romashka",
        ] {
            #expect(throws: ExplanationsProblem.unknownAddress(address)) {
                try town.app.explanations.explain(address)
            }
        }
    }
}
