import Access
import Basics
import Contracts
import Counterparties
import Documents
import Foundation
import HTTPTypes
import Hashing
import Projects
import Regions
import Requests
import Storage
import Support
import Testing
import UseCases

@testable import kontragent

/// Everybody looks at everything: nothing is changed by it, and nothing of one customer reaches another.
@Suite(.serialized) struct LookingTests {
    /// Stands in whatever the first customer named or wrote, and nowhere else.
    private static let marker = "zimorodok"
    private static let first = "mcs0000000001"
    private static let second = "mcs0000000002"

    private struct Looker {
        let name: String
        let browser: Visitor
        /// Whether it is of the second customer, or of nobody.
        let isOther: Bool
    }

    /// Two customers with a month behind them; the first one's marker is in every text of its own.
    private func town() throws -> Town {
        let marker = LookingTests.marker
        let town = try Town(opened: "2026-09-01")
        try town.completeSuppliers()
        try town.price("vm", "1.5", bonusType: "compute")
        var marked = Make.romashka(contract: Make.contract(number: "\(marker)-17"))
        marked.email = "\(marker)@example.com"
        marked.counterparty.name = "Общество с ограниченной ответственностью «\(marker)»"
        marked.counterparty.shortName = "ООО «\(marker)»"
        marked.counterparty.address?.street = "ул. \(marker)"
        try town.register(marked)
        try town.register(Make.company(2, pid: LookingTests.second))
        try town.transfer(
            [
                Make.Transfer(
                    "500.00", for: "\(marker) \(LookingTests.first)", on: "2026-09-01", named: "ООО \(marker)"
                ),
                Make.Transfer(
                    "600.00", from: Make.inn(2), for: LookingTests.second, on: "2026-09-01", number: "2"),
                Make.Transfer(
                    "70.00", from: "7702070139", for: "за \(marker)", on: "2026-09-02", number: "3",
                    named: marker),
            ], named: "september.txt")
        for (pid, resource) in [(LookingTests.first, "\(marker)-vm"), (LookingTests.second, "vm-2")] {
            try town.use("vm", quantity: "40", in: pid, until: "2026-09-02T12:00:00Z", resource: resource)
            try town.grant(
                "5.00", "compute", to: pid, at: "2026-09-01T10:00:00Z", expires: "2026-12-01T00:00:00Z")
        }
        let (own, other) = (try town.project(LookingTests.first), try town.project(LookingTests.second))
        try town.app.names.name(own, "\(marker)-one", by: .house)
        try town.app.flow.ask(of: own, seen: 0, for: .house) { region, open in
            Make.flow(
                region, from: open, .paper(.courier(phone: "+7 916 000-00-00"), recipient: marker),
                copies: .monthly(["\(marker)@copies.example"]))
        }
        try town.close("2026-09")
        let september = try #require(Month("2026-09"))
        try town.user("\(marker)@example.com", .member(own, [.owner]))
        for role in CustomerRole.allCases {
            try town.user("\(role.rawValue)@second.example", .member(other, [role]))
        }
        for role in StaffRole.allCases { try town.user("\(role.rawValue)@office.example", .staff([role])) }
        for (pid, email, text) in [
            (own, "\(marker)@example.com", marker), (other, "owner@second.example", "помогите"),
        ] {
            let period = try ReconciledPeriod(from: september.firstDay, through: september.lastDay)
            _ = try town.app.reconciliations.make(of: pid, period, for: .house)
            _ = try town.app.invoices.makeOnce(for: pid, amount: 500_00)
            try town.app.requests.make(
                .freezeDelay, ["project": pid.text],
                RequestWords(
                    text, files: [RequestFile(field: .proof, named: "\(text).pdf", RequestPagesTests.pdf)],
                    key: text),
                in: pid, by: town.app.requests.person(email))
        }
        try town.write(marker, from: "\(marker)@example.com", marker)
        _ = try town.app.founding.add(
            Make.scan, named: "charter.pdf", title: "Charter", dated: september.firstDay, in: .moscow,
            for: .house,
            by: .operatorAtMachine)
        // A paper is printed and kept when it is first asked for; these were.
        for key in try town.app.papers.due(limit: 100) { _ = try town.app.papers.paper(key) }
        return town
    }

    private func lookers(_ town: Town) throws -> [Looker] {
        var lookers = AccessSide.allCases.map {
            Looker(
                name: "a stranger", browser: Visitor(town, host: "\($0.rawValue).localhost"), isOther: true)
        }
        let customers =
            ["\(LookingTests.marker)@example.com"]
            + CustomerRole.allCases.map { "\($0.rawValue)@second.example" }
        for email in customers {
            lookers.append(
                Looker(name: email, browser: Visitor(town), isOther: !email.hasPrefix(LookingTests.marker)))
        }
        for role in StaffRole.allCases {
            lookers.append(
                Looker(
                    name: "\(role.rawValue)@office.example", browser: Visitor(town, host: "office.localhost"),
                    isOther: false))
        }
        for looker in lookers where looker.name != "a stranger" {
            #expect(try looker.browser.signIn(looker.name).location == "/", "\(looker.name)")
        }
        return lookers
    }

    private func holdsMarker(_ bytes: [UInt8]) -> Bool {
        Data(bytes).range(of: Data(LookingTests.marker.utf8)) != nil
    }

