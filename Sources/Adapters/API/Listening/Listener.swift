import HummingbirdCore
package import Logging
import NIOCore
import NIOPosix

/// A door that is open at an address.
package final class Listener: Sendable {
    private let server: Server<DoorChannel>
    private let running: Task<Void, any Error>
    private let connections: ConnectionCount
    private let stopSeconds: Double
    /// Where it is open: with port 0 the kernel chose the port.
    package let port: Int

    /// Opens a door; throws where the address is taken.
    package static func open(_ door: Door, host: String, port: Int, log: Logger) async throws -> Listener {
        let connections = ConnectionCount(
            most: door.settings.connections, mostPerAddress: door.settings.connectionsPerAddress)
        let (bound, opened) = AsyncThrowingStream<Int, any Error>.makeStream()
        let server = Server(
            childChannelSetup: DoorChannel(door: door, connections: connections),
            configuration: ServerConfiguration(address: .hostname(host, port: port), backlog: 1024),
            onServerRunning: { channel in
                opened.yield(channel.localAddress?.port ?? port)
                opened.finish()
            },
            eventLoopGroup: MultiThreadedEventLoopGroup.singleton, logger: log)
        let running = Task {
            do { try await server.run() } catch {
                opened.finish(throwing: error)
                throw error
            }
        }
        for try await port in bound {
            return Listener(server, running, connections, door.settings.stopSeconds, port)
        }
        try await running.value
        throw CancellationError()
    }

    private init(
        _ server: Server<DoorChannel>, _ running: Task<Void, any Error>, _ connections: ConnectionCount,
        _ stopSeconds: Double, _ port: Int
    ) {
        self.server = server
        self.running = running
        self.connections = connections
        self.stopSeconds = stopSeconds
        self.port = port
    }

    package var open: Int { connections.count }

    /// Takes no more connections, lets requests on their way end, and after a bounded time ends them.
    package func close() async {
        let (connections, seconds) = (connections, stopSeconds)
        let deadline = Task {
            // Cancelled where all ended in time.
            try await Task.sleep(for: .seconds(seconds))
            connections.closeAll()
        }
        // Silence is right: a server that does not stop is ended with the process.
        try? await server.shutdownGracefully()
        deadline.cancel()
    }
}
