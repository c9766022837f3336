package import Basics
import Contracts
import Projects
package import Regions

/// Registers accounts and keeps the suppliers' details.
package struct AccountsDesk: Sendable {
    let store: any Store
    let digest: Digest

    /// Registers an account with its projects. The same record again changes nothing; another record
    /// under the same id is refused.
    @discardableResult
    package func register(_ draft: AccountDraft) throws -> Taken { try register([draft])[0].get() }

    /// Registers many in one transaction.
    package func register(_ drafts: [AccountDraft]) throws -> [Answer] {
        try store.batch(drafts) { draft, records in try records.register(draft, digest) }
    }

    /// Adds a project to an account. The same again changes nothing. What is closed stays as it is: a project
    /// cannot have been there in a month that is closed for its account.
    package func add(_ draft: ProjectDraft, to id: AccountID, at now: Moment) throws -> Taken {
        try store.transaction { try $0.add(draft, to: id, at: now) }
    }

    /// A region's supplier with the details that were given.
    package func supplier(_ region: Region) throws -> Supplier {
        try store.read { try $0.completedSupplier(region) }
    }

    /// Completes a supplier's details; what was issued before keeps what it says.
    package func complete(_ draft: SupplierDraft) throws {
        let region = try draft.checkedRegion()
        _ = try draft.completing(region.profile.supplier)
        try store.transaction { try $0.save(draft, region: region) }
    }
}

extension Records {
    /// What registering an account is, as a part of a transaction.
    func register(_ draft: AccountDraft, _ digest: Digest) throws -> Taken {
        let account = try draft.checked()
        let body = digest.sha256(draft.canonicalBytes)
        // One that has passed to another account does not come back by the record of before.
        for pid in account.projects.map(\.pid) {
            if let taken = try project(pid), taken.project.account != account.id {
                throw ProjectsProblem.projectTaken(pid, taken.project.account)
            }
        }
        if let known = try accountDigest(account.id) {
            guard try known == body || accountDraft(account.id)?.wholeBytes == draft.wholeBytes else {
                throw ProjectsProblem.otherBody(account.id)
            }
            return .duplicate
        }
        try insert(account, draft: draft, digest: body)
        return .accepted
    }

    /// What adding a project is, as a part of a transaction.
    func add(_ draft: ProjectDraft, to id: AccountID, at now: Moment) throws -> Taken {
        try lock(.account(id))
        guard var whole = try accountDraft(id), let account = try account(id) else {
            throw ProjectsProblem.unknownAccount(id)
        }
        var draft = draft
        guard let pid = PID(draft.pid) else { throw ProjectsProblem.badPID(draft.pid) }
        if let known = try project(pid)?.project {
            guard known.account == id else { throw ProjectsProblem.projectTaken(pid, known.account) }
            if draft.created == nil { draft.created = known.created.description }
            let asked = try draft.checked(account: id, registered: account.agreements.registered)
            guard asked == known else { throw ProjectsProblem.otherProject(pid) }
            return .duplicate
        }
        if draft.created == nil { draft.created = now.description }
        whole.projects.append(draft.added())
        guard let project = try whole.checked().projects.last else {
            preconditionFailure("the project stands at the end")
        }
        if let closed = try lastClosed(id, in: project.region),
            project.created < project.region.profile.zone.end(of: closed)
        {
            throw ProjectsProblem.createdInClosedMonth(pid, closed)
        }
        try add(project, to: whole)
        return .accepted
    }

    /// The region's supplier as completed by settings.
    func completedSupplier(_ region: Region) throws -> Supplier {
        let known = region.profile.supplier
        return try supplier(region)?.completing(known) ?? known
    }

    func knownProject(_ pid: PID) throws -> ProjectRecord {
        guard let project = try project(pid) else { throw ProjectsProblem.unknownProject(pid.text) }
        return project
    }
}
