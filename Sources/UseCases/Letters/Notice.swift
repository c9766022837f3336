import Basics
import Regions

/// What an outbox message of the topic `notice` says, as its subject spells it.
enum Notice: Hashable {
    case frozen(PID, since: Moment)
    case thawed(PID, at: Moment)
    /// Half of the longer term until deletion is over (D12).
    case halfTerm(PID, since: Moment)
    /// A day is left until deletion.
    case lastDay(PID, since: Moment)
    /// The objects may be deleted from now on.
    case termOver(PID, since: Moment)
    /// Staff had the project conserved for its owner (D13).
    case conserved(PID, since: Moment)
    case conservationEnded(PID, at: Moment)
    /// A month's documents are there.
    case package(Region, Month)
    /// Copies of a package's documents are to be mailed; `again`: staff asked for it, at that instant.
    case copies(PackageName, again: Moment?)
    /// In a month more is owed than the limit of the contract that begins on the day (O19).
    case creditExceeded(Region, Month, contract: Day)

    init?(_ message: OutboxMessage) {
        let subject = message.subject
        let parts = subject.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        if parts[0] == "copies", parts.count == 4 || parts.count == 5 {
            guard let package = PackageName(slot: parts[1...3], of: message.account) else { return nil }
            let again = parts.count == 5 ? Moment(parts[4]) : nil
            guard parts.count == 4 || again != nil else { return nil }
            self = .copies(package, again: again)
            return
        }
        if parts.count == 4, parts[0] == "credit-exceeded" {
            guard let region = Region(rawValue: parts[1]), let month = Month(parts[2]),
                let day = Day(parts[3])
            else { return nil }
            self = .creditExceeded(region, month, contract: day)
            return
        }
        guard parts.count == 3 else { return nil }
        if parts[0] == "package" {
            guard let region = Region(rawValue: parts[1]), let month = Month(parts[2]) else { return nil }
            self = .package(region, month)
            return
        }
        guard let pid = PID(parts[1]), let at = Moment(parts[2]) else { return nil }
        switch parts[0] {
        case "frozen": self = .frozen(pid, since: at)
        case "thawed": self = .thawed(pid, at: at)
        case "half-term": self = .halfTerm(pid, since: at)
        case "last-day": self = .lastDay(pid, since: at)
        case "term-over": self = .termOver(pid, since: at)
        case "conserved": self = .conserved(pid, since: at)
        case "conservation-ended": self = .conservationEnded(pid, at: at)
        default: return nil
        }
    }

    var subject: String {
        switch self {
        case .frozen(let pid, let since): "frozen/\(pid)/\(since)"
        case .thawed(let pid, let at): "thawed/\(pid)/\(at)"
        case .halfTerm(let pid, let since): "half-term/\(pid)/\(since)"
        case .lastDay(let pid, let since): "last-day/\(pid)/\(since)"
        case .termOver(let pid, let since): "term-over/\(pid)/\(since)"
        case .conserved(let pid, let since): "conserved/\(pid)/\(since)"
        case .conservationEnded(let pid, let at): "conservation-ended/\(pid)/\(at)"
        case .package(let region, let month): "package/\(region.rawValue)/\(month)"
        case .copies(let package, let again): "copies/\(package.slot)\(again.map { "/\($0)" } ?? "")"
        case .creditExceeded(let region, let month, let day):
            "credit-exceeded/\(region.rawValue)/\(month)/\(day)"
        }
    }
}
