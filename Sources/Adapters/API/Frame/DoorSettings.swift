/// The limits of a door (docs/operating.md).
package struct DoorSettings: Sendable {
    package var connections = 1024
    package var connectionsPerAddress = 256
    package var requestsPerSecond = 20_000
    /// From one address, with tokens that are not known.
    package var unknownTokensPerSecond = 50
    /// For the head of a connection's first request.
    package var headSeconds = 10.0
    /// Between requests.
    package var idleSeconds = 60.0
    /// A body may take this long, and a second more for every 16 KiB that have come.
    package var bodySeconds = 15.0
    /// A client that takes nothing of its answer for so long is let go.
    package var stallSeconds = 30.0
    /// For requests on their way when the program is stopped.
    package var stopSeconds = 25.0
    package var headBytes = 16 << 10
    package var headFields = 100
    /// Of all bodies together.
    package var bodyBytes = 192 << 20
    /// Whether browsers reach it by TLS alone, which is ended in front of it.
    package var isBehindTLS = false

    package init() {}
}
