package import Basics
package import Contracts
package import Counterparties
package import Regions

/// Terms that are agreed upon and not signed yet, and what was signed.
package protocol ContractRecords {
    func contractDraft(of account: AccountID, in region: Region) throws -> KeptDraft?
    /// In the place of the terms before; who changed them, and when, stands beside.
    func keep(
        _ draft: ContractDraft, becoming party: CounterpartyDraft?, of account: AccountID, in region: Region,
        by who: String, at moment: Moment) throws
    func dropContractDraft(of account: AccountID, in region: Region) throws
    /// Kept for good, by the day its version begins.
    func keep(_ file: SignedFile, of account: AccountID, in region: Region, from day: Day, at moment: Moment)
        throws
    func signedFile(of account: AccountID, in region: Region, from day: Day) throws -> SignedFile?
    /// The days of versions that have a file.
    func signedFileDays(of account: AccountID, in region: Region) throws -> [Day]
}

/// Terms as they were last changed.
package struct KeptDraft: Hashable, Sendable {
    package let draft: ContractDraft
    /// Who the customer becomes when they are signed; nil = it stays who it is.
    package let party: CounterpartyDraft?
    package let changedAt: Moment
    package let changedBy: String

    package init(draft: ContractDraft, party: CounterpartyDraft?, changedAt: Moment, changedBy: String) {
        self.draft = draft
        self.party = party
        self.changedAt = changedAt
        self.changedBy = changedBy
    }
}

/// A contract as it was signed: a scan or a PDF.
package struct SignedFile: Hashable, Sendable {
    package let name: String
    package let type: ScanType
    package let bytes: [UInt8]
    package let sha256: [UInt8]

    package init(name: String, type: ScanType, bytes: [UInt8], sha256: [UInt8]) {
        self.name = name
        self.type = type
        self.bytes = bytes
        self.sha256 = sha256
    }

    /// By what it is, whatever it is called.
    init(name: String, bytes: [UInt8], _ digest: Digest) throws {
        guard bytes.count <= ScanType.mostBytes, let type = ScanType(of: bytes) else {
            throw ContractsProblem.unknownFile
        }
        self.init(name: name, type: type, bytes: bytes, sha256: digest.sha256(bytes))
    }
}
