import Basics

/// A project's life as its runs took it, told from events and credits alone.
struct ProjectLife {
    let records: any Records
    let pid: String
    let rules: Rules

    /// What was lived, and the credits no run has taken. A credit that a run took and that is not there
    /// is told. `firstOpen` is the first event that had arrived at the last run and was still to end.
    func live(
        _ runs: [FactsCheck.Run], _ credits: [ReplayCredit], missing: (String, FactsCheck.Run) -> Void
    ) throws -> (replay: Replay, waiting: [ReplayCredit], firstOpen: Int64?) {
        var (taken, firstOpen) = try events(runs)
        var open: [CreditID: ReplayCredit] = [:]
        for credit in credits { open[CreditID(credit.id)] = credit }
        var deferrals: [(from: Int64, until: Int64)] = []
        try records.forEachRow(
            of: "freeze_deferrals", ["from_at", "until_at"], where: ["project": .text(pid)], by: ["from_at"]
        ) { cells in
            if let from = cells[0].integer, let until = cells[1].integer { deferrals.append((from, until)) }
        }
        var turns: [Int64] = []
        try records.forEachRow(of: "conservations", ["at"], where: ["project": .text(pid)], by: ["n"]) {
            if let at = $0[0].integer { turns.append(at) }
        }
        let replay = Replay(rules, deferrals: deferrals, turns: turns)
        for (index, run) in runs.enumerated() {
            let own = run.credits.compactMap { id -> ReplayCredit? in
                guard let credit = open.removeValue(forKey: CreditID(id)) else {
                    missing(id, run)
                    return nil
                }
                return credit
            }
            replay.live(
                run.number, events: taken[index], credits: own, returned: run.returned,
                substituted: run.substituted, assigned: run.assigned, until: run.until,
                open: run.open.flatMap(Int32.init(exactly:)), debtsByService: run.debtsByService,
                coming: run.coming)
            taken[index] = []
        }
        return (replay, Array(open.values), firstOpen)
    }

    /// The events each run took, and the first that had arrived and none took.
    private func events(_ runs: [FactsCheck.Run]) throws -> ([[ReplayEvent]], Int64?) {
        var firstOpen: Int64?
        var taken = [[ReplayEvent]](repeating: [], count: runs.count)
        try records.forEachRow(
            of: "usage_events",
            [
                "arrival", "id", "source", "resource", "sku", "quantity", "started_at", "ended_at", "labels",
            ], where: ["project": .text(pid)], by: ["arrival"]
        ) { cells in
            let event = ReplayEvent(
                arrival: cells[0].integer ?? 0, id: cells[1].text ?? "", source: cells[2].text ?? "",
                resource: ResourceID(cells[3].text ?? ""), sku: SKU(cells[4].text ?? ""),
                quantity: cells[5].integer ?? 0, start: cells[6].integer ?? 0, end: cells[7].integer ?? 0,
                labels: cells[8].text ?? "")
            if let index = first(runs, event) {
                taken[index].append(event)
            } else if firstOpen == nil, event.arrival <= runs.last?.arrival ?? 0 {
                firstOpen = event.arrival
            }
        }
        return (taken, firstOpen)
    }

    /// The run that took an event: the first that saw it arrived and ended. Both bounds only grow.
    private func first(_ runs: [FactsCheck.Run], _ event: ReplayEvent) -> Int? {
        var low = 0
        var high = runs.count
        while low < high {
            let middle = (low + high) / 2
            if runs[middle].arrival >= event.arrival, runs[middle].until >= event.end {
                high = middle
            } else {
                low = middle + 1
            }
        }
        return low < runs.count ? low : nil
    }
}
