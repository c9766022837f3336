import Glibc

/// Where the printing program is and how patient we are with it.
package struct PaperSettings: Sendable {
    package var python: String
    package var fonts: String
    package var workers: Int
    /// A worker is replaced after so many papers, whatever it has gathered by then.
    package var papersPerWorker = 500
    package var patienceMilliseconds = 10_000
    package var patiencePerLineMilliseconds = 25
    package var retries = 3

    package init(python: String, fonts: String, workers: Int) {
        self.python = python
        self.fonts = fonts
        self.workers = max(1, workers)
    }

    /// The Python named, else the one delivered beside the program, else the one scripts/setup made in
    /// the build folder of the program or of the working directory.
    package static func found(named: String?, beside program: String, workers: Int) throws -> PaperSettings {
        let folder = program.split(separator: "/").dropLast().map { "/" + $0 }.joined()
        let places =
            named.map { [$0] } ?? [
                "\(folder)/share/paper/bin/python3", "\(folder)/../share/paper/bin/python3",
                "\(folder)/../../paper/bin/python3", ".build/paper/bin/python3",
            ]
        guard let python = places.first(where: { access($0, X_OK) == 0 }) else {
            throw PaperProblem.noPython(places)
        }
        return PaperSettings(python: python, fonts: fonts(of: python), workers: workers)
    }

    /// The folder of fonts that stands in the environment of that Python, else Debian's own.
    private static func fonts(of python: String) -> String {
        let home = python.split(separator: "/", omittingEmptySubsequences: false).dropLast(2)
            .joined(separator: "/")
        let own = home + "/fonts"
        return access(own, R_OK) == 0 ? own : "/usr/share/fonts/truetype/noto"
    }
}
