import Basics
import Dispatch
import Documents
import Formats
import Foundation
import Paper
import Synchronization

/// The papers of a closing: printed side by side, each written as soon as it is done. One that fails is
/// named and keeps none of the others.
struct PackagePapers {
    let folder: String
    let contents: [DocumentContent]

    struct Result {
        /// Places in `contents` whose paper is in the folder.
        var printed: Set<Int> = []
        var problems: [any Problem] = []
    }

    func print(on press: Press, progress: (Int, Int) -> Void) -> Result {
        let state = Mutex(State())
        withoutActuallyEscaping(progress) { progress in
            let show = Progress(tell: progress)
            DispatchQueue.concurrentPerform(iterations: min(press.workers, contents.count)) { _ in
                while let index = state.withLock({ $0.take(of: contents.count) }) {
                    let problem = Self.problem { try print(contents[index], on: press) }
                    state.withLock { state in
                        state.finish(index, problem)
                        show.tell(state.done, contents.count)
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

    /// Places in `contents` whose paper was printed before.
    func present() -> Set<Int> {
        Set(
            contents.indices.filter {
                FileManager.default.fileExists(atPath: "\(folder)/\(PackageFiles.paper(contents[$0]))")
            })
    }

    /// Names the papers beside the documents' other files.
    func list(_ printed: Set<Int>, in files: inout [String: [String]]) {
        for index in printed.sorted() {
            files[PackageFiles.address(contents[index]), default: []].append(
                PackageFiles.paper(contents[index]))
        }
    }

    private func print(_ content: DocumentContent, on press: Press) throws {
        let xml = content.file == nil ? nil : try SellerTitle.write(content)
        let bytes = try press.print(
            PaperJob(content, xml: xml), named: PackageFiles.address(content))
        try Folder.write(bytes, to: "\(folder)/\(PackageFiles.paper(content))")
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
