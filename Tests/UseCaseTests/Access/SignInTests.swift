import Access
import Basics
import Hashing
import Support
import Testing
import UseCases
import Wording

/// Signing in, sessions, the second step.
@Suite struct SignInTests {
    private func resort() throws -> Resort {
        let resort = try Resort()
        try resort.settle("anna@example.com")
        return resort
    }

    @Test func `a password is kept as Argon2id alone, a token as its digest alone`() throws {
        let resort = try resort()
        let listed = try #require(try resort.app.users.list(by: .house).first)
        #expect(listed.user.password.hasPrefix("$argon2id$"))
        let signed = try resort.signIn("anna@example.com")
        #expect(signed.token.utf8.count == 64)
        let visit = try #require(try resort.app.signIn.visit(signed.token, on: .cabinet))
        #expect(visit.session.hash == Sodium.sha256(Array(signed.token.utf8)))
    }

    @Test func `an unknown address, a wrong password, the wrong door and a disabled user are answered alike`()
        throws
    {
        let resort = try resort()
        try resort.staff("staff@example.com", [.support])
        let wrong = AccessProblem.wrongSignIn
        #expect(throws: wrong) { try resort.signIn("nobody@example.com") }
        #expect(throws: wrong) { try resort.signIn("no address") }
        #expect(throws: wrong) { try resort.signIn("anna@example.com", "something else entirely") }
        #expect(throws: wrong) { try resort.signIn("anna@example.com", on: .office) }
        #expect(throws: wrong) { try resort.signIn("staff@example.com", on: .cabinet) }
        #expect(try resort.signIn("staff@example.com", on: .office).stage == .open)
        try resort.app.users.disable("staff@example.com", on: .office, isDisabled: true, by: .house)
        #expect(throws: wrong) { try resort.signIn("staff@example.com", on: .office) }
    }

    @Test func `a session ends by signing out, by being left alone, by its age and by being disabled`() throws
    {
        let resort = try resort()
        try resort.staff("staff@example.com", [.support])
        let app = resort.app
        func isOpen(_ token: String) throws -> Bool { try app.signIn.visit(token, on: .office) != nil }
        let first = try resort.signIn("staff@example.com", on: .office).token
        #expect(try isOpen(first))
        #expect(try app.signIn.visit(first, on: .cabinet) == nil, "it is no session of the other door")
        try app.signIn.signOut(first)
        #expect(try !isOpen(first))

        let idle = try resort.signIn("staff@example.com", on: .office).token
        try resort.later(seconds: 29 * 60)
        #expect(try isOpen(idle))
        try resort.later(seconds: 29 * 60)
        #expect(try isOpen(idle), "it was looked at meanwhile")
        try resort.later(seconds: 30 * 60)
        #expect(try !isOpen(idle))

        let old = try resort.signIn("staff@example.com", on: .office).token
        for _ in 0..<47 {
            try resort.later(seconds: 15 * 60)
            #expect(try isOpen(old))
        }
        try resort.later(seconds: 15 * 60)
        #expect(try !isOpen(old), "twelve hours are over")

        let last = try resort.signIn("staff@example.com", on: .office).token
        try app.users.disable("staff@example.com", on: .office, isDisabled: true, by: .house)
        #expect(try !isOpen(last))
    }

    @Test func `sessions are listed, one can be ended, and all others at once; nobody else's`() throws {
        let resort = try resort()
        try resort.settle("boris@example.com")
        let other = try resort.visit("boris@example.com")
        let tokens = try (0..<3).map { _ in try resort.signIn("anna@example.com").token }
        let visits = try tokens.map { try #require(try resort.app.signIn.visit($0, on: .cabinet)) }
        #expect(
            Set(try resort.app.security.sessions(visits[0]).map(\.name)) == Set(visits.map(\.session.name)))
        try resort.app.security.end(visits[1].session.name, other)
        #expect(try resort.app.security.sessions(visits[0]).count == 3)
        try resort.app.security.end(visits[1].session.name, visits[0])
        #expect(try resort.app.signIn.visit(tokens[1], on: .cabinet) == nil)
        try resort.app.security.endOthers(visits[0])
        #expect(try resort.app.security.sessions(visits[0]).map(\.name) == [visits[0].session.name])
        #expect(try resort.app.security.sessions(other).count == 1)
    }

