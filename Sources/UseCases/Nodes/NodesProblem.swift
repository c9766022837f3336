package import Basics
package import Notices

/// What can be wrong with work that several nodes share.
package enum NodesProblem: Problem, Worded, Equatable {
    /// A lease ran out or was taken by another node before the work was written; nothing of it was kept.
    case leaseLost(String)
    /// Another node does it.
    case heldElsewhere(String, host: String, process: Int64)

    package var code: String {
        switch self {
        case .leaseLost: "nodes.lease-lost"
        case .heldElsewhere: "nodes.held-elsewhere"
        }
    }

    package var kind: ProblemKind {
        switch self {
        case .leaseLost: .unavailable
        case .heldElsewhere: .conflict
        }
    }

    package var phrase: Phrase {
        switch self {
        case .leaseLost(let name):
            Phrase(
                en:
                    "The lease of «\(name.shown)» was lost before its work was written; nothing of it was kept."
                    + " Whoever holds it now does it; see `kontragent nodes`.",
                ru: "Аренда «\(name.shown)» потеряна до записи работы; ничего из неё не сохранено."
                    + " Её сделает нынешний держатель: смотрите `kontragent nodes`.")
        case .heldElsewhere(let name, let host, let process):
            Phrase(
                en: "«\(name.shown)» is being done by process \(process) on \(host.shown)."
                    + " Wait for its end, or ask there.",
                ru: "«\(name.shown)» сейчас выполняет процесс \(process) на \(host.shown)."
                    + " Дождитесь конца или спросите там.")
        }
    }
}
