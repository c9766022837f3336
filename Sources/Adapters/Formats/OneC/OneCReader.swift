import Payments

/// Walks the lines of a bank file and gathers its sections. What is incomplete or broken is named and
/// left out, the rest is kept.
struct OneCReader {
    private enum Place {
        case outside
        case account
        case document
        case ended
    }

    private var place = Place.outside
    /// The open section; it stands apart from the place so that it grows where it is, without copies.
    private var section = OneCSection(line: 0, title: "")
    private var number = 0
    private var heading = OneCSection(line: 1, title: "")
    private var headingAccounts: [String] = []
    private var accounts: [StatementAccount] = []
    private var documents: [StatementLine] = []
    private var sections = 0
    private var isTruncated = false
    private var flaws: [StatementFlaw] = []
    private var warnings: [StatementWarning]

    init(warnings: [StatementWarning]) { self.warnings = warnings }

    mutating func read(_ text: [UInt8]) throws -> StatementFile {
        for line in OneCLines(text) {
            number += 1
            if !line.isEmpty { try take(line) }
        }
        finish()
        return StatementFile(
            version: heading.text(.version), sender: heading.text(.sender), headingAccounts: headingAccounts,
            accounts: accounts, lines: documents, isTruncated: isTruncated, lineCount: number, flaws: flaws,
            warnings: warnings)
    }

    private mutating func take(_ line: ArraySlice<UInt8>) throws {
        if place == .ended {
            if flaws.last?.problem.code != PaymentsProblem.textAfterEnd(line: 0).code {
                flaw(.textAfterEnd(line: number), at: number)
            }
            return
        }
        let pair = OneCPair(line)
        let key = OneCKey(utf8: pair.key)
        guard line.count <= OneCStatement.longestLine else { return takeTooLong() }
        switch key {
        case .accountSection: try open(.account, pair)
        case .documentSection: try open(.document, pair)
        case .accountEnd: if place == .account { closeAccount() } else { stray() }
        case .documentEnd: if place == .document { closeDocument() } else { stray() }
        case .end where pair.value.isEmpty:
            abandon()
            place = .ended
        case .end: stray()
        case .start: if heading.values.isEmpty, sections == 0 { break } else { startAnew() }
        case let key?: set(key, OneCValues.clean(pair.value))
        case nil: if pair.key.count == line.count { stray() }
        }
    }

    /// A second beginning without an end before it: two files glued together, the first cut short.
    private mutating func startAnew() {
        abandon()
        isTruncated = true
        stray()
    }

    private mutating func open(_ kind: Place, _ pair: OneCPair) throws {
        abandon()
        sections += 1
        guard sections <= OneCStatement.mostSections else {
            throw PaymentsProblem.tooManySections(limit: OneCStatement.mostSections)
        }
        let title = OneCValues.clean(pair.value).filter { !"\"«»".contains($0) }
        section = OneCSection(line: number, title: title)
        place = kind
    }

    /// A section that another one, or the end, cuts off: a document's fields may be missing, so it is not
    /// used; the totals of an account are.
    private mutating func abandon() {
        guard place == .account || place == .document else { return }
        isTruncated = true
        flaw(.unfinished(line: section.line), at: section.line)
        if place == .account { closeAccount() }
        place = .outside
    }

    private mutating func closeAccount() {
        var account = OneCAccount(section)
        accounts.append(account.totals())
        flaws += account.flaws
        if let line = section.tooLongLine {
            flaw(.lineTooLong(line: line, limit: OneCStatement.longestLine), at: line)
        }
        place = .outside
    }

    private mutating func closeDocument() {
        do throws(PaymentsProblem) {
            documents.append(try OneCDocument(section: section).line())
        } catch {
            flaw(error, at: section.line)
        }
        place = .outside
    }

    private mutating func set(_ key: OneCKey, _ text: String) {
        var isNew = true
        switch place {
        case .account, .document: isNew = section.set(key, text, line: number)
        case .outside where key == .account: addHeadingAccount(text)
        case .outside: isNew = heading.set(key, text, line: number)
        case .ended: break
        }
        if !isNew { warn(.repeatedKey(line: number, key: key.rawValue)) }
    }

    private mutating func addHeadingAccount(_ text: String) {
        let account = OneCValues.account(text)
        if !account.isEmpty, headingAccounts.count < 1000, !headingAccounts.contains(account) {
            headingAccounts.append(account)
        }
    }

    private mutating func takeTooLong() {
        switch place {
        case .account, .document: section.tooLongLine = number
        case .outside, .ended:
            flaw(.lineTooLong(line: number, limit: OneCStatement.longestLine), at: number)
        }
    }

    private mutating func finish() {
        abandon()
        if place != .ended { isTruncated = true }
    }

    private mutating func stray() { warn(.strayText(line: number)) }

    /// A file of nothing but oddities must not fill the memory with their names.
    private mutating func warn(_ warning: StatementWarning) {
        if warnings.count < 1000 { warnings.append(warning) }
    }

    private mutating func flaw(_ problem: PaymentsProblem, at line: Int) {
        flaws.append(StatementFlaw(line: line, problem: problem))
    }
}
