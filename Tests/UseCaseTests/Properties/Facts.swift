import Basics
import Documents
import Funding
import Metering
import Projects
import Regions
import Storage
import Support
import UseCases

/// What is known of a world after it happened, one fact on a line: the product's and the model's lines
/// must be the same.
struct Facts: Equatable {
    private(set) var lines: [String] = []

    mutating func add(_ line: String) { lines.append(line) }

    /// The first facts that differ.
    func difference(from expected: Facts) -> String? {
        guard lines != expected.lines else { return nil }
        let (mine, theirs) = (Set(lines), Set(expected.lines))
        let extra = lines.filter { !theirs.contains($0) }.prefix(6)
        let lacking = expected.lines.filter { !mine.contains($0) }.prefix(6)
        if extra.isEmpty, lacking.isEmpty {
            let place = zip(lines, expected.lines).enumerated().first { $1.0 != $1.1 }
            let here = place.map { "\($0), product: \($1.0)\nexpected: \($1.1)" } ?? "the end"
            return "the same facts in another order: \(lines.count) and \(expected.lines.count), from \(here)"
        }
        return (extra.map { "product: \($0)" } + lacking.map { "expected: \($0)" }).joined(separator: "\n")
    }

    mutating func sort() { lines.sort { $0.precedesBytewise($1) } }
}

// The model's facts.
extension Facts {
    init(_ outcome: Reference.Outcome, of world: Reference.World) {
        typealias R = Reference
        for project in outcome.projects.sorted(by: { $0.pid < $1.pid }) {
            let pid = project.pid
            let owner = world.accounts.first { $0.id == project.account }
            // An individual has told us no tax number, so no transfer is known for its own.
            let taxId = owner?.kind == .individual ? nil : owner?.taxId
            add("\(pid) payment \(project.payment) debt \(project.debt)")
            for lot in project.lots where lot.remaining > 0 { add("\(pid) lot \(lot.id) \(lot.remaining)") }
            for grant in project.grants where grant.remaining > 0 {
                add("\(pid) grant \(grant.id) \(grant.bonusType) \(grant.remaining)")
            }
            switch project.state {
            case .active: add("\(pid) active")
            case .frozen(let at, let due):
                add("\(pid) frozen \(Moment(microseconds: at)) due \(Moment(microseconds: due))")
            case .conserved(let at): add("\(pid) conserved \(Moment(microseconds: at))")
            }
            for transition in project.transitions {
                add("\(pid) \(transition.kind) at \(Moment(microseconds: transition.at))")
            }
            // By bytes: a letter may be spelled in two ways.
            let lines = Dictionary(grouping: project.disputed) { usage in
                Array(
                    "\(R.text(day: project.region.day(at: usage.start))) \(usage.resource) \(usage.sku)".utf8)
            }
            for (bytes, usage) in lines.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
                let line = String(decoding: bytes, as: UTF8.self)
                let quantity = usage.reduce(R.Ratio.zero) { $0 + $1.quantity } * R.Ratio(1000)
                add("\(pid) dispute \(line) events \(usage.count) quantity \(quantity.numerator)")
            }
            for line in project.lines {
                let bonus = line.paid { if case .grant = $0 { true } else { false } }
                let payment = line.paid { if case .lot = $0 { true } else { false } }
                let bank = line.paid {
                    if case .lot(_, .bank(let payer)) = $0 { payer == taxId } else { false }
                }
                add(
                    "\(pid) line \(R.text(day: line.day)) \(line.resource) \(line.sku) «\(line.service)» "
                        + "quantity \((line.quantity * R.Ratio(1000)).numerator) "
                        + "accrued \((line.cost * R.Ratio(1_000_000_000)).numerator) posted \(line.posted) "
                        + "bonus \(bonus) payment \(payment) bank \(bank) "
                        + "debt \(line.paid { $0 == .openDebt })")
            }
        }
    }

    init(_ packages: [Reference.Package]) {
        typealias R = Reference
        for package in packages {
            let head = "\(package.region) \(R.text(month: package.month)) \(package.taxId)"
            if let skipped = package.skipped {
                add("\(head) \(package.project ?? "*") skipped \(skipped)")
            }
            let lines = package.lines.map {
                "[\($0.service) \(R.text(month: $0.serviceMonth)) \($0.vatRate.map { "\($0)" } ?? "none") "
                    + "\($0.net)+\($0.vat)=\($0.gross)]"
            }
            for document in package.documents {
                add(
                    "\(head) \(document.kind) \(document.number) \(package.projects.joined(separator: ",")) "
                        + lines.joined())
            }
        }
        sort()
    }
}

