package import NIOPosix
package import UseCases

/// The way from the network's threads to the desks: every desk waits for the disk, so it is called on
/// threads of its own.
package struct Desks: Sendable {
    package let app: App
    let threads: NIOThreadPool

    package init(app: App, threads: NIOThreadPool) {
        self.app = app
        self.threads = threads
    }

    package func call<Result: Sendable>(
        _ body: @escaping @Sendable (App) throws -> Result
    ) async throws -> Result {
        try await threads.runIfActive { try body(app) }
    }
}
