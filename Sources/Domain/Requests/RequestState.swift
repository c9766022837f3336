package import Access
package import Basics
package import Regions

/// Where a request is on its way.
package enum RequestState: String, CaseIterable, Hashable, Sendable {
    /// Nobody of the staff has it.
    case open
    case assigned
    /// For the customer.
    case waiting
    case done
    case refused
    case withdrawn

    package var isClosed: Bool {
        switch self {
        case .open, .assigned, .waiting: false
        case .done, .refused, .withdrawn: true
        }
    }
}

/// One thing done to a request. Each is kept for good; where a request stands is what they come to.
package enum RequestStep: Hashable, Sendable {
    case made
    /// Whoever does it works on it from here on.
    case taken
    case assigned(to: UserID)
    /// The customer says something, an answer to a question or anything else.
    case replied
    /// The staff say something.
    case answered
    /// The staff cannot go on without the customer.
    case asked
    /// Something was done in another place of the program, told by the address of what came of it.
    case acted(RequestAction, String)
    case finished(RequestResult)
    /// With a reason, always.
    case refused
    case withdrawn

    /// Whose step it is.
    package var side: AccessSide {
        switch self {
        case .made, .replied, .withdrawn: .cabinet
        case .taken, .assigned, .answered, .asked, .acted, .finished, .refused: .office
        }
    }
}

/// How a request stands after what was done so far.
package struct RequestStanding: Hashable, Sendable {
    package let state: RequestState
    package let assignee: UserID?
    /// By when it is to be done.
    package let dueAt: Moment
    package let closedAt: Moment?

    package init(state: RequestState, assignee: UserID?, dueAt: Moment, closedAt: Moment?) {
        self.state = state
        self.assignee = assignee
        self.dueAt = dueAt
        self.closedAt = closedAt
    }

    /// For so long a reply opens a closed request again; later it is another matter.
    package static let reopeningSeconds: Int64 = 30 * 86_400

    /// As it stands when it is made.
    package init(made kind: RequestKind, at moment: Moment, in region: Region) {
        self.init(
            state: .open, assignee: nil, dueAt: kind.terms.due(from: moment, in: region), closedAt: nil)
    }

    /// As it stands after a step; `text` is what is said with it.
    package func after(
        _ step: RequestStep, by user: UserID, saying text: String, of kind: RequestKind, at moment: Moment,
        in region: Region
    ) throws(RequestsProblem) -> RequestStanding {
        if state.isClosed {
            guard step == .replied, state != .withdrawn else { throw .closed(state) }
            guard let closedAt, moment < closedAt.adding(seconds: RequestStanding.reopeningSeconds) else {
                throw .tooLate(days: Int(RequestStanding.reopeningSeconds / 86_400))
            }
            return opened(kind, moment, region)
        }
        switch step {
        case .made: throw .closed(state)
        case .replied: return state == .waiting ? opened(kind, moment, region) : self
        case .withdrawn: return closed(.withdrawn, moment)
        case .taken: return held(by: user)
        case .assigned(let other): return held(by: other)
        case .answered, .acted: return assignee == nil ? held(by: user) : self
        case .asked:
            return RequestStanding(
                state: .waiting, assignee: assignee ?? user, dueAt: dueAt, closedAt: nil)
        case .finished(let result):
            guard kind.results.contains(result) else { throw .wrongResult(kind, result) }
            if result == .answer, text.isEmpty { throw .noText }
            return closed(.done, moment, by: user)
        case .refused: return closed(.refused, moment, by: user)
        }
    }

    private func held(by user: UserID) -> RequestStanding {
        RequestStanding(
            state: state == .waiting ? .waiting : .assigned, assignee: user, dueAt: dueAt, closedAt: nil)
    }

    /// As it stands once whoever worked on it does so no longer.
    package func left() -> RequestStanding {
        RequestStanding(
            state: state == .assigned ? .open : state, assignee: nil, dueAt: dueAt, closedAt: closedAt)
    }

    /// The customer has spoken: the time runs anew from here.
    private func opened(_ kind: RequestKind, _ moment: Moment, _ region: Region) -> RequestStanding {
        RequestStanding(
            state: assignee == nil ? .open : .assigned, assignee: assignee,
            dueAt: kind.terms.due(from: moment, in: region), closedAt: nil)
    }

    private func closed(_ state: RequestState, _ moment: Moment, by user: UserID? = nil) -> RequestStanding {
        RequestStanding(state: state, assignee: assignee ?? user, dueAt: dueAt, closedAt: moment)
    }

    /// How near its end a request is that is not closed.
    package enum Urgency: String, Hashable, Sendable {
        case late
        /// Less than a day is left.
        case soon
        case fine
    }

    /// Nil where nobody of the staff is awaited: the time runs anew once the customer answers.
    package func urgency(at now: Moment) -> Urgency? {
        guard !state.isClosed, state != .waiting else { return nil }
        if now >= dueAt { return .late }
        return now.adding(seconds: 86_400) >= dueAt ? .soon : .fine
    }
}
