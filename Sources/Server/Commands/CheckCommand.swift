import ArgumentParser
import Formats
import Hashing
import UseCases

struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Confirm, without a database, that a document was issued with this content.")

    @OptionGroup var options: Options

    @Argument(help: "The document's JSON file as it was issued.", completion: .file(extensions: ["json"]))
    var file: String

    @Argument(help: "What `kontragent proof` wrote.", completion: .file(extensions: ["json"]))
    var proof: String

    @Option(help: "The seal's hash as you have kept it yourself.")
    var seal: String?

    func run() throws {
        try options.run { terminal in
            guard let content = try Folder.bytes(file) else { throw missing(file, terminal) }
            guard let text = try Folder.bytes(proof) else { throw missing(proof, terminal) }
            let proof = try ProofJSON.read(text)
            do {
                try proof.confirm(content, digest: Sodium.digest)
                let hash = Hex.text(proof.seal.hash)
                if let seal, seal.lowercased() != hash { throw SealsProblem.otherSeal(hash) }
                terminal.say(
                    terminal.words(
                        "\(proof.document.text): issued with this content, under seal \(proof.seal.number) of \(proof.seal.at), \(hash)",
                        "\(proof.document.text): выпущен с этим содержимым, печать \(proof.seal.number) от \(proof.seal.at), \(hash)"
                    ))
                return .done
            } catch let problem as SealsProblem {
                terminal.complain(problem)
                return .violation
            }
        }
    }

    private func missing(_ path: String, _ terminal: Terminal) -> SettingsProblem {
        .unreadable(path, terminal.words("no such file", "нет такого файла"))
    }
}
