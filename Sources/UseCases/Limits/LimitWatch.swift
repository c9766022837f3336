import Access
import Basics
import Notices
import Projects
import Regions
import Wording

/// Tells a project's owner that the running month has cost more than its limit: in the transaction that charged it,
/// so once, whoever settles and however often (R95).
struct LimitWatch {
    let records: any Records
    let now: Moment

    func look(at project: Project, of account: Account) throws {
        let pid = project.pid
        guard let limit = try records.expenseLimit(of: pid), limit.notifies else { return }
        let profile = project.region.profile
        let month = profile.zone.day(of: now).month
        let told = try records.highestNotice(in: pid, month: month)
        guard limit.isNews(spent: .max, told: told) else { return }
        let spent = try records.chargedSum(in: pid, from: month.firstDay, through: month.lastDay)
        guard limit.isNews(spent: spent, told: told), let (email, language) = try recipient(pid, account)
        else {
            return
        }
        let bonus = try records.bonusSum(in: pid, from: month.firstDay, through: month.lastDay)
        let text = LetterText.limitExceeded(
            pid, month, limit: Money(minor: limit.amount, profile.currency),
            spent: Money(minor: spent, profile.currency), bonus: Money(minor: bonus, profile.currency))
        try records.keepNotice(in: pid, month: month, limit: limit.amount, spent: spent, at: now)
        try records.insert(
            Letter(
                id: "limit/\(pid)/\(month)/\(limit.amount)", kind: text.kind, to: email, language: language,
                subject: text.subject.text(language), body: text.body.text(language), createdAt: now))
    }

    /// The owner; of a project that nobody signs in to, the address its account was opened with.
    func recipient(_ pid: PID, _ account: Account) throws -> (EmailAddress, Language)? {
        let owner = try records.members(of: pid).first { $0.membership.roles.contains(.owner) }?.user
        if let owner { return (owner.email, owner.language) }
        // Silence is right: where the account has no address that letters reach, there is nobody to tell.
        guard let email = try? EmailAddress(account.email) else { return nil }
        return (email, Language(rawValue: account.locale) ?? .ru)
    }
}
