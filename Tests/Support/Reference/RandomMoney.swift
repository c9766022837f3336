extension WorldMaker {
    mutating func makeMoney() {
        for number in 0..<Int.random(in: 1...(3 + size / 4), using: &random) {
            let project = random.pick(projects)
            let amount = sum()
            if random.chance(60) {
                addTransfer(to: project, amount: amount, at: someInstant(of: project))
            } else {
                let at = someInstant(of: project)
                addCredit("pay-\(number)", to: project, amount: amount, at: at)
            }
        }
    }

    /// Money that brings an account to exactly nothing, or a hair beside it.
    mutating func makeExactMoney() {
        for number in 0..<Int.random(in: 0...3, using: &random) {
            let project = random.pick(projects)
            let at = someInstant(of: project)
            let debt = Reference.settle(world, until: at).project(project.pid)?.debt ?? 0
            let amount = debt + random.pick([-1, 0, 0, 0, 1])
            guard amount > 0 else { continue }
            if random.chance(50) {
                addTransfer(to: project, amount: amount, at: at)
            } else {
                addCredit("exact-\(number)", to: project, amount: amount, at: at)
            }
        }
    }

    private mutating func addCredit(_ id: String, to project: R.Project, amount: Int64, at: R.Instant) {
        guard at >= project.created else { return }
        let means = random.pick([R.Means.card, .card, .sbp, .wallet, .mobile])
        world.credits.append(R.Credit(id: id, means: means, pid: project.pid, amount: amount, at: at))
    }

    private mutating func addTransfer(to project: R.Project, amount: Int64, at wished: R.Instant) {
        let at =
            transfersAtMidnight ? project.region.start(of: project.region.day(at: wished)) : wished
        let owner = world.accounts.first { account in
            account.projects.contains { $0.pid == project.pid }
        }
        guard at >= project.created, let owner else { return }
        transferNumber += 1
        let own = project.region == .moscow ? Make.moscowAccount : Make.kazakhAccount
        let day = R.text(day: project.region.day(at: at))
        let cents = String(String(100 + amount % 100).dropFirst())
        let payer = random.chance(75) ? owner.taxId : TaxIds.legalEntity(.moscow, number: 9_000)
        world.transfers.append(
            R.Transfer(
                id: "bank|\(own)|\(transferNumber)|\(day)|\(amount / 100).\(cents)|40702810938120061991",
                pid: project.pid, payer: payer, amount: amount, at: at))
    }
}
