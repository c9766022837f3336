package import Access
package import Basics
import Documents
import Funding
import Notices
import Payments
package import Projects
package import Requests
import Synchronization

/// What staff do for a request from its page: the business of another desk, told in the request's history.
package enum RequestDeed: Hashable, Sendable {
    case invoice(amount: Int64)
    /// The documents of a month that name the project, attached.
    case documents(Month)
    case crediting(line: String)
    case moving(line: String, to: PID)
    case bonus(BonusType, amount: Int64, days: Int)
    case deferral(days: Int)
    case ownerChange(to: String)
    case phone(String)
    /// So much of what a payment has paid is paid by a transfer (D11).
    case substitution(payment: CreditID, transfer: CreditID, amount: Int64)
    /// What is left of a payer's transfers, so much of it, becomes the customer's as it is now (R130).
    case assignment(payer: TaxID, amount: Int64)
    case conservation(Conservation.Turn)
    /// The project becomes another account's (R130).
    case passing(to: AccountID)

    /// How long granted bonuses live.
    package static let bonusDays = 1...366
    /// What support makes good by itself, in the region's money; more is granted by those who answer for the trail
    /// of the staff: accountants and administrators.
    package static let mostBonus: Int64 = 50_000_00

    package var action: RequestAction {
        switch self {
        case .invoice: .invoice
        case .documents: .documents
        case .crediting: .crediting
        case .moving: .moving
        case .bonus: .bonus
        case .deferral: .deferral
        case .ownerChange: .ownerChange
        case .phone: .phone
        case .substitution: .substitution
        case .assignment: .assignment
        case .conservation(.begun): .conservation
        case .conservation(.ended): .conservationEnd
        case .passing: .passing
        }
    }
}

extension RequestAction {
    /// What whoever does it must hold besides the right to answer requests.
    package var right: Right {
        switch self {
        case .invoice: .topUp
        case .documents: .documents
        case .crediting, .moving, .substitution, .assignment: .matching
        case .bonus, .deferral: .goodwill
        case .ownerChange, .phone: .members
        case .conservation, .conservationEnd: .conservation
        case .passing: .requisites
        }
    }
}

extension App {
    /// Does it by the desk whose business it is and keeps it as a step, both or neither; a form sent twice does it once.
    /// Money that was moved is settled at once.
    @discardableResult
    package func act(
        _ number: Int64, _ deed: RequestDeed, seen: Int64, _ words: RequestWords, by user: User
    ) throws -> CustomerRequest {
        let now = clock.now()
        let author = try Author(
            user: user.id, name: user.email.text, reason: String(words.text.prefix(500))
        ).withReason()
        // Papers are printed before anything is locked.
        var (words, leftOut) = (words, [String]())
        if case .documents(let month) = deed {
            let papers = try papersToSend(month, for: number)
            words = words.bringing(papers.files)
            leftOut = papers.leftOut
        }
        var touched: [PID] = []
        let heard = Mutex<[SettlementDesk.Report]>([])
        let request = try store.transaction { records in
            touched = []
            heard.withLock { $0 = [] }
            return try records.locked(number, seen: seen, words, by: user) { request in
                guard request.kind.actions.contains(deed.action),
                    deed.action.right.isHeld(by: user.staffRoles)
                else { throw AccessProblem.notAllowed }
                let desks = over(OpenTransaction(records: records)) { report in
                    heard.withLock { $0.append(report) }
                }
                if case .bonus(_, let amount, _) = deed, amount > RequestDeed.mostBonus,
                    !Right.audit.isHeld(by: user.staffRoles)
                {
                    throw RequestsProblem.largeBonus(most: RequestDeed.mostBonus)
                }
                let done = try desks.done(deed, for: request, by: author, at: now, &touched)
                let told = ([done.told] + leftOut.map { "without \($0)" }).filter { !$0.isEmpty }
                return try records.take(
                    .acted(deed.action, done.object), words, of: request, by: user, at: now,
                    audited: told.joined(separator: ", "))
            }
        }
        for report in heard.withLock(\.self) { settlement.told(report) }
        if !touched.isEmpty { _ = try settlement.settle(touched) }
        return request
    }

