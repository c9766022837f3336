import Basics
import Formats
import Metering
import UseCases

/// The events of a request's body: each read, or refused by itself.
struct UsageBody: Sendable {
    enum Item: Sendable {
        case event(UsageEvent)
        case refused(DatasetProblem, line: Int?)
    }

    static let most = 10_000
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
        case UsageBody.single: items = [UsageBody.item(bytes[...])]
        default:
            let places = try UsageArray.places(in: bytes, limit: UsageBody.most)
            if places.count > UsageBody.most { throw APIProblem.tooManyEvents(limit: UsageBody.most) }
            items = places.map { UsageBody.item(bytes[$0]) }
        }
        guard !items.isEmpty else { throw APIProblem.noEvents }
        self.items = items
    }

    private static func item(_ bytes: ArraySlice<UInt8>) -> Item {
        var reader = UsageLines()
        do throws(DatasetProblem) { return .event(try reader.event(in: bytes)) } catch {
            return .refused(error, line: nil)
        }
    }
}
