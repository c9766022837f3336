package import Basics
import Contracts
import Projects
import Regions

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
        try store.batch(drafts) { draft, records in
            let account = try draft.checked()
            let body = digest.sha256(draft.canonicalBytes)
            if let known = try records.accountDigest(account.id) {
                guard try known == body || isWhole(draft, account.id, records) else {
                    throw ProjectsProblem.otherBody(account.id)
                }
                return .duplicate
            }
            for project in account.projects {
                if let taken = try records.project(project.pid) {
                    throw ProjectsProblem.projectTaken(project.pid, taken.project.account)
                }
            }
            try records.insert(account, draft: draft, digest: body)
            return .accepted
        }
    }

    /// Adds a project to an account. The same again changes nothing. What is closed stays as it is: a project
    /// cannot have been there in a month that is closed for its account.
    package func add(_ draft: ProjectDraft, to id: AccountID, at now: Moment) throws -> Taken {
        try store.transaction { records in
            try records.lock(.account(id))
            guard var whole = try records.accountDraft(id), let account = try records.account(id) else {
                throw ProjectsProblem.unknownAccount(id)
            }
            var draft = draft
            guard let pid = PID(draft.pid) else { throw ProjectsProblem.badPID(draft.pid) }
            if let known = try records.project(pid)?.project {
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
            if let closed = try records.lastClosed(id, in: project.region),
                project.created < project.region.profile.zone.end(of: closed)
            {
                throw ProjectsProblem.createdInClosedMonth(pid, closed)
            }
            try records.add(project, to: whole)
            return .accepted
        }
    }

    /// Whether a record says what is known by now, the projects added since among it.
    private func isWhole(_ draft: AccountDraft, _ id: AccountID, _ records: any Records) throws -> Bool {
        try records.accountDraft(id)?.wholeBytes == draft.wholeBytes
    }

    /// Completes a supplier's details; what was issued before keeps what it says.
    package func complete(_ draft: SupplierDraft) throws {
        let region = try draft.checkedRegion()
        _ = try draft.completing(region.profile.supplier)
        try store.transaction { try $0.save(draft, region: region) }
    }
}

extension Records {
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
