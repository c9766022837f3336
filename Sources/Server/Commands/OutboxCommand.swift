import ArgumentParser
import Basics
import Formats
import UseCases

struct OutboxCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "outbox",
        abstract: "Show what waits to be printed or sent, since when, and what kept it so far.")

    @OptionGroup var options: Options

    @Option(help: "Only this topic: paper or notice.", transform: topicArgument)
    var topic: OutboxMessage.Topic?

    @Option(help: "Show at most so many.")
    var limit = 100

    func run() throws {
        try options.run { terminal in
            let desk = Wiring.app(store: try Wiring.reading(options.database)).outbox
            let waiting = try desk.waiting(topic, limit: limit)
            if options.json {
                terminal.say(JSONWriter.text(.array(waiting.map(OutboxJSON.value))))
                return .done
            }
            let topics = topic.map { [$0] } ?? OutboxMessage.Topic.allCases
            for topic in topics {
                let count = try desk.count(topic)
                let word =
                    topic == .paper ? terminal.words("papers", "печать") : terminal.words("notices", "письма")
                terminal.say(
                    terminal.words(
                        "\(word): \(count.waiting) wait, \(count.failing) of them after a failure",
                        "\(word): ждут \(count.waiting), из них после неудачи \(count.failing)"))
            }
            guard !waiting.isEmpty else { return .done }
            terminal.say()
            let english = ["topic", "subject", "account", "since", "next try", "tries", "trouble"]
            let russian = ["тема", "что", "аккаунт", "ждёт с", "следующая попытка", "попыток", "причина"]
            terminal.table(terminal.isRussian ? russian : english, waiting.map(row), right: [5])
            return .done
        }
    }

    private func row(_ waiting: OutboxMessage.Waiting) -> [String] {
        [
            waiting.message.topic.rawValue, waiting.message.subject, waiting.message.account.text,
            waiting.madeAt.description, waiting.attempts == 0 ? "" : waiting.dueAt.description,
            String(waiting.attempts), waiting.trouble ?? "",
        ]
    }
}

private func topicArgument(_ text: String) throws -> OutboxMessage.Topic {
    guard let topic = OutboxMessage.Topic(rawValue: text) else {
        throw ValidationError("'\(text)' is not a topic: write paper or notice.")
    }
    return topic
}
