import Basics
import Contracts
import Projects
import Regions

/// Has a customer told that it owes more than its contract's limit: posted in the transaction that charged, so once a
/// month and contract, whoever settles and however often. Nothing is stopped (O19, R48).
struct CreditWatch {
    let records: any Records
    let now: Moment

    func look(at project: Project, of account: Account) throws {
        let region = project.region
        let today = region.profile.zone.day(of: now)
        guard let use = try records.creditUse(of: account, in: region, on: today), use.isAbove else { return }
        let notice = Notice.creditExceeded(region, today.month, contract: use.contract.from)
        try records.post(.notice(notice.subject, to: account.id), at: now)
    }
}