    @Test func `a changed password asks for the old one, ends every session and gives a new token`() throws {
        let resort = try resort()
        let tokens = try (0..<2).map { _ in try resort.signIn("anna@example.com").token }
        let visit = try #require(try resort.app.signIn.visit(tokens[0], on: .cabinet))
        let new = "другая лампа у двери"
        let security = resort.app.security
        #expect(throws: AccessProblem.wrongPassword) {
            try security.changePassword(from: "not the old one", to: new, visit, at: Resort.cabinet)
        }
        #expect(throws: AccessProblem.shortPassword(12)) {
            try security.changePassword(from: Resort.password, to: "short", visit, at: Resort.cabinet)
        }
        let token = try security.changePassword(
            from: Resort.password, to: new, visit, at: Resort.cabinet
        ).token
        #expect(try tokens.allSatisfy { try resort.app.signIn.visit($0, on: .cabinet) == nil })
        #expect(try resort.app.signIn.visit(token, on: .cabinet) != nil)
        #expect(throws: AccessProblem.wrongSignIn) { try resort.signIn("anna@example.com") }
        #expect(try resort.signIn("anna@example.com", new).stage == .open)
        #expect(try resort.letters(to: "anna@example.com").contains("password-changed"))
    }

    @Test func `a lost password is set anew by a link that works once and for half an hour`() throws {
        let resort = try resort()
        let reset = resort.app.passwordReset
        let token = try resort.signIn("anna@example.com").token
        let new = "другая лампа у двери"
        try reset.ask(email: "anna@example.com", at: Resort.cabinet, from: Resort.caller)
        let late = try resort.code(in: "reset", to: "anna@example.com")
        try resort.later(seconds: 1800)
        #expect(throws: AccessProblem.deadLink) {
            try reset.set(late, password: new, at: Resort.cabinet, from: Resort.caller)
        }
        try reset.ask(email: "anna@example.com", at: Resort.cabinet, from: Resort.caller)
        let code = try resort.code(in: "reset", to: "anna@example.com")
        #expect(throws: AccessProblem.deadLink) {
            try reset.set(code, password: new, at: Resort.office, from: Resort.caller)
        }
        #expect(throws: AccessProblem.deadLink) {
            try resort.app.signUp.confirm(code, password: Resort.password, from: Resort.caller)
        }
        _ = try reset.set(code, password: new, at: Resort.cabinet, from: Resort.caller)
        #expect(throws: AccessProblem.deadLink) {
            try reset.set(code, password: new, at: Resort.cabinet, from: Resort.caller)
        }
        #expect(try resort.app.signIn.visit(token, on: .cabinet) == nil, "every session has ended")
        #expect(try resort.signIn("anna@example.com", new).stage == .open)
        try reset.ask(email: "nobody@example.com", at: Resort.cabinet, from: Resort.caller)
        #expect(try resort.letters(to: "nobody@example.com").isEmpty)
    }

    @Test func `with the second step on, the password alone opens nothing, and each code works once`() throws
    {
        let resort = try resort()
        let app = resort.app
        let visit = try resort.visit("anna@example.com")
        #expect(throws: AccessProblem.wrongPassword) {
            try app.security.beginSecondStep(password: "not the password", visit)
        }
        let secret = try app.security.beginSecondStep(password: Resort.password, visit)
        #expect(try resort.signIn("anna@example.com").stage == .open, "begun is not on")
        func code() -> String {
            secret.code(step: OneTimePassword.step(at: resort.town.now), LibCrypto.hmacSHA1)
        }
        let wrong = code() == "000000" ? "000001" : "000000"
        #expect(throws: AccessProblem.wrongCode) {
            try app.security.confirmSecondStep(code: wrong, visit, at: Resort.cabinet)
        }
        let token = try app.security.confirmSecondStep(code: code(), visit, at: Resort.cabinet)
        #expect(try app.signIn.visit(token, on: .cabinet) != nil)

        let waiting = try resort.signIn("anna@example.com")
        #expect(waiting.stage == .secondStep)
        #expect(try app.signIn.visit(waiting.token, on: .cabinet) == nil)
        func second(_ code: String) throws -> SignedIn {
            try app.signIn.secondStep(waiting.token, code: code, on: .cabinet, from: Resort.caller)
        }
        #expect(throws: AccessProblem.wrongCode) { try second(code()) }
        try resort.later(seconds: 30)
        let open = try second(code())
        #expect(open.token != waiting.token, "nobody who planted the first token has the second")
        #expect(try app.signIn.visit(open.token, on: .cabinet) != nil)
        #expect(throws: AccessProblem.notSignedIn) { try second(code()) }
        #expect(throws: AccessProblem.wrongCode) {
            let again = try resort.signIn("anna@example.com").token
            return try app.signIn.secondStep(again, code: code(), on: .cabinet, from: Resort.caller)
        }
        let now = try #require(try app.signIn.visit(open.token, on: .cabinet))
        _ = try app.security.removeSecondStep(password: Resort.password, now, at: Resort.cabinet)
        #expect(try resort.signIn("anna@example.com").stage == .open)
    }

    @Test func `who waits for the second step too long begins again`() throws {
        let resort = try resort()
        let visit = try resort.visit("anna@example.com")
        let secret = try resort.app.security.beginSecondStep(password: Resort.password, visit)
        let first = secret.code(step: OneTimePassword.step(at: resort.town.now), LibCrypto.hmacSHA1)
        _ = try resort.app.security.confirmSecondStep(code: first, visit, at: Resort.cabinet)
        let waiting = try resort.signIn("anna@example.com").token
        try resort.later(seconds: 600)
        #expect(try !resort.app.signIn.isWaiting(waiting, on: .cabinet))
    }
}