    /// Each address of a row: of either customer and of nobody, by its own numbers and the other's.
    private func paths(_ row: PageRow, file: String) throws -> [String] {
        var paths: [String] = []
        for pid in [LookingTests.first, LookingTests.second, "mcs0999999999"] {
            for number in ["1", "2"] {
                let path = try #require(
                    MatrixTests.path(row, pid: pid, number: number, file: file),
                    "nobody thought of \(row.path)")
                paths.append(path)
                switch row.path {
                case "/explain":
                    for address in [
                        "moscow/upd/2026/\(number)", "bank/\(number)", "moscow/invoice/2026/\(number)",
                    ] {
                        paths.append("/explain?address=\(address)")
                    }
                case "/projects/{pid}/documents.zip":
                    paths.append("\(path)?document=moscow/upd/2026/\(number)")
                case "/projects/{pid}/documents/reconciliation":
                    paths.append("\(path)?from=2026-09-01&through=2026-09-30")
                default: paths.append(path.replacing("/requests/1", with: "/requests/\(number)"))
                }
            }
        }
        var seen: Set<String> = []
        return paths.filter { seen.insert($0).inserted }
    }

    @Test
    func
        `whoever looks at whatever page changes nothing, and no text of a customer reaches another's people`()
        throws
    {
        let town = try town()
        let lookers = try lookers(town)
        let file = try town.store.read { try $0.statements(before: nil, limit: 1) }.first?.digest ?? []
        var (asked, shown): (Int, [String: Int]) = (0, [:])
        // A little later: that somebody was seen is written once a minute, and of all tables in that one alone.
        try town.go(to: "2026-10-03T06:05:00Z")
        let before = try Inventory(of: town.store, digest: Sodium.digest)
        // The demo's letters are everybody's to read.
        for row in PageRoutes.rows where row.method == .get && row.gate != .demo {
            let paths = try paths(row, file: Hex.text(file))
            for looker in lookers {
                for path in paths {
                    let answer = try looker.browser.get(path)
                    asked += 1
                    #expect(answer.status < 500 && answer.status != 429, "\(path) as \(looker.name)")
                    let isMarked =
                        holdsMarker(answer.bytes)
                        || answer.fields.contains { holdsMarker(Array($0.value.utf8)) }
                    if isMarked { shown[looker.name, default: 0] += 1 }
                    #expect(!(isMarked && looker.isOther), "\(path) as \(looker.name)")
                }
            }
        }
        let after = try Inventory(of: town.store, digest: Sodium.digest)
        let changed = zip(before.tables, after.tables).filter { $0 != $1 }.map { $0.0.name }
        #expect(Set(changed).subtracting(["sessions"]).isEmpty, "\(changed)")
        // It is there to be seen: by its own people, and by those who work for all.
        #expect(asked > 2000)
        #expect(shown["\(LookingTests.marker)@example.com"] ?? 0 > 15, "\(shown)")
        #expect(shown["administrator@office.example"] ?? 0 > 30, "\(shown)")
        #expect(try town.app.verification.verify().findings.isEmpty)
    }

    @Test
    func
        `a form without its token, with another's or of another site is refused at both doors, changing nothing`()
        throws
    {
        let town = try MatrixTests.livedIn()
        let file = try town.store.read { try $0.statements(before: nil, limit: 1) }.first?.digest ?? []
        let (owner, head) = (Visitor(town), Visitor(town, host: "office.localhost"))
        #expect(try owner.signIn("owner@example.com").location == "/")
        #expect(try head.signIn("administrator@office.example").location == "/")
        let tokens = [try owner.formToken(), try head.formToken()]
        let before = try Inventory(of: town.store, digest: Sodium.digest)
        var refused = 0
        for (side, browser, other) in [(AccessSide.cabinet, owner, tokens[1]), (.office, head, tokens[0])] {
            let own = tokens[side == .cabinet ? 0 : 1]
            for row in PageRoutes.rows where row.method == .post && row.sides.contains(side) {
                let path = try #require(
                    MatrixTests.path(row, pid: LookingTests.first, number: "1", file: Hex.text(file)),
                    "nobody thought of \(row.path)")
                let form = [("reason", "because"), ("limit", "1"), ("amount", "1000"), ("name", "another")]
                var answers = [
                    try browser.post(path, form, token: ""), try browser.post(path, form, token: other),
                    try browser.post(path, form, token: String(repeating: "0", count: 64)),
                    try browser.post(path, form, token: own, fetchSite: "cross-site"),
                    try browser.post(path, form, token: own, fetchSite: "same-site"),
                    try browser.post(path, form, token: own, fetchSite: "none"),
                    try browser.post(path, form, token: own, origin: "https://evil.example"),
                    try browser.post(path, form, token: own, origin: "null"),
                ]
                if row.isUpload {
                    for token in ["", other] {
                        answers.append(try browser.upload(path, "a.pdf", Make.scan, token: token))
                    }
                }
                for (place, answer) in answers.enumerated() {
                    #expect(answer.status == 403, "\(path) at the \(side.rawValue), way \(place)")
                    #expect(browser.sessionCookie != nil, "\(path)")
                    refused += 1
                }
            }
        }
        #expect(refused > 500)
        #expect(try Inventory(of: town.store, digest: Sodium.digest) == before)
        // By its own token, from its own site, a form is heard.
        let limit = try owner.post(
            "/projects/\(LookingTests.first)/limits", [("limit", "much")], token: tokens[0])
        #expect(limit.status == 422)
        #expect(try head.post("/people", [("email", "x")], token: tokens[1]).status == 422)
    }
}
