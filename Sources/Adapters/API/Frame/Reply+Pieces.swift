import HummingbirdCore
import NIOCore
import NIOPosix

extension Reply {
    /// An answer too long to be held: its first piece is made already, so that what fails at once is a refusal and not
    /// half a file; the others are made one after the other, on threads that may wait for the disk.
    package static func pieces<Place: Sendable>(
        type: String, first: [UInt8], from place: Place?,
        _ next: @escaping @Sendable (Place) throws -> (bytes: [UInt8], next: Place?)
    ) -> Reply {
        Reply(
            type: type,
            body: .stream { body in
                try await body.write(ByteBuffer(bytes: first))
                var place = place
                while let here = place {
                    let piece = try await NIOThreadPool.singleton.runIfActive { try next(here) }
                    try await body.write(ByteBuffer(bytes: piece.bytes))
                    place = piece.next
                }
                try await body.finish(nil)
            })
    }
}
