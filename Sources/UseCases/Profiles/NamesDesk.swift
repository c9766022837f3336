package import Access
package import Basics
import Projects

/// Names a project: its owner and superadministrators do (R19).
package struct NamesDesk: Sendable {
    let store: any Store
    let clock: Clock

    package func name(_ pid: PID, _ text: String, by viewer: Viewer) throws {
        let name = try ProjectName(typed: text, of: pid)
        let now = clock.now()
        try store.transaction { records in
            try records.lock([pid])
            guard viewer.may(.name, in: pid), try records.project(pid) != nil else {
                throw ProjectsProblem.unknownProject(pid.text)
            }
            guard try records.names(of: [pid])[pid] != name else { return }
            try records.keep(name, of: pid, by: viewer.user, at: now)
        }
    }
}
