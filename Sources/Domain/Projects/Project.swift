package import Basics
package import Regions

/// What a customer's resources live in, with a balance of its own (R17, R18).
package struct Project: Hashable, Sendable {
    package let pid: PID
    package let account: AccountID
    package let region: Region
    package let created: Moment

    package init(pid: PID, account: AccountID, region: Region, created: Moment) {
        self.pid = pid
        self.account = account
        self.region = region
        self.created = created
    }
}
