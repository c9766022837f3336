import Dispatch
import Documents
import Formats
import Paper
import Synchronization
import UseCases

/// The papers of a replay: what is made again is printed and laid beside what was issued.
struct ReplayedPapers {
    let documents: [ReplayedDocument]
    let papers: PapersDesk

    func compare(on press: Press, progress: (Int, Int) -> Void) -> [ReplayOutcome] {
        let state = Mutex(State(outcomes: documents.map { _ in .none }))
        withoutActuallyEscaping(progress) { progress in
            let show = Progress(tell: progress)
            DispatchQueue.concurrentPerform(iterations: min(press.workers, documents.count)) { _ in
                while let index = state.withLock({ $0.take() }) {
                    let outcome = compare(documents[index], on: press)
                    state.withLock { state in
                        state.outcomes[index] = outcome
                        state.done += 1
                        show.tell(state.done, documents.count)
                    }
                }
            }
        }
        return state.withLock { $0.outcomes }
    }

    private func compare(_ document: ReplayedDocument, on press: Press) -> ReplayOutcome {
        guard document.kept != nil else { return .notKept }
        guard let made = document.madeContent else { return document.json }
        guard let kept = document.keptContent else { return .unreadable }
        let name = document.key.text
        do {
            let again = try print(made, named: name, on: press)
            return .comparing(try keptPaper(of: document) ?? print(kept, named: name, on: press), again)
        } catch {
            return .notMade(because: "\(error)")
        }
    }

    /// The paper as it was printed then, where it was kept; else it is printed from the frozen content.
    private func keptPaper(of document: ReplayedDocument) throws -> [UInt8]? {
        try papers.kept(.document(document.key))
    }

    private func print(_ content: DocumentContent, named name: String, on press: Press) throws -> [UInt8] {
        let xml = content.file == nil ? nil : try SellerTitle.write(content)
        return try press.print(PaperJob(content, xml: xml), named: name)
    }

    private struct State {
        var outcomes: [ReplayOutcome]
        var next = 0
        var done = 0

        mutating func take() -> Int? {
            guard next < outcomes.count else { return nil }
            next += 1
            return next - 1
        }
    }

    /// Called under the lock only, by one thread at a time.
    private struct Progress: @unchecked Sendable {
        let tell: (Int, Int) -> Void
    }
}
