import Basics
import Contracts
import Counterparties
import Documents
import Regions

/// One region's month made again.
struct MonthReplay {
    let region: Region
    let month: Month
    let history: ClosingHistory
    let records: any Records
    let digest: Digest
    let papers: Papers
    private let suppliers: SupplierHistory

    init(
        region: Region, month: Month, history: ClosingHistory, records: any Records, digest: Digest,
        papers: Papers
    ) throws {
        self.region = region
        self.month = month
        self.history = history
        self.records = records
        self.digest = digest
        self.papers = papers
        suppliers = try SupplierHistory(region, records)
    }

    /// The places of one customer's closings of the month.
    private struct Customer {
        let account: AccountID
        var places: [Int]
    }

    func run(into report: inout ReplayReport, progress: (Int, Int) -> Void) throws {
        var kept = try IssuedDocuments(region, month, records)
        let listings = try Rules.listings(records)[region] ?? [:]
        let credits = try CreditsCheck.all(records)
        var accounts: [AccountID: Result<Account, any Error>] = [:]
        let numbers = try number(&accounts)
        let customers = customers()
        for (index, customer) in customers.enumerated() {
            var packages: [PackagePlan] = []
            var doubt: String?
            let first = history.closings[customer.places[0]]
            do {
                let account = try account(customer.account, &accounts)
                let replay = CustomerReplay(
                    account: account, planning: try planning(first),
                    closed: history.closedBefore[customer.places[0]],
                    listings: listings, credits: credits, records: records)
                packages = try replay.packages()
                for place in customer.places {
                    let fact = history.closings[place]
                    let package = packages.first { $0.project == fact.project }
                    if let finding = difference(fact, package) { report.findings.append(finding) }
                    packages.removeAll { $0.project == fact.project }
                    guard let draft = package?.draft, fact.skipped == nil else { continue }
                    try report.documents += documents(
                        draft, fact, account, numbers[place] ?? [:], &kept)
                }
                for package in packages { report.findings.append(surplus(package, first)) }
            } catch {
                doubt = (error as? ReplayDoubt)?.reason ?? "\(error)"
            }
            if let doubt {
                report.documents += kept.take(of: customer.account).map { lonely($0, because: doubt) }
            }
            progress(index + 1, customers.count)
        }
        report.documents += kept.rest().map { lonely($0, because: nil) }
    }

    private func customers() -> [Customer] {
        var customers: [Customer] = []
        for (place, fact) in history.closings.enumerated() where fact.month == month {
            if customers.last?.account == fact.account {
                customers[customers.count - 1].places.append(place)
            } else {
                customers.append(Customer(account: fact.account, places: [place]))
            }
        }
        return customers
    }

    /// Numbers as they were given: by kind, in the order of all closings of the year.
    private func number(
        _ accounts: inout [AccountID: Result<Account, any Error>]
    ) throws -> [Int: [DocumentKind: Int]] {
        struct Series: Hashable {
            let supplier: TaxID?
            let kind: DocumentKind
        }
        var last: [Series: Int] = [:]
        var flows: [AccountID: DocumentFlows] = [:]
        var numbers: [Int: [DocumentKind: Int]] = [:]
        let year = month.lastDay.year
        for (place, fact) in history.closings.enumerated() {
            guard fact.month.lastDay.year == year, fact.skipped == nil,
                // An account that cannot be read is told where its own documents are.
                let known = try? account(fact.account, &accounts)
            else { continue }
            let supplier = try suppliers.supplier(fact.supplierVersion).taxID
            if flows[fact.account] == nil {
                flows[fact.account] = DocumentFlows(
                    try records.documentFlows(of: fact.account, in: region).map(\.asked))
            }
            for kind in kinds(known, flows[fact.account] ?? DocumentFlows(), fact.month) {
                let series = Series(supplier: supplier, kind: kind)
                last[series, default: 0] += 1
                if fact.month == month { numbers[place, default: [:]][kind] = last[series] }
            }
        }
        return numbers
    }

    private func kinds(_ account: Account, _ flows: DocumentFlows, _ month: Month) -> [DocumentKind] {
        let (agreements, last) = (account.agreements, month.lastDay)
        let contract = agreements.contract(on: last, in: region)
        let chosen = account.counterparty(in: month, of: region).taxID.map {
            flows.documents(for: month, of: $0, under: contract)
        }
        return region.profile.package.kinds(
            chosen: chosen ?? contract?.documents ?? [], scheme: agreements.scheme(on: last, in: region))
    }

