package import Basics

/// The clock (D5). Nothing else may ask the time.
package struct Clock: Sendable {
    package let now: @Sendable () -> Moment

    package init(now: @escaping @Sendable () -> Moment) { self.now = now }

    package static func stopped(at moment: Moment) -> Clock { Clock { moment } }
}

/// Hashes, given to the pure rooms from outside.
package struct Digest: Sendable {
    package let sha256: @Sendable ([UInt8]) -> [UInt8]
    /// The key under which an event's (source, id) is remembered for ever.
    package let identity: @Sendable (_ id: String, _ source: String) -> [UInt8]
    /// 16 bytes, to tell one body from another.
    package let short: @Sendable ([UInt8]) -> [UInt8]

    package init(
        sha256: @escaping @Sendable ([UInt8]) -> [UInt8],
        identity: @escaping @Sendable (_ id: String, _ source: String) -> [UInt8],
        short: @escaping @Sendable ([UInt8]) -> [UInt8]
    ) {
        self.sha256 = sha256
        self.identity = identity
        self.short = short
    }
}

/// Makes the ids the outside world has not given: here only the GUID of an exchange file.
package struct IDs: Sendable {
    package let guid: @Sendable () -> String

    package init(guid: @escaping @Sendable () -> String) { self.guid = guid }
}
