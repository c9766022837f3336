import ArgumentParser
import Foundation
import Gateways
import UseCases

/// By which server letters go; without one they wait.
struct MailOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Send letters by this server: smtps://host:465, or smtp://host:587, which turns to TLS.",
            valueName: "url"))
    var smtp: String?

    @Option(help: ArgumentHelp("Whom letters come from.", valueName: "address"))
    var mailFrom: String?

    @Option(help: ArgumentHelp("What people see beside that address.", valueName: "name"))
    var mailName = ""

    @Option(
        help: ArgumentHelp(
            "Who signs in at the server; its password stands in the environment.", valueName: "user"))
    var smtpUser: String?

    @Option(help: ArgumentHelp("For a letter on its way to the server.", valueName: "s"))
    var smtpSeconds = 30

    @Option(
        help: ArgumentHelp(
            "The cabinet's address, for links in letters about projects: https://cabinet.example.com.",
            valueName: "url"))
    var cabinetAddress: String?

    /// The password comes by the environment, where no list of processes shows it.
    static let password = "KONTRAGENT_SMTP_PASSWORD"

    func validate() throws {
        guard (1...300).contains(smtpSeconds) else { throw ValidationError("--smtp-seconds is 1 to 300.") }
        guard let smtp else { return }
        guard SMTPMailer.isSafe(smtp) else {
            throw ValidationError(
                "--smtp is smtps://host:port or smtp://host:port; users come by --smtp-user.")
        }
        guard let mailFrom, mailFrom.contains("@"),
            !mailFrom.contains(where: { $0.isWhitespace || "<>".contains($0) })
        else { throw ValidationError("--smtp needs --mail-from, an address.") }
    }

    var mailer: Mailer? {
        guard let smtp, let mailFrom else { return nil }
        var settings = SMTPMailer.Settings(
            server: smtp, user: smtpUser, password: ProcessInfo.processInfo.environment[MailOptions.password],
            from: mailFrom)
        settings.name = mailName
        settings.wholeSeconds = smtpSeconds
        settings.connectSeconds = min(settings.connectSeconds, smtpSeconds)
        return SMTPMailer(settings).mailer
    }

    var notices: NoticeTerms {
        NoticeTerms(cabinet: cabinetAddress.map { $0.hasSuffix("/") ? String($0.dropLast()) : $0 })
    }
}
