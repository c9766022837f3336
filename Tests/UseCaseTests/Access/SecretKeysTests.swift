import Access
import Basics
import Foundation
import Hashing
import Storage
import Support
import Testing
import UseCases
import Wording

/// The key that secrets of second steps are locked by.
@Suite struct SecretKeysTests {
    private let other = Sodium.vault(key: [UInt8](repeating: 9, count: 32))

    /// Anna with a second step, and what her telephone knows.
    private func resort() throws -> (resort: Resort, phone: OneTimePassword) {
        let resort = try Resort()
        try resort.app.secretKeys.adopt()
        try resort.settle("anna@example.com")
        let visit = try resort.visit("anna@example.com")
        let phone = try resort.app.security.beginSecondStep(password: Resort.password, visit)
        #expect(resort.app.security.begunSecondStep(try resort.visit("anna@example.com")) == phone)
        _ = try resort.app.security.confirmSecondStep(
            code: code(phone, resort), visit, at: Resort.cabinet)
        try resort.later(seconds: 60)
        return (resort, phone)
    }

    private func code(_ phone: OneTimePassword, _ resort: Resort) -> String {
        phone.code(step: OneTimePassword.step(at: resort.town.now), LibCrypto.hmacSHA1)
    }

    private func anna(_ resort: Resort) throws -> User {
        try #require(try resort.app.users.list(by: .house).first?.user)
    }

    /// Signs in with a code at a node of its own.
    private func enter(_ resort: Resort, _ phone: OneTimePassword, at app: App) throws -> SignedIn {
        try resort.later(seconds: 30)
        let waiting = try resort.signIn("anna@example.com").token
        return try app.signIn.secondStep(
            waiting, code: code(phone, resort), on: .cabinet, from: Resort.caller)
    }

