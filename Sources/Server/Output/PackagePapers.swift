import Basics
import Dispatch
import Documents
import Paper
import Synchronization
import UseCases

/// The papers of a closing: printed side by side, each written as soon as it is done. One that fails is
/// named, waits in the outbox, and keeps none of the others.
struct PackagePapers {
    let folder: String
    let documents: [ClosingReport.ClosedDocument]
    let papers: PapersDesk

    struct Result {
        /// Places in `documents` whose paper is in the folder.
        var printed: Set<Int> = []
        var problems: [any Problem] = []
    }

    func print(progress: (Int, Int) -> Void) -> Result {
        let state = Mutex(State())
        withoutActuallyEscaping(progress) { progress in
            let show = Progress(tell: progress)
            DispatchQueue.concurrentPerform(iterations: min(papers.places, documents.count)) { _ in
                while let index = state.withLock({ $0.take(of: documents.count) }) {
                    let problem = Self.problem { try write(papers.paper(key(index)), index) }
                    state.withLock { state in
                        state.finish(index, problem)
                        show.tell(state.done, documents.count)
                    }
                }
            }
        }
        return state.withLock { state in
            Result(
                printed: state.printed,
                problems: state.problems.sorted { $0.key < $1.key }.map(\.value))
        }
    }

    /// Writes the papers that were printed before, and names their places.
    func writeKept() throws -> Set<Int> {
        var kept: Set<Int> = []
        for index in documents.indices {
            guard let pdf = try papers.kept(key(index)) else { continue }
            try write(pdf, index)
            kept.insert(index)
        }
        return kept
    }

    /// Names the papers beside the documents' other files.
    func list(_ printed: Set<Int>, in files: inout [String: [String]]) {
        for index in printed.sorted() {
            let content = documents[index].content
            files[PackageFiles.address(content), default: []].append(PackageFiles.paper(content))
        }
    }

    private func key(_ index: Int) -> PaperKey { .document(documents[index].key) }

    private func write(_ pdf: [UInt8], _ index: Int) throws {
        try Folder.write(pdf, to: "\(folder)/\(PackageFiles.paper(documents[index].content))")
    }

    private static func problem(_ body: () throws -> Void) -> (any Problem)? {
        do {
            try body()
            return nil
        } catch let problem as any Problem {
            return problem
        } catch {
            return PaperProblem.notStarted("\(error)")
        }
    }

    /// What the printing threads share.
    private struct State {
        var next = 0
        var done = 0
        var printed: Set<Int> = []
        var problems: [Int: any Problem] = [:]

        mutating func take(of total: Int) -> Int? {
            guard next < total else { return nil }
            next += 1
            return next - 1
        }

        mutating func finish(_ index: Int, _ problem: (any Problem)?) {
            done += 1
            if let problem { problems[index] = problem } else { printed.insert(index) }
        }
    }

    /// Called under the lock only, by one thread at a time.
    private struct Progress: @unchecked Sendable {
        let tell: (Int, Int) -> Void
    }
}
