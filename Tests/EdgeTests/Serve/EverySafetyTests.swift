import Access
import Basics
import Contracts
import Counterparties
import HTTPTypes
import Regions
import Storage
import Support
import Testing
import UseCases

@testable import kontragent

/// What a browser is told to keep to, on each row of the pages of both sides: pages, files and streams.
@Suite struct EverySafetyTests {
    private static let pid = "mcs0000000001"

    /// What some rows ask for besides the path.
    private static let questions = [
        "/projects/{pid}/documents.zip": "?document=moscow/upd/2026/1",
        "/letters/{letter}/request": "?kind=payment-trace&project=\(pid)",
        "/contract-files/{account...}": "?region=moscow&from=2026-11-05",
    ]

    /// What is behind a letter's link, or behind a second step, or depends on the day.
    private static let elsewhere: Set<String> = [
        "/invitation", "/second-step", "/projects/{pid}/contract/signed",
    ]

    /// A server over a town in which each row has something to show.
    private func served() throws -> (server: Server, file: String) {
        let town = try MatrixTests.livedIn()
        let (own, account) = (try town.project(EverySafetyTests.pid), AccountID(Make.romashka().account))
        let manager = Viewer.staff(UserID("m"), [.salesManager])
        let author = Author(user: nil, name: "m@office.example", reason: "agreed")
        // Both are with an operator of EDM, so that there are files for it.
        var (supplier, party) = (Make.moscowSupplier(), Make.romashka().counterparty)
        supplier.edmId = "2BM-7743001840"
        party.edmId = "2BM-\(Make.romashkaINN)"
        try town.app.accounts.complete(supplier)
        try town.app.profiles.change(party, of: own, by: .house, as: author)
        try town.app.flow.ask(of: own, seen: 0, for: .house) { region, open in Make.flow(region, from: open) }
        try town.use("vm", in: EverySafetyTests.pid, until: "2026-10-05T12:00:00Z")
        try town.close("2026-10")
        for (number, from) in [("ВК-98/2026", "2026-11-05"), ("ВК-99/2026", "2026-12-01")] {
            try town.app.contracts.draft(
                Make.contract(from: from, date: "2026-11-03", number: number, region: "moscow"), of: account,
                in: .moscow, for: manager, as: author)
            guard from == "2026-11-05" else { continue }
            let mark = try town.app.contracts.dossier(of: account, in: .moscow, for: manager).mark
            try town.app.contracts.sign(
                mark, file: ("scan.pdf", Make.scan), of: account, in: .moscow, for: manager, as: author)
        }
        let file = try town.store.read { try $0.statements(before: nil, limit: 1) }.first?.digest ?? []
        let folder = try TestFolder.quick()
        try town.file().backup(to: folder.file("kontragent.db"))
        return (try Server(folder, ["--demo-sign-in", "--no-work", "--quiet"]), Hex.text(file))
    }

    @Test func `each page, file and stream of both sides tells a browser what to keep to`() throws {
        let (server, file) = try served()
        var types: Set<String> = []
        for (side, email) in [
            (AccessSide.cabinet, "owner@example.com"), (.office, "administrator@office.example"),
        ] {
            let host = "\(side.rawValue).localhost"
            let (stranger, guest) = (Guest(server, host: host), Guest(server, host: host))
            #expect(try guest.signIn(email, Visitor.password).fields["location"] == "/")
            for row in PageRoutes.rows where row.method == .get && row.sides.contains(side) {
                var path = try #require(
                    MatrixTests.path(row, pid: EverySafetyTests.pid, number: "1", file: file),
                    "nobody thought of \(row.path)")
                if row.path.hasPrefix("/sending") { path = path.replacing("2026-09", with: "2026-10") }
                path += EverySafetyTests.questions[row.path] ?? ""
                for looker in [stranger, guest] {
                    let answer = try looker.get(path)
                    let who = looker === guest ? email : "a stranger"
                    let what = "\(path) as \(who): \(answer.status)"
                    SafetyTests.check(answer, what, scripts: side == .office ? "'self'" : "'none'")
                    #expect(answer.fields["cache-control"] == "no-store", "\(what)")
                    #expect(answer.status < 500, "\(what)")
                    guard looker === guest, !EverySafetyTests.elsewhere.contains(row.path) else { continue }
                    if case .house = row.gate, side == .cabinet {
                        #expect(answer.status == 404, "\(what)")
                        continue
                    }
                    #expect(answer.status == 200, "\(what)")
                    let type = String((answer.fields["content-type"] ?? "").prefix { $0 != ";" })
                    types.insert(type)
                    // What is no page of ours is kept as a file, or shown by what shows papers.
                    guard !["text/html", "text/event-stream"].contains(type) else { continue }
                    #expect(answer.fields["content-disposition"]?.contains("filename=") == true, "\(what)")
                }
            }
        }
        for type in [
            "text/html", "text/csv", "application/zip", "application/pdf", "application/xml",
            "application/json",
            "text/event-stream", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        ] { #expect(types.contains(type), "\(type) of \(types)") }
        #expect(server.end().status == 0)
    }
}
