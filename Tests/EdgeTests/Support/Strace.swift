import Foundation
import Glibc

/// Meddles with what the program asks of the system, where that can be arranged.
struct Strace {
    private let path: String

    /// Nil where strace is missing or may not trace; says so.
    static func found(in folder: TestFolder) throws -> Strace? {
        guard let path = Tool.installed("strace") else {
            print("skipped: strace is not installed, so nothing can be aimed at a call")
            return nil
        }
        let tried = try folder.run(path, ["-o", "/dev/null", "/bin/true"])
        guard tried.status == 0 else {
            print("skipped: strace may not trace here: \(tried.err)")
            return nil
        }
        return Strace(path: path)
    }

    /// Kills the program at its n-th call of a kind; a program with fewer ends by itself.
    func kill(at number: Int, of call: String, _ words: [String], in folder: TestFolder) throws -> Tool.Ran {
        try folder.run(path, ["-f", "-o", "/dev/null"] + aim(call, "signal=KILL", number) + words)
    }

    /// Lets the n-th call of a kind fail; false where there was none.
    func fail(
        at number: Int, of call: String, as error: String, only place: String? = nil, _ words: [String],
        in folder: TestFolder
    ) throws -> (ran: Tool.Ran, hit: Bool) {
        let trace = ".trace"
        // A trap's own report would be traced too, and no program may take longer than this.
        let limit = ["-s", "KILL", "60", path, "-f", "-o", trace] + (place.map { ["-P", $0] } ?? [])
        let ran = try folder.run(
            "/usr/bin/timeout", limit + aim(call, "error=\(error)", number) + words,
            environment: ["SWIFT_BACKTRACE=enable=no"])
        let hit = try folder.text(trace).contains("(INJECTED)")
        unlink(folder.file(trace))
        return (ran, hit)
    }

    private func aim(_ call: String, _ what: String, _ number: Int) -> [String] {
        ["-e", "trace=\(call)", "-e", "inject=\(call):\(what):when=\(number)", Tool.path]
    }
}
