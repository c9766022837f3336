import Access
import Basics
import Notices
import Projects
import Requests
import Wording

/// What the verbs about requests share, inside their transaction.
extension Records {
    /// One of a project's, for who may see its requests; any other is not there.
    func request(_ number: Int64, in pid: PID, for viewer: Viewer) throws -> CustomerRequest {
        guard viewer.may(.requests, in: pid), let project = try project(pid) else {
            throw ProjectsProblem.unknownProject(pid.text)
        }
        let found = try knownRequest(number)
        // What a former account asked for is shown to who asked for it.
        let isTheirs =
            !viewer.isCustomer || found.account == project.project.account || found.madeBy == viewer.user
        guard found.project == pid, isTheirs else { throw RequestsProblem.unknownRequest(String(number)) }
        return found
    }

    func knownRequest(_ number: Int64) throws -> CustomerRequest {
        guard let found = try request(number) else { throw RequestsProblem.unknownRequest(String(number)) }
        return found
    }

    /// A customer, as far as one still is.
    func customer(_ user: User) throws -> Viewer {
        guard user.side == .cabinet, let now = try self.user(user.id), now.maySignIn else {
            throw AccessProblem.notAllowed
        }
        return try viewer(of: now)
    }

    /// Who of the staff answers requests.
    func clerks() throws -> [User] {
        try staff(limit: 500).filter { $0.maySignIn && Right.requests.isHeld(by: $0.staffRoles) }
    }

    /// Somebody of the staff, while requests are theirs to answer.
    private func clerk(_ id: UserID) throws -> User? {
        guard let user = try user(id), user.side == .office, user.maySignIn,
            Right.requests.isHeld(by: user.staffRoles)
        else { return nil }
        return user
    }

    /// A request behind its project's lock, as a member of staff has seen it last. A form that came before changes
    /// nothing; where somebody else was quicker, the slower one is told.
    func locked(
        _ number: Int64, seen: Int64, _ words: RequestWords, by user: User,
        _ work: (CustomerRequest) throws -> CustomerRequest
    ) throws -> CustomerRequest {
        guard user.side == .office, try clerk(user.id) != nil else { throw AccessProblem.notAllowed }
        try lock([try knownRequest(number).project])
        let request = try knownRequest(number)
        if let known = try self.request(sentAs: words.key, in: request.project) { return known }
        guard request.version == seen else { throw RequestsProblem.changedMeanwhile(number) }
        return try work(request)
    }

    /// Takes a step: the request as it stands then, the trail of the staff, the letter to the other side.
    func take(
        _ step: RequestStep, _ words: RequestWords, of request: CustomerRequest, by user: User,
        at now: Moment,
        audited more: String = ""
    ) throws -> CustomerRequest {
        var standing = try request.standing.after(
            step, by: user.id, saying: words.text, of: request.kind, at: now, in: request.region)
        if step == .replied, let assignee = standing.assignee, try clerk(assignee) == nil {
            standing = standing.left()
        }
        let moved = request.moved(to: standing)
        try append(
            RequestEvent(
                number: moved.version, at: now, user: user.id, who: user.email.text, step: step,
                text: words.text), words, to: moved)
        if let action = StaffAction(step) {
            try keep(
                action, on: request.object, account: request.account,
                detail: more.isEmpty ? step.detail : "\(step.detail): \(more)",
                by: Author(user: user.id, name: user.email.text, reason: String(words.text.prefix(500))),
                at: now)
        }
        try announce(step, words.text, of: moved, by: user, at: now)
        return moved
    }

