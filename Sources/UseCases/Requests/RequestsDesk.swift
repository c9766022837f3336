package import Access
package import Basics
import Counterparties
import Metering
import Notices
import Projects
import Regions
package import Requests
import Wording

/// Customers' requests, from being made to their result: each verb of a person is one step, kept for good, told to the
/// other side by a letter.
package struct RequestsDesk: Sendable {
    let store: any Store
    let clock: Clock

    package static let perPage = 50
    /// Of one project, waiting at a time.
    static let mostOpen = 50
    /// Steps of one request that a page shows, the latest.
    static let mostSteps = 500
    /// What one request keeps of a customer: well under what a page shows.
    package static let mostOwnSteps = 200
    /// Of one project within a day: far more than people make, little for a machine that runs wild.
    package static let mostPerDay = 100
    package static let mostBytesPerDay = 200 << 20

    // MARK: What the customer does

    /// A project's requests with the kinds that the viewer may ask for.
    package struct List: Sendable {
        package let head: ProjectHead
        package let kinds: [RequestKind]
        package let requests: [CustomerRequest]
        package let next: Int64?
        package let now: Moment
    }

    package func list(of pid: PID, before number: Int64? = nil, for viewer: Viewer) throws -> List {
        let now = clock.now()
        return try store.read { records in
            let head = try records.head(pid, .requests, at: now, for: viewer)
            let found = try records.requests(
                of: pid, by: viewer.isCustomer ? head.account.id : nil, before: number,
                limit: RequestsDesk.perPage + 1)
            return List(
                head: head, kinds: kinds(head, viewer),
                requests: Array(found.prefix(RequestsDesk.perPage)),
                next: found.count > RequestsDesk.perPage ? found[RequestsDesk.perPage - 1].number : nil,
                now: now)
        }
    }

    private func kinds(_ head: ProjectHead, _ viewer: Viewer) -> [RequestKind] {
        RequestKind.allCases.filter { kind in
            let terms = kind.terms
            return terms.regions.contains(head.region) && viewer.may(terms.right, in: head.pid)
        }
    }

    /// What the program knows of a form's fields already (O46).
    package func known(_ head: ProjectHead, of user: User) -> [RequestField: String] {
        let party = head.account.counterparty
        let details = [party.name, party.taxID?.text]
            .compactMap(\.self).joined(separator: "\n")
        return [
            .project: head.pid.text, .organisation: details, .formerOrganisation: details,
            .contactName: user.name, .email: user.email.text,
            .accountData: "\(user.email.text)\n\(head.pid)",
        ]
    }

    /// Makes a request. A form sent twice makes one.
    @discardableResult
    package func make(
        _ kind: RequestKind, _ values: [String: String], _ words: RequestWords, in pid: PID, by user: User
    ) throws -> CustomerRequest {
        let now = clock.now()
        return try store.transaction { records in
            try records.lock([pid])
            let viewer = try records.customer(user)
            let head = try records.head(pid, .requests, at: now, for: viewer)
            if let known = try records.request(sentAs: words.key, in: pid) { return known }
            guard viewer.may(kind.terms.right, in: pid) else { throw AccessProblem.notAllowed }
            if let wrong = RequestsDesk.problems(kind, values, words.files, in: head).first { throw wrong }
            guard try records.openRequests(of: pid, upTo: RequestsDesk.mostOpen) < RequestsDesk.mostOpen
            else { throw RequestsProblem.tooManyOpen(RequestsDesk.mostOpen) }
            guard
                try records.requestsMade(
                    in: pid, since: RequestsDesk.dayBefore(now), upTo: RequestsDesk.mostPerDay)
                    < RequestsDesk.mostPerDay
            else { throw RequestsProblem.tooManyToday(RequestsDesk.mostPerDay) }
            try holdBytes(of: words, in: pid, at: now, records)
            try records.lock(.requests)
            let request = CustomerRequest(
                number: try records.nextRequestNumber(), project: pid, account: head.account.id,
                region: head.region, kind: kind, madeBy: user.id, madeAt: now,
                standing: RequestStanding(made: kind, at: now, in: head.region), version: 1)
            let step = RequestEvent(
                number: 1, at: now, user: user.id, who: user.email.text, step: .made, text: words.text)
            try records.insert(request, values, step, words)
            try records.tell(
                user,
                .requestMade(number: request.number, kind, pid, due: request.standing.dueAt, head.region),
                of: request, at: now)
            return request
        }
    }

    /// All that is wrong with a form, in the order of its fields. A field that is a file is filled by one that came.
    package static func problems(
        _ kind: RequestKind, _ values: [String: String], _ files: [RequestFile], in head: ProjectHead
    ) -> [RequestsProblem] {
        var whole = values.filter { name, _ in
            RequestField(rawValue: name).map { $0.shape != .file } ?? true
        }
        for file in files { if let field = file.field { whole[field.rawValue] = file.name } }
        return kind.problems(with: whole, in: head.region)
    }

    /// A customer's reply to the staff, or a closed request opened again by one.
    @discardableResult
    package func reply(_ number: Int64, in pid: PID, _ words: RequestWords, by user: User) throws
        -> CustomerRequest
    {
        guard !words.text.isEmpty || !words.files.isEmpty else { throw RequestsProblem.noText }
        return try ownStep(.replied, number, pid, words, user)
    }

    @discardableResult
    package func withdraw(_ number: Int64, in pid: PID, _ words: RequestWords, by user: User) throws
        -> CustomerRequest
    {
        try ownStep(.withdrawn, number, pid, words, user)
    }

    private func ownStep(
        _ step: RequestStep, _ number: Int64, _ pid: PID, _ words: RequestWords, _ user: User
    ) throws -> CustomerRequest {
        let now = clock.now()
        return try store.transaction { records in
            try records.lock([pid])
            let viewer = try records.customer(user)
            let request = try records.request(number, in: pid, for: viewer)
            if let known = try records.request(sentAs: words.key, in: pid) { return known }
            // What its kind asks for, its withdrawal asks for too.
            guard viewer.may(request.kind.terms.right, in: pid) else { throw AccessProblem.notAllowed }
            if step == .replied {
                guard try records.customerSteps(of: request) < RequestsDesk.mostOwnSteps else {
                    throw RequestsProblem.tooManySteps(RequestsDesk.mostOwnSteps)
                }
            }
            try holdBytes(of: words, in: pid, at: now, records)
            return try records.take(step, words, of: request, by: user, at: now)
        }
    }

    private static func dayBefore(_ now: Moment) -> Moment { now.adding(seconds: -86_400) }

    /// Holds what a project sends within a day to what there is room for, behind its lock.
    private func holdBytes(
        of words: RequestWords, in pid: PID, at now: Moment, _ records: any Records
    ) throws {
        guard !words.files.isEmpty else { return }
        let sent = try records.bytesSent(in: pid, since: RequestsDesk.dayBefore(now))
        let coming = words.files.reduce(0) { $0 + Int64($1.bytes.count) }
        guard sent + coming <= Int64(RequestsDesk.mostBytesPerDay) else {
            throw RequestsProblem.tooMuchToday(megabytes: RequestsDesk.mostBytesPerDay >> 20)
        }
    }

    /// Somebody by the address they sign in with, of either side.
    package func person(_ typed: String) throws -> User {
        let email = try EmailAddress(typed)
        return try store.read { records in
            for side in AccessSide.allCases {
                if let user = try records.user(emailed: email, on: side) { return user }
            }
            throw AccessProblem.noUser(email.text)
        }
    }

    // MARK: What both sides see

    /// A request with all that was said and done.
    package struct View: Sendable {
        package let request: CustomerRequest
        package let head: ProjectHead
        package let values: [String: String]
        package let events: [RequestEvent]
        /// Whoever works on it, as a name to show.
        package let assignee: String?
        package let maker: User?
        package let now: Moment
    }

    package func view(_ number: Int64, in pid: PID, for viewer: Viewer) throws -> View {
        let now = clock.now()
        return try store.read { records in
            try view(try records.request(number, in: pid, for: viewer), viewer, now, records)
        }
    }

    private func view(
        _ request: CustomerRequest, _ viewer: Viewer, _ now: Moment, _ records: any Records
    ) throws -> View {
        View(
            request: request,
            head: try records.head(request.project, .requests, at: now, for: viewer),
            values: try records.values(of: request),
            events: try records.events(of: request, limit: RequestsDesk.mostSteps),
            assignee: try request.standing.assignee.flatMap { try records.user($0)?.name },
            maker: try records.user(request.madeBy), now: now)
    }

    /// A file of a step, for who may see the request.
    package func file(
        _ number: Int64, in pid: PID, step: Int64, place: Int, for viewer: Viewer
    ) throws -> (file: RequestEvent.Attached, bytes: [UInt8])? {
        try store.read { records in
            let request = try records.request(number, in: pid, for: viewer)
            let events = try records.events(of: request, limit: Int.max)
            guard let event = events.first(where: { $0.number == step }),
                let file = event.files.first(where: { $0.place == place }),
                let bytes = try records.attachment(file.sha256)
            else { return nil }
            return (file, bytes)
        }
    }

    // MARK: What the staff do

    /// A page of the queue.
    package struct Queue: Sendable {
        package let search: RequestSearch
        package let requests: [Listed]
        package let next: RequestPlace?
        package let now: Moment

        package struct Listed: Sendable {
            package let request: CustomerRequest
            package let customer: String
            package let assignee: String?
        }
    }

    package func queue(
        _ search: RequestSearch, after place: RequestPlace? = nil, for viewer: Viewer
    ) throws -> Queue {
        guard viewer.mayEverywhere(.requests) else { throw AccessProblem.notAllowed }
        let now = clock.now()
        return try store.read { records in
            let found = try records.requests(search, after: place, limit: RequestsDesk.perPage + 1)
            var names: [UserID: String] = [:]
            let listed = try found.prefix(RequestsDesk.perPage).map { request in
                if let user = request.standing.assignee, names[user] == nil {
                    names[user] = try records.user(user)?.name
                }
                let party = try records.account(request.account)?.counterparty
                return Queue.Listed(
                    request: request, customer: party?.shortName ?? party?.name ?? request.account.text,
                    assignee: request.standing.assignee.flatMap { names[$0] })
            }
            return Queue(
                search: search, requests: listed,
                next: found.count > RequestsDesk.perPage
                    ? listed.last.map { RequestPlace($0.request) } : nil, now: now)
        }
    }

    package struct StaffView: Sendable {
        package let view: View
        /// Who may be given it.
        package let staff: [User]
        package let audit: [AuditEntry]
        package let phone: String?
        package let bonusTypes: [BonusType]
        /// Bank lines that may be meant; nil = none were looked for.
        package let traced: [BankLineRecord]?
        /// Where the request is about that, for who may do it: payments that transfers could stand in for.
        package let substitutes: SettlementDesk.Substitutes?
        /// Where the request is about that, for who may do it: advances of other payers.
        package let assignable: SettlementDesk.Assignable?
        /// Accounts of the tax ids that a re-registration names, and what a passing to each would do.
        package let passings: [PassingDesk.Preview]
    }

    /// So many accounts of a new organisation are offered.
    static let mostPassings = 5

    /// What a payment is looked for by (Q15); what is nil is not asked for.
    package struct Trace: Hashable, Sendable {
        package let amount: Int64?
        package let day: Day?
        package let payer: String

        package init(amount: Int64?, day: Day?, payer: String) {
            self.amount = amount
            self.day = day
            self.payer = payer
        }

        /// A transfer is sent on one day and comes on another.
        fileprivate var days: ClosedRange<Day>? {
            day.map { Day(number: $0.number - 3)...Day(number: $0.number + 10) }
        }

        fileprivate var isEmpty: Bool { amount == nil && day == nil && payer.isEmpty }
    }

    package func view(
        _ number: Int64, tracing trace: Trace? = nil, for viewer: Viewer
    ) throws -> StaffView {
        guard viewer.mayEverywhere(.requests) else { throw AccessProblem.notAllowed }
        let now = clock.now()
        return try store.read { records in
            let request = try records.knownRequest(number)
            func isAtHand(_ action: RequestAction) -> Bool {
                request.kind.actions.contains(action) && !request.standing.state.isClosed
                    && viewer.mayEverywhere(action.right)
            }
            return StaffView(
                view: try view(request, viewer, now, records), staff: try records.clerks(),
                audit: try records.auditEntries(
                    AuditSearch(object: request.object), before: nil, limit: 50),
                phone: try records.boundPhone(of: request.account),
                bonusTypes: try bonusTypes(in: request.region, at: now, records),
                traced: try trace.flatMap { trace in
                    guard viewer.mayEverywhere(.matching), !trace.isEmpty else { return nil }
                    return try records.bankLines(
                        worth: trace.amount, on: trace.days,
                        fromPayer: trace.payer.isEmpty ? nil : trace.payer, limit: 20)
                },
                substitutes: isAtHand(.substitution)
                    ? try records.substitutes(in: request.project, at: now) : nil,
                assignable: isAtHand(.assignment) ? try records.assignable(in: request.project) : nil,
                passings: isAtHand(.passing) ? try passings(of: request, at: now, records) : [])
        }
    }

    private func passings(
        of request: CustomerRequest, at now: Moment, _ records: any Records
    ) throws -> [PassingDesk.Preview] {
        let said = try records.values(of: request)[RequestField.newOrganisation.rawValue] ?? ""
        let numbers = said.split { !$0.isASCII || !$0.isNumber }.filter { [10, 12].contains($0.utf8.count) }
        var accounts: [AccountID] = []
        for number in Set(numbers.map(String.init)).sorted() {
            accounts += try records.accounts(taxID: number, limit: RequestsDesk.mostPassings)
        }
        return try accounts.prefix(RequestsDesk.mostPassings).map {
            try records.passing(of: request.project, to: $0, at: now)
        }
    }

    /// The types that the region's prices know.
    func bonusTypes(
        in region: Region, at now: Moment, _ records: any Records
    ) throws -> [BonusType] {
        let day = region.profile.zone.day(of: now)
        let listings = try records.listings(in: region, on: day, like: "", after: nil, limit: 500)
        return Set(listings.compactMap(\.bonusType)).sorted()
    }

    /// Takes a request upon oneself.
    @discardableResult
    package func take(_ number: Int64, seen: Int64, _ words: RequestWords, by user: User) throws
        -> CustomerRequest
    {
        try staffStep(number, seen, words, user) { _ in .taken }
    }

    /// Gives it to somebody of the staff, who is told.
    @discardableResult
    package func assign(
        _ number: Int64, to typed: String, seen: Int64, _ words: RequestWords, by user: User
    ) throws -> CustomerRequest {
        let email = try EmailAddress(typed)
        return try staffStep(number, seen, words, user) { records in
            guard let other = try records.clerks().first(where: { $0.email == email }) else {
                throw AccessProblem.noUser(email.text)
            }
            return .assigned(to: other.id)
        }
    }

    /// Answers, or asks back and waits for the customer.
    @discardableResult
    package func answer(
        _ number: Int64, canned: CannedAnswer?, asks: Bool, seen: Int64, _ words: RequestWords, by user: User
    ) throws -> CustomerRequest {
        let words = try with(canned, words, number)
        guard !words.text.isEmpty || (!asks && !words.files.isEmpty) else { throw RequestsProblem.noText }
        return try staffStep(number, seen, words, user) { _ in asks ? .asked : .answered }
    }

    @discardableResult
    package func finish(
        _ number: Int64, _ result: RequestResult, canned: CannedAnswer? = nil, seen: Int64,
        _ words: RequestWords, by user: User
    ) throws -> CustomerRequest {
        let words = try with(canned, words, number)
        return try staffStep(number, seen, words, user) { records in
            // Money goes back from a project that nothing is charged to any more (D13, O4).
            let request = try records.knownRequest(number)
            if result == .refund, request.kind.conservesFirst,
                try !records.knownProject(request.project).isConserved
            {
                throw RequestsProblem.conserveFirst(request.project)
            }
            return .finished(result)
        }
    }

    @discardableResult
    package func refuse(
        _ number: Int64, canned: CannedAnswer? = nil, seen: Int64, _ words: RequestWords, by user: User
    ) throws -> CustomerRequest {
        let words = try with(canned, words, number)
        guard !words.text.isEmpty else { throw RequestsProblem.noText }
        return try staffStep(number, seen, words, user) { _ in .refused }
    }

    /// What is typed behind what is written for good, in the language of who reads it.
    private func with(
        _ canned: CannedAnswer?, _ words: RequestWords, _ number: Int64
    ) throws -> RequestWords {
        guard let canned else { return words }
        let language = try store.read { records in
            try records.recipient(of: try records.knownRequest(number))?.language ?? .ru
        }
        let parts = [canned.answer.text(language), words.text].filter { !$0.isEmpty }
        return try RequestWords(parts.joined(separator: "\n\n"), files: words.files, key: words.key)
    }

    private func staffStep(
        _ number: Int64, _ seen: Int64, _ words: RequestWords, _ user: User,
        _ step: (any Records) throws -> RequestStep
    ) throws -> CustomerRequest {
        let now = clock.now()
        return try store.transaction { records in
            try records.locked(number, seen: seen, words, by: user) { request in
                try records.take(try step(records), words, of: request, by: user, at: now)
            }
        }
    }
}
