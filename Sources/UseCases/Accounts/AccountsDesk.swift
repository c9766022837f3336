import Basics
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
                guard known == body else { throw ProjectsProblem.otherBody(account.id) }
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
