import Basics
import Formats
import Glibc
package import Logging
package import UseCases

/// The log: one JSON object a line on standard error. What it may hold is chosen where it is written;
/// tokens and people's data never are.
package struct LogLines: LogHandler {
    package var logLevel: Logger.Level
    package var metadata: Logger.Metadata = [:]
    private let clock: Clock

    package init(clock: Clock, level: Logger.Level = .info) {
        self.clock = clock
        logLevel = level
    }

    package subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    package func log(event: LogEvent) {
        var members: [JSONValue.Member] = [
            .init("time", .string(clock.now().description)),
            .init("level", .string(event.level.rawValue)),
            .init("event", .string("\(event.message)")),
        ]
        let all = metadata.merging(event.metadata ?? [:]) { _, new in new }
        for (name, value) in all.sorted(by: { $0.key < $1.key }) {
            members.append(.init(name, .string("\(value)")))
        }
        var bytes = JSONWriter.bytes(.object(members))
        bytes.append(0x0A)
        // One write, so that lines of two threads do not run into each other. A log nobody can take is
        // no reason to stop.
        _ = bytes.withUnsafeBytes { write(2, $0.baseAddress, $0.count) }
    }
}
