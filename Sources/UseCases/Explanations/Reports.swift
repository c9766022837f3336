import Basics
import Contracts
import Counterparties
import Documents
import Funding
import Metering
import Regions

/// Finds the document lines that report the parts of one account's charges.
struct Reports {
    private let records: any Records
    private let papers: Papers
    private let account: Account
    private let region: Region
    private let closings: [Closing]
    private var contents: [Month: [DocumentContent]] = [:]

    init(_ explaining: Explaining, _ account: Account, in region: Region) throws {
        records = explaining.records
        papers = explaining.papers
        self.account = account
        self.region = region
        closings = try records.closings(of: account.id, in: region)
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
        let closing = closings.first {
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
        if contents[closing.month] == nil {
            contents[closing.month] = try records.documents(
                of: account.id, in: region, month: closing.month
            ).map { try papers.thaw($0.frozen) }
        }
        let all = contents[closing.month] ?? []
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
