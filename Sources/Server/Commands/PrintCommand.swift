import ArgumentParser
import Basics
import Storage
import UseCases

struct PrintCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "print",
        abstract: "Write the paper (PDF) of a document or payment invoice; what was printed once stays so.")

    @OptionGroup var options: Options
    @OptionGroup var paper: PaperOptions

    @Argument(
        help: "Its address: moscow/upd/2026/17, moscow/paymentInvoice/2026/3, moscow/reconciliation/2026/5.",
        transform: paperKeyArgument)
    var address: PaperKey

    @Option(help: "Write it here instead of KIND-NUMBER.pdf.", completion: .file(extensions: ["pdf"]))
    var out: String?

    func run() throws {
        try options.run { terminal in
            let parts = address.text.split(separator: "/")
            let file = out ?? "\(parts[1])-\(parts[3]).pdf"
            try Folder.write(try pdf(), to: file)
            terminal.say(file)
            return .done
        }
    }

    /// Beside a program that writes, the paper is only read, or printed without being kept.
    private func pdf() throws -> [UInt8] {
        do {
            return try Wiring.app(store: try Wiring.writing(options.database), paper: paper)
                .papers.paper(address)
        } catch StorageProblem.otherWriter {
            return try Wiring.app(store: try Wiring.reading(options.database), paper: paper)
                .papers.copy(of: address)
        }
    }
}

/// The address of a paper as an argument.
func paperKeyArgument(_ text: String) throws -> PaperKey {
    guard let key = PaperKey(text) else {
        throw ValidationError(
            "'\(text)' is not the address of a paper: write moscow/upd/2026/17 or "
                + "moscow/paymentInvoice/2026/3, moscow/reconciliation/2026/5.")
    }
    return key
}
