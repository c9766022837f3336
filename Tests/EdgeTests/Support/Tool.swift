import Foundation
import Glibc

/// The program itself, run as a process the way a person runs it.
enum Tool {
    /// How a run ended. A process that was killed has no exit code: its status is the negative signal.
    struct Ran {
        let status: Int32
        let out: String
        let err: String

        /// What it printed, read as JSON.
        var json: JSON {
            get throws { try JSON.read(out) }
        }
    }

    /// Stands beside the test bundle, wherever that was built.
    static let path: String = {
        // Without /proc the first argument alone says where we are.
        let running = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
        let folders = [CommandLine.arguments[0], running].map {
            URL(fileURLWithPath: $0).deletingLastPathComponent().path
        }
        let places = folders.map { $0 + "/kontragent" }
        return places.first { access($0, X_OK) == 0 } ?? places[0]
    }()

    /// The path of a program of the system, where it is installed.
    static func installed(_ name: String) -> String? {
        ["/usr/bin/", "/bin/", "/usr/sbin/", "/sbin/"].map { $0 + name }.first { access($0, X_OK) == 0 }
    }

    /// Starts a program in a folder, its two outputs into files.
    static func start(
        _ program: String = path, _ words: [String], in folder: String, out: String, err: String,
        environment: [String] = []
    ) throws -> pid_t {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 1, out, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
        posix_spawn_file_actions_addopen(&actions, 2, err, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
        let settings = ["PATH=/usr/sbin:/usr/bin:/sbin:/bin", "LANG=C.UTF-8", "HOME=/tmp"] + environment
        // env changes the folder and becomes the program: one process, one id.
        let env = "/usr/bin/env"
        var argv = ([env, "-C", folder, program] + words).map { strdup($0) }
        var envp = settings.map { strdup($0) }
        defer { for text in argv + envp { free(text) } }
        argv.append(nil)
        envp.append(nil)
        var pid: pid_t = 0
        let failure = posix_spawn(&pid, env, &actions, nil, argv, envp)
        guard failure == 0 else { throw ToolProblem.notStarted(program, String(cString: strerror(failure))) }
        return pid
    }

    /// Waits for a process that `start` began.
    static func wait(_ pid: pid_t) -> Int32 {
        var status: Int32 = 0
        while waitpid(pid, &status, 0) < 0, errno == EINTR {}
        return status & 0x7F == 0 ? (status >> 8) & 0xFF : -(status & 0x7F)
    }
}

enum ToolProblem: Error {
    case notStarted(String, String)
    case noFolder
    case notJSON(String)
    case unwritable(String)
}
