import Access
import Basics
import Foundation
import Funding
import Projects
import Requests
import Support
import Testing
import UseCases
import Wording

/// A provider with a customer and some of the staff, who ask and answer.
struct RequestTown {
    let town: Town
    let pid: PID
    static let pdf = Array("%PDF-1.7\n%%EOF\n".utf8)

    init() throws {
        town = try Town(
            opened: "2026-10-05",
            printer: Printer(
                places: 1, print: { _, name in RequestTown.pdf + Array(name.utf8) }, trouble: { "\($0)" }))
        try town.completeSuppliers()
        try town.price("vm", "1.5", bonusType: "compute")
        try town.register(Make.romashka())
        try town.register(Make.petrov())
        pid = try town.project("mcs0000000001")
        for role in CustomerRole.allCases {
            try user("\(role.rawValue)@romashka.example", .member(pid, [role]))
        }
        try user("owner@petrov.example", .member(town.project("mcs0000000002"), [.owner]))
        for role in StaffRole.allCases { try user("\(role.rawValue)@office.example", .staff([role])) }
    }

    var app: App { town.app }

    func user(_ email: String, _ standing: UsersDesk.Standing, in language: Language = .ru) throws {
        try app.users.create(
            email: email, name: email, password: "зелёная лампа у окна", standing, in: language, by: .house)
    }

    func person(_ email: String) throws -> User { try app.requests.person(email) }
    var owner: User { get throws { try person("owner@romashka.example") } }
    var clerk: User { get throws { try person("support@office.example") } }
    var specialist: User { get throws { try person("document-specialist@office.example") } }
    var administrator: User { get throws { try person("administrator@office.example") } }

    func words(_ text: String = "", _ key: String = UUID().uuidString) throws -> RequestWords {
        try RequestWords(text, key: key)
    }

    /// A request with all that its kind needs.
    @discardableResult
    func make(
        _ kind: RequestKind, _ more: [RequestField: String] = [:], key: String = UUID().uuidString,
        by user: User? = nil
    ) throws -> CustomerRequest {
        let fields = kind.terms.fields.filter(\.isNeeded).map(\.field)
        var values: [String: String] = [:]
        for field in fields where field.shape != .file { values[field.rawValue] = more[field] ?? good(field) }
        for (field, value) in more { values[field.rawValue] = value }
        let files = try fields.filter { $0.shape == .file }.map {
            try RequestFile(field: $0, named: "\($0.rawValue).pdf", RequestTown.pdf)
        }
        return try app.requests.make(
            kind, values, RequestWords("", files: files, key: key), in: pid, by: user ?? owner)
    }

    func good(_ field: RequestField) -> String {
        switch field.shape {
        case .line: "Иванова Анна Петровна"
        case .text: "ООО «Ромашка»\nИНН 7707083893"
        case .email: "anna@example.com"
        case .phone: "+7 (495) 123-45-67"
        case .day: "2026-09-30"
        case .period: "2026-07-01/2026-09-30"
        case .amount: "1500.50"
        case .project: pid.text
        case .digits(let count): String(repeating: "4", count: count)
        case .choice(let words): words[0]
        case .flag: "yes"
        case .file: ""
        }
    }

    func letters(_ kind: String) throws -> [Letter] {
        try app.letters.list().filter { $0.kind == kind }.reversed()
    }

    func view(_ request: CustomerRequest) throws -> RequestsDesk.View {
        try app.requests.view(request.number, for: .house).view
    }
}

