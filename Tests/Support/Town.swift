package import Basics
import Contracts
import Counterparties
import Documents
import Formats
import Funding
import Glibc
import Hashing
import Metering
import Payments
import Projects
import Regions
package import Storage
import Synchronization
package import UseCases

/// A provider in a test: a fresh database of the run's engine, a clock that moves when told, the real desks behind it.
package final class Town: Sendable {
    package let app: App
    package let store: any DatabaseStore
    /// What `--db` would name it.
    package let database: String
    package let folder: String
    private let shelf: Shelf

    /// Opens in the morning of the day, 09:00 UTC.
    /// `through` leads to the server another way than straight.
    package init(
        opened day: String = "2026-08-01", printer: Printer = Town.plainPress,
        engine: Engine = TestDatabase.engine, through way: String? = nil, registry: Registry? = nil,
        rateSource: RateSource? = nil
    ) throws {
        var template = Array("/tmp/kontragent-town-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil, let start = Moment("\(day)T09:00:00Z"), Sodium.start() else {
            throw TownProblem.noFolder
        }
        folder = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        switch engine {
        case .sqlite:
            database = folder + "/town.db"
            store = try SQLiteStore(writing: database, digest: Sodium.digest, now: start)
        case .postgres:
            database = try TestDatabase.schema(through: way)
            // The town's clock is the only one.
            store = try PostgresStore(
                writing: database, digest: Sodium.digest, now: start, hasServerClock: false)
        }
        let shelf = Shelf(start)
        self.shelf = shelf
        app = App(
            store: store, clock: Clock { shelf.now.withLock { $0 } },
            ids: Town.ids(shelf), digest: Sodium.digest, papers: Town.papers, printer: printer,
            bank: BankFiles(read: OneCStatement.read), secrets: Town.secrets, registry: registry,
            rateSource: rateSource, incoming: Town.mail)
    }

    /// The same desks by a clock of their own, over the town's store or one around it.
    package func desks(
        by clock: Clock? = nil, over store: (any Store)? = nil, leases: LeaseTimes = LeaseTimes(),
        notices: NoticeTerms = NoticeTerms(), trusting server: String? = nil,
        printing papers: Papers = Town.papers, mailer: Mailer? = nil, secrets: Secrets = Town.secrets
    ) -> App {
        let shelf = shelf
        return App(
            store: store ?? self.store, clock: clock ?? Clock { shelf.now.withLock { $0 } },
            ids: Town.ids(shelf), digest: Sodium.digest, papers: papers, printer: Town.plainPress,
            bank: BankFiles(read: OneCStatement.read), secrets: secrets, leases: leases, mailer: mailer,
            noticeTerms: notices, incoming: IncomingMail(reader: Town.mail.reader, trusted: server))
    }

    deinit {
        if store.engine == .postgres { TestDatabase.drop(database) }
        for name in ["town.db", "town.db-wal", "town.db-shm", "town.db.lock"] { unlink("\(folder)/\(name)") }
        rmdir(folder)
    }

    /// The file itself, where the run is one of files.
    package func file() throws -> SQLiteStore {
        guard let file = store as? SQLiteStore else { throw TownProblem.noFile }
        return file
    }

    package static let mail = IncomingMail(reader: LetterReader(read: LetterFile.read))

    /// Real chance and real hashes, at the least work the library allows.
    package static let secrets = secrets(Sodium.vault(key: [UInt8](repeating: 7, count: 32)))

    /// The same with another key, or none.
    package static func secrets(_ vault: Vault?) -> Secrets {
        Secrets(
            bytes: Sodium.bytes, passwords: Argon2.passwords(.least), keyedHash: LibCrypto.hmacSHA1,
            vault: vault)
    }

    package static let papers = Papers(
        freeze: DocumentJSON.freeze, thaw: { try DocumentJSON.thaw($0) }, xml: SellerTitle.write,
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

    /// Sets no type: a paper is its name, as a stand-in for the press, which has tests of its own.
    package static let plainPress = Printer(
        places: 1, print: { _, name in Array(name.utf8) }, trouble: { "\($0)" })

    package var now: Moment { shelf.now.withLock { $0 } }

    /// Moves the clock to an instant, "2026-10-05T10:00:00Z".
    package func go(to text: String) throws {
        guard let moment = Moment(text) else { throw TownProblem.badText(text) }
        shelf.now.withLock { $0 = moment }
    }

    private static func ids(_ shelf: Shelf) -> IDs { IDs { shelf.nextGUID() } }
}

/// What the clock and the ids of a town share.
private final class Shelf: Sendable {
    let now: Mutex<Moment>
    private let guids = Mutex(0)

    init(_ start: Moment) { now = Mutex(start) }

    func nextGUID() -> String {
        let number = guids.withLock { count in
            count += 1
            return count
        }
        let digits = String(number)
        return "00000000-0000-4000-8000-" + String(repeating: "0", count: 12 - digits.count) + digits
    }
}

package enum TownProblem: Error {
    case noFolder
    case noServer
    case noFile
    case badText(String)
}
