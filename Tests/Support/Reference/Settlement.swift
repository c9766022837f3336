extension Reference {
    /// Settles everything up to and with an instant, from nothing, in the canonical order; without one,
    /// everything there is, as things stood at the last movement.
    package static func settle(_ world: World, until: Instant? = nil) -> Outcome {
        let asOf = until ?? world.lastMovement
        var unpriced: [String] = []
        let projects = world.accounts.flatMap { account in
            account.projects.map { project in
                var life = Life(of: project, account: account, in: world, asOf: asOf)
                life.run()
                unpriced += life.unpriced
                return life.outcome
            }
        }
        return Outcome(asOf: asOf, projects: projects, unpriced: unpriced)
    }

    /// The life of one project, as growing lists of facts.
    struct Life {
        let project: Project
        let account: Account
        let world: World
        let asOf: Instant
        let terms: Terms
        let grants: [Grant]
        var charged: [Charge] = []
        var facts: [Fact] = []
        var lots: [Lot] = []
        var scheme: Scheme = .prepaid
        var frozenAt: Instant?
        var conservedAt: Instant?
        var disputed: [Usage] = []
        var transitions: [Transition] = []
        var unpriced: [String] = []

        struct Charge {
            let usage: Usage
            let day: Day
            let cost: Ratio
            let listed: ListPrice
        }

        /// Somebody paid, or owes, a part of a line.
        struct Fact {
            let resource: String
            let sku: String
            let day: Day
            let payer: Payer
            let amount: Int64
            let month: Month?
        }

        enum Movement {
            case charge(Usage)
            case credit(Lot)
            case schemeStart(Day)
            /// Conservation begins, or ends.
            case conservation(begins: Bool)
        }

        init(of project: Project, account: Account, in world: World, asOf: Instant) {
            (self.project, self.account, self.world, self.asOf) = (project, account, world, asOf)
            terms = Terms(account: account, region: project.region)
            grants = Reference.firsts(world.grants) { [$0.id] }
                .filter { Reference.same($0.pid, project.pid) && $0.granted <= asOf }
                .sorted {
                    $0.expires == $1.expires
                        ? Reference.before($0.id, $1.id) : $0.expires < $1.expires
                }
        }

        /// By instant; at one instant charges, then credits, then a change of scheme, then conservation; then by name.
        func movements() -> [(at: Instant, movement: Movement)] {
            typealias Ranked = (at: Instant, rank: Int, names: [String], movement: Movement)
            var all: [Ranked] = []
            for usage in Reference.firsts(world.usage, by: { [$0.source, $0.id] })
            where Reference.same(usage.pid, project.pid) {
                all.append((usage.end, 0, [usage.id, usage.source], .charge(usage)))
            }
            for lot in credits() { all.append((lot.at, 1, [lot.id], .credit(lot))) }
            for day in terms.schemeStarts {
                all.append((project.region.start(of: day), 2, [], .schemeStart(day)))
            }
            for time in world.conservations where Reference.same(time.pid, project.pid) {
                all.append((time.from, 3, [], .conservation(begins: true)))
                if let end = time.until { all.append((end, 3, [], .conservation(begins: false))) }
            }
            func precedes(_ one: Ranked, _ other: Ranked) -> Bool {
                if one.at != other.at { return one.at < other.at }
                if one.rank != other.rank { return one.rank < other.rank }
                for (left, right) in zip(one.names, other.names) where !Reference.same(left, right) {
                    return Reference.before(left, right)
                }
                return false
            }
            return all.filter { $0.at <= asOf }.sorted(by: precedes).map { ($0.at, $0.movement) }
        }

        private func credits() -> [Lot] {
            let transfers = world.transfers.filter { Reference.same($0.pid, project.pid) }.map {
                Lot(id: $0.id, source: .bank(payer: $0.payer), amount: $0.amount, at: $0.at, remaining: 0)
            }
            let others = world.credits.filter { Reference.same($0.pid, project.pid) }.map {
                Lot(id: $0.id, source: .other($0.means), amount: $0.amount, at: $0.at, remaining: 0)
            }
            return Reference.firsts(transfers + others) { [$0.id] }
        }

        mutating func run() {
            for (at, movement) in movements() {
                switch movement {
                case .charge(let usage): charge(usage)
                case .credit(let lot): credit(lot)
                case .schemeStart(let day): scheme = terms.scheme(on: day)
                case .conservation(let begins): conserve(begins, at: at)
                }
                decideFreezing(at: at)
            }
        }

        /// The line is posted at its rounded cost so far; this event pays the difference.
        private mutating func charge(_ usage: Usage) {
            // Whoever ends in a time without charges is not charged, the end of that time included.
            let isDisputed = world.conservations.contains { time in
                Reference.same(time.pid, project.pid) && usage.end > time.from
                    && time.until.map { usage.end <= $0 } ?? true
            }
            if isDisputed { return disputed.append(usage) }
            let day = project.region.day(at: usage.start)
            guard let listed = world.listed(usage.sku, in: project.region, on: day),
                let price = terms.price(of: usage.sku, on: day, listed: listed)
            else {
                unpriced.append(usage.id)
                return
            }
            let event = Charge(usage: usage, day: day, cost: usage.quantity * price, listed: listed)
            charged.append(event)
            let cost = charged.filter { isSameLine($0, event) }.reduce(Ratio.zero) { $0 + $1.cost }
            var rest = cost.postedMinor - posted(event)
            func pay(_ payer: Payer, _ amount: Int64, month: Month?) {
                guard amount > 0 else { return }
                facts.append(
                    Fact(
                        resource: usage.resource, sku: usage.sku, day: day, payer: payer, amount: amount,
                        month: month))
                rest -= amount
            }
            let month = Reference.month(of: day)
            for grant in grants {
                guard let type = listed.bonusType, Reference.same(type, grant.bonusType),
                    grant.granted < usage.end, usage.end <= grant.expires
                else { continue }
                pay(.grant(id: grant.id), min(rest, left(of: grant)), month: month)
            }
            for lot in lots {
                pay(.lot(id: lot.id, source: lot.source), min(rest, left(of: lot)), month: month)
            }
            pay(.openDebt, rest, month: terms.scheme(on: day) == .postpaid ? month : nil)
        }

        /// The oldest debt first; a part that new money pays takes that money's source.
        private mutating func credit(_ lot: Lot) {
            lots.append(lot)
            var paid: [Fact] = []
            var rest = lot.amount
            for fact in facts {
                guard fact.payer == .openDebt, rest > 0 else {
                    paid.append(fact)
                    continue
                }
                let part = min(rest, fact.amount)
                rest -= part
                let service = Reference.month(of: fact.day)
                let prepaid = terms.scheme(on: fact.day) == .prepaid
                let month = prepaid ? max(service, project.region.month(at: lot.at)) : service
                paid.append(fact.part(part, payer: .lot(id: lot.id, source: lot.source), month: month))
                if part < fact.amount {
                    paid.append(fact.part(fact.amount - part, payer: .openDebt, month: fact.month))
                }
            }
            facts = paid
        }

        private mutating func conserve(_ begins: Bool, at instant: Instant) {
            frozenAt = nil
            conservedAt = begins ? instant : nil
            if begins {
                transitions.append(Transition(kind: .conserved, at: instant))
            } else if scheme == .postpaid || payment >= 0 {
                transitions.append(Transition(kind: .thawed, at: instant))
            }
        }

        private mutating func decideFreezing(at instant: Instant) {
            guard conservedAt == nil else { return }
            let negative = scheme == .prepaid && payment < 0
            let clear = scheme == .postpaid || payment > 0
            if frozenAt == nil, negative {
                frozenAt = instant
                transitions.append(Transition(kind: .frozen, at: instant))
            } else if frozenAt != nil, clear {
                frozenAt = nil
                transitions.append(Transition(kind: .thawed, at: instant))
            }
        }
    }
}

extension Reference.Life.Fact {
    func part(_ amount: Int64, payer: Reference.Payer, month: Reference.Month?) -> Self {
        Self(resource: resource, sku: sku, day: day, payer: payer, amount: amount, month: month)
    }
}
