import Basics
import Ledger
import Regions
import Storage
import Support
import Testing
import UseCases

@Suite struct RepeatTests {
    @Test func `what comes twice changes nothing`() {
        let complaint = Campaign.worlds(
            seed: 12_000_000, usual: 25
        ) { world, random in
            let home = try WorldTown(world)
            try home.takeAll()
            try home.settle()
            try home.close(world.months)
            let once = try everything(home)
            try home.found()
            try home.takeAll(batch: random.pick([1, 7, Int.max]))
            try home.settle()
            try home.close(world.months)
            return try everything(home).difference(from: once)
        }
        #expect(complaint == nil, Comment(rawValue: complaint ?? ""))
    }

    /// All that is kept, as far as the records tell it. A read may run twice, so it adds to a copy of its own.
    private func everything(_ home: WorldTown) throws -> Facts {
        var known = try Facts(home)
        try known.addPortions(of: home)
        return try home.town.store.read { [known] records in
            var facts = known
            for pid in home.projects {
                if let project = try records.project(pid) {
                    facts.add(
                        "\(project.project) \(project.state) \(project.everPaid) \(project.lotTotal) "
                            + "\(project.debtTotal) \(project.cursor.arrival) "
                            + "\(project.cursor.until.microseconds) \(project.lastArrival) \(project.run)")
                }
                for debt in try records.openDebts(in: pid) { facts.add("\(pid) \(debt)") }
                for transition in try records.transitions(in: pid) { facts.add("\(pid) \(transition)") }
                try add(Chain(pid.text), records, &facts)
            }
            for account in home.world.accounts {
                facts.add("\(account.id) \(try records.accountDigest(AccountID(account.id)) ?? [])")
            }
            let credits = home.world.credits.map(\.id) + home.world.grants.map(\.id)
            for id in credits + home.world.transfers.map(\.id) {
                facts.add("\(id) \(try records.creditDigest(CreditID(id)) ?? [])")
            }
            for region in Region.allCases {
                try add(Chain("supplier/\(region.rawValue)"), records, &facts)
                facts.add("\(try records.listings(in: region))")
                for pid in home.projects {
                    facts.add("\(try records.pendingCredits(in: pid, until: Moment(microseconds: .max)))")
                }
                facts.add("\(region) closed through \(try records.lastClosed(region)?.description ?? "-")")
                for month in home.months {
                    for document in try records.documents(region: region, month: month) {
                        facts.add(
                            "\(document.kind) \(document.number) \(document.issuedAt) \(document.sha256)")
                        facts.add("\(document.shares)")
                    }
                    for closing in try records.closings(region: region, month: month) {
                        facts.add("\(closing)")
                    }
                }
            }
            for line in try records.bankLines(in: nil) { facts.add("\(line)") }
            return facts
        }
    }

    private func add(_ chain: Chain, _ records: any Records, _ facts: inout Facts) throws {
        let head = try records.head(of: chain)
        facts.add("\(chain) \(head.sequence) \(head.at.microseconds) \(head.hash)")
        facts.add("\(try records.balances(of: chain))")
    }
}
