import Basics
import Counterparties
import Formats
import UseCases

/// Loads a registry file, however long, in pieces of a thousand lines.
struct RegistryImport {
    private static let linesPerCommit = 1000

    struct Counts {
        var parties = 0
        var banks = 0
        var refused = 0
    }

    private let app: App
    private let file: String
    private let terminal: Terminal
    private var counts = Counts()
    private var parties: [RegisteredParty] = []
    private var banks: [RegisteredBank] = []

    init(app: App, file: String, terminal: Terminal) {
        self.app = app
        self.file = file
        self.terminal = terminal
    }

    mutating func run() throws -> Counts {
        var splitter = LineSplitter()
        try Folder.chunks(file) { chunk in try splitter.feed(chunk) { try take($0, $1) } }
        try splitter.end { try take($0, $1) }
        try flush()
        try app.audit.keep(
            .importRegistry, on: "registry", detail: "\(counts.parties) + \(counts.banks)",
            by: .operatorAtMachine)
        return counts
    }

    private mutating func take(_ number: Int, _ line: LineSplitter.Line) throws {
        do {
            switch try DaData.record(try line.get()) {
            case .party(let party):
                try app.registry.check(party)
                parties.append(party)
            case .bank(let bank): banks.append(bank)
            }
        } catch let problem as any Problem where problem.kind != .unavailable {
            counts.refused += 1
            terminal.tell("\(file):\(number): \(problem.code): \(terminal.sentence(problem))")
        }
        if parties.count + banks.count >= RegistryImport.linesPerCommit { try flush() }
    }

    private mutating func flush() throws {
        try app.registry.keep(parties, banks)
        counts.parties += parties.count
        counts.banks += banks.count
        (parties, banks) = ([], [])
    }
}
