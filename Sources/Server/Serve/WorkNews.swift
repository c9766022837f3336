import API
import Basics
import Formats
import Logging
import Notices
import Regions
import Requests
import UseCases
import Wording

/// Tells the log and the figures what the background work has done.
struct WorkNews: Sendable {
    let app: App
    let metrics: Metrics
    let log: Logger
    let clock: Clock

    func take(_ news: Schedule.News) {
        switch news {
        case .settled(let report, let behind): settled(report, behind: behind)
        case .printed(let key):
            log.info("printed", metadata: ["paper": "\(key.text)"])
        case .closed(let report, let region):
            metrics.count(
                .documentsIssued, ["region": region.rawValue], by: report.issued)
            log.notice(
                "closed",
                metadata: [
                    "region": "\(region.rawValue)", "month": "\(report.month)",
                    "documents": "\(report.documents.count)", "skipped": "\(report.skipped.count)",
                    "blocked": "\(report.blocked.count)",
                ])
        case .letter(let letter, let outcome): sent(letter, outcome)
        case .swept(let count): log.notice("sign-ups swept", metadata: ["count": "\(count)"])
        case .received(let letter):
            metrics.count(.lettersReceived, ["outcome": letter.state.rawValue])
            log.info(
                "letter received",
                metadata: ["letter": "\(letter.number)", "outcome": "\(letter.state.rawValue)"])
        case .mailbox(let name, let fault?):
            log.warning("mailbox fails", metadata: ["mailbox": "\(name)", "why": "\(fault)"])
        case .mailbox(let name, nil): log.notice("mailbox works again", metadata: ["mailbox": "\(name)"])
        case .rates(let fetched): rates(fetched)
        case .sealed(let number): log.debug("sealed", metadata: ["seal": "\(number)"])
        case .share(let work, let names, let inAll):
            metrics.set(.leasesHeld, Double(inAll))
            log.notice(
                "leases",
                metadata: ["work": "\(work.rawValue)", "held": "\(names.joined(separator: " "))"])
        case .lost(let name):
            metrics.count(.leasesLost, ["work": String(name.prefix { $0 != "/" })])
            log.warning("lease lost", metadata: ["lease": "\(name)"])
        case .failed(let what, let error):
            let problem = error as? any Problem
            log.error(
                "work failed",
                metadata: [
                    "work": "\(what)", "code": "\(problem?.code ?? "unknown")",
                    "error": "\(problem.map { Wordbook.phrase($0).text(.en) } ?? "\(error)")",
                ])
        }
    }

    private func rates(_ fetched: RatesDesk.Fetched) {
        if fetched.added > 0 { log.notice("rates", metadata: ["added": "\(fetched.added)"]) }
        for other in fetched.differing {
            log.warning(
                "rate differs",
                metadata: [
                    "currency": "\(other.official.currency)", "day": "\(other.official.day)",
                    "kept": "\(other.kept)", "bank": "\(other.official.rate)",
                ])
        }
    }

    /// Addresses and texts stay out of the log.
    private func sent(_ letter: Letter, _ outcome: LettersDesk.Outcome) {
        let (word, why): (String, String?) =
            switch outcome {
            case .sent: ("sent", nil)
            case .later(let why): ("later", why)
            case .failed(let why): ("failed", why)
            }
        metrics.count(.letters, ["outcome": word])
        var says: Logger.Metadata = ["letter": "\(letter.kind)", "outcome": "\(word)"]
        if let why { says["why"] = "\(why)" }
        log.log(level: why == nil ? .info : .warning, "letter", metadata: says)
    }

    private func settled(_ report: SettlementDesk.Report, behind seconds: Double) {
        metrics.set(.settlementLag, seconds)
        if let count = try? app.outbox.count(.paper) {
            // Without the count the figure stays as it was: no reason to stop the work.
            let oldest = count.oldest.map { clock.now().microseconds - $0.microseconds } ?? 0
            metrics.set(.outboxOldest, Double(max(0, oldest)) / 1e6)
        }
        for (state, pids) in [("frozen", report.frozen), ("active", report.thawed)] where !pids.isEmpty {
            log.notice(
                "state",
                metadata: ["to": "\(state)", "projects": "\(pids.map(\.text).joined(separator: " "))"])
        }
        guard report.projects > 0 else { return }
        log.info(
            "settled",
            metadata: [
                "projects": "\(report.projects)", "events": "\(report.events)",
                "credits": "\(report.credits)",
            ])
    }
}
