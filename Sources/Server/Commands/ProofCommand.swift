import ArgumentParser
import Formats
import UseCases

struct ProofCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "proof",
        abstract: "Write the proof that a document was issued with its content under a seal.")

    @OptionGroup var options: Options

    @Argument(help: "The document: moscow/upd/2026/17.", transform: documentArgument)
    var document: DocumentKey

    @Option(help: "Write the proof into this file instead of printing it.", completion: .file())
    var out: String?

    func run() throws {
        try options.run { terminal in
            let app = Wiring.app(store: try Wiring.reading(options.database))
            let proof = JSONWriter.bytes(ProofJSON.value(try app.seals.proof(of: document)), .pretty)
            if let out {
                try Folder.write(proof, to: out)
            } else {
                terminal.say(String(decoding: proof, as: UTF8.self))
            }
            return .done
        }
    }
}

/// A document as an argument.
func documentArgument(_ text: String) throws -> DocumentKey {
    guard let key = DocumentKey(text) else {
        throw ValidationError("'\(text)' is not a document: write moscow/upd/2026/17.")
    }
    return key
}
