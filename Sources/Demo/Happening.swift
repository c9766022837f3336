import Notices
import Regions

/// Something that happens once, on its day.
struct Happening: Sendable {
    let day: String
    let what: What
    /// What the play says of it.
    var note: Phrase?

    enum What: Sendable {
        case transfer(Transfer)
        /// A file whose totals do not tie.
        case spoiledFile(Transfer)
        /// A person gives the unclear line of an amount to a project.
        case match(amount: Int64, pid: String)
        case grant(pid: String, amount: Int64, type: String, expires: String)
        case price(Ware, String, Region, from: String)
        /// A meter tells of an hour of a machine on a day of a closed month.
        case lateUsage(account: String, day: String)
        /// Its owner has a project conserved.
        case conserve(pid: String)
        case nothing
    }
}
