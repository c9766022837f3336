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
        paper: PaperOptions = PaperOptions()
    ) -> App {
        App(
            store: store, clock: clock, ids: ids, digest: Sodium.digest, papers: papers,
            printer: Printing(paper.settings).printer(places: PaperOptions.places),
            bank: BankFiles(read: OneCStatement.read))
    }

    static let systemClock = Clock {
        Moment(microseconds: Int64((Date().timeIntervalSince1970 * 1_000_000).rounded(.down)))
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
        exchangeName: { ExchangeName.make(supplier: $0, counterparty: $1, date: $2, guid: $3) })

    static func writing(_ path: String, clock: Clock = systemClock) throws -> SQLiteStore {
        try refuse(path)
        guard Sodium.start() else { throw SettingsProblem.noRandomness }
        return try SQLiteStore(writing: path, digest: Sodium.digest, now: clock.now())
    }

    /// For rows of no consequence to the process that writes: tokens.
    static func writingBeside(_ path: String) throws -> SQLiteStore {
        try refuse(path)
        guard Sodium.start() else { throw SettingsProblem.noRandomness }
        return try SQLiteStore(writingBeside: path, digest: Sodium.digest)
    }

    static func reading(_ path: String) throws -> SQLiteStore {
        try refuse(path)
        return try SQLiteStore(reading: path, digest: Sodium.digest)
    }

    private static func refuse(_ path: String) throws {
        if path.hasPrefix("postgres://") || path.hasPrefix("postgresql://") {
            throw SettingsProblem.noPostgres
        }
    }
}