    @Test func `who reads the database alone has no secret of a telephone, nor can give one to another`()
        throws
    {
        let (resort, phone) = try resort()
        guard case .locked(let bytes, let key)? = try anna(resort).secondStep.secret else {
            Issue.record("the secret lies in the clear")
            return
        }
        #expect(!bytes.indices.contains { bytes[$0...].starts(with: phone.secret) })
        #expect(key == Town.secrets.vault?.key && !bytes.isEmpty)
        #expect(throws: AccessProblem.otherSecretKey) {
            try Town.secrets.read(.locked(bytes, key: key), of: UserID("somebody else"))
        }
        #expect(try enter(resort, phone, at: resort.app).stage == .open)
    }

    @Test func `a node with another key, or none, is not let in, and says what is wrong at a code`() throws {
        let (resort, phone) = try resort()
        let strange = resort.town.desks(secrets: Town.secrets(other))
        let keyless = resort.town.desks(secrets: Town.secrets(nil))
        #expect(throws: AccessProblem.otherSecretKey) { try strange.secretKeys.adopt() }
        #expect(throws: AccessProblem.noSecretKey) { try keyless.secretKeys.adopt() }
        #expect(throws: AccessProblem.otherSecretKey) { try enter(resort, phone, at: strange) }
        #expect(throws: AccessProblem.noSecretKey) { try enter(resort, phone, at: keyless) }
        try resort.settle("boris@example.com")
        let boris = try resort.visit("boris@example.com")
        #expect(throws: AccessProblem.noSecretKey) {
            try keyless.security.beginSecondStep(password: Resort.password, boris)
        }
        // An administrator lets her in all the same.
        try keyless.users.turnSecondStepOff("anna@example.com", on: .cabinet, by: .house)
        #expect(try resort.signIn("anna@example.com").stage == .open)
    }

    @Test func `secrets from before there was a key are locked when the program starts, and codes go on`()
        throws
    {
        let resort = try Resort()
        try resort.settle("anna@example.com")
        let phone = OneTimePassword(secret: Array("12345678901234567890".utf8))
        var before = try anna(resort)
        before.secondStep = .on(secret: .clear(phone.secret), last: nil)
        try resort.town.store.transaction { try $0.save(before) }
        #expect(try enter(resort, phone, at: resort.town.desks(secrets: Town.secrets(nil))).stage == .open)
        try resort.app.secretKeys.adopt()
        guard case .on(.locked, _) = try anna(resort).secondStep else {
            Issue.record("it lies in the clear")
            return
        }
        #expect(try enter(resort, phone, at: resort.app).stage == .open)
        try resort.app.secretKeys.adopt()
    }

    @Test func `a password set while the program starts stays set, and the secret is locked`() throws {
        let resort = try Resort()
        try resort.settle("anna@example.com")
        let phone = OneTimePassword(secret: Array("12345678901234567890".utf8))
        var before = try anna(resort)
        before.secondStep = .on(secret: .clear(phone.secret), last: nil)
        try resort.town.store.transaction { try $0.save(before) }
        let app = resort.app
        let start = try resort.town.beside {
            try $0.lock(.user(before.email))
            before.password = "another"
            try $0.save(before)
        } work: {
            try app.secretKeys.adopt()
        }
        try start.get()
        let after = try anna(resort)
        #expect(after.password == "another")
        guard case .on(.locked, _) = after.secondStep else {
            Issue.record("it lies in the clear")
            return
        }
    }

    @Test func `a key is not replaced while a node lives that goes on with the one before`() throws {
        let (resort, phone) = try resort()
        let node = Node(id: NodeID("a"), host: "alpha", process: 7, program: "kontragent 1", works: false)
        try resort.app.nodes.join(node)
        let inUse = AccessProblem.secretKeyInUse(host: "alpha", process: 7)
        for isLost in [false, true] {
            #expect(throws: inUse) { try resort.app.secretKeys.replace(by: other, isLost: isLost) }
        }
        #expect(try enter(resort, phone, at: resort.app).stage == .open)
        try resort.app.nodes.leave(node.id)
        let replaced = try resort.app.secretKeys.replace(by: other, isLost: false)
        #expect(replaced == (1, 0))
    }

    @Test func `where a key was thought lost and is there, nobody sets the second step up anew`() throws {
        let (resort, phone) = try resort()
        let replaced = try resort.app.secretKeys.replace(by: other, isLost: true)
        #expect(replaced == (1, 0))
        #expect(try enter(resort, phone, at: resort.town.desks(secrets: Town.secrets(other))).stage == .open)
    }

    @Test(.enabled(if: TestDatabase.isOnFile))
    func `secrets that lay in the clear are in no byte of the file once they are locked`() throws {
        let resort = try Resort()
        let secrets = (100..<140).map { Array("12345678901234567\($0)".utf8) }
        try resort.town.store.transaction { records in
            for (number, secret) in secrets.enumerated() {
                try records.insert(
                    User(
                        id: UserID("u\(number)"), side: .cabinet,
                        email: EmailAddress("u\(number)@example.com"), name: "Анна", language: .ru,
                        password: String(repeating: "a", count: 100),
                        secondStep: .on(secret: .clear(secret), last: nil), createdAt: resort.town.now,
                        confirmedAt: resort.town.now))
            }
        }
        func found() throws -> Int {
            try resort.town.store.settleDown()
            let file = try Data(contentsOf: URL(fileURLWithPath: resort.town.database))
            return secrets.filter { file.range(of: Data($0)) != nil }.count
        }
        #expect(try found() == secrets.count)
        try resort.app.secretKeys.adopt()
        #expect(try found() == 0)
    }

    @Test func `a key is replaced without anybody noticing; a lost one makes people set up their step anew`()
        throws
    {
        let (resort, phone) = try resort()
        #expect(throws: AccessProblem.noSecretKey) {
            try resort.town.desks(secrets: Town.secrets(nil)).secretKeys.replace(by: other, isLost: false)
        }
        let replaced = try resort.app.secretKeys.replace(by: other, isLost: false)
        #expect(replaced == (1, 0))
        #expect(throws: AccessProblem.otherSecretKey) { try resort.app.secretKeys.adopt() }
        let next = resort.town.desks(secrets: Town.secrets(other))
        try next.secretKeys.adopt()
        let token = try enter(resort, phone, at: next).token

        let third = Sodium.vault(key: [UInt8](repeating: 11, count: 32))
        let lost = try resort.town.desks(secrets: Town.secrets(nil)).secretKeys.replace(
            by: third, isLost: true)
        #expect(lost == (0, 1))
        #expect(try next.signIn.visit(token, on: .cabinet) == nil)
        #expect(try resort.letters(to: "anna@example.com").contains("second-step-taken"))
        #expect(try resort.signIn("anna@example.com").stage == .open)
        try resort.town.desks(secrets: Town.secrets(third)).secretKeys.adopt()
    }
}