/// Guessing.
@Suite struct GuessingTests {
    @Test func `an hour of guessing tries few passwords, and the owner's own browser is not kept out`() throws
    {
        let resort = try Resort()
        try resort.settle("anna@example.com")
        let device = try #require(try resort.signIn("anna@example.com").device)
        var real = 0
        var refused = 0
        for minute in 0..<60 {
            // From networks without end, so that only the account is in the way.
            for guess in 0..<30 {
                let caller = Caller(
                    network: Network("10.\(minute).\(guess).1"), agent: "guesser", device: "not hers")
                do {
                    _ = try resort.signIn("anna@example.com", "guess number \(minute) \(guess)", from: caller)
                } catch AccessProblem.wrongSignIn {
                    real += 1
                } catch AccessProblem.tooManyTries {
                    refused += 1
                }
            }
            try resort.later(seconds: 60)
        }
        #expect(real <= 30 && refused >= 1770, "\(real) tried, \(refused) refused")
        let anna = Caller(network: Network("192.0.2.7"), agent: "her browser", device: device)
        let again = try resort.signIn("anna@example.com", from: anna)
        #expect(again.stage == .open && again.device == nil)
        // And from elsewhere after a wait, however much was tried.
        try resort.later(seconds: 900)
        #expect(try resort.signIn("anna@example.com").stage == .open)
    }

    @Test func `one network may not go through the addresses of everybody`() throws {
        let resort = try Resort()
        var real = 0
        for number in 0..<300 {
            do {
                _ = try resort.signIn("user\(number)@example.com", from: Resort.caller)
            } catch AccessProblem.wrongSignIn { real += 1 } catch AccessProblem.tooManyTries {}
        }
        #expect(real <= 32, "\(real)")
        let neighbour = Caller(network: Network("198.51.100.1"), agent: "", device: nil)
        #expect(throws: AccessProblem.wrongSignIn) { try resort.signIn("user1@example.com", from: neighbour) }
    }

    @Test func `an unknown address is delayed like a known one`() throws {
        let resort = try Resort()
        try resort.settle("anna@example.com")
        func course(_ email: String, _ network: String) -> [AccessProblem?] {
            (0..<8).map { _ in
                do {
                    _ = try resort.signIn(
                        email, "a wrong password",
                        from: Caller(network: Network(network), agent: "", device: nil))
                    return nil
                } catch let problem as AccessProblem { return problem } catch { return nil }
            }
        }
        #expect(course("anna@example.com", "10.0.0.1") == course("nobody@example.com", "10.0.1.1"))
    }

    @Test func `codes of the second step are not guessed either`() throws {
        let resort = try Resort()
        try resort.settle("anna@example.com")
        let visit = try resort.visit("anna@example.com")
        let secret = try resort.app.security.beginSecondStep(password: Resort.password, visit)
        let first = secret.code(step: OneTimePassword.step(at: resort.town.now), LibCrypto.hmacSHA1)
        _ = try resort.app.security.confirmSecondStep(code: first, visit, at: Resort.cabinet)
        try resort.later(seconds: 60)
        let waiting = try resort.signIn("anna@example.com").token
        var real = 0
        for number in 0..<500 {
            do {
                _ = try resort.app.signIn.secondStep(
                    waiting, code: String(900_000 + number), on: .cabinet, from: Resort.caller)
            } catch AccessProblem.wrongCode { real += 1 } catch AccessProblem.tooManyTries {}
        }
        #expect(real <= 6, "\(real)")
    }
}

/// The codes of authenticators, by the vectors of RFC 6238.
@Suite struct OneTimePasswordTests {
    private let password = OneTimePassword(secret: Array("12345678901234567890".utf8))

    @Test(
        arguments: [
            (59, "94287082"), (1_111_111_109, "07081804"), (1_111_111_111, "14050471"),
            (1_234_567_890, "89005924"), (2_000_000_000, "69279037"), (20_000_000_000, "65353130"),
        ] as [(Int64, String)])
    func `the codes are those of the standard`(_ second: Int64, _ code: String) {
        let step = OneTimePassword.step(at: Moment(microseconds: second * 1_000_000))
        #expect(password.code(step: step, digits: 8, LibCrypto.hmacSHA1) == code)
    }

    @Test func `a code is good for its half minute and the neighbours, and never twice`() throws {
        let now = try #require(Moment("2026-09-10T12:00:10Z"))
        let step = OneTimePassword.step(at: now)
        func accepted(_ step: Int64, after last: Int64? = nil) -> Int64? {
            password.accepts(
                password.code(step: step, LibCrypto.hmacSHA1), at: now, after: last, LibCrypto.hmacSHA1)
        }
        #expect((-1...1).allSatisfy { accepted(step + $0) == step + $0 })
        #expect(accepted(step - 2) == nil && accepted(step + 2) == nil)
        #expect(accepted(step, after: step) == nil && accepted(step - 1, after: step) == nil)
        #expect(accepted(step + 1, after: step) == step + 1)
    }

    @Test func `the secret is written as authenticators read it`() throws {
        #expect(password.base32 == "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ")
        #expect(OneTimePassword(secret: Array("f".utf8)).base32 == "MY")
        let address = password.address(of: try EmailAddress("a+b@example.com"), issuer: "Kontragent")
        #expect(address.hasPrefix("otpauth://totp/Kontragent:a%2Bb@example.com?secret=GEZD"))
    }
}
