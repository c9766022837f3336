import Basics
import Contracts
import Counterparties
package import Regions
package import UseCases

/// One customer of the cast: who it is, what it runs and how it pays.
package struct Customer: Sendable {
    package let draft: AccountDraft
    /// The bank account its transfers come from.
    var bankAccount = ""
    let machines: [Machine]
    let habits: [Habit]

    init(draft: AccountDraft, bankAccount: String = "", machines: [Machine], habits: [Habit]) {
        self.draft = draft
        self.bankAccount = bankAccount
        self.machines = machines
        self.habits = habits
    }

    package var name: String {
        let party = draft.counterparty
        let person = [party.lastName, party.firstName].compactMap { $0 }.joined(separator: " ")
        return party.shortName ?? party.name ?? "ИП \(person)"
    }

    var taxID: String? {
        let party = draft.counterparty
        return party.inn ?? party.bin ?? party.iin ?? party.taxId
    }

    var pids: [PID] { draft.projects.map { Play.pid($0.pid) } }

    /// All its projects lie in one region.
    package var region: Region {
        draft.projects.first.flatMap { Region(rawValue: $0.region) } ?? .moscow
    }

    var registered: Moment { Play.moment(draft.registered) }

    func transfer(_ amount: Int64, for purpose: String) -> Transfer {
        Transfer(region, amount, from: name, taxID, account: bankAccount, for: purpose)
    }
}
