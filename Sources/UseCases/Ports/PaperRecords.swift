package import Basics
package import Regions

/// Printed papers, and the frozen contents they are printed from.
package protocol PaperRecords {
    func paymentInvoice(_ region: Region, year: Int, number: Int) throws -> PaymentInvoiceRecord?
    func paper(_ key: PaperKey, of account: AccountID) throws -> PrintedPaper?
    /// How many bytes it has; nil = it is not printed yet.
    func paperSize(_ key: PaperKey, of account: AccountID) throws -> Int?
    /// Keeps a paper for good; where one is kept, that one stays.
    func keep(_ paper: PrintedPaper) throws
}

/// A paper as it was printed once.
package struct PrintedPaper: Hashable, Sendable {
    package let account: AccountID
    package let key: PaperKey
    package let printedAt: Moment
    package let sha256: [UInt8]
    package let pdf: [UInt8]

    package init(account: AccountID, key: PaperKey, printedAt: Moment, sha256: [UInt8], pdf: [UInt8]) {
        self.account = account
        self.key = key
        self.printedAt = printedAt
        self.sha256 = sha256
        self.pdf = pdf
    }
}
