/// The model against the worked examples of the rulebook; answers the sentences that do not hold.
package func referenceModelSelfCheck() -> [String] {
    var check = SelfCheck()
    check.lotsFirstInFirstOut()
    check.bonusOfAnotherTypeDoesNotHelp()
    check.debtIsRecognisedWhenFunded()
    check.rounding()
    check.tax()
    check.daysOfTheRegions()
    check.freezingAndDeletion()
    check.sets()
    check.schemeWaitsForTheMonth()
    check.booksBalanceInRandomWorlds()
    return check.failures
}

private struct SelfCheck {
    typealias R = Reference
    static let taxId = "7707083893"
    var failures: [String] = []

    mutating func expect<Value: Equatable>(_ name: String, _ value: Value, _ wanted: Value) {
        if value != wanted { failures.append("\(name): \(value), expected \(wanted)") }
    }

    /// One legal entity with one project; every unit costs a rouble. «vm» is paid by «compute» bonuses.
    func world(_ region: R.Region = .moscow, contracts: [R.Contract] = []) -> R.World {
        let registered = R.instant("2023-12-01T09:00:00Z")
        var world = R.World()
        world.accounts = [
            R.Account(
                id: "a-1", kind: .legalEntity, taxId: Self.taxId, country: region.country,
                registered: registered, contracts: contracts,
                projects: [R.Project(pid: "mcs0000000001", region: region, created: registered)])
        ]
        for (sku, service, bonus) in [("vm", "Серверы", "compute"), ("disk", "Диски", nil)] {
            world.prices.append(
                R.ListPrice(
                    sku: sku, service: service, price: R.Ratio(1), region: region, bonusType: bonus,
                    validFrom: R.day("2023-01-01")))
        }
        return world
    }

    func use(_ id: String, _ quantity: String, _ sku: String = "vm", until end: String) -> R.Usage {
        let end = R.instant(end)
        return R.Usage(
            id: id, pid: "mcs0000000001", sku: sku, quantity: R.Ratio(decimal: quantity),
            start: end - R.hour, end: end)
    }

    func transfer(_ id: String, _ roubles: Int64, at: String, payer: String = taxId) -> R.Transfer {
        R.Transfer(
            id: id, pid: "mcs0000000001", payer: payer, amount: roubles * 100, at: R.instant(at))
    }

    func card(_ id: String, _ roubles: Int64, at: String) -> R.Credit {
        R.Credit(id: id, means: .card, pid: "mcs0000000001", amount: roubles * 100, at: R.instant(at))
    }

    func sums(_ world: R.World, _ months: [String]) -> [Int64] {
        R.close(world, months: months.map { R.month($0) }).filter { $0.region == world.prices[0].region }
            .map(\.gross)
    }

    mutating func lotsFirstInFirstOut() {
        var world = world()
        world.transfers = [
            transfer("bank|1", 1000, at: "2026-01-02T00:00:00Z"),
            transfer("bank|2", 700, at: "2026-01-04T00:00:00Z"),
        ]
        world.credits = [card("pay-1", 500, at: "2026-01-03T00:00:00Z")]
        world.usage = [
            use("e-1", "1300", until: "2026-01-10T10:00:00Z"),
            use("e-2", "400", until: "2026-02-10T10:00:00Z"),
        ]
        let january = R.settle(world, until: R.instant("2026-01-31T00:00:00Z"))
        expect("example 1, balance", january.project("mcs0000000001")?.payment, 900_00)
        expect("example 1, packages", sums(world, ["2026-01", "2026-02"]), [1000_00, 200_00])
        world.transfers[0].payer = "7743001840"
        expect("example 1, another payer", sums(world, ["2026-01", "2026-02"]), [0, 200_00])
    }

    mutating func bonusOfAnotherTypeDoesNotHelp() {
        var world = world()
        let granted = R.instant("2026-01-01T00:00:00Z")
        for (id, type, sum) in [("g-1", "compute", 2000), ("g-2", "other", 3000)] as [(String, String, Int64)]
        {
            world.grants.append(
                R.Grant(
                    id: id, pid: "mcs0000000001", bonusType: type, amount: sum * 100, granted: granted,
                    expires: granted + 60 * R.wholeDay))
        }
        world.usage = [use("e-1", "2100", until: "2026-01-10T10:00:00Z")]
        let project = R.settle(world).project("mcs0000000001")
        expect("example 2, balance", project?.payment, -100_00)
        expect("example 2, matching bonus", project?.bonus("compute"), 0)
        expect("example 2, other bonus", project?.bonus("other"), 3000_00)
        expect("example 2, freezing", project?.transitions.map(\.kind), [.frozen])
    }

