import ArgumentParser
import Basics
import Formats
import UseCases

struct NodesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "nodes",
        abstract: "Show the processes that work on the database, how they are, and what each holds.")

    @OptionGroup var options: Options

    func run() throws {
        try options.run { terminal in
            let nodes = try Wiring.app(store: try Wiring.reading(options.database)).nodes.list()
            if options.json {
                terminal.say(JSONWriter.text(.array(nodes.map(NodeJSON.value))))
                return .done
            }
            let english = ["node", "host", "process", "version", "since", "last seen", "state", "holds"]
            let russian = ["узел", "машина", "процесс", "версия", "с", "виден", "состояние", "держит"]
            terminal.table(
                terminal.isRussian ? russian : english,
                nodes.map { node in
                    let known = node.record
                    return [
                        known.node.id.text, known.node.host, String(known.node.process), known.node.program,
                        known.startedAt.description, known.seenAt.description, state(node, terminal),
                        node.leases.map { "\($0.lease.name)#\($0.lease.token)" }.joined(separator: " "),
                    ]
                }, right: [2])
            return .done
        }
    }

    private func state(_ node: NodeStanding, _ terminal: Terminal) -> String {
        switch node.state {
        case .alive where !node.record.node.works: terminal.words("alive, doors only", "на связи, без работ")
        case .alive: terminal.words("alive", "на связи")
        case .silent: terminal.words("silent", "молчит")
        case .left: terminal.words("left", "ушёл")
        }
    }
}