    private func announce(
        _ step: RequestStep, _ text: String, of request: CustomerRequest, by user: User, at now: Moment
    ) throws {
        let (number, kind, pid) = (request.number, request.kind, request.project)
        switch step {
        case .made, .taken: return
        case .assigned(let other):
            guard other != user.id, let clerk = try self.clerk(other) else { return }
            try tell(
                clerk, .requestAssigned(number: number, kind, pid, by: user.name), of: request, at: now)
        case .replied, .withdrawn:
            guard let assignee = request.standing.assignee, let clerk = try self.clerk(assignee) else {
                return
            }
            try tell(clerk, .requestReplied(number: number, kind, pid, text: text), of: request, at: now)
        case .answered, .asked, .acted:
            guard let reader = try recipient(of: request) else { return }
            let said =
                if case .acted(let action, _) = step {
                    action.phrase.text(reader.language)
                } else { text }
            let asks = step == .asked
            try tell(
                reader, .requestAnswered(number: number, kind, pid, text: said, asks: asks), of: request,
                at: now)
        case .finished(let result):
            guard let reader = try recipient(of: request) else { return }
            try tell(
                reader, .requestClosed(number: number, kind, pid, result: result, text: text), of: request,
                at: now)
        case .refused:
            guard let reader = try recipient(of: request) else { return }
            try tell(
                reader, .requestClosed(number: number, kind, pid, result: nil, text: text), of: request,
                at: now)
        }
    }

    /// Who reads the answers: the maker, while the project's requests are theirs to see; else the owner. Where the project
    /// has passed to another account, the maker alone.
    func recipient(of request: CustomerRequest) throws -> User? {
        guard try project(request.project)?.project.account == request.account else {
            return try user(request.madeBy).flatMap { $0.maySignIn ? $0 : nil }
        }
        let members = try members(of: request.project)
        let maker = members.first {
            $0.user.id == request.madeBy && $0.user.maySignIn
                && Right.requests.isHeld(by: $0.membership.roles)
        }
        return maker?.user
            ?? members.first { $0.user.maySignIn && $0.membership.roles.contains(.owner) }?.user
    }

    /// One letter for one step: its id says which.
    func tell(_ user: User, _ text: LetterText, of request: CustomerRequest, at now: Moment) throws {
        try insert(
            Letter(
                id: "request/\(request.number)/\(request.version)", kind: text.kind, to: user.email,
                language: user.language, subject: text.subject.text(user.language),
                body: text.body.text(user.language), createdAt: now))
    }
}

extension RequestStep {
    /// Its word, and what it is about, as they are kept.
    package var parts: (word: String, detail: String, object: String) {
        switch self {
        case .made: ("made", "", "")
        case .taken: ("taken", "", "")
        case .assigned(let user): ("assigned", user.text, "")
        case .replied: ("replied", "", "")
        case .answered: ("answered", "", "")
        case .asked: ("asked", "", "")
        case .acted(let action, let object): ("acted", action.rawValue, object)
        case .finished(let result): ("finished", result.rawValue, "")
        case .refused: ("refused", "", "")
        case .withdrawn: ("withdrawn", "", "")
        }
    }

    package init?(word: String, detail: String, object: String) {
        switch word {
        case "made": self = .made
        case "taken": self = .taken
        case "assigned": self = .assigned(to: UserID(detail))
        case "replied": self = .replied
        case "answered": self = .answered
        case "asked": self = .asked
        case "acted":
            guard let action = RequestAction(rawValue: detail) else { return nil }
            self = .acted(action, object)
        case "finished":
            guard let result = RequestResult(rawValue: detail) else { return nil }
            self = .finished(result)
        case "refused": self = .refused
        case "withdrawn": self = .withdrawn
        default: return nil
        }
    }

    fileprivate var detail: String {
        let (word, detail, object) = parts
        return [word, detail, object].filter { !$0.isEmpty }.joined(separator: " ")
    }
}

extension StaffAction {
    fileprivate init?(_ step: RequestStep) {
        switch step {
        case .made, .replied, .withdrawn: return nil
        case .taken, .assigned: self = .assignRequest
        case .answered, .asked: self = .answerRequest
        case .acted: self = .actOnRequest
        case .finished, .refused: self = .closeRequest
        }
    }
}