    mutating func debtIsRecognisedWhenFunded() {
        var world = world()
        world.transfers = [
            transfer("bank|1", 100, at: "2026-01-02T00:00:00Z"),
            transfer("bank|2", 500, at: "2026-02-03T00:00:00Z"),
        ]
        world.usage = [use("e-1", "300", until: "2026-01-31T10:00:00Z")]
        expect("example 3, packages", sums(world, ["2026-01", "2026-02"]), [100_00, 200_00])
        expect("example 3, balance", R.settle(world).project("mcs0000000001")?.payment, 300_00)
        let february = R.close(world, months: [R.month("2026-02")]).first
        expect("example 3, month", february?.lines.map(\.serviceMonth), [R.month("2026-01")])
    }

    mutating func rounding() {
        let costs = ["0.000", "0.0004", "0.014", "0.015", "0.0149999", "1.005"]
        let posted = costs.map { R.Ratio(decimal: $0).postedMinor }
        expect("example 4, day lines", posted, [0, 1, 1, 2, 1, 101])
        let metal = R.Ratio(decimal: "277.66") * R.Ratio(360)
        expect("example 4, bare metal", metal.postedMinor, 99_957_60)
        var world = world()
        world.usage = (0..<3).map { use("e-\($0)", "0.004", until: "2026-01-0\(2 + $0)T10:00:00Z") }
        expect("example 4, three days", R.settle(world).project("mcs0000000001")?.payment, -3)
        world.usage = (0..<3).map { use("e-\($0)", "0.004", until: "2026-01-02T1\($0):00:00Z") }
        expect("example 4, one day", R.settle(world).project("mcs0000000001")?.payment, -1)
    }

    mutating func tax() {
        expect(
            "example 5", [22, 20, 16, nil].map { R.vat(in: 1000_00, rate: $0) }, [180_33, 166_67, 137_93, 0])
        var world = world()
        world.transfers = [transfer("bank|1", 5000, at: "2025-12-02T00:00:00Z")]
        world.usage = [
            use("e-1", "1000", until: "2025-12-31T21:00:00Z"),
            use("e-2", "1000", until: "2025-12-31T22:00:00Z"),
        ]
        let packages = R.close(world, months: [R.month("2025-12"), R.month("2026-01")])
        expect("example 5, the year turns", packages.map(\.vat), [166_67, 180_33])
        expect("numbers begin anew with the year", packages.map { $0.documents.map(\.number) }, [[1], [1]])
    }

    mutating func daysOfTheRegions() {
        func day(_ region: R.Region, _ text: String) -> String {
            R.text(day: region.day(at: R.instant(text)))
        }
        expect("example 6, Moscow", day(.moscow, "2026-01-31T21:30:00Z"), "2026-02-01")
        expect("example 6, Kazakhstan", day(.kazakhstan, "2026-01-31T18:30:00Z"), "2026-01-31")
        expect("example 6, Kazakhstan later", day(.kazakhstan, "2026-01-31T19:30:00Z"), "2026-02-01")
        expect("old time", day(.kazakhstan, "2024-02-27T18:30:00Z"), "2024-02-28")
        let leap = R.day("2024-02-29")
        let long = R.Region.kazakhstan.start(of: leap + 1) - R.Region.kazakhstan.start(of: leap)
        expect("the day of 25 hours", long / R.hour, 25)
        var world = world()
        world.transfers = [transfer("bank|1", 100, at: "2026-01-02T00:00:00Z")]
        world.usage = [use("e-1", "7", until: "2026-01-31T22:30:00Z")]
        expect("example 6, documents", sums(world, ["2026-01", "2026-02"]), [0, 7_00])
        world.usage = [use("e-1", "7", until: "2026-01-31T21:00:00Z")]
        expect("a charge ending at midnight", sums(world, ["2026-01", "2026-02"]), [7_00, 0])
    }

