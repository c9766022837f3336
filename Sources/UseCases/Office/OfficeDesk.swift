package import Access
package import Basics
import Counterparties
package import Payments
import Projects

/// What the provider's staff look at: bank files and lines with their candidates, search over everything,
/// accounts with their story, books. Each list comes from one snapshot, has a limit and a place to go on from.
package struct OfficeDesk: Sendable {
    let store: any Store
    let clock: Clock
    let files: BankFiles
    let bank: BankDesk
    let documents: Papers

    package static let linesPerPage = 50
    static let mostCandidates = 20
    /// More unclear lines than these are told as "so many or more".
    package static let mostCounted = 1000

    /// The bank's first page.
    package struct BankOverview: Sendable {
        package let statements: [StatementListing]
        package let next: StatementPlace?
        package let unclear: Int
        package let lines: LineList
        /// The turnover whose lines are shown, and no others.
        package let turnover: BankDay?
    }

    package struct LineList: Sendable {
        package let state: BankLineRecord.State?
        package let lines: [BankLineRecord]
        /// Where the next page begins; nil = there is none.
        package let next: Int64?
    }

    package func bank(
        _ state: BankLineRecord.State?, of turnover: BankDay? = nil, before number: Int64?,
        statements place: StatementPlace?,
        for viewer: Viewer
    ) throws -> BankOverview {
        try hold(viewer, .matching)
        return try store.read { records in
            let most = 10
            let found = try records.statements(before: place, limit: most + 1)
            return BankOverview(
                statements: Array(found.prefix(most)), next: found.count > most ? found[most - 1].place : nil,
                unclear: try records.unclearCount(upTo: OfficeDesk.mostCounted),
                lines: try turnover.map { try lines(of: $0, before: number, records) }
                    ?? lines(state, of: nil, before: number, records), turnover: turnover)
        }
    }

    /// A bank file, why it is held, and its lines.
    package struct StatementView: Sendable {
        package let listing: StatementListing
        package let heldFor: [PaymentsProblem]
        package let flaws: [StatementFlaw]
        package let warnings: [StatementWarning]
        package let lines: LineList
    }

    package func statement(
        _ digest: [UInt8], _ state: BankLineRecord.State?, before number: Int64?, for viewer: Viewer
    ) throws -> StatementView {
        try hold(viewer, .matching)
        return try store.read { records in
            guard let listing = try records.statementListing(digest),
                let record = try records.statement(digest)
            else { throw PaymentsProblem.unknownLine(String(Hex.text(digest).prefix(12))) }
            let file = try files.read(record.bytes)
            var heldFor: [PaymentsProblem] = []
            if case .held(let reasons) = StatementTotals.check(file) { heldFor = reasons }
            return StatementView(
                listing: listing, heldFor: heldFor, flaws: file.flaws, warnings: file.warnings,
                lines: try lines(state, of: digest, before: number, records))
        }
    }

    private func lines(
        _ state: BankLineRecord.State?, of digest: [UInt8]?, before number: Int64?, _ records: any Records
    ) throws -> LineList {
        let most = OfficeDesk.linesPerPage
        let found = try records.bankLines(in: state, of: digest, before: number, limit: most + 1)
        return list(found, state)
    }

    private func lines(
        of turnover: BankDay, before number: Int64?, _ records: any Records
    ) throws -> LineList {
        list(
            try records.bankLines(of: turnover, before: number, limit: OfficeDesk.linesPerPage + 1), nil)
    }

    private func list(_ found: [BankLineRecord], _ state: BankLineRecord.State?) -> LineList {
        let most = OfficeDesk.linesPerPage
        return LineList(
            state: state, lines: Array(found.prefix(most)),
            next: found.count > most ? found[most - 1].number : nil)
    }

    /// A project a line may be for, and what speaks for it.
    package struct Candidate: Hashable, Sendable {
        package enum Why: Hashable, Sendable {
            case quotedPID
            /// With what the invoice still asks of the project.
            case quotedInvoice(number: String, date: Day, open: Int64)
            case payer(TaxID)
            case found
        }

        package let project: ProjectRecord
        package let name: String
        package let taxID: TaxID?
        package let why: [Why]
    }

    package struct LineView: Sendable {
        package let line: BankLineRecord
        package let statement: StatementListing?
        /// Nobody can be chosen for a line that is no unclear money.
        package let candidates: [Candidate]
        /// What was typed to find a project, and how many more there are than are shown.
        package let asked: String
        package let mayUndo: Bool
        package let audit: [AuditEntry]
        package let next: Int64?
    }

    /// A line beside those who may have meant it.
    package func line(_ number: Int64, asking text: String, for viewer: Viewer) throws -> LineView {
        try hold(viewer, .matching)
        return try store.read { records in
            guard let line = try records.bankLine(number: number) else {
                throw PaymentsProblem.unknownLine(String(number))
            }
            let isOpen = line.state == .unclear && line.direction != .outgoing
            return LineView(
                line: line, statement: try records.statementListing(line.statement),
                candidates: isOpen ? try candidates(line, asking: text, records) : [], asked: text,
                mayUndo: try bank.isMatched(line, records),
                audit: try records.auditEntries(
                    AuditSearch(object: BankDesk.object(line)), before: nil, limit: 20),
                next: try records.bankLines(in: .unclear, of: nil, before: number, limit: 1).first?.number)
        }
    }

    /// Quoted projects first, then those of quoted invoices, then the payer's own, then what was asked for.
    private func candidates(
        _ line: BankLineRecord, asking text: String, _ records: any Records
    ) throws -> [Candidate] {
        var order: [PID] = []
        var why: [PID: [Candidate.Why]] = [:]
        func add(_ pid: PID, _ reason: Candidate.Why) {
            if why[pid] == nil { order.append(pid) }
            why[pid, default: []].append(reason)
        }
        if let region = line.region {
            let owners = try BankOwners(records)
            for pid in Purpose.pids(in: line.purpose) { add(pid, .quotedPID) }
            for quote in Purpose.invoices(in: line.purpose) {
                guard let date = quote.date else { continue }
                for invoice in try owners.invoices(quote.number, date, region, records) {
                    for share in invoice.shares {
                        add(
                            share.project,
                            .quotedInvoice(
                                number: quote.number, date: date,
                                open: max(0, share.invoiced - share.alreadyPaid)))
                    }
                }
            }
            if let payer = line.payerTaxID {
                for pid in try records.projects(ofPayer: payer, in: region) { add(pid, .payer(payer)) }
            }
        }
        if !text.isEmpty {
            for pid in try projects(matching: text, records) where why[pid] == nil { add(pid, .found) }
        }
        var found: [Candidate] = []
        for pid in order where found.count < OfficeDesk.mostCandidates {
            guard let project = try records.project(pid),
                line.region.map({ $0 == project.project.region }) ?? true,
                let account = try records.account(project.project.account)
            else { continue }
            found.append(
                Candidate(
                    project: project, name: account.counterparty.name, taxID: account.counterparty.taxID,
                    why: why[pid] ?? []))
        }
        return found
    }

    private func projects(matching text: String, _ records: any Records) throws -> [PID] {
        if let pid = PID(text.lowercased()) { return [pid] }
        return try accounts(matching: text, limit: 10, records).flatMap { id in
            try records.account(id).map { $0.projects.map(\.pid) } ?? []
        }
    }

    func accounts(matching text: String, limit: Int, _ records: any Records) throws -> [AccountID] {
        let digits = text.filter { !$0.isWhitespace }
        if digits.count >= 8, digits.allSatisfy(\.isASCII), digits.contains(where: \.isNumber) {
            let found = try records.accounts(taxID: digits, limit: limit)
            if !found.isEmpty { return found }
        }
        if let known = try records.account(AccountID(text)) { return [known.id] }
        if text.contains("@") {
            let small = text.lowercased()
            let own = try records.accounts(emailBeginning: small, limit: limit)
            return own + (try records.accounts(ofMember: small, limit: limit)).filter { !own.contains($0) }
        }
        let words = SearchText.words(text).sorted { $0.count > $1.count }
        guard let longest = words.first, longest.count >= 2 else { return [] }
        return try records.accounts(named: Array(words.prefix(4)), limit: limit)
    }

    func hold(_ viewer: Viewer, _ right: Right) throws {
        guard viewer.mayEverywhere(right) else { throw AccessProblem.notAllowed }
    }

    /// Makes all accounts findable by name and all letters by their words: those that were there before these were kept
    /// apart.
    package func indexNames() throws {
        var last: AccountID? = AccountID("")
        while let place = last {
            last = try store.transaction { try $0.indexNames(after: place, limit: 500) }
        }
        var letter: Int64? = 0
        while let place = letter {
            letter = try store.transaction { try $0.indexLetters(after: place, limit: 500) }
        }
    }
}
