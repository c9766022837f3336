import ArgumentParser
import Foundation
import Gateways
import Regions
import UseCases

/// Which mailboxes letters are taken from; without one none are.
struct MailboxOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Take letters out of this mailbox: imaps://host[/folder], or imap://host, which turns to TLS. A region before it says whose customers write there: moscow=imaps://host. May be repeated.",
            valueName: "[region=]url"))
    var imap: [String] = []

    @Option(
        help: ArgumentHelp(
            "Who signs in there: one for each mailbox, in the same order. Passwords stand in the environment.",
            valueName: "user"))
    var imapUser: [String] = []

    @Option(help: ArgumentHelp("Between two looks into the mailboxes.", valueName: "s"))
    var imapEvery = 60

    @Option(
        name: .customLong("mail-authserv"),
        help: ArgumentHelp(
            "Believe this mail server's word on who wrote a letter (its name in Authentication-Results), and need it; without it a sender is known by the address alone.",
            valueName: "authserv-id"))
    var authserv: String?

    /// Of the first mailbox; of the second with `_2` behind it, and so on. One that is not set is the first's.
    static let password = "KONTRAGENT_IMAP_PASSWORD"

    func validate() throws {
        guard imap.count == imapUser.count else {
            throw ValidationError("--imap and --imap-user come in pairs.")
        }
        guard (1...3600).contains(imapEvery) else { throw ValidationError("--imap-every is 1 to 3600.") }
        for place in imap.indices where read(place) == nil {
            throw ValidationError(
                "--imap is imaps://host or imap://host, with moscow= or kazakhstan= before it or not; users come by --imap-user."
            )
        }
        let names = mailboxes.map(\.name)
        guard Set(names).count == names.count else { throw ValidationError("A mailbox is named twice.") }
    }

    var mailboxes: [Mailbox] { imap.indices.compactMap { read($0)?.mailbox } }

    private func read(_ place: Int) -> IMAPMailbox? {
        let parts = imap[place].split(separator: "=", maxSplits: 1).map(String.init)
        let region = parts.count == 2 ? Region(rawValue: parts[0]) : nil
        guard parts.count == 1 || region != nil, let server = parts.last, !imapUser[place].isEmpty else {
            return nil
        }
        let words = ProcessInfo.processInfo.environment
        let own = place == 0 ? nil : words["\(MailboxOptions.password)_\(place + 1)"]
        return IMAPMailbox(
            IMAPMailbox.Settings(
                server: server, user: imapUser[place],
                password: own ?? words[MailboxOptions.password] ?? "", region: region))
    }
}
