import Foundation
import Testing

/// `explain`: every address that the listings show, in both languages and as JSON.
@Suite struct ExplainTests {
    private static let town = Result { () throws -> TestFolder in
        let folder = try TestFolder()
        var data = Dataset()
        data.accounts = [Dataset.company()]
        data.prices = [Dataset.price("compute.vcpu", "0.0012")]
        data.statements["february.txt"] =
            Statement([Statement.Transfer(amount: "100.00", purpose: "Оплата mcs0000000001")]).bytes
        // The price is 0.0012 and the first of 8 events is enough for 103.68.
        data.usage["february.jsonl"] = (1...8).map { hour in
            Dataset.event(
                "e-\(hour)", quantity: "\"\(hour == 1 ? 86_393 : 1)\"", start: "2026-02-06T0\(hour):00:00Z",
                end: "2026-02-06T0\(hour):05:00Z")
        }
        try data.write(in: folder)
        #expect(try folder.kontragent("import", "data").status == 0)
        #expect(try folder.kontragent("close", "2026-02").status == 0)
        return folder
    }

    private func ask(_ words: String...) throws -> Tool.Ran {
        try ExplainTests.town.get().run(Tool.path, ["explain"] + words)
    }

    private let line = "mcs0000000001/2026-02-06/vm-1/compute.vcpu"

    @Test func `the listings show addresses that explain takes`() throws {
        let folder = try ExplainTests.town.get()
        let close = try folder.kontragent("close", "2026-02", "--language", "en")
        #expect(close.out.contains("moscow/upd/2026/1"), "\(close.out)")
        let detail = try folder.kontragent("detail", "mcs0000000001", "--month", "2026-02")
        #expect(detail.out.contains(line), "\(detail.out)")
        let json = try folder.kontragent("detail", "mcs0000000001", "--month", "2026-02", "--json").json
        #expect(json[0]["address"].text == line)
        for address in ["moscow/upd/2026/1", "moscow/upd/2026/1#1", line, "mcs0000000001", "bank/1"] {
            let told = try ask(address, "--json")
            #expect(told.status == 0, "\(address): \(told.err)")
            let value = try told.json
            #expect(value["address"].text == address)
            #expect(value["addsUp"] == .bool(true))
            #expect(value["differences"].list.isEmpty)
        }
    }

    @Test func `a day line is told from quantity and price to the kopeck, in Russian and English`() throws {
        let russian = try ask(line, "--language", "ru").out.replacing("\u{A0}", with: " ")
        for words in [
            "86 400 шт, 8 событий", "0,0012 ₽ за шт, прайс-лист с 01.01.2026", "86 400 × 0,0012 = 103,68",
            "103,68 ₽, округлять нечего", "bank/1", "100,00", "3,68", "moscow/upd/2026/1#1",
            "пока ни в одном: не оплачено", "показано 6 из 8", "всё сходится",
        ] { #expect(russian.contains(words), "\(words) in \(russian)") }
        let english = try ask(line, "--language", "en").out
        for words in [
            "86,400 шт, 8 events", "0.0012 ₽ per шт, list, from 01.01.2026", "86,400 × 0.0012 = 103.68",
            "₽103.68, nothing to round", "6 of 8", "it all agrees",
        ] { #expect(english.contains(words), "\(words) in \(english)") }
    }

    @Test func `events are paged`() throws {
        let first = try ask(line, "--json", "--events", "2").json["events"]
        #expect(first["count"].int == 8)
        #expect(first["rows"].list.map { $0["id"].text } == ["e-1", "e-8"])
        let next = try ask(line, "--json", "--events", "2", "--after", "3").json["events"]
        #expect(next["rows"].list.map { $0["place"].int } == [4, 5])
        #expect(try ask(line, "--json", "--events", "9").json["events"]["rows"].list.count == 8)
        #expect(try ask(line, "--events", "-1").status == 64)
    }

    @Test func `a document line, a bank line and a frozen project are told with what leads on`() throws {
        let document = try ask("moscow/upd/2026/1#1", "--language", "en").out
        for words in ["₽100.00 = the sum of 1 day line", "100.00 × 22 / 122 = 18.03", line, "bank/1"] {
            #expect(document.contains(words), "\(words) in \(document)")
        }
        let bank = try ask("bank/1", "--language", "ru").out
        for words in ["february.txt", "Оплата mcs0000000001", line, "moscow/upd/2026/1#1"] {
            #expect(bank.contains(words), "\(words) in \(bank)")
        }
        let frozen = try ask("mcs0000000001", "--language", "ru").out
        for words in ["заморожен с", "meter/e-1", "зачисление денег от 3,69", line] {
            #expect(frozen.replacing("\u{A0}", with: " ").contains(words), "\(words) in \(frozen)")
        }
        let json = try ask("mcs0000000001", "--json").json
        #expect(json["cause"]["movement"].text == "charge" && json["cause"]["dayLine"].text == line)
        #expect(json["thawsWith"].text == "3.69")
    }

    @Test func `an address of nothing, or of no line, is refused`() throws {
        let nothing = try ask("moscow/upd/2026/7")
        #expect(nothing.status == 2)
        #expect(nothing.err.hasPrefix("explanations.unknown-address: "), "\(nothing.err)")
        let beyond = try ask("moscow/upd/2026/1#2")
        #expect(beyond.status == 2)
        #expect(beyond.err.hasPrefix("explanations.no-such-line: "), "\(beyond.err)")
    }

    @Test func `a sum changed behind the books is said, not hidden`() throws {
        guard let sqlite = Tool.installed("sqlite3") else { return }
        let folder = try ExplainTests.town.get()
        try folder.copy("kontragent.db", to: "changed.db")
        let change = "UPDATE day_lines SET posted = posted + 1"
        #expect(try folder.run(sqlite, ["changed.db", change]).status == 0)
        let told = try ask(line, "--db", "changed.db", "--language", "en")
        #expect(told.status == 1)
        #expect(told.out.contains("DOES NOT ADD UP"), "\(told.out)")
        #expect(told.out.contains("stands 103.69, its parts make 103.68"), "\(told.out)")
    }
}
