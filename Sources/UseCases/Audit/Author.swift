package import Access
package import Basics

/// Who does something for the provider, and why: kept with what is done.
package struct Author: Hashable, Sendable {
    /// Nil = whoever runs the machine, by a command or a program's token.
    package let user: UserID?
    /// As people know them on that day: an address.
    package let name: String
    package let reason: String

    package init(user: UserID?, name: String, reason: String) {
        self.user = user
        self.name = name
        self.reason = reason
    }

    /// Whoever runs the machine.
    package static let operatorAtMachine = Author(user: nil, name: "operator", reason: "")

    /// Of a signed-in member of staff. What one types as a reason is kept to a sentence or two.
    package init(_ visit: SignedVisit, reason: String) {
        self.init(user: visit.user.id, name: visit.user.email.text, reason: String(reason.prefix(500)))
    }

    /// The same, where a reason must be given.
    package func withReason() throws -> Author {
        guard reason.contains(where: { !$0.isWhitespace }) else { throw AccessProblem.noReason }
        return self
    }
}

/// What staff do that is kept.
package enum StaffAction: String, CaseIterable, Hashable, Sendable {
    case bookStatement = "book-statement"
    case acceptStatement = "accept-statement"
    case refuseStatement = "refuse-statement"
    case match
    case undoMatch = "undo-match"
    case closeMonth = "close-month"
    case retryOutbox = "retry-outbox"
    case verify
    case makeUser = "make-user"
    case giveRoles = "give-roles"
    case endAccess = "end-access"
    case openAccess = "open-access"
    case tryClosing = "try-closing"
    case setLimit = "set-limit"
    case makeInvoice = "make-invoice"
    case makeAct = "make-act"
    case addFoundingPaper = "add-founding-paper"
    case withdrawFoundingPaper = "withdraw-founding-paper"
    case setPassword = "set-password"
    case secondStepOff = "second-step-off"
    case endSessions = "end-sessions"
    case assignRequest = "assign-request"
    case answerRequest = "answer-request"
    case actOnRequest = "act-on-request"
    case closeRequest = "close-request"
    case handOver = "hand-over"
    case deferFreezing = "defer-freezing"
    case conserve
    case endConservation = "end-conservation"
    case editProfile = "edit-profile"
    case passProject = "pass-project"
    case importRegistry = "import-registry"
    case draftContract = "draft-contract"
    case leaveContract = "leave-contract"
    case signContract = "sign-contract"
    case endContract = "end-contract"
    case voidContract = "void-contract"
    case setFlow = "set-flow"
    case giveAddress = "give-address"
    case sendPackage = "send-package"
    case sendCopies = "send-copies"
    case mailCopies = "mail-copies"
    case settleLetter = "settle-letter"
    case substituteFunding = "substitute-funding"
    case assignAdvance = "assign-advance"
    case importRates = "import-rates"
    case addRate = "add-rate"
}

/// One thing that was done, as it is kept for good.
package struct AuditEntry: Hashable, Sendable {
    package let number: Int64
    package let at: Moment
    package let user: UserID?
    package let who: String
    package let action: StaffAction
    /// What it was done to, as pages and explanations name it: `bank/17`, `closing/moscow/2026-09`.
    package let object: String
    /// Whose account it concerns; nil = nobody's in particular.
    package let account: AccountID?
    package let reason: String
    /// What a reader should know besides: a project, a name of a file.
    package let detail: String

    package init(
        number: Int64, at: Moment, user: UserID?, who: String, action: StaffAction, object: String,
        account: AccountID?, reason: String, detail: String
    ) {
        self.number = number
        self.at = at
        self.user = user
        self.who = who
        self.action = action
        self.object = object
        self.account = account
        self.reason = reason
        self.detail = detail
    }
}

/// Which entries are looked for; what is nil is not asked for.
package struct AuditSearch: Hashable, Sendable {
    package var who: String?
    package var action: StaffAction?
    package var object: String?
    package var account: AccountID?
    package var from: Moment?
    package var until: Moment?

    package init(
        who: String? = nil, action: StaffAction? = nil, object: String? = nil, account: AccountID? = nil,
        from: Moment? = nil, until: Moment? = nil
    ) {
        self.who = who
        self.action = action
        self.object = object
        self.account = account
        self.from = from
        self.until = until
    }
}

/// Where a page of entries ended: the latest come first.
package struct AuditPlace: Hashable, Sendable {
    package let at: Moment
    package let number: Int64

    package init(at: Moment, number: Int64) {
        self.at = at
        self.number = number
    }

    package init(_ entry: AuditEntry) { self.init(at: entry.at, number: entry.number) }

    package var text: String { "\(at.microseconds).\(number)" }

    package init?(_ text: some StringProtocol) {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 2, let at = Int64(parts[0]), let number = Int64(parts[1]) else { return nil }
        self.init(at: Moment(microseconds: at), number: number)
    }
}
