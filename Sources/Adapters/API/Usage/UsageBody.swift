import Basics
import Formats
import Metering
import UseCases

/// The events of a request's body: each read, or refused by itself.
struct UsageBody: Sendable {
    enum Item: Sendable {
        case event(UsageEvent)
        case refused(DatasetProblem, line: Int?)

        init(_ read: Result<UsageEvent, DatasetProblem>) {
            self =
                switch read {
                case .success(let event): .event(event)
                case .failure(let problem): .refused(problem, line: nil)
                }
        }
    }

    static let most = 10_000
    /// Bytes; some dozen events.
    static let short = 16 << 10
    static let batch = "application/cloudevents-batch+json"
    static let single = "application/cloudevents+json"
    static let lines = "application/x-ndjson"

    let items: [Item]

    /// Reads a body by its type. An array that is not JSON is refused whole; a line is refused by itself.
    init(_ bytes: [UInt8], type: String) throws {
        var items: [Item] = []
        switch type {
        case UsageBody.lines:
            var file = UsageFile()
            let take = { (line: Int, item: UsageFile.Item) throws(APIProblem) in
                switch item {
                case .event(let event): items.append(.event(event))
                case .refused(let problem): items.append(.refused(problem, line: line))
                case .warning: return
                }
                if items.count > UsageBody.most { throw .tooManyEvents(limit: UsageBody.most) }
            }
            try file.feed(bytes[...], take)
            try file.end(take)
        case UsageBody.single:
            var reader = UsageLines()
            items = [Item(Result { () throws(DatasetProblem) in try reader.event(in: bytes[...]) })]
        default:
            var reader = UsageLines()
            try reader.events(in: bytes, limit: UsageBody.most) { items.append(Item($0)) }
            if items.count > UsageBody.most { throw APIProblem.tooManyEvents(limit: UsageBody.most) }
        }
        guard !items.isEmpty else { throw APIProblem.noEvents }
        self.items = items
    }
}
