import Basics
import Contracts
import Counterparties
import Documents
import Regions

/// What a package should say, from the portions lived again.
struct PackageCheck {
    let rules: Rules
    let account: Account
    let month: Month
    let taxID: String
    /// The documents that the customer asked for, and the first day of the contract it asked under.
    let asked: (contract: Int32?, kinds: [String])?
    /// The portions recognised since the month closed before, by project.
    let portions: [(pid: String, portion: Replay.Portion, service: String)]
    /// The official rates of the currency that the contract agrees, in the order of their days; nil = it agrees none.
    let rates: [Rate]?

    struct Rate {
        let day: Int64
        let units: Int64
        let millionths: Int64
        let addedAt: Int64
    }

    struct Line: Hashable {
        let service: ServiceName
        let month: Int32
        let rate: VATRate
        let net: Int64
        let vat: Int64
        let gross: Int64
    }

    struct Payment: Hashable {
        let number: String
        let day: Int32
        let amount: Int64
    }

    private(set) var lines: [Line] = []
    private(set) var shares: [String: Int64] = [:]
    private(set) var projects: [String] = []
    private(set) var payments: [Payment] = []

    private struct PartKey: Hashable {
        let pid: String
        let line: ReplayLine
        let source: String
        let credit: CreditID?
        let isPostpaid: Bool
    }

    private struct LineKey: Hashable {
        let service: ServiceName
        let month: Int32
        let rate: VATRate
    }

    init(
        rules: Rules, account: Account, month: Month, taxID: String,
        asked: (contract: Int32?, kinds: [String])?,
        portions: [(pid: String, portion: Replay.Portion, service: String)], rates: [Rate]?
    ) {
        self.rules = rules
        self.account = account
        self.month = month
        self.taxID = taxID
        self.asked = asked
        self.portions = portions
        self.rates = rates
        derive()
    }

    var gross: Int64 { lines.reduce(0) { $0 &+ $1.gross } }
    var vat: Int64 { lines.reduce(0) { $0 &+ $1.vat } }

    private mutating func derive() {
        var sums: [PartKey: (amount: Int64, portion: Replay.Portion, service: String)] = [:]
        for (pid, portion, service) in portions {
            let isOwn =
                portion.source == "lot" && portion.credit?.means == "bank"
                && portion.credit?.payer == taxID
            guard portion.isPostpaid ? portion.source != "grant" : isOwn else { continue }
            let key = PartKey(
                pid: pid, line: portion.line, source: portion.source,
                credit: portion.credit.map { CreditID($0.id) }, isPostpaid: portion.isPostpaid)
            sums[key, default: (0, portion, service)].amount &+= portion.amount
        }
        let party = account.counterparty(in: month, of: rules.profile.region)
        var gross: [LineKey: Int64] = [:]
        var paid: [Cell: [Int32: Int64]] = [:]
        for (key, sum) in sums where sum.amount != 0 {
            let rate = rules.vat(key.line.day, of: party).map { VATRate.percent($0) } ?? .none
            let line = LineKey(
                service: ServiceName(sum.service), month: rules.month(key.line.day), rate: rate)
            gross[line, default: 0] &+= sum.amount
            shares[key.pid, default: 0] &+= sum.amount
            guard !key.isPostpaid, let credit = sum.portion.credit, let day = credit.documentDay,
                day <= month.lastDay.number
            else { continue }
            paid[Cell(credit.document), default: [:]][day, default: 0] &+= sum.amount
        }
        shares = shares.filter { $0.value != 0 }
        projects = shares.keys.sorted { $0.precedesBytewise($1) }
        lines = gross.filter { $0.value != 0 }.sorted { a, b in
            (a.key.service, a.key.month, a.key.rate) < (b.key.service, b.key.month, b.key.rate)
        }.map { key, gross in
            // VAT inside the sum, half up: gross × rate / (100 + rate).
            var vat: Int64 = 0
            if case .percent(let rate) = key.rate {
                let whole = Int128(100 + rate)
                let size = Int64((2 * Int128(gross.magnitude) * Int128(rate) + whole) / (2 * whole))
                vat = gross < 0 ? -size : size
            }
            return Line(
                service: key.service, month: key.month, rate: key.rate, net: gross - vat, vat: vat,
                gross: gross)
        }
        payments = paid.flatMap { number, days in
            days.map { Payment(number: number.text ?? "", day: $0.key, amount: $0.value) }
        }.sorted { $0.day == $1.day ? $0.number.precedesBytewise($1.number) : $0.day < $1.day }
    }

