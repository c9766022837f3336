import Metering

/// Events of a file gathered for one transaction, with the lines they stand on.
struct UsageBatch {
    private static let size = 10_000

    let file: String
    private(set) var events: [UsageEvent] = []
    private(set) var lines: [Int] = []

    init(file: String) { self.file = file }

    var isFull: Bool { events.count >= UsageBatch.size }

    mutating func add(_ event: UsageEvent, line: Int) {
        events.append(event)
        lines.append(line)
    }

    mutating func clear() {
        events.removeAll(keepingCapacity: true)
        lines.removeAll(keepingCapacity: true)
    }
}