    /// Does the deed; the address of what came of it, and what the staff's trail tells besides.
    private func done(
        _ deed: RequestDeed, for request: CustomerRequest, by author: Author, at now: Moment,
        _ touched: inout [PID]
    ) throws -> (object: String, told: String) {
        let pid = request.project
        switch deed {
        case .invoice(let amount):
            let content = try invoices.makeOnce(for: pid, amount: amount, by: .department).content
            return ("\(content.date.year)/\(content.number)", "\(pid) \(App.sum(amount))")
        case .documents(let month): return (month.description, pid.text)
        case .crediting(let line):
            let before = try store.read { try bank.find(line, $0) }
            // What lies there already is no work of this request.
            guard before.projects != [pid] else {
                throw PaymentsProblem.notUnclear(before.id, before.state.rawValue)
            }
            let decided = try bank.match(line, to: pid, by: author)
            touched = [pid]
            return (
                "bank/\(decided.number)", "\(pid) \(App.sum(decided.amount))"
            )
        case .moving(let line, let other):
            // The project's lock holds the line to it from here on.
            let before = try store.read { try bank.find(line, $0) }
            guard before.projects == [pid] else { throw RequestsProblem.foreignLine(before.number, pid) }
            let back = try bank.undoMatch(line, by: author)
            _ = try bank.match(line, to: other, by: author)
            touched = [pid, other]
            return (
                "bank/\(back.number)",
                "\(pid) → \(other) \(App.sum(back.amount))"
            )
        case .bonus(let type, let amount, let days):
            guard amount > 0, Money.range.contains(amount) else {
                throw RequestsProblem.badValue(.amount, String(amount))
            }
            guard RequestDeed.bonusDays.contains(days) else {
                throw RequestsProblem.badDays(String(days), most: RequestDeed.bonusDays.upperBound)
            }
            let types = try store.read { try requests.bonusTypes(in: request.region, at: now, $0) }
            guard types.contains(type) else { throw RequestsProblem.unknownBonus(type.text) }
            let id = CreditID("request/\(request.number)/\(request.version + 1)")
            try credits.take(
                Credit(
                    id: id, project: pid, amount: amount, at: now,
                    kind: .bonus(type, expires: now.adding(seconds: Int64(days) * 86_400))))
            touched = [pid]
            return (
                "credit/\(id)",
                "\(pid) \(type.text) \(App.sum(amount)) days=\(days)"
            )
        case .deferral(let days):
            try settlement.deferFreezing(of: pid, days: days, by: author)
            touched = [pid]
            return ("projects/\(pid)", "days=\(days)")
        case .conservation(let turn):
            let isOwners = try store.read { records in
                try records.user(request.madeBy).map {
                    try records.viewer(of: $0).may(.conservation, in: pid)
                } ?? false
            }
            guard isOwners else { throw RequestsProblem.ownersWord(pid) }
            try conservation.take(turn, of: pid, by: author)
            touched = [pid]
            return ("projects/\(pid)", pid.text)
        case .ownerChange(let email):
            try members.handOver(pid, to: email, by: author)
            return ("", "\(pid) \(email)")
        case .passing(let account):
            let done = try passing.pass(pid, to: account, by: author)
            return ("accounts/\(account)", "\(pid) \(done.from) → \(done.to)")
        case .phone(let phone):
            try RequestField.phone.check(phone)
            let before = try store.transaction { records in
                let before = try records.boundPhone(of: request.account)
                try records.bind(phone, to: request.account, at: now)
                return before
            }
            return ("", "\(before ?? "—") → \(phone)")
        case .substitution(let payment, let transfer, let amount):
            let done = try settlement.substitute(
                payment, by: transfer, wanted: amount, in: pid, as: author)
            return ("credit/\(payment)", "\(pid) \(done.told)")
        case .assignment(let payer, let amount):
            let done = try settlement.assign(from: payer, seen: amount, in: pid, as: author)
            return ("projects/\(pid)", "\(pid) \(done.told)")
        }
    }

    private static func sum(_ minor: Int64) -> String {
        DecimalText.print(Int128(minor), fractionDigits: 2, least: 2)
    }

    /// The papers of a month for whoever reads the request: only those of its project alone, and only what all of
    /// its readers may see. The others that name the project are told to the staff.
    private func papersToSend(
        _ month: Month, for number: Int64
    ) throws -> (files: [RequestFile], leftOut: [String]) {
        let (keys, leftOut) = try store.read { records in
            let request = try records.knownRequest(number)
            let readers = try records.members(of: request.project).filter {
                Right.requests.isHeld(by: $0.membership.roles)
            }
            let viewers = try readers.map { try records.viewer(of: $0.user) }
            var (sent, leftOut): ([DocumentKey], [String]) = ([], [])
            for document in try records.documents(of: request.account, in: request.region, month: month) {
                let projects = Set(document.shares.map(\.project))
                guard projects.contains(request.project) else { continue }
                let key = DocumentKey(
                    region: document.region, kind: document.kind, year: document.date.year,
                    number: document.number)
                let isShown = try viewers.allSatisfy { try records.mayRead(document, $0) }
                if isShown, projects.count == 1 {
                    sent.append(key)
                } else {
                    leftOut.append(key.text)
                }
            }
            return (sent, leftOut)
        }
        guard !keys.isEmpty else { throw RequestsProblem.noDocuments(month) }
        let files = try keys.map { key in
            try RequestFile(
                named: "\(key.text.replacing("/", with: "-")).pdf", try papers.paper(.document(key)))
        }
        return (files, leftOut)
    }
}
