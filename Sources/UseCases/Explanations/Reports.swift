import Basics
import Contracts
import Counterparties
import Documents
import Funding
import Metering
import Projects
import Regions

/// Finds the document lines that report the parts of one account's charges.
struct Reports {
    private let records: any Records
    private let papers: Papers
    private let region: Region
    /// Whose the project is, then whose it was, for those who may know.
    private let parties: [Party]
    private var contents: [Place: [DocumentContent]] = [:]

    private struct Party {
        let account: Account
        let holdings: [Holding]
        let closings: [Closing]

        func documents(_ month: Month) -> Bool {
            holdings.contains { $0.span(after: month.previous, through: month) != nil }
        }
    }

    private struct Place: Hashable {
        let account: AccountID
        let month: Month
    }

    init(_ explaining: Explaining, _ project: ProjectRecord, _ account: Account) throws {
        let (records, region, pid) = (explaining.records, project.project.region, project.project.pid)
        self.records = records
        papers = explaining.papers
        self.region = region
        let passings = project.passings == 0 ? [] : try records.passings(of: pid)
        var former: [Account] = []
        if !explaining.viewer.isCustomer {
            for id in Set(passings.map(\.from)).sorted() where id != account.id {
                former += [try records.account(id)].compactMap(\.self)
            }
        }
        parties = try ([account] + former).map {
            Party(
                account: $0, holdings: Holding.all(pid, $0.id, passings),
                closings: try records.closings(of: $0.id, in: region))
        }
    }

    /// Sums by where they are reported; what cancels itself out is left away.
    mutating func sums(
        _ parts: [(portion: PortionRecord, line: DayLine, source: FundingFact, month: Month)], in pid: PID
    ) throws -> [ReportedSum] {
        var sums: [ReportFact: Int64] = [:]
        var order: [ReportFact] = []
        for part in parts {
            let report = try report(part.portion, part.line, part.source, from: part.month, in: pid)
            if sums[report] == nil { order.append(report) }
            sums[report, default: 0] += part.portion.amount
        }
        return order.compactMap { report in
            let amount = sums[report] ?? 0
            return amount == 0 ? nil : ReportedSum(report: report, amount: amount)
        }
    }

    private mutating func report(
        _ portion: PortionRecord, _ line: DayLine, _ source: FundingFact, from month: Month, in pid: PID
    ) throws -> ReportFact {
        let payer: TaxID? = if case .lot(let fact) = source { fact.payer } else { nil }
        let holders = parties.filter { $0.documents(month) }
        let paid = holders.first { $0.account.counterparty(in: month, of: region).taxID == payer }
        // Of a month of before, that was another party's, nothing more is known.
        guard let party = paid ?? holders.first else { return .never(.otherPayer) }
        let account = party.account
        guard let own = account.counterparty(in: month, of: region).taxID else {
            return .never(.individual)
        }
        switch (portion.scheme, source) {
        case (_, .grant): return .never(.bonus)
        case (.postpaid, _): break
        case (.prepaid, .debt): return .never(.unpaid)
        case (.prepaid, .lot(let fact)):
            guard case .money(.bank) = fact.credit.kind else { return .never(.notBankTransfer) }
            guard fact.payer == own else { return .never(.otherPayer) }
        }
        let closing = party.closings.first {
            $0.month >= month && ($0.project == nil || $0.project == pid)
        }
        guard let closing else { return .monthOpen(month) }
        if closing.skipped != nil { return .never(.noDocuments) }
        let addresses = try documents(of: closing).flatMap { content -> [String] in
            let key = DocumentKey(content, in: region)
            return content.lines.enumerated().filter { _, candidate in
                candidate.service == line.service && candidate.serviceMonth == line.key.day.month
                    && candidate.vatRate
                        == account.vatRate(on: line.key.day, in: region, reportedIn: closing.month)
            }.map { ExplanationAddress.documentLine(key, $0.offset + 1).text }
        }
        return addresses.isEmpty ? .never(.alreadyReported) : .documents(addresses)
    }

    private mutating func documents(of closing: Closing) throws -> [DocumentContent] {
        let place = Place(account: closing.account, month: closing.month)
        if contents[place] == nil {
            contents[place] = try records.documents(
                of: closing.account, in: region, month: closing.month
            ).map { try papers.thaw($0.frozen) }
        }
        let all = contents[place] ?? []
        guard let project = closing.project else { return all }
        return all.filter { $0.projects == [project] }
    }
}

extension Account {
    /// The rate a line of a month's document bears for a day's services.
    func vatRate(on day: Day, in region: Region, reportedIn month: Month) -> VATRate {
        let isResident = counterparty(in: month, of: region).isResident(of: region.profile.country)
        return agreements.vat(on: day, in: region, isResident: isResident) == .none
            ? .none : .percent(region.profile.vat.on(day))
    }
}
