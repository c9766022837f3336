package import Access
package import Basics
package import Regions
package import Requests

/// A request as it stands: what was asked, by whom, for which project.
package struct CustomerRequest: Hashable, Sendable {
    package let number: Int64
    package let project: PID
    package let account: AccountID
    package let region: Region
    package let kind: RequestKind
    package let madeBy: UserID
    package let madeAt: Moment
    package let standing: RequestStanding
    /// How many steps were taken: who acts says which one was seen last.
    package let version: Int64

    package init(
        number: Int64, project: PID, account: AccountID, region: Region, kind: RequestKind, madeBy: UserID,
        madeAt: Moment, standing: RequestStanding, version: Int64
    ) {
        self.number = number
        self.project = project
        self.account = account
        self.region = region
        self.kind = kind
        self.madeBy = madeBy
        self.madeAt = madeAt
        self.standing = standing
        self.version = version
    }

    /// How the audit trail names it.
    package var object: String { "requests/\(number)" }

    func moved(to standing: RequestStanding) -> CustomerRequest {
        CustomerRequest(
            number: number, project: project, account: account, region: region, kind: kind, madeBy: madeBy,
            madeAt: madeAt, standing: standing, version: version + 1)
    }
}

/// One step of a request as it is kept.
package struct RequestEvent: Hashable, Sendable {
    package let number: Int64
    package let at: Moment
    package let user: UserID
    /// As people knew them on that day.
    package let who: String
    package let step: RequestStep
    package let text: String
    package let files: [Attached]

    package init(
        number: Int64, at: Moment, user: UserID, who: String, step: RequestStep, text: String,
        files: [Attached] = []
    ) {
        self.number = number
        self.at = at
        self.user = user
        self.who = who
        self.step = step
        self.text = text
        self.files = files
    }

    /// A file that came with the step; its bytes are kept once, by their hash.
    package struct Attached: Hashable, Sendable {
        package let place: Int
        package let field: RequestField?
        package let name: String
        package let type: ScanType
        package let size: Int
        package let sha256: [UInt8]

        package init(
            place: Int, field: RequestField?, name: String, type: ScanType, size: Int, sha256: [UInt8]
        ) {
            self.place = place
            self.field = field
            self.name = name
            self.type = type
            self.size = size
            self.sha256 = sha256
        }
    }
}

/// What is said with a step: words, files, and under which key, so that a form sent twice does one thing.
package struct RequestWords: Sendable {
    package let text: String
    package let files: [RequestFile]
    package let key: String

    package init(_ text: String, files: [RequestFile] = [], key: String) throws {
        try RequestField.check(text: text)
        guard files.count <= RequestFile.most else { throw RequestsProblem.tooManyFiles(RequestFile.most) }
        self.init(checked: text, files, String(key.prefix(100)))
    }

    private init(checked text: String, _ files: [RequestFile], _ key: String) {
        self.text = text
        self.files = files
        self.key = key
    }

    /// The same with files that the program makes: as many as there are.
    func bringing(_ files: [RequestFile]) -> RequestWords {
        RequestWords(checked: text, files, key)
    }
}

/// Which requests the staff look at.
package struct RequestSearch: Hashable, Sendable {
    /// A part of the queue.
    package enum Part: String, CaseIterable, Hashable, Sendable {
        /// All that are not closed.
        case active
        case open
        case assigned
        case waiting
        case closed
    }

    package let part: Part
    package let department: Department?
    package let assignee: UserID?

    package init(_ part: Part = .active, department: Department? = nil, assignee: UserID? = nil) {
        self.part = part
        self.department = department
        self.assignee = assignee
    }
}

/// Where a page of the queue ended: what is due first comes first, of what is closed the latest.
package struct RequestPlace: Hashable, Sendable {
    package let dueAt: Moment
    package let number: Int64

    package init(_ request: CustomerRequest) {
        dueAt = request.standing.dueAt
        number = request.number
    }

    package var text: String { "\(dueAt.microseconds).\(number)" }

    package init?(_ text: some StringProtocol) {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 2, let due = Int64(parts[0]), let number = Int64(parts[1]) else { return nil }
        dueAt = Moment(microseconds: due)
        self.number = number
    }
}
