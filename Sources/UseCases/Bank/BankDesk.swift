package import Basics
import Books
import Funding
import Ledger
import Notices
package import Payments
import Projects
import Regions

/// Books bank files: each line once, its money to a project with reasons, or to a person.
package struct BankDesk: Sendable {
    let store: any Store
    let clock: Clock
    let digest: Digest
    let files: BankFiles
    let settlement: SettlementDesk

    /// What became of a bank file.
    package struct Booked: Sendable {
        package let file: String
        /// Lines new to us, as decided.
        package var lines: [BankLineRecord] = []
        /// Lines that had come before, as they stand now.
        package var seen: [BankLineRecord] = []
        /// Why the file waits for a person; empty = it does not.
        package var heldFor: [PaymentsProblem] = []
        package var flaws: [StatementFlaw] = []
        package var warnings: [StatementWarning] = []
        package var duplicates: Int { seen.count }
        /// Projects that were credited.
        package var credited: [PID] { Set(lines.flatMap(\.projects)).sorted() }
    }

    /// Books a file. As booked, lines are credited at 00:00 regional time of the day the bank received
    /// the money; else now. The same file, or a line seen in another, changes nothing.
    package func book(
        _ bytes: [UInt8], named name: String, asBooked: Bool, by author: Author? = nil
    ) throws -> Booked {
        let file = try files.read(bytes)
        let verdict = StatementTotals.check(file)
        let key = digest.sha256(bytes)
        let now = clock.now()
        return try store.transaction { records in
            try records.lock(.bank)
            var booked = Booked(file: name, flaws: file.flaws, warnings: file.warnings)
            let known = try records.statement(key)
            var isHeld = false
            if case .held(let reasons) = verdict, known?.isHeld ?? true {
                booked.heldFor = reasons
                isHeld = true
            }
            if known == nil {
                try records.insert(
                    StatementRecord(
                        digest: key, name: name, bytes: bytes, receivedAt: now, isHeld: isHeld,
                        asBooked: asBooked))
            }
            if let author {
                try records.keep(
                    .bookStatement, on: BankDesk.object(key), detail: String(name.prefix(200)), by: author,
                    at: now)
            }
            let owners = try BankOwners(records)
            for line in file.lines {
                let line = BankLine(line, of: file, own: owners.accounts)
                if let known = try records.bankLine(line.id) {
                    booked.seen.append(known)
                    continue
                }
                let record = try take(
                    line, of: key, owners, isHeld: isHeld, asBooked: asBooked, at: now, records)
                booked.lines.append(record)
            }
            return booked
        }
    }

    /// A person lets a held file through: its lines are matched and credited like any others.
    package func accept(_ name: String, by author: Author = .operatorAtMachine) throws -> Booked {
        try accept(name, by: author) { try $0.statement(named: name).first(where: \.isHeld) }
    }

    /// The same, of the file with these bytes.
    package func accept(file key: [UInt8], by author: Author) throws -> Booked {
        try accept(Hex.text(key), by: author) { try $0.statement(key).flatMap { $0.isHeld ? $0 : nil } }
    }

    /// A person turns a held file away: nothing of it is credited. One who looks again may still accept it.
    package func refuse(file key: [UInt8], by author: Author) throws {
        let now = clock.now()
        try store.transaction { records in
            try records.lock(.bank)
            guard let statement = try records.statement(key), statement.isHeld else {
                throw PaymentsProblem.noHeldFile(Hex.text(key))
            }
            try records.markRefused(key, at: now)
            try records.keep(
                .refuseStatement, on: BankDesk.object(key), detail: statement.name, by: author, at: now)
        }
    }

    private func accept(
        _ shown: String, by author: Author, _ look: (any Records) throws -> StatementRecord?
    ) throws -> Booked {
        let now = clock.now()
        return try store.transaction { records in
            try records.lock(.bank)
            guard let statement = try look(records) else { throw PaymentsProblem.noHeldFile(shown) }
            try records.keep(
                .acceptStatement, on: BankDesk.object(statement.digest), detail: statement.name, by: author,
                at: now)
            let file = try files.read(statement.bytes)
            var booked = Booked(file: statement.name, flaws: file.flaws, warnings: file.warnings)
            let owners = try BankOwners(records)
            try records.markAccepted(statement.digest, at: now)
            for line in file.lines {
                let line = BankLine(line, of: file, own: owners.accounts)
                guard let held = try records.bankLine(line.id), held.state == .held else { continue }
                booked.lines.append(
                    try decide(line, held, owners, asBooked: statement.asBooked, at: now, records))
            }
            return booked
        }
    }

    /// A person says which project an unclear line is for.
    package func match(
        _ reference: String, to pid: PID, by author: Author = .operatorAtMachine
    ) throws -> BankLineRecord {
        let now = clock.now()
        return try store.transaction { records in
            try records.lock([pid])
            try records.lock(.bank)
            let line = try find(reference, records)
            guard line.state == .unclear else {
                if line.state == .matched, line.projects == [pid] { return line }
                throw PaymentsProblem.notUnclear(line.id, line.state.rawValue)
            }
            let project = try records.knownProject(pid)
            if let region = line.region, region != project.project.region {
                throw PaymentsProblem.otherRegion(line.id, pid)
            }
            guard line.direction != .outgoing else { throw PaymentsProblem.notUnclear(line.id, "outgoing") }
            let source = LotSource.bank(payer: line.payerTaxID, number: line.document, date: line.date)
            let inSuspense = line.region != nil
            let id = try BankDesk.nextCredit(of: line, records)
            if let region = line.region {
                try post(.suspenseReleased(line.amount), region: region, cause: "match/\(id)", records)
            }
            try credit(id, pid, line.amount, source, at: now, fromSuspense: inSuspense, records)
            try records.insert(
                BankShare(project: pid, amount: line.amount, credit: id, invoice: nil), of: line.id)
            let decided = line.deciding(
                .matched, reasons: line.reasons + [BankDesk.byStaff(pid)], projects: [pid], at: now)
            try records.decide(decided)
            try records.keep(
                .match, on: BankDesk.object(line), account: project.project.account, detail: pid.text,
                by: author, at: now)
            return decided
        }
    }

    /// A person takes a match back, whoever made it (R77): the money leaves the project by a reversing entry and lies
    /// in suspense, and the line waits for a person. Refused where some of the money has paid already.
    package func undoMatch(_ reference: String, by author: Author) throws -> BankLineRecord {
        let now = clock.now()
        let (line, report) = try store.transaction { records in
            // Whose it seems to be is locked before the bank, and looked at again after it.
            try records.lock(try find(reference, records).projects)
            try records.lock(.bank)
            let line = try find(reference, records)
            guard let taken = try matched(line, records) else {
                throw PaymentsProblem.notMatched(line.id, line.state.rawValue)
            }
            let pid = taken.credit.project
            let project = try records.knownProject(pid)
            guard
                let report = try settlement.takeBack(taken, intoSuspense: line.region != nil, records)
            else {
                let left = try records.credit(taken.credit.id)?.remaining ?? 0
                throw PaymentsProblem.matchSpent(line.id, pid, spent: taken.credit.amount - left)
            }
            if let region = line.region {
                try post(
                    .suspenseRestored(line.amount), region: region, cause: "unmatch/\(taken.credit.id)",
                    records)
            }
            let decided = line.deciding(
                .unclear, reasons: line.reasons + [BankDesk.takenBack(pid)], projects: [], at: now)
            try records.decide(decided)
            try records.keep(
                .undoMatch, on: BankDesk.object(line), account: project.project.account, detail: pid.text,
                by: author, at: now)
            return (decided, report)
        }
        settlement.told(report)
        return line
    }

    /// The credit that was made of a line for one project, while the match stands.
    private func matched(_ line: BankLineRecord, _ records: any Records) throws -> PendingCredit? {
        guard line.state == .matched, line.projects.count == 1,
            let share = try records.shares(of: line.id).last
        else { return nil }
        return try records.takenCredit(share.credit)
    }

    /// Whether a line's match can be taken back by a person at all.
    func isMatched(_ line: BankLineRecord, _ records: any Records) throws -> Bool {
        try matched(line, records) != nil
    }

    /// A line chosen for the first time gives its id to the credit; chosen again, with a number.
    private static func nextCredit(of line: BankLineRecord, _ records: any Records) throws -> CreditID {
        let before = try records.shares(of: line.id).count
        return CreditID(before == 0 ? line.id.text : "\(line.id)|\(before + 1)")
    }

    static func object(_ line: BankLineRecord) -> String { "bank/\(line.number)" }

    static func object(_ statement: [UInt8]) -> String { "bank/statements/\(Hex.text(statement))" }

    private static func takenBack(_ pid: PID) -> Phrase {
        Phrase(en: "a member of staff took it back from \(pid)", ru: "сотрудник отменил зачисление в \(pid)")
    }

    package func lines(in state: BankLineRecord.State? = nil) throws -> [BankLineRecord] {
        try store.read { try $0.bankLines(in: state) }
    }

    /// Lines behind a number, in their order.
    package func lines(
        in state: BankLineRecord.State?, after number: Int64, limit: Int
    ) throws -> [BankLineRecord] {
        try store.read { try $0.bankLines(in: state, after: number, limit: limit) }
    }

    func find(_ reference: String, _ records: any Records) throws -> BankLineRecord {
        let short = reference.hasPrefix("bank/") ? String(reference.dropFirst(5)) : reference
        if let number = Int64(short), let line = try records.bankLine(number: number) { return line }
        guard let line = try records.bankLine(BankLineID(reference)) else {
            throw PaymentsProblem.unknownLine(reference)
        }
        return line
    }

    private static func byStaff(_ pid: PID) -> Phrase {
        Phrase(en: "a member of staff chose \(pid)", ru: "сотрудник выбрал \(pid)")
    }

    /// Keeps a new line, held or decided.
    private func take(
        _ line: BankLine, of statement: [UInt8], _ owners: BankOwners, isHeld: Bool, asBooked: Bool,
        at now: Moment, _ records: any Records
    ) throws -> BankLineRecord {
        let held = BankLineRecord(
            line, number: try records.nextBankLineNumber(), statement: statement,
            region: owners.region(of: line.ownAccount), at: now)
        try records.insert(held)
        return isHeld ? held : try decide(line, held, owners, asBooked: asBooked, at: now, records)
    }

    /// Matches a line kept as held, credits what it brings, and keeps the decision with its reasons.
    private func decide(
        _ line: BankLine, _ held: BankLineRecord, _ owners: BankOwners, asBooked: Bool, at now: Moment,
        _ records: any Records
    ) throws -> BankLineRecord {
        let decision = try Match.decide(line, among: owners.candidates(for: line, records))
        let reasons = decision.reasons.map(\.phrase)
        switch decision {
        case .outgoing:
            return try keep(held.deciding(.outgoing, reasons: reasons, projects: [], at: now), records)
        case .unclear:
            if let region = held.region, line.direction == .incoming {
                try post(.unclearReceived(held.amount), region: region, cause: held.id.text, records)
            }
            return try keep(held.deciding(.unclear, reasons: reasons, projects: [], at: now), records)
        case .matched(let shares, let why):
            let decided = held.deciding(
                .matched, reasons: reasons, projects: shares.map(\.project), at: now)
            try records.decide(decided)
            let zone = held.region?.profile.zone
            let at = asBooked ? zone?.start(of: held.creditedOn) ?? now : now
            let source = LotSource.bank(payer: held.payerTaxID, number: held.document, date: held.date)
            let invoices = try owners.quoted(why, held.region, records)
            for (index, share) in shares.enumerated() {
                let id = CreditID(index == 0 ? held.id.text : "\(held.id)|\(share.project)")
                try credit(id, share.project, share.amount, source, at: at, fromSuspense: false, records)
                for part in QuotedInvoices.split(share, credit: id, over: invoices) {
                    try records.insert(part, of: held.id)
                }
            }
            return decided
        }
    }

    private func keep(_ line: BankLineRecord, _ records: any Records) throws -> BankLineRecord {
        try records.decide(line)
        return line
    }

    private func credit(
        _ id: CreditID, _ pid: PID, _ amount: Int64, _ source: LotSource, at: Moment, fromSuspense: Bool,
        _ records: any Records
    ) throws {
        let credit = Credit(id: id, project: pid, amount: amount, at: at, kind: .money(source))
        try records.insert(credit, digest: digest.sha256(credit.canonicalBytes), fromSuspense: fromSuspense)
    }

    /// Posts into the supplier's own book.
    private func post(
        _ rule: PostingRule, region: Region, cause: String, _ records: any Records
    ) throws {
        let chain = Chain("supplier/\(region.rawValue)")
        let posting = try Posting(rule.entries)
        try records.append(
            records.head(of: chain).appending(posting, cause: cause, at: clock.now(), digest: digest.sha256))
    }
}
