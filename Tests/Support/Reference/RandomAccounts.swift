extension WorldMaker {
    /// What is sold; `bonus` is the type of bonus that pays for it.
    struct Good {
        let sku: String
        let service: String
        let bonus: String?
    }

    var skus: [Good] {
        [
            Good(sku: "compute.vcpu", service: "Облачные серверы", bonus: "compute"),
            Good(sku: "compute.ram", service: "Облачные серверы", bonus: "compute"),
            Good(sku: "storage.gb", service: "Ёмкость хранилища", bonus: "storage"),
            Good(sku: "licence.day", service: "cloud licence", bonus: nil),
            Good(sku: "network.ip", service: "Cloud network", bonus: nil),
            Good(sku: "free.traffic", service: "Трафик", bonus: "storage"),
        ]
    }

    mutating func makeAccounts() {
        let count = Int.random(in: 1...min(5, 1 + size / 15), using: &random)
        for number in 1...count { makeAccount(number) }
        if random.chance(10), count > 1, world.accounts[0].kind == world.accounts[1].kind,
            world.accounts[0].country == world.accounts[1].country
        {
            world.accounts[1].taxId = world.accounts[0].taxId
            for place in 0...1 {
                for contract in world.accounts[place].contracts.indices {
                    world.accounts[place].contracts[contract].perProject = false
                }
            }
        }
    }

    private mutating func makeAccount(_ number: Int) {
        let region = random.chance(70) ? R.Region.moscow : .kazakhstan
        let other = region == .moscow ? R.Region.kazakhstan : .moscow
        let kind = random.pick(
            [R.CounterpartyKind.legalEntity, .legalEntity, .legalEntity, .soleProprietor, .individual])
        let stranger = kind != .individual && random.chance(15)
        let home = stranger ? other : region
        let registered = region.start(of: R.firstDay(of: firstMonth) - 10) + 12 * R.hour
        let joined = region.day(at: registered)
        var account = R.Account(
            id: "a-00\(number)", kind: kind, taxId: TaxIds.of(kind, home, number: number),
            country: home.country, registered: registered, projects: [])
        let taxable = kind != .individual
        if taxable, stranger || random.chance(65) {
            account.contracts = contracts(in: region, joined: joined, fromTheStart: stranger)
        }
        for place in 0..<random.pick([1, 1, 2, 3]) {
            let late = place > 0 && random.chance(30)
            let created = late ? region.start(of: someDay()) + 1 : registered
            account.projects.append(
                R.Project(pid: "mcs00000000\(number)\(place)", region: region, created: created))
        }
        if taxable, random.chance(12) {
            account.contracts += contracts(in: other, joined: joined, fromTheStart: true)
            account.projects.append(
                R.Project(pid: "mcs00000000\(number)9", region: other, created: registered))
        }
        world.accounts.append(account)
    }

    private mutating func contracts(
        in region: R.Region, joined: R.Day, fromTheStart: Bool
    ) -> [R.Contract] {
        // One that was in force before the customer came has its scheme at once.
        let first = joined - random.pick([0, 0, 3, 40])
        var days: Set<R.Day> = fromTheStart || random.chance(40) ? [first] : []
        let more = Int.random(in: days.isEmpty ? 1...3 : 0...2, using: &random)
        for _ in 0..<more { days.insert(someDay()) }
        return days.sorted().map { day in
            if day >= joined { self.days.append(day) }
            let sets: [[R.DocumentKind]] = [[], [.upd], [.upd, .act], [.taxInvoice], [.taxInvoice, .act]]
            return R.Contract(
                region: region, date: day + random.pick([0, 0, 0, -10, 5]), from: day,
                scheme: random.chance(50) ? .postpaid : .prepaid,
                documents: region == .moscow ? random.pick(sets) : [], perProject: random.chance(25),
                vatCharged: random.chance(75), prices: contractPrices(around: day))
        }
    }

    private mutating func contractPrices(around day: R.Day) -> [R.ContractPrice] {
        var prices: [R.ContractPrice] = []
        for good in skus where random.chance(25) {
            prices.append(
                R.ContractPrice(sku: good.sku, price: price(), validFrom: random.chance(50) ? day - 40 : day))
            if random.chance(30) {
                let later = day + Int.random(in: 1...20, using: &random)
                prices.append(R.ContractPrice(sku: good.sku, price: price(), validFrom: later))
            }
        }
        return prices
    }

    mutating func makePrices() {
        for region in R.Region.allCases {
            for good in skus {
                var since = [R.day("2020-01-01")]
                if random.chance(40) {
                    let change = max(someDay(), since[0] + 1)
                    since.append(change)
                    days.append(change)
                }
                for day in since {
                    let price = good.sku == "free.traffic" ? R.Ratio.zero : price()
                    world.prices.append(
                        R.ListPrice(
                            sku: good.sku, service: good.service, price: price, region: region,
                            bonusType: good.bonus, validFrom: day))
                }
            }
        }
    }

    /// At most six places after the point: nothing, less than a kopeck, halves, ordinary ones.
    mutating func price() -> R.Ratio {
        let edges = ["0", "0.000001", "0.0004", "0.004999", "0.005", "0.014", "0.015", "1", "1.005", "7.77"]
        if random.chance(40) { return R.Ratio(decimal: random.pick(edges)) }
        return R.Ratio(Int128(random.edgy(1...9_999_999)), per: 1_000_000)
    }
}

/// Tax numbers with right check digits.
enum TaxIds {
    static func of(_ kind: Reference.CounterpartyKind, _ home: Reference.Region, number: Int) -> String {
        kind == .legalEntity ? legalEntity(home, number: number) : person(home, number: number)
    }

    static func legalEntity(_ home: Reference.Region, number: Int) -> String {
        switch home {
        case .moscow:
            let body = digits(7_701_00000 + number * 7)
            return text(body + [sum(body, [2, 4, 10, 3, 5, 9, 4, 6, 8]) % 11 % 10])
        case .kazakhstan: return kazakh(fromHead: [1, 0, 0, 4, 4, 0], number: number)
        }
    }

    static func person(_ home: Reference.Region, number: Int) -> String {
        switch home {
        case .moscow:
            var body = digits(77_01000000 + number * 7)
            body.append(sum(body, [7, 2, 4, 10, 3, 5, 9, 4, 6, 8]) % 11 % 10)
            body.append(sum(body, [3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8]) % 11 % 10)
            return text(body)
        case .kazakhstan: return kazakh(fromHead: [8, 5, 0, 6, 1, 5, 3], number: number)
        }
    }

    /// A serial number whose check digit comes out as ten is passed over, as the state does.
    private static func kazakh(fromHead head: [Int], number: Int) -> String {
        var serial = number * 50
        while true {
            let padded = Array(repeating: 0, count: 11 - head.count) + digits(serial)
            let body = head + padded.suffix(11 - head.count)
            var check = sum(body, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]) % 11
            if check == 10 { check = sum(body, [3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2]) % 11 }
            if check < 10 { return text(body + [check]) }
            serial += 1
        }
    }

    private static func digits(_ number: Int) -> [Int] { String(number).compactMap(\.wholeNumberValue) }

    private static func text(_ digits: [Int]) -> String { digits.map(String.init).joined() }

    private static func sum(_ digits: [Int], _ weights: [Int]) -> Int {
        zip(digits, weights).reduce(0) { $0 + $1.0 * $1.1 }
    }
}