    private func account(
        _ id: AccountID, _ known: inout [AccountID: Result<Account, any Error>]
    ) throws -> Account {
        if let account = known[id] { return try account.get() }
        let account = Result {
            guard let account = try records.account(id) else { throw ReplayDoubt(reason: "accounts \(id)") }
            return account
        }
        known[id] = account
        return try account.get()
    }

    private func planning(_ fact: ClosingFact) throws -> Planning {
        Planning(
            region: region.profile, supplier: try suppliers.supplier(fact.supplierVersion),
            supplierVersion: fact.supplierVersion ?? 0, month: month, papers: papers, at: fact.at)
    }

    /// What was decided about a package, against what comes out.
    private func difference(_ fact: ClosingFact, _ package: PackagePlan?) -> Finding? {
        let found = fact.skipped ?? "documents"
        let expected =
            package.map { $0.draft == nil ? $0.skipped ?? "" : "documents" } ?? "no such package"
        guard found != expected else { return nil }
        return Finding(table: "closings", key: key(fact), found: found, expected: expected)
    }

    private func surplus(_ package: PackagePlan, _ fact: ClosingFact) -> Finding {
        Finding(
            table: "closings",
            key: "\(region.rawValue) \(fact.account) \(package.project?.text ?? "*") \(month)",
            found: "no closing", expected: package.skipped ?? "documents")
    }

    private func key(_ fact: ClosingFact) -> String {
        "\(region.rawValue) \(fact.account) \(fact.project?.text ?? "*") \(month)"
    }

    private func documents(
        _ draft: PackageDraft, _ fact: ClosingFact, _ account: Account, _ numbers: [DocumentKind: Int],
        _ kept: inout IssuedDocuments
    ) throws -> [ReplayedDocument] {
        let planning = try planning(fact)
        return try draft.kinds.map { kind in
            let number = numbers[kind] ?? 0
            let key = DocumentKey(
                region: region, kind: kind, year: month.lastDay.year, number: number)
            let issued = kept.take(key, supplier: planning.supplier.taxID)
            // A content that cannot be read is named as such; the one made again stands without its name.
            let content = issued.flatMap { try? papers.thaw($0.content) }
            let made = try planning.content(
                draft, kind, number: number, act: numbers[.act], for: account,
                guid: content?.file.flatMap(guid) ?? "")
            return try compare(key, fact.account, issued, content, made)
        }
    }

    /// The one thing that nothing but the content tells: the GUID, which is chance.
    private func guid(_ file: ExchangeFile) -> String? {
        let parts = file.name.split(separator: "_", omittingEmptySubsequences: false)
        return parts.count > 5 ? String(parts[5]) : nil
    }

    private func compare(
        _ key: DocumentKey, _ customer: AccountID, _ issued: IssuedDocuments.Issued?,
        _ content: DocumentContent?, _ made: DocumentContent
    ) throws -> ReplayedDocument {
        let bytes = papers.freeze(made)
        var json = issued.map { ReplayOutcome.comparing($0.content, bytes) } ?? .notKept
        if json == .equal, let issued, issued.sha256 != digest.sha256(bytes) {
            json = .otherDigest(found: Hex.text(issued.sha256), expected: Hex.text(digest.sha256(bytes)))
        }
        var xml = issued == nil ? ReplayOutcome.notKept : .unreadable
        if let content {
            let (kept, again) = (try self.xml(content), try self.xml(made))
            xml =
                switch (kept, again) {
                case (nil, nil): .none
                case (nil, _?): .notKept
                case (_?, nil): .notMade(because: nil)
                case (let kept?, let again?): .comparing(kept, again)
                }
        }
        return ReplayedDocument(
            key: key, customer: customer, kept: issued?.content, made: bytes, keptContent: content,
            madeContent: made, json: json, xml: xml)
    }

    private func xml(_ content: DocumentContent) throws -> [UInt8]? {
        try content.file == nil ? papers.draft(content) : papers.xml(content)
    }

    /// A document that was issued and is not made again.
    private func lonely(_ issued: IssuedDocuments.Issued, because: String?) -> ReplayedDocument {
        ReplayedDocument(
            key: issued.key, customer: issued.account, kept: issued.content, made: nil,
            // Whatever it says, there is nothing to hold it against.
            keptContent: try? papers.thaw(issued.content), madeContent: nil, json: .notMade(because: because),
            xml: .notMade(because: because))
    }
}
