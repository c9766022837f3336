import ArgumentParser

struct DemoCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo", abstract: "Play the demo cast into a fresh database and close its months.")

    @OptionGroup var options: Options

    func run() throws {}
}
