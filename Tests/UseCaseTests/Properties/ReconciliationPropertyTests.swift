import Access
import Basics
import Books
import Documents
import Funding
import Ledger
import Regions
import Support
import Testing
import UseCases

/// Acts against the books, whatever happens (D7 of what must never be wrong).
@Suite struct ReconciliationPropertyTests {
    @Test func `an act closes where the books stand, and where the next one opens`() {
        let complaint = Campaign.worlds(seed: 8_800_000, usual: 30) { world, random in
            var history = try History(world)
            try history.run(&random)
            guard history.broken.isEmpty else { return history.broken.prefix(3).joined(separator: "\n") }
            // Advances are assigned today, and an act ends yesterday.
            let town = history.home.town
            try town.go(to: town.now.adding(seconds: 86_400).description)
            for account in world.accounts where account.kind != .individual {
                for region in Region.allCases {
                    guard
                        let project = account.projects.first(where: { WorldTown.region($0.region) == region })
                    else { continue }
                    if let wrong = try wrong(
                        town, try WorldTown.pid(project.pid), TaxID(account.taxId), region,
                        &random)
                    {
                        return "\(account.id) in \(region): \(wrong)"
                    }
                }
            }
            return nil
        }
        #expect(complaint == nil, Comment(rawValue: complaint ?? ""))
    }

    private func wrong(
        _ town: Town, _ pid: PID, _ taxID: TaxID, _ region: Region, _ random: inout SplitMix64
    ) throws -> String? {
        let last = region.profile.zone.day(of: town.now).previous
        let first = Day(number: last.number - 365 * 4)
        func act(_ from: Day, _ through: Day) throws -> ReconciliationContent {
            try town.app.reconciliations.preview(
                of: pid, ReconciledPeriod(from: from, through: through), for: .house)
        }
        let whole = try act(first, last)
        guard whole.opening == 0 else { return "opens with \(whole.opening)" }
        let booked = try booked(town, whole.projects, taxID)
        guard whole.closing == booked else { return "closes with \(whole.closing), the books have \(booked)" }
        // The same days in pieces, cut where chance will have it.
        let cuts = Set((0..<4).map { _ in Int32.random(in: first.number..<last.number, using: &random) })
            .sorted()
        var from = first
        var (balance, debits, credits): (Int64, Int64, Int64) = (0, 0, 0)
        for cut in cuts + [last.number] {
            let piece = try act(from, Day(number: cut))
            guard piece.opening == balance else {
                return "\(from): opens with \(piece.opening) after \(balance)"
            }
            guard piece.opening + piece.debits - piece.credits == piece.closing else {
                return "\(from): sums"
            }
            (balance, debits, credits) = (piece.closing, debits + piece.debits, credits + piece.credits)
            from = Day(number: cut).next
        }
        return (balance, debits, credits) == (whole.closing, whole.debits, whole.credits)
            ? nil : "pieces make \(debits) - \(credits), the whole \(whole.debits) - \(whole.credits)"
    }

    /// What the projects' books themselves say the customer owes, of its own transfers: advances and what is still
    /// to be documented are owed to it; post-paid services that something else has paid for are its own all the same.
    private func booked(_ town: Town, _ projects: [PID], _ taxID: TaxID) throws -> Int64 {
        try town.store.read { records in
            var owed: Int64 = 0
            for pid in projects {
                for entry in try records.balances(of: Chain(pid.text)) {
                    let code = entry.account.text
                    // Balances are debits less credits.
                    if code == "62.02.bank:\(taxID.text)" || code.hasPrefix("98.02.bank:\(taxID.text).")
                        || code.hasPrefix("98.02.postpaid.")
                    {
                        owed += entry.amount
                    }
                }
                for portion in try records.portions(in: pid, after: nil, through: WorldTown.allMonths)
                where portion.scheme == .postpaid && portion.source != .bonus {
                    owed += portion.amount
                    if case .money(.bank(let payer, _, _), _) = portion.source, payer == taxID {
                        owed -= portion.amount
                    }
                }
            }
            return owed
        }
    }
}
