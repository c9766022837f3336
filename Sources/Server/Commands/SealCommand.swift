import ArgumentParser
import Formats
import UseCases

struct SealCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "seal",
        abstract: "Seal everything written so far under one hash; keep it where nobody can change it.")

    @OptionGroup var options: Options

    func run() throws {
        try options.run { terminal in
            let app = Wiring.app(store: try Wiring.writing(options.database))
            guard let seal = try app.seals.seal() else {
                terminal.say(options.json ? "null" : terminal.words("nothing to seal", "печатать нечего"))
                return .done
            }
            if options.json {
                terminal.say(JSONWriter.text(ProofJSON.seal(seal)))
            } else {
                terminal.say(
                    terminal.words(
                        "seal \(seal.number) of \(seal.at): \(Hex.text(seal.hash))",
                        "печать \(seal.number) от \(seal.at): \(Hex.text(seal.hash))"))
            }
            return .done
        }
    }
}
