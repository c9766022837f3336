import Basics
import Formats
import Projects
import UseCases

extension FuzzTarget {
    /// An account of a dataset, its counterparty, contracts and projects: read and checked.
    static let accounts = FuzzTarget("accounts", longest: 8 << 10) { bytes in
        var lines = AccountLines()
        do {
            let account = try lines.account(in: bytes[...]).checked()
            if account.projects.isEmpty { return "an account without a project" }
            for project in account.projects where project.account != account.id {
                return "a stranger's project"
            }
            return nil
        } catch {
            return Oracle.refusal(error)
        }
    }
}
