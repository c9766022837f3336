import ArgumentParser
import UseCases

/// How the work that nobody asks for is done, with doors before it or without.
struct WorkOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp("How long events may take to arrive before they are charged.", valueName: "s"))
    var watermarkSeconds = SettlementDesk.watermarkSeconds

    @Option(
        help: ArgumentHelp(
            "Close the month before from this day on, by the region's clocks; without it, never.",
            valueName: "day"))
    var closeOnDay: Int?

    @Option(
        help: ArgumentHelp(
            "How long a piece of work stays this node's without a sign of life.", valueName: "s"))
    var leaseSeconds = LeaseTimes().leaseSeconds

    @Option(help: ArgumentHelp("Between two signs of life.", valueName: "s"))
    var beatSeconds = LeaseTimes().beatSeconds

    @Option(
        help: ArgumentHelp(
            "How much longer than a lease the others wait before they take it over.", valueName: "s"))
    var marginSeconds = LeaseTimes().marginSeconds

    @Option(
        help: ArgumentHelp(
            "When it is stopped: for how long it goes on while /readyz says 503 already.", valueName: "s"))
    var unreadySeconds = 0

    @OptionGroup var paper: PaperOptions
    @OptionGroup var mail: MailOptions
    @OptionGroup var mailboxes: MailboxOptions
    @OptionGroup var rates: RatesOptions

    func validate() throws {
        guard watermarkSeconds >= 0, (1...28).contains(closeOnDay ?? 1) else {
            throw ValidationError("--watermark-seconds is 0 or more, --close-on-day is 1 to 28.")
        }
        guard beatSeconds > 0, leaseSeconds <= 3_600, leaseSeconds / 2 >= beatSeconds,
            (0...3_600).contains(marginSeconds)
        else {
            throw ValidationError(
                "--lease-seconds is at least twice --beat-seconds and at most 3600, --margin-seconds 0 to 3600."
            )
        }
        guard (0...600).contains(unreadySeconds) else {
            throw ValidationError("--unready-seconds is 0 to 600.")
        }
    }

    var leases: LeaseTimes {
        LeaseTimes(leaseSeconds: leaseSeconds, beatSeconds: beatSeconds, marginSeconds: marginSeconds)
    }

    var times: Schedule.Times {
        var times = Schedule.Times()
        times.watermarkSeconds = watermarkSeconds
        times.closingDay = closeOnDay
        times.mailboxEverySeconds = Double(mailboxes.imapEvery)
        times.ratesEverySeconds = Double(rates.ratesEvery)
        return times
    }
}