// The product's facts.
extension Facts {
    init(_ home: WorldTown) throws {
        for pid in home.projects { try add(pid, of: home) }
    }

    init(_ reports: [ClosingReport]) {
        add(reports)
        sort()
    }

    /// All of it: projects, portions, documents.
    init(all home: WorldTown) throws {
        try self.init(home)
        try addPortions(of: home)
        add(home.reports)
    }

    private mutating func add(_ reports: [ClosingReport]) {
        for report in reports {
            for blocked in report.blocked {
                add("\(blocked.region) \(report.month) \(blocked.party.taxID) blocked \(blocked.problem)")
            }
            for skipped in report.skipped {
                add(
                    "\(skipped.region) \(report.month) \(skipped.party.taxID) "
                        + "\(skipped.project?.text ?? "*") skipped \(skipped.reason)")
            }
            for document in report.documents { add(document.content) }
        }
    }

    private mutating func add(_ pid: PID, of home: WorldTown) throws {
        let balance = try home.town.app.balances.balance(of: pid)
        add("\(pid) payment \(balance.payment.minor) debt \(balance.debt.minor)")
        let (lots, grants) = try home.town.store.read {
            (try $0.openLots(in: pid), try $0.openGrants(in: pid))
        }
        for lot in lots { add("\(pid) lot \(lot.id) \(lot.remaining)") }
        for grant in grants { add("\(pid) grant \(grant.id) \(grant.type) \(grant.remaining)") }
        switch balance.state {
        case .active: add("\(pid) active")
        case .frozen(let at, let due): add("\(pid) frozen \(at) due \(due)")
        case .conserved(let at): add("\(pid) conserved \(at)")
        }
        var word = ProjectState.active.word
        // A longer term of deletion is told as a transition too; here only the changes of state count.
        for transition in try home.town.app.balances.transitions(of: pid)
        where transition.state.word != word {
            word = transition.state.word
            add("\(pid) \(word == "active" ? "thawed" : word) at \(transition.at)")
        }
        let disputes = try home.town.store.read { try $0.disputes(in: pid, after: nil, limit: .max) }
        let told = disputes.map { dispute in
            "\(dispute.key.day) \(dispute.key.resource) \(dispute.key.sku) events \(dispute.events) "
                + "quantity \(dispute.quantity.thousandths)"
        }
        for line in told.sorted(by: { $0.precedesBytewise($1) }) { add("\(pid) dispute \(line)") }
        for month in home.months {
            for line in try home.town.app.balances.detail(of: pid, month: month) { add(line, of: pid) }
        }
    }

    /// Who paid for what, and in which month that is reported.
    mutating func addPortions(of home: WorldTown) throws {
        for pid in home.projects {
            for month in home.months {
                let portions = try home.town.store.read {
                    try $0.portions(in: pid, after: month.previous, through: month)
                }
                for portion in portions {
                    add(
                        "\(pid) \(month) portion \(portion.day) \(portion.service) \(portion.scheme) "
                            + "\(portion.source) \(portion.amount)")
                }
            }
        }
    }

    private mutating func add(_ record: DayLineRecord, of pid: PID) {
        let line = record.line
        add(
            "\(pid) line \(line.key.day) \(line.key.resource) \(line.key.sku) «\(line.service)» "
                + "quantity \(line.quantity.thousandths) accrued \(line.accrued.billionths) "
                + "posted \(line.posted) bonus \(record.bonus) payment \(record.payment) "
                + "bank \(record.bankFunded) debt \(record.debt)")
    }

    private mutating func add(_ document: DocumentContent) {
        let region = document.currency == .rub ? Region.moscow : .kazakhstan
        let lines = document.lines.map {
            "[\($0.service) \($0.serviceMonth) \($0.vatRate) \($0.net)+\($0.vat)=\($0.gross)]"
        }
        add(
            "\(region) \(document.month) \(document.counterparty.taxID) \(document.kind) \(document.number) "
                + document.projects.map(\.text).joined(separator: ",") + " " + lines.joined())
    }
}
