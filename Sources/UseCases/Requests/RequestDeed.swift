package import Access
package import Basics
import Documents
import Funding
import Notices
import Payments
package import Requests

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
        }
    }
}

extension RequestAction {
    /// What whoever does it must hold besides the right to answer requests.
    package var right: Right {
        switch self {
        case .invoice: .topUp
        case .documents: .documents
        case .crediting, .moving: .matching
        case .bonus, .deferral: .requests
        case .ownerChange, .phone: .members
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
        let author = Author(
            user: user.id, name: user.email.text,
            reason: words.text.isEmpty ? "requests/\(number)" : words.text)
        // Papers are printed before anything is locked.
        let files =
            if case .documents(let month) = deed { try papersToSend(month, for: number) } else { words.files }
        let words = try RequestWords(words.text, files: files, key: words.key)
        var touched: [PID] = []
        let request = try store.transaction { records in
            try records.locked(number, seen: seen, words, by: user) { request in
                guard request.kind.actions.contains(deed.action),
                    deed.action.right.isHeld(by: user.staffRoles)
                else { throw AccessProblem.notAllowed }
                let desks = over(OpenTransaction(records: records))
                let object = try desks.done(deed, for: request, words.key, by: author, at: now, &touched)
                return try records.take(.acted(deed.action, object), words, of: request, by: user, at: now)
            }
        }
        if !touched.isEmpty { _ = try settlement.settle(touched) }
        return request
    }

    /// Does the deed; the address of what came of it.
    private func done(
        _ deed: RequestDeed, for request: CustomerRequest, _ key: String, by author: Author, at now: Moment,
        _ touched: inout [PID]
    ) throws -> String {
        let pid = request.project
        switch deed {
        case .invoice(let amount):
            let content = try invoices.makeOnce(for: pid, amount: amount).content
            return "\(content.date.year)/\(content.number)"
        case .documents(let month): return month.description
        case .crediting(let line):
            let decided = try bank.match(line, to: pid, by: author)
            touched = [pid]
            return "bank/\(decided.number)"
        case .moving(let line, let other):
            let back = try bank.undoMatch(line, by: author)
            _ = try bank.match(line, to: other, by: author)
            touched = [pid, other]
            return "bank/\(back.number)"
        case .bonus(let type, let amount, let days):
            guard amount > 0, Money.range.contains(amount) else {
                throw RequestsProblem.badValue(.amount, String(amount))
            }
            let id = CreditID("request/\(request.number)/\(request.version + 1)")
            try credits.take(
                Credit(
                    id: id, project: pid, amount: amount, at: now,
                    kind: .bonus(type, expires: now.adding(seconds: Int64(min(max(days, 1), 366)) * 86_400))))
            touched = [pid]
            return "credit/\(id)"
        case .deferral(let days):
            try settlement.deferFreezing(of: pid, days: days, by: author)
            touched = [pid]
            return "projects/\(pid)"
        case .ownerChange(let email):
            try members.handOver(pid, to: email, by: author)
            return ""
        case .phone(let phone):
            try RequestField.phone.check(phone)
            try store.transaction { try $0.bind(phone, to: request.account, at: now) }
            return ""
        }
    }

    /// The papers of a month for whoever reads the request: only what all of them may see.
    private func papersToSend(_ month: Month, for number: Int64) throws -> [RequestFile] {
        let keys = try store.read { records in
            let request = try records.knownRequest(number)
            let readers = try records.members(of: request.project).filter {
                Right.requests.isHeld(by: $0.membership.roles)
            }
            let viewers = try readers.map { try records.viewer(of: $0.user) }
            return try records.documents(of: request.account, in: request.region, month: month)
                .filter { document in
                    let projects = document.shares.map(\.project)
                    return projects.contains(request.project)
                        && viewers.allSatisfy { $0.may(.documents, inAllOf: projects) }
                }.map {
                    DocumentKey(
                        region: $0.region, kind: $0.kind, year: $0.date.year, number: $0.number)
                }
        }
        guard !keys.isEmpty else { throw RequestsProblem.noDocuments(month) }
        return try keys.prefix(RequestFile.most).map { key in
            try RequestFile(
                named: "\(key.text.replacing("/", with: "-")).pdf", try papers.paper(.document(key)))
        }
    }
}
