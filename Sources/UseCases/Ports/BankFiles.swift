package import Payments

/// Reading bank files, given by the formats.
package struct BankFiles: Sendable {
    package let read: @Sendable ([UInt8]) throws -> StatementFile

    package init(read: @escaping @Sendable ([UInt8]) throws -> StatementFile) { self.read = read }
}