/// Requests and what both sides do with them.
@Suite struct RequestsDeskTests {
    @Test(arguments: RequestKind.allCases)
    func `every kind makes a request through its form, and closes with a result of its own`(
        _ kind: RequestKind
    ) throws {
        let town = try RequestTown()
        let made = try town.make(kind)
        #expect(made.number == 1 && made.standing.state == .open && made.kind == kind)
        let view = try town.view(made)
        #expect(view.events.map(\.step) == [.made])
        #expect(
            view.events[0].files.count
                == kind.terms.fields.filter { $0.isNeeded && $0.field.shape == .file }.count)
        #expect(try town.letters("request-made").map(\.to.text) == ["owner@romashka.example"])
        if kind.isRefund { try town.app.conservation.take(.begun, of: town.pid, by: .house) }
        let done = try town.app.requests.finish(
            1, try #require(kind.results.first), seen: 1, town.words("сделано"), by: town.clerk)
        #expect(done.standing.state == .done && done.version == 2)
        let letter = try #require(try town.letters("request-closed").first)
        #expect(letter.subject.contains("№ 1") && letter.body.contains("сделано"))
    }

    @Test func `a form that lacks what it needs, or is not for the role, makes nothing`() throws {
        let town = try RequestTown()
        #expect(throws: RequestsProblem.missingField(.individualContract, .organisation)) {
            try town.make(.individualContract, [.organisation: ""])
        }
        #expect(throws: RequestsProblem.badValue(.amount, "0")) {
            try town.make(.foreignInvoice, [.amount: "0"])
        }
        // A name of a file is no file.
        #expect(throws: RequestsProblem.missingField(.freezeDelay, .proof)) {
            try town.app.requests.make(
                .freezeDelay, ["project": town.pid.text, "proof": "proof.pdf"], town.words(), in: town.pid,
                by: town.owner)
        }
        #expect(throws: AccessProblem.notAllowed) {
            try town.make(.companyRefund, by: town.person("superadministrator@romashka.example"))
        }
        for email in ["viewer@romashka.example", "accountant@romashka.example", "owner@petrov.example"] {
            #expect(throws: ProjectsProblem.unknownProject(town.pid.text)) {
                try town.make(.contractTerms, by: town.person(email))
            }
        }
        #expect(throws: AccessProblem.notAllowed) { try town.make(.contractTerms, by: town.clerk) }
        #expect(try town.app.requests.queue(RequestSearch(), for: .house).requests.isEmpty)
    }

    @Test func `a form sent twice makes one request, one answer, one letter`() throws {
        let town = try RequestTown()
        #expect(try town.make(.contractTerms, key: "form-1") == town.make(.contractTerms, key: "form-1"))
        let answered = try town.app.requests.answer(
            1, canned: nil, asks: false, seen: 1, town.words("Условия такие.", "form-2"), by: town.clerk)
        let again = try town.app.requests.answer(
            1, canned: nil, asks: false, seen: 1, town.words("Условия такие.", "form-2"), by: town.clerk)
        #expect(again == answered && answered.version == 2)
        #expect(try town.letters("request-answered").count == 1)
        #expect(try town.view(answered).events.count == 2)
        try town.app.requests.reply(1, in: town.pid, town.words("Спасибо", "form-3"), by: town.owner)
        try town.app.requests.reply(1, in: town.pid, town.words("Спасибо", "form-3"), by: town.owner)
        #expect(try town.letters("request-replied").count == 1)
    }

    @Test func `of two of the staff the second is told, and what the first did stands`() throws {
        let town = try RequestTown()
        try town.make(.contractTerms)
        try town.app.requests.take(1, seen: 1, town.words(), by: town.clerk)
        #expect(throws: RequestsProblem.changedMeanwhile(1)) {
            try town.app.requests.refuse(1, seen: 1, town.words("нет"), by: town.specialist)
        }
        // The customer's word in between counts too: nobody answers what they have not read.
        try town.app.requests.reply(1, in: town.pid, town.words("Ещё вопрос"), by: town.owner)
        #expect(throws: RequestsProblem.changedMeanwhile(1)) {
            try town.app.requests.answer(
                1, canned: nil, asks: false, seen: 2, town.words("ответ"), by: town.clerk)
        }
        let view = try town.view(try town.make(.thaw))
        #expect(view.request.number == 2)
        #expect(try town.app.requests.view(1, for: .house).view.request.standing.assignee == town.clerk.id)
    }

    @Test func `of many hands at one request one takes the step`() throws {
        let town = try RequestTown()
        try town.make(.contractTerms)
        let clerk = try town.clerk
        let taken = Tally()
        DispatchQueue.concurrentPerform(iterations: 8) { hand in
            do {
                try town.app.requests.refuse(1, seen: 1, town.words("нет \(hand)"), by: clerk)
                taken.add()
            } catch {}
        }
        #expect(taken.count == 1)
        #expect(try town.app.requests.view(1, for: .house).view.events.count == 2)
        #expect(try town.letters("request-closed").count == 1)
    }

    @Test func `a question waits for the customer, whose answer goes back to who asked`() throws {
        let town = try RequestTown()
        try town.make(.paymentTrace)
        let asked = try town.app.requests.answer(
            1, canned: .proofNeeded, asks: true, seen: 1, town.words("Именно с отметкой."), by: town.clerk)
        #expect(asked.standing.state == .waiting)
        let letter = try #require(try town.letters("request-answered").first)
        #expect(letter.language == .ru && letter.body.contains("платёжное поручение"))
        #expect(letter.body.contains("Именно с отметкой.") && letter.body.contains("нужен ваш ответ"))
        try town.go(days: 3)
        let replied = try town.app.requests.reply(
            1, in: town.pid,
            RequestWords(
                "", files: [try RequestFile(named: "order.pdf", RequestTown.pdf)], key: "reply"),
            by: town.owner)
        #expect(replied.standing.state == .assigned)
        #expect(replied.standing.dueAt > asked.standing.dueAt)
        #expect(try town.letters("request-replied").map(\.to.text) == ["support@office.example"])
    }

    @Test func `letters are in the reader's language, and who is no member any more gets none`() throws {
        let town = try RequestTown()
        try town.user("john@romashka.example", .member(town.pid, [.superadministrator]), in: .en)
        let john = try town.person("john@romashka.example")
        try town.make(.contractTerms, by: john)
        try town.app.requests.answer(
            1, canned: .thawTime, asks: false, seen: 1, town.words(), by: town.clerk)
        let letter = try #require(try town.letters("request-answered").first)
        #expect(letter.to == john.email && letter.body.contains("within 15 minutes"))
        try town.town.store.transaction { try $0.removeMember(john.id, from: town.pid) }
        try town.app.requests.finish(
            1, .answer, seen: 2, town.words("Готово"), by: town.clerk)
        #expect(try town.letters("request-closed").map(\.to.text) == ["owner@romashka.example"])
        #expect(throws: ProjectsProblem.unknownProject(town.pid.text)) {
            try town.app.requests.reply(1, in: town.pid, town.words("и я"), by: john)
        }
    }

    @Test func `only who answers requests may work on them, and another project's is not there`() throws {
        let town = try RequestTown()
        try town.make(.contractTerms)
        for role in [StaffRole.accountant] {
            let user = try town.person("\(role.rawValue)@office.example")
            #expect(throws: AccessProblem.notAllowed) {
                try town.app.requests.take(1, seen: 1, town.words(), by: user)
            }
            #expect(throws: AccessProblem.notAllowed) {
                try town.app.requests.queue(RequestSearch(), for: .staff(user.id, [role]))
            }
        }
        #expect(throws: AccessProblem.notAllowed) {
            try town.app.requests.take(1, seen: 1, town.words(), by: town.owner)
        }
        let petrov = try town.person("owner@petrov.example")
        let second = try town.town.project("mcs0000000002")
        #expect(throws: RequestsProblem.unknownRequest("1")) {
            try town.app.requests.view(1, in: second, for: .customer(petrov.id, [second: [.owner]]))
        }
        #expect(throws: AccessProblem.noUser("accountant@office.example")) {
            try town.app.requests.assign(
                1, to: "accountant@office.example", seen: 1, town.words(), by: town.clerk)
        }
    }

    @Test func `the queue shows what is due first, by state, department and person, page by page`() throws {
        let town = try RequestTown()
        try town.make(.contractTerms)
        try town.make(.thaw)
        try town.make(.slaCompensation)
        try town.app.requests.take(2, seen: 1, town.words(), by: town.clerk)
        func numbers(_ search: RequestSearch) throws -> [Int64] {
            try town.app.requests.queue(search, for: .house).requests.map(\.request.number)
        }
        #expect(try numbers(RequestSearch()) == [2, 1, 3])
        #expect(try numbers(RequestSearch(.open)) == [1, 3])
        #expect(try numbers(RequestSearch(department: .documents)) == [1])
        #expect(try numbers(RequestSearch(assignee: town.clerk.id)) == [2])
        try town.app.requests.refuse(1, seen: 1, town.words("нет"), by: town.clerk)
        try town.app.requests.withdraw(3, in: town.pid, town.words(), by: town.owner)
        #expect(try numbers(RequestSearch(.closed)) == [3, 1])
        for _ in 0..<49 { try town.make(.thaw) }
        #expect(throws: RequestsProblem.tooManyOpen(50)) { try town.make(.thaw) }
        let page = try town.app.requests.queue(RequestSearch(), for: .house)
        #expect(page.requests.count == 50 && page.next == nil)
        try town.make(.contractTerms, by: nil, in: "mcs0000000002", "owner@petrov.example")
        let first = try town.app.requests.queue(RequestSearch(), for: .house)
        let second = try town.app.requests.queue(RequestSearch(), after: first.next, for: .house)
        #expect(first.requests.count == 50 && second.requests.count == 1)
        let own = try town.app.requests.list(of: town.pid, for: .house)
        let older = try town.app.requests.list(of: town.pid, before: own.next, for: .house)
        #expect(own.requests.count == 50 && older.requests.map(\.number) == [2, 1])
    }

    @Test func `a file is kept once, however many attach it, and is there for who sees the request`() throws {
        let town = try RequestTown()
        try town.make(.freezeDelay)
        try town.make(.freezeDelay)
        let count = try town.town.store.read { records in
            var count = 0
            try records.forEachRow(of: "attachments", ["sha256"], where: [:], by: ["sha256"]) { _ in
                count += 1
            }
            return count
        }
        #expect(count == 1)
        let file = try #require(try town.app.requests.file(2, in: town.pid, step: 1, place: 1, for: .house))
        #expect(file.bytes == RequestTown.pdf && file.file.type == .pdf && file.file.field == .proof)
        #expect(try town.app.requests.file(2, in: town.pid, step: 1, place: 2, for: .house) == nil)
        #expect(throws: RequestsProblem.tooManyFiles(5)) {
            try RequestWords(
                "",
                files: [RequestFile](repeating: try RequestFile(named: "a.pdf", RequestTown.pdf), count: 6),
                key: "many")
        }
    }

    @Test func `what staff do stands in their trail, with the words as the reason`() throws {
        let town = try RequestTown()
        try town.make(.contractTerms)
        try town.app.requests.assign(
            1, to: "document-specialist@office.example", seen: 1, town.words(), by: town.clerk)
        try town.app.requests.refuse(1, seen: 2, town.words("нет такого договора"), by: town.specialist)
        let trail = try town.app.audit.entries(AuditSearch(object: "requests/1"), limit: 10, for: .house)
        #expect(trail.map(\.action) == [.closeRequest, .assignRequest])
        #expect(trail[0].reason == "нет такого договора" && trail[0].account?.text == "romashka")
        #expect(try town.letters("request-assigned").map(\.to.text) == ["document-specialist@office.example"])
    }

    @Test func `a customer's replies end somewhere, and the staff's answer is still read`() throws {
        let town = try RequestTown()
        try town.make(.contractTerms)
        let most = RequestsDesk.mostOwnSteps
        for number in 1..<most {
            try town.app.requests.reply(1, in: town.pid, town.words("и ещё \(number)"), by: town.owner)
        }
        #expect(throws: RequestsProblem.tooManySteps(most)) {
            try town.app.requests.reply(1, in: town.pid, town.words("и ещё"), by: town.owner)
        }
        let answered = try town.app.requests.answer(
            1, canned: nil, asks: false, seen: Int64(most), town.words("Ответ"), by: town.clerk)
        #expect(try town.view(answered).events.last?.text == "Ответ")
        let latest = try town.town.store.read { try $0.events(of: answered, limit: 2) }
        #expect(latest.map(\.number) == [Int64(most), Int64(most) + 1])
    }

    @Test func `within a day a project makes so many requests, and more the day after`() throws {
        let town = try RequestTown()
        for number in 1...Int64(RequestsDesk.mostPerDay) {
            try town.make(.thaw)
            try town.app.requests.withdraw(number, in: town.pid, town.words(), by: town.owner)
        }
        #expect(throws: RequestsProblem.tooManyToday(RequestsDesk.mostPerDay)) { try town.make(.thaw) }
        try town.go(days: 2)
        try town.make(.thaw)
    }

    @Test func `within a day a project sends so many files, and more the day after`() throws {
        let town = try RequestTown()
        try town.make(.contractTerms)
        let scan = try RequestFile(
            named: "scan.pdf",
            RequestTown.pdf
                + [UInt8](repeating: 0, count: RequestFile.largest - RequestTown.pdf.count))
        func send(_ count: Int) throws {
            try town.app.requests.reply(
                1, in: town.pid,
                RequestWords(
                    "сканы", files: [RequestFile](repeating: scan, count: count), key: UUID().uuidString),
                by: town.owner)
        }
        for _ in 0..<(RequestsDesk.mostBytesPerDay / RequestFile.largest / 5) { try send(5) }
        let full = RequestsProblem.tooMuchToday(megabytes: RequestsDesk.mostBytesPerDay >> 20)
        #expect(throws: full) { try send(1) }
        try town.go(days: 2)
        try send(1)
    }

    @Test func `a reply to a clerk who answers no longer is mailed to nobody and waits for anybody`() throws {
        for change in [
            { (town: RequestTown) in
                try town.app.users.disable(
                    "support@office.example", on: .office, isDisabled: true, by: .house)
            },
            { town in
                try town.app.users.giveRoles([.accountant], to: "support@office.example", by: .house)
            },
        ] {
            let town = try RequestTown()
            try town.make(.contractTerms)
            try town.app.requests.take(1, seen: 1, town.words(), by: town.clerk)
            try change(town)
            let replied = try town.app.requests.reply(
                1, in: town.pid, town.words("Есть новости?"), by: town.owner)
            #expect(replied.standing.state == .open && replied.standing.assignee == nil)
            #expect(try town.letters("request-replied").isEmpty)
        }
    }

    @Test func `an owner who may not sign in any more gets no answers`() throws {
        let town = try RequestTown()
        try town.make(.contractTerms)
        try town.app.users.disable("owner@romashka.example", on: .cabinet, isDisabled: true, by: .house)
        try town.app.requests.answer(
            1, canned: nil, asks: false, seen: 1, town.words("Условия такие."), by: town.clerk)
        #expect(try town.letters("request-answered").isEmpty)
    }

    @Test func `verify holds every step, value and file to what was witnessed`() throws {
        let town = try RequestTown()
        try town.make(.companyRefund)
        try town.app.requests.answer(
            1, canned: .conserveFirst, asks: true, seen: 1, town.words(), by: town.clerk)
        #expect(try town.app.verification.verify().findings.isEmpty)
    }
}

private final class Tally: @unchecked Sendable {
    private let lock = NSLock()
    private var number = 0

    func add() { lock.withLock { number += 1 } }
    var count: Int { lock.withLock { number } }
}

extension RequestTown {
    func go(days: Int) throws {
        try town.go(to: town.now.adding(seconds: Int64(days) * 86_400).description)
    }

    /// Of another customer.
    func make(_ kind: RequestKind, by user: User?, in pid: String, _ email: String) throws {
        let project = try town.project(pid)
        var values: [String: String] = [:]
        for asked in kind.terms.fields where asked.isNeeded {
            values[asked.field.rawValue] = good(asked.field)
        }
        try app.requests.make(kind, values, words(), in: project, by: user ?? person(email))
    }
}
