import Basics
import Formats
import Foundation
import Hashing
import Notices
import Storage
import UseCases

/// Makes the one App of the process: adapters behind ports, nothing decided here.
enum Wiring {
    static func app(
        store: any Store, clock: Clock = systemClock, ids: IDs = IDs(guid: Sodium.guid),
        paper: PaperOptions = PaperOptions(), leases: LeaseTimes = LeaseTimes(),
        mailer: Mailer? = nil, notices: NoticeTerms = NoticeTerms(), registry: Registry? = nil,
        rateSource: RateSource? = nil,
        mailboxes: [Mailbox] = [], trusted: String? = nil, vault: Vault? = nil,
        settled: @escaping @Sendable (SettlementDesk.Report) -> Void = { _ in }
    ) -> App {
        App(
            store: store, clock: clock, ids: ids, digest: Sodium.digest, papers: papers,
            printer: Printing(paper.settings).printer(places: PaperOptions.places),
            bank: BankFiles(read: OneCStatement.read), secrets: secrets(vault: vault), leases: leases,
            mailer: mailer, noticeTerms: notices, registry: registry, rateSource: rateSource,
            incoming: IncomingMail(
                reader: LetterReader(read: LetterFile.read), mailboxes: mailboxes, trusted: trusted),
            settled: settled)
    }

    static let systemClock = Clock {
        Moment(microseconds: Int64((Date().timeIntervalSince1970 * 1_000_000).rounded(.down)))
    }

    static func secrets(_ cost: Argon2.Cost = .standard, vault: Vault? = nil) -> Secrets {
        Secrets(
            bytes: Sodium.bytes, passwords: Argon2.passwords(cost), keyedHash: LibCrypto.hmacSHA1,
            vault: vault)
    }

    static let papers = Papers(
        freeze: DocumentJSON.freeze,
        thaw: { try DocumentJSON.thaw($0) },
        xml: SellerTitle.write,
        draft: { ESFDraft.accompanies($0) ? try ESFDraft.write($0) : nil },
        findings: { xml, name in
            SellerTitleCheck.findings(bytes: xml, fileName: name).filter { $0.level == .error }
                .map { "\($0.rule.code) \($0.element): \($0.english)" }
        },
        freezeInvoice: PaymentInvoiceJSON.freeze, thawInvoice: { try PaymentInvoiceJSON.thaw($0) },
        exchangeName: { ExchangeName.make(supplier: $0, counterparty: $1, date: $2, guid: $3) },
        acts: Papers.Acts(
            freeze: ReconciliationJSON.freeze, thaw: { try ReconciliationJSON.thaw($0) },
            xml: ReconciliationTitle.write,
            exchangeName: {
                ExchangeName.ofReconciliation(supplier: $0, counterparty: $1, date: $2, guid: $3)
            }))

    /// Opens a database for work: a file for this process alone, or a server's, which others may use too.
    static func writing(_ name: String, clock: Clock = systemClock) throws -> any DatabaseStore {
        try start()
        if DatabaseName.isURL(name) {
            return try PostgresStore(writing: name, digest: Sodium.digest, now: clock.now())
        }
        return try SQLiteStore(writing: name, digest: Sodium.digest, now: clock.now())
    }

    /// For rows of no consequence to the process that writes: tokens.
    static func writingBeside(_ name: String) throws -> any DatabaseStore {
        try start()
        if DatabaseName.isURL(name) { return try PostgresStore(existing: name, digest: Sodium.digest) }
        return try SQLiteStore(writingBeside: name, digest: Sodium.digest)
    }

    static func reading(_ name: String) throws -> any DatabaseStore {
        try start()
        if DatabaseName.isURL(name) { return try PostgresStore(existing: name, digest: Sodium.digest) }
        return try SQLiteStore(reading: name, digest: Sodium.digest)
    }

    private static func start() throws {
        guard Sodium.start() else { throw SettingsProblem.noRandomness }
    }
}