    /// The package's kinds in their order.
    var kinds: [DocumentKind] {
        let last = month.lastDay.number
        var kinds: [DocumentKind]
        switch rules.profile.region {
        case .kazakhstan: kinds = [.act]
        case .moscow:
            var chosen = Set<DocumentKind>()
            if let contract = rules.contract(last) {
                chosen = contract.documents
                // What was asked for under the contract goes before what it says itself.
                if let asked, !asked.kinds.isEmpty, asked.contract == contract.from.number {
                    chosen = Set(asked.kinds.compactMap(DocumentKind.init(rawValue:)))
                }
            }
            kinds = chosen.isEmpty ? [.upd] : DocumentKind.allCases.filter(chosen.contains)
        }
        if rules.isPostpaid(last) { kinds.append(.invoice) }
        return kinds
    }

    /// What differs in a document's content, in words; nil = nothing.
    func difference(_ content: DocumentContent) -> (found: String, expected: String)? {
        let found = content.lines.map {
            Line(
                service: $0.service, month: $0.serviceMonth.index, rate: $0.vatRate, net: $0.net, vat: $0.vat,
                gross: $0.gross)
        }
        if found != lines { return ("lines \(words(found))", "lines \(words(lines))") }
        if content.projects.map(\.text) != projects {
            return ("projects \(content.projects)", "projects \(projects)")
        }
        let payments = content.payments.map {
            Payment(number: $0.number, day: $0.date.number, amount: $0.amount)
        }
        if payments != self.payments { return ("payments \(payments)", "payments \(self.payments)") }
        if content.month != month || content.date != month.lastDay {
            return ("\(content.month), \(content.date)", "\(month), \(month.lastDay)")
        }
        if content.currency != rules.profile.currency {
            return (content.currency.rawValue, rules.profile.currency.rawValue)
        }
        let wanted = content.kind == .invoice ? agreed(at: content.issuedAt.microseconds) : nil
        let sum = content.agreed.map {
            "\($0.minor) at \($0.rate.rate.units)/\($0.rate.rate.millionths) of \($0.rate.day.number)"
        }
        if sum != wanted { return ("agreed \(sum ?? "none")", "agreed \(wanted ?? "none")") }
        let days = content.kind == .invoice ? rules.contract(month.lastDay.number)?.dueDays : nil
        let due = days.map { month.lastDay.number + Int32($0) }
        if content.due?.number != due {
            let wanted = due.map { Day(number: $0).description } ?? "nothing"
            return ("due \(content.due?.description ?? "nothing")", "due \(wanted)")
        }
        // A customer without requisites could have had no document: nil differs.
        let party = account.counterparty(in: month, of: rules.profile.region)
        let buyer = try? BuyerParty(party)
        if content.counterparty != buyer { return ("another buyer", party.name) }
        return nil
    }

    /// What an invoice asks in the contract's currency, by the last rate that was known when it was issued.
    private func agreed(at issued: Int64) -> String? {
        guard let rates, let currency = rules.contract(month.lastDay.number)?.currency else { return nil }
        let last = Int64(month.lastDay.number)
        guard let rate = rates.last(where: { $0.day <= last && $0.addedAt <= issued }), rate.millionths > 0
        else { return "no rate" }
        var top = Int128(gross.magnitude) * Int128(rate.units) * 10_000
        for _ in 0..<currency.decimals { top *= 10 }
        let (whole, rest) = top.quotientAndRemainder(dividingBy: Int128(rate.millionths))
        var size = whole + (2 * rest >= Int128(rate.millionths) ? 1 : 0)
        if size == 0, gross != 0 { size = 1 }
        return "\(gross < 0 ? -size : size) at \(rate.units)/\(rate.millionths) of \(rate.day)"
    }

    private func words(_ lines: [Line]) -> String {
        lines.map { "\($0.service) \(Month(index: $0.month)) \($0.rate) \(Money.text(minor: $0.gross))" }
            .joined(separator: "; ")
    }
}