    mutating func freezingAndDeletion() {
        var world = world()
        world.usage = [use("e-1", "100", until: "2026-09-10T09:00:00Z")]
        let frozen = R.instant("2026-09-10T09:00:00Z")
        func state(_ world: R.World) -> R.State? { R.settle(world).project("mcs0000000001")?.state }
        let never = R.State.frozen(at: frozen, deletionDue: R.instant("2026-09-13T09:00:00Z"))
        let paid = R.State.frozen(at: frozen, deletionDue: R.instant("2026-09-17T09:00:00Z"))
        expect("example 7, never paid", state(world), never)
        world.credits = [card("pay-1", 1, at: "2026-09-01T00:00:00Z")]
        expect("example 7, paid", state(world), paid)
        world.credits = [card("pay-1", 100, at: "2026-09-12T00:00:00Z")]
        expect("first money that brings to zero", state(world), paid)
        world.credits.append(card("pay-2", 1, at: "2026-09-12T01:00:00Z"))
        expect("above zero", state(world), .active)
        world.credits = [card("pay-1", 100, at: "2026-09-10T09:00:00Z")]
        expect("money of the same instant", state(world), paid)
        world.credits[0].means = .correction
        expect("a correction is not money", state(world), never)
    }

    mutating func sets() {
        func kinds(_ contract: R.Contract?, _ region: R.Region = .moscow) -> [R.DocumentKind]? {
            var world = world(region, contracts: contract.map { [$0] } ?? [])
            world.transfers = [transfer("bank|1", 100, at: "2026-01-02T00:00:00Z")]
            world.usage = [use("e-1", "7", until: "2026-01-05T10:00:00Z")]
            let packages = R.close(world, months: [R.month("2026-01")])
            return packages.first { $0.region == region }?.documents.map(\.kind)
        }
        func contract(_ region: R.Region, _ scheme: R.Scheme, _ set: [R.DocumentKind] = []) -> R.Contract {
            R.Contract(region: region, date: R.day("2025-12-01"), scheme: scheme, documents: set)
        }
        expect("example 11, offer", kinds(nil), [.upd])
        expect("example 11, tax invoice", kinds(contract(.moscow, .prepaid, [.taxInvoice])), [.taxInvoice])
        let both = contract(.moscow, .prepaid, [.act, .taxInvoice])
        expect("example 11, tax invoice and act", kinds(both), [.taxInvoice, .act])
        expect("example 11, post-paid", kinds(contract(.moscow, .postpaid)), [.upd, .invoice])
        expect("Kazakhstan", kinds(contract(.kazakhstan, .prepaid), .kazakhstan), [.act])
        expect(
            "Kazakhstan, post-paid", kinds(contract(.kazakhstan, .postpaid), .kazakhstan), [.act, .invoice])
    }

    mutating func schemeWaitsForTheMonth() {
        let later = R.Contract(region: .moscow, date: R.day("2026-01-12"), scheme: .postpaid)
        var world = world(contracts: [later])
        world.usage = [
            use("e-1", "5", until: "2026-01-20T10:00:00Z"), use("e-2", "3", until: "2026-02-02T10:00:00Z"),
        ]
        let project = R.settle(world).project("mcs0000000001")
        expect("thawed by the switch", project?.transitions.map(\.kind), [.frozen, .thawed])
        expect("at the month's boundary", project?.transitions.last?.at, R.instant("2026-01-31T21:00:00Z"))
        expect("schemes of the days", project?.lines.map(\.scheme), [.prepaid, .postpaid])
        expect("only February is post-paid", sums(world, ["2026-01", "2026-02"]), [0, 3_00])
    }

    /// Whatever happens, money neither appears nor vanishes, and every line is paid by its portions.
    mutating func booksBalanceInRandomWorlds() {
        let complaint = forAll(
            seed: 20_260_101, count: 60, make: { RandomWorld.make(using: &$0, size: 40) },
            smaller: { $0.smaller }
        ) { world in
            for project in R.settle(world).projects {
                let bonuses = project.lines.reduce(0) { sum, line in
                    sum + line.paid { if case .grant = $0 { true } else { false } }
                }
                let posted = project.lines.reduce(0) { $0 + $1.posted }
                let credited = project.lots.reduce(0) { $0 + $1.amount }
                let burnt = project.grants.reduce(0) { $0 + $1.amount - $1.remaining - $1.expired }
                if project.payment != credited - posted + bonuses { return "\(project.pid): balance" }
                if burnt != bonuses { return "\(project.pid): bonuses" }
                if project.lines.contains(where: { $0.posted != $0.cost.postedMinor }) {
                    return "\(project.pid): a line is not its rounded cost"
                }
            }
            return nil
        }
        if let complaint { failures.append(complaint) }
    }
}
