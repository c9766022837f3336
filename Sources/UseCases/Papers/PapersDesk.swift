import Basics
import Documents
import Projects

/// Prints papers from frozen contents and keeps them. What is to be printed waits in the outbox from the
/// transaction that issued it; a failure postpones it and never loses it.
package struct PapersDesk: Sendable {
    let store: any Store
    let clock: Clock
    let digest: Digest
    let papers: Papers
    let printer: Printer

    /// How many papers are set at a time.
    package var places: Int { printer.places }

    /// Papers whose time has come, the oldest first: of those that are wanted at most so many, or a few more.
    package func due(limit: Int, where isWanted: (PaperKey) -> Bool = { _ in true }) throws -> [PaperKey] {
        let now = clock.now()
        var reach = limit
        while true {
            let due = try store.read { try $0.due(.paper, at: now, limit: reach) }
            let wanted = due.compactMap { PaperKey($0.message.subject) }.filter(isWanted)
            // Those of others may lie before: look further until there is enough, or nothing more.
            if wanted.count >= limit || due.count < reach { return wanted }
            reach *= 4
        }
    }

    /// The paper as it was printed; one that never was is printed now and kept. May be called from
    /// several threads.
    package func paper(_ key: PaperKey) throws -> [UInt8] { try printed(key).pdf }

    /// The same with its digest.
    package func printed(_ key: PaperKey) throws -> PrintedPaper {
        let source = try source(of: key)
        if let kept = source.kept { return kept }
        let message = OutboxMessage.paper(key, of: source.account)
        do {
            let pdf = try printer.print(source.content, key.text)
            return try store.transaction { records in
                // Two may have printed it at once: the first one's stands.
                if let kept = try records.paper(key, of: source.account) { return kept }
                let paper = PrintedPaper(
                    account: source.account, key: key, printedAt: clock.now(),
                    sha256: digest.sha256(pdf), pdf: pdf)
                try records.keep(paper)
                try records.finish(message, at: clock.now())
                return paper
            }
        } catch {
            try postpone(message, because: error)
            throw error
        }
    }

    /// The paper without keeping it, for whoever may only read.
    package func copy(of key: PaperKey) throws -> [UInt8] {
        let source = try source(of: key)
        return try source.kept?.pdf ?? printer.print(source.content, key.text)
    }

    /// The paper if it was printed.
    package func kept(_ key: PaperKey) throws -> [UInt8]? { try source(of: key).kept?.pdf }

    /// What a paper is printed from.
    package func content(of key: PaperKey) throws -> Printer.Content { try source(of: key).content }

    private struct Source {
        let account: AccountID
        let content: Printer.Content
        let kept: PrintedPaper?
    }

    private func source(of key: PaperKey) throws -> Source {
        try store.read { records in
            let account: AccountID
            let content: Printer.Content
            switch key {
            case .document(let name):
                guard let document = try records.document(named: name) else {
                    throw SealsProblem.unknownDocument(key.text)
                }
                account = document.account
                content = .document(try papers.thaw(document.frozen))
            case .paymentInvoice(let region, let year, let number):
                guard let invoice = try records.paymentInvoice(region, year: year, number: number),
                    let project = try records.project(invoice.project)
                else { throw SealsProblem.unknownDocument(key.text) }
                account = try records.account(of: project, at: invoice.issuedAt)
                content = .paymentInvoice(try papers.thawInvoice(invoice.frozen))
            case .reconciliation(let region, let year, let number):
                guard let act = try records.reconciliation(region, year: year, number: number) else {
                    throw SealsProblem.unknownDocument(key.text)
                }
                account = act.account
                content = .reconciliation(try papers.acts.thaw(act.frozen))
            }
            return Source(account: account, content: content, kept: try records.paper(key, of: account))
        }
    }

    private func postpone(_ message: OutboxMessage, because error: any Error) throws {
        let now = clock.now()
        try store.transaction { records in
            guard let waiting = try records.waiting(message) else { return }
            try records.postpone(
                message, until: waiting.nextTry(after: now), trouble: printer.trouble(error))
        }
    }
}
