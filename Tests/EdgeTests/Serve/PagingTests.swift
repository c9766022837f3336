import Glibc
import Testing

/// Lists of the interface, turned page by page.
@Suite struct PagingTests {
    private static let (first, second) = ("mcs0000000001", "mcs0000000002")

    /// Each page's items, one item a page at most, until there is no next one.
    private func pages(_ path: String, _ wire: Wire, _ token: String) throws -> [[JSON]] {
        var pages: [[JSON]] = []
        var after = ""
        repeat {
            let mark = path.contains("?") ? "&" : "?"
            let answer = try wire.ask(
                "GET", "\(path)\(mark)limit=1" + (after.isEmpty ? "" : "&after=\(after)"), token: token)
            try #require(answer.status == 200, "\(path): \(answer.text)")
            let page = try answer.json
            #expect(page["items"].list.count <= 1)
            pages.append(page["items"].list)
            after = page["next"].text ?? ""
        } while !after.isEmpty && pages.count < 500
        return pages
    }

    /// A company of two projects that used both in January and one of them in February, both closed; bank lines.
    private func served() throws -> (server: Server, all: String, own: String) {
        let folder = try TestFolder.quick()
        var data = Dataset()
        data.accounts = [
            Dataset.company(pids: [PagingTests.first, PagingTests.second], more: Dataset.contract()),
            Dataset.sidorov(),
        ]
        data.prices = [Dataset.price()]
        data.usage["a.jsonl"] = [
            Dataset.event("a", PagingTests.first, quantity: "5", on: "2026-01-05"),
            Dataset.event("b", PagingTests.second, quantity: "7", on: "2026-01-06"),
            Dataset.event("c", PagingTests.second, quantity: "3", on: "2026-02-05"),
        ]
        data.statements["a.txt"] =
            Statement(
                (1...5).map { number in
                    Statement.Transfer(
                        amount: "\(number).00", payer: number > 3 ? "7702070139" : CheckDigits.inn(0),
                        purpose: number > 3 ? "непонятно" : PagingTests.first, number: "\(number)")
                }
            ).bytes
        try data.write(in: folder)
        for words in [
            ["import", "data"], ["close", "2026-01", "--no-wait"], ["close", "2026-02", "--no-wait"],
        ] {
            let ran = try folder.run(Tool.path, words)
            try #require(ran.status == 0, "\(words): \(ran.out) \(ran.err)")
        }
        let all = try folder.token("--name", "all", "--scope", "read", "--scope", "money")
        let own = try folder.token("--name", "own", "--scope", "read", "--project", PagingTests.second)
        return (try Server(folder, ["--no-work"]), all, own)
    }

    @Test func `a token of one project turns the pages past documents that name another's too`() throws {
        let (server, all, own) = try served()
        let wire = try server.wire()
        let path = "/v1/projects/\(PagingTests.second)/documents"
        let known = try wire.ask("GET", path, token: all).json["items"].list
        let isOwn = { (document: JSON) in document["projects"].list.map(\.text) == [PagingTests.second] }
        #expect(known.first.map(isOwn) == false, "the first one names both: \(known)")
        let wanted = known.filter(isOwn)
        #expect(!wanted.isEmpty && wanted.count < known.count)
        #expect(try pages(path, wire, own).flatMap(\.self) == wanted)
        #expect(try pages(path, wire, all).flatMap(\.self) == known)
        let whole = try wire.ask("GET", path, token: own).json
        #expect(whole["items"].list == wanted && whole["next"] == .null)
    }

    @Test func `bank lines and what waits come once each, page by page`() throws {
        let (server, all, _) = try served()
        let wire = try server.wire()
        for (path, least) in [
            ("/v1/bank/lines", 5), ("/v1/bank/lines?state=unclear", 2), ("/v1/bank/lines?state=matched", 3),
            ("/v1/outbox", 3), ("/v1/outbox?topic=paper", 3),
        ] {
            let known = try wire.ask("GET", path, token: all).json["items"].list
            #expect(known.count >= least && Set(known).count == known.count, "\(path): \(known.count)")
            let turned = try pages(path, wire, all).flatMap(\.self)
            #expect(turned == known, "\(path): \(turned.count) of \(known.count)")
        }
    }

    @Test func `a month that is closed again issues nothing, and counts nothing`() throws {
        let (folder, all, _) = try RoutesTests.world()
        let server = try Server(folder, ["--no-work"])
        let wire = try server.wire()
        let issued = #"documents_issued_total{region="moscow"}"#
        let first = try RoutesTests.close("2026-01", "moscow", wire, all)
        let count = try #require(first["documents"].int)
        // It is counted behind the end that is told.
        var waited = 0
        while try server.metric(issued) != count, waited < 100 {
            usleep(50_000)
            waited += 1
        }
        #expect(try count > 0 && server.metric(issued) == count)
        let again = try RoutesTests.close("2026-01", "moscow", wire, all)
        #expect(again["state"].text == "closed" && again["documents"].int == count, "\(again)")
        let next = try RoutesTests.close("2026-02", "moscow", wire, all)
        let more = try #require(next["documents"].int)
        waited = 0
        while try server.metric(issued) < count + more, waited < 100 {
            usleep(50_000)
            waited += 1
        }
        // February's came behind what the second closing of January would have counted.
        #expect(try more > 0 && server.metric(issued) == count + more)
    }
}
