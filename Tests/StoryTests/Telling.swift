import Basics
import Contracts
import Counterparties
import Documents
import Payments
import Projects
import Regions
import Requisites
import Support
import Testing
import UseCases

/// How stories speak: what happened in few words, and what came of it as lines to read.
extension Town {
    /// A town whose suppliers are complete and where one unit of `vm` costs 1.00.
    static func priced(_ day: String, region: Region = .moscow) throws -> Town {
        let town = try Town(opened: day)
        try town.completeSuppliers()
        try town.price("vm", "1", region: region)
        return town
    }

    /// Charges a sum: as many units of `vm`, each at 1.00, used until an instant.
    func spend(_ sum: String, in pid: String, until end: String, resource: String = "vm-1") throws {
        let answer = try use("vm", quantity: sum, in: pid, until: end, resource: resource)
        guard case .taken(.accepted) = answer else {
            Issue.record("\(end): \(answer)")
            return
        }
    }

    /// Closes a month in which nobody is blocked, and tells its documents; every sum ties out, every
    /// formalised file is without findings.
    func closed(
        _ month: String, region: Region = .moscow, _ place: SourceLocation = #_sourceLocation
    ) throws -> [String] {
        let report = try close(month, region: region)
        for blocked in report.blocked { Issue.record("\(blocked.problem)", sourceLocation: place) }
        return try told(report, place)
    }

    /// The documents of a report by lines, then who got none and who is blocked.
    func told(_ report: ClosingReport, _ place: SourceLocation = #_sourceLocation) throws -> [String] {
        for tieOut in report.tieOuts { #expect(tieOut.agrees, "\(tieOut)", sourceLocation: place) }
        var lines: [String] = []
        for document in report.documents {
            try check(document, of: report.month, place)
            lines += document.content.told
        }
        lines += report.skipped.map { skipped in
            ["nothing for \(skipped.party.taxID)", skipped.project?.text, skipped.reason]
                .compactMap { $0 }.joined(separator: ", ")
        }
        return lines + report.blocked.map { "blocked \($0.party.taxID): \($0.problem.code)" }
    }

    private func check(
        _ document: ClosingReport.ClosedDocument, of month: Month, _ place: SourceLocation
    ) throws {
        let content = document.content
        #expect(content.date == month.lastDay, sourceLocation: place)
        #expect(try Town.papers.thaw(document.frozen) == content, sourceLocation: place)
        let supplier = content.supplier.taxID
        let isFormalised = supplier == Region.moscow.profile.supplier.taxID && content.kind != .invoice
        #expect((content.file != nil) == isFormalised, sourceLocation: place)
        guard let file = content.file else { return }
        let findings = Town.papers.findings(try Town.papers.xml(content), "\(file.name).xml")
        #expect(findings == [], sourceLocation: place)
    }

    /// "-100.00": lots less debt.
    func payment(_ pid: String) throws -> String { Money.text(minor: try balance(pid).payment.minor) }

    /// "vm 2000.00" for each type with bonuses left.
    func bonuses(_ pid: String) throws -> [String] {
        try balance(pid).bonuses.map { "\($0.type) \(Money.text(minor: $0.amount.minor))" }
    }

    /// The changes of a project's state with their instants.
    func states(_ pid: String) throws -> [String] {
        try app.balances.transitions(of: try project(pid)).map { transition in
            let due = transition.state.deletionDue.map { ", deleted at \($0)" } ?? ""
            return "\(transition.at) \(transition.state.word)\(due)"
        }
    }

    /// The frozen bytes of a month's documents.
    func frozen(_ month: String, region: Region = .moscow) throws -> [[UInt8]] {
        guard let month = Month(month) else { throw TownProblem.badText(month) }
        return try app.closing.documents(month, region: region).map(\.frozen)
    }

    /// The code of the problem that a verb is refused with.
    func refusal(_ verb: () throws -> Void) -> String {
        do {
            try verb()
            return "no refusal"
        } catch let problem as any Problem {
            return problem.code
        } catch { return "\(error)" }
    }
}

extension DocumentContent {
    /// "upd 1 of 2026-01-31, mcs0000000001", then its lines, then the advance payments it names.
    var told: [String] {
        ["\(kind.rawValue) \(number) of \(date), " + projects.map(\.text).joined(separator: " ")]
            + lines.map { line in
                let sums = [line.net, line.vat, line.gross].map(Money.text(minor:))
                return "\(line.service) \(line.serviceMonth), \(line.vatRate): "
                    + "\(sums[0]) + \(sums[1]) = \(sums[2])"
            } + payments.map { "paid by \($0.number) of \($0.date): \(Money.text(minor: $0.amount))" }
    }
}
