import Basics
import Documents
import Funding
import Hashing
import Regions
import Storage
import Support
import UseCases

/// A random life of a town: things arrive late and in any order, projects are settled now and then,
/// months are closed while usage of theirs is still under way. After every step the books are read.
struct History {
    private enum Arrival {
        case usage(Reference.Usage)
        case grant(Reference.Grant)
        case credit(Reference.Credit)
        case transfer(Reference.Transfer)
    }

    let home: WorldTown
    private var chains = Chains()
    private(set) var broken: [String] = []
    /// How often a transfer took another payment's place.
    private(set) var substituted = 0
    /// How often another payer's advance became the customer's.
    private(set) var assigned = 0

    init(_ world: Reference.World) throws { home = try WorldTown(world) }

    mutating func run(_ random: inout SplitMix64) throws {
        var months = home.world.months
        for arrival in arrivals(&random) {
            switch arrival {
            case .usage(let usage): try home.take([usage])
            case .grant(let grant): try home.take(grant)
            case .credit(let credit): try home.take(credit)
            case .transfer(let transfer): try home.take([transfer])
            }
            if random.chance(25) { try settle(until: random.chance(50) ? instant(&random) : nil) }
            if random.chance(12) { try substitute(&random) }
            if random.chance(8) { try assign(&random) }
            if random.chance(8), !months.isEmpty { try close(months.removeFirst()) }
            guard broken.isEmpty else { return }
        }
        try settle(until: nil)
        for month in months { try close(month) }
        // What came after its own month was closed is reported in the next one.
        if let last = home.world.months.last { try close(last + 1) }
        broken += try home.brokenDocuments()
    }

    /// Mostly in the order of time, some much too late.
    private func arrivals(_ random: inout SplitMix64) -> [Arrival] {
        let world = home.world
        let all: [(Reference.Instant, Arrival)] =
            world.usage.map { ($0.end, .usage($0)) } + world.grants.map { ($0.granted, .grant($0)) }
            + world.credits.map { ($0.at, .credit($0)) } + world.transfers.map { ($0.at, .transfer($0)) }
        let delayed = all.map { at, arrival in
            (at + (random.chance(35) ? random.edgy(0...40 * Reference.wholeDay) : 0), arrival)
        }
        return delayed.sorted { $0.0 < $1.0 }.map(\.1)
    }

    private func instant(_ random: inout SplitMix64) -> Moment {
        let world = home.world
        let instants = world.usage.map(\.end) + world.credits.map(\.at) + world.transfers.map(\.at)
        return Moment(microseconds: instants.isEmpty ? 0 : random.pick(instants))
    }

    /// Staff give to a transfer what another payment has paid; refused where nothing can move.
    private mutating func substitute(_ random: inout SplitMix64) throws {
        guard let pid = home.projects.isEmpty ? nil : random.pick(home.projects) else { return }
        // What is due comes first, by the settlement that is looked at already.
        try settle(until: home.town.now)
        let desk = home.town.app.settlement
        let found = try desk.substitutes(in: pid)
        guard !found.payments.isEmpty, !found.transfers.isEmpty else { return }
        let (payment, transfer) = (random.pick(found.payments), random.pick(found.transfers))
        let most = min(payment.movable, transfer.remaining)
        let wanted = random.chance(30) && most > 0 ? Int64.random(in: 1...most, using: &random) : nil
        do {
            let done = try desk.substitute(
                payment.lot.id, by: transfer.id, wanted: wanted, in: pid,
                as: Author(user: nil, name: "operator", reason: "random"))
            if done.funding.amount != wanted ?? most { broken.append("\(pid): \(done) of \(most) moved") }
            substituted += 1
        } catch let problem as FundingProblem {
            if most > 0 { broken.append("\(pid): \(problem), though \(most) could move") }
        }
        let run = try home.town.store.read { try $0.project(pid)?.run ?? 0 }
        note(try chains.follow(pid, in: home.town, causes: ["substitution/\(run)"]))
        broken += try home.brokenInvariants()
    }

    /// Staff hand what is left of another payer's transfers to the customer.
    private mutating func assign(_ random: inout SplitMix64) throws {
        guard let pid = home.projects.isEmpty ? nil : random.pick(home.projects) else { return }
        try settle(until: home.town.now)
        let desk = home.town.app.settlement
        let found = try desk.assignable(in: pid)
        guard found.assignee != nil, !found.advances.isEmpty else { return }
        let advance = random.pick(found.advances)
        let done = try desk.assign(
            from: advance.payer, seen: random.chance(50) ? advance.amount : nil, in: pid,
            as: Author(user: nil, name: "operator", reason: "random"))
        if done.amount != advance.amount { broken.append("\(pid): \(done) of \(advance.amount) passed") }
        assigned += 1
        let run = try home.town.store.read { try $0.project(pid)?.run ?? 0 }
        note(try chains.follow(pid, in: home.town, causes: ["assignment/\(run)"]))
        broken += try home.brokenInvariants()
    }

    private mutating func settle(until: Moment?) throws {
        try home.settle(until: until)
        for pid in home.projects {
            let run = try home.town.store.read { try $0.project(pid)?.run ?? 0 }
            note(try chains.follow(pid, in: home.town, causes: ["settlement/\(run)"]))
        }
        broken += try home.brokenInvariants()
    }

    private mutating func close(_ number: Reference.Month) throws {
        let month = Month(index: Int32(number))
        for region in Region.allCases {
            try settle(until: region.profile.zone.end(of: month))
            try home.close(month, region)
            for pid in home.projects {
                note(try chains.follow(pid, in: home.town, causes: ["package/\(month)"]))
            }
            let packages = try packages(month, region)
            note(try chains.follow(region, in: home.town, packages: packages))
            for report in home.reports.suffix(1) {
                broken += report.blocked.map { "\(month): \($0.account) is blocked: \($0.problem)" }
            }
        }
        broken += try home.brokenInvariants()
    }

    /// The packages of a closing in the order of issue, as the supplier's book must have them.
    private func packages(
        _ month: Month, _ region: Region
    ) throws -> [Chains.Package] {
        try home.town.store.read { records in
            let closings = try records.closings(region: region, month: month).filter { $0.skipped == nil }
            var packages: [Chains.Package] = []
            for document in try records.documents(region: region, month: month) {
                let alone = closings.first {
                    $0.account == document.account && $0.project == document.shares.first?.project
                }
                let cause = "package/\(month)/\(document.account)/\(alone?.project?.text ?? "*")"
                let content = try Town.papers.thaw(document.frozen)
                if packages.last?.cause != cause {
                    packages.append(Chains.Package(cause: cause, net: content.net, vat: content.vat))
                }
                let name = "\(document.kind.rawValue)/\(document.date.year)/\(document.number)"
                let sha256 = Hex.text(Sodium.digest.sha256(document.frozen))
                packages[packages.count - 1].payload.append("document\t\(name)\t\(sha256)")
            }
            return packages
        }
    }

    private mutating func note(_ complaint: String?) {
        if let complaint { broken.append(complaint) }
    }
}
