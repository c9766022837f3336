package import Formats
import HummingbirdCore
import NIOCore
import Synchronization

/// Tells whoever listens how a closing goes on, as server-sent events: so many listeners at most.
package final class ClosingStreams: Sendable {
    private let most: Int
    private let heartbeatSeconds: Double
    private let stopping: Stopping
    private let open = Mutex(0)

    package init(most: Int = 32, heartbeatSeconds: Double = 10, stopping: Stopping) {
        self.most = most
        self.heartbeatSeconds = heartbeatSeconds
        self.stopping = stopping
    }

    /// Writes each change of a run until it has ended, the client is gone or the program stops.
    package func reply(
        _ last: @escaping @Sendable () -> ClosingRuns.Run?,
        _ state: @escaping @Sendable (ClosingRuns.Run?) async throws -> JSONValue
    ) throws -> Reply {
        try reply({ last().map { (version: $0.version, isOver: $0.endedAt != nil) } }) {
            try await state(last())
        }
    }

    /// The same of anything that goes on: its version tells one state from another.
    package func reply(
        _ last: @escaping @Sendable () -> (version: Int, isOver: Bool)?,
        _ state: @escaping @Sendable () async throws -> JSONValue
    ) throws -> Reply {
        let isFree = open.withLock { open in
            guard open < most else { return false }
            open += 1
            return true
        }
        guard isFree else { throw APIProblem.busy }
        // Given back also where nobody ever asks for the body: HEAD, or a client that is gone.
        let seat = Seat(streams: self)
        return Reply(
            type: "text/event-stream",
            body: .stream { body in
                try await seat.streams.write(&body, last, state)
            })
    }

    private func write(
        _ body: inout any ResponseBodyWriter, _ last: @Sendable () -> (version: Int, isOver: Bool)?,
        _ state: @Sendable () async throws -> JSONValue
    ) async throws {
        var told: Int?
        var saidAt = ContinuousClock.now
        while true {
            let run = last()
            let isOver = run?.isOver ?? true
            if told == nil || run?.version != told {
                let text = JSONWriter.text(try await state())
                try await body.write(
                    ByteBuffer(string: "event: \(isOver ? "end" : "progress")\ndata: \(text)\n\n"))
                told = run?.version ?? -1
                saidAt = .now
            }
            if isOver || stopping.hasBegun { break }
            if ContinuousClock.now - saidAt >= .seconds(heartbeatSeconds) {
                try await body.write(ByteBuffer(string: ": still here\n\n"))
                saidAt = .now
            }
            try await Task.sleep(for: .milliseconds(200))
        }
        try await body.finish(nil)
    }

    private final class Seat: Sendable {
        let streams: ClosingStreams

        init(streams: ClosingStreams) { self.streams = streams }

        deinit { streams.open.withLock { $0 -= 1 } }
    }
}
