import Testing

/// Bad usage events: each is named with its place, code and remedy; the good ones beside it are kept.
@Suite struct BadUsageTests {
    struct Bad {
        let line: String
        let code: String

        init(_ code: String, _ line: String) {
            self.code = code
            self.line = line
        }
    }

    static let bad: [Bad] = [
        quantity("\"0\""), quantity("\"0.000\""), quantity("\"-1\""), quantity("\"+1\""),
        quantity("\"1.0001\""), quantity("\"1e9\""), quantity("1e9"), quantity("\"\""), quantity("\" 1\""),
        quantity("\"" + String(repeating: "9", count: 40) + "\""), quantity("\"1,5\""), quantity("\"NaN\""),
        quantity("\".5\""), quantity("\"5.\""), quantity("\"0x10\""), quantity("\"١\""),
        Bad("dataset.wrong-type", Dataset.event("x", quantity: "true", start: ten, end: five)),
        Bad("dataset.missing-field", Dataset.event("x", quantity: "null", start: ten, end: five)),
        // The midnight between stands in Moscow, at 21:00 UTC.
        Bad(
            "metering.across-midnight",
            Dataset.event("x", start: "2026-02-05T20:55:00Z", end: "2026-02-05T21:05:00Z")),
        Bad(
            "metering.across-midnight",
            Dataset.event("x", start: "2026-02-01T00:00:00Z", end: "2026-02-03T00:00:00Z")),
        Bad("dataset.bad-order", Dataset.event("x", start: five, end: ten)),
        Bad("dataset.bad-order", Dataset.event("x", start: ten, end: ten)),
        Bad(
            "metering.far-future",
            Dataset.event("x", start: "2190-10-05T10:00:00Z", end: "2190-10-05T10:05:00Z")),
        Bad(
            "dataset.bad-moment",
            Dataset.event("x", start: "9999-10-05T10:00:00Z", end: "9999-10-05T10:05:00Z")),
        Bad("dataset.bad-moment", Dataset.event("x", start: "2026-02-05", end: five)),
        Bad(
            "dataset.bad-moment",
            Dataset.event("x", start: "2026-02-30T10:00:00Z", end: "2026-02-30T10:05:00Z")),
        Bad("metering.unknown-sku", Dataset.event("x", on: "2026-02-05", sku: "compute.gpu")),
        Bad("metering.unknown-project", Dataset.event("x", "mcs0999999999", on: "2026-02-05")),
        Bad("dataset.bad-pid", Dataset.event("x", "mcs1", on: "2026-02-05")),
        Bad("dataset.bad-pid", Dataset.event("x", "", on: "2026-02-05")),
        Bad("metering.no-price", Dataset.event("x", on: "2025-12-31")),
        Bad("dataset.empty-field", Dataset.event("", on: "2026-02-05")),
        Bad("dataset.empty-field", Dataset.event("x", on: "2026-02-05", resource: "")),
        Bad("dataset.text-too-long", Dataset.event(String(repeating: "x", count: 600), on: "2026-02-05")),
        Bad("dataset.bad-text", Dataset.event("a\\u0000b", on: "2026-02-05")),
        Bad(
            "dataset.bad-specversion",
            Dataset.event("x", on: "2026-02-05").replacing(
                #""specversion":"1.0""#, with: #""specversion":"0.3""#)
        ),
        Bad("dataset.bad-json", "{"), Bad("dataset.bad-json", #"{"id":"x""#),
        Bad("dataset.bad-json", "nonsense"),
        Bad("dataset.bad-json", Dataset.event("x", on: "2026-02-05") + "}"),
        Bad("dataset.bad-json", Dataset.event("x", on: "2026-02-05", sku: "\\ud800")),
        Bad("dataset.bad-json", String(repeating: "[", count: 5000)),
        Bad(
            "dataset.bad-json",
            Dataset.event("x", on: "2026-02-05").replacing(#""id":"x""#, with: #""id":"x","id":"y""#)),
        Bad("dataset.wrong-type", "[]"), Bad("dataset.wrong-type", "7"),
        Bad("dataset.line-too-long", #"{"id":""# + String(repeating: "x", count: 1 << 21) + "\"}"),
    ]

    private static let ten = "2026-02-05T10:00:00Z"
    private static let five = "2026-02-05T10:05:00Z"

    private static func quantity(_ text: String) -> Bad {
        Bad("dataset.bad-quantity", Dataset.event("x", quantity: text, start: ten, end: five))
    }

    @Test func `each bad event has its place, code and remedy, and the good ones are kept`() throws {
        let folder = try TestFolder()
        var data = Dataset()
        data.accounts = [Dataset.company()]
        data.prices = [Dataset.price()]
        let good = Dataset.event("good-1", on: "2026-02-05")
        // An event may end at its day's last midnight.
        let last = Dataset.event(
            "good-2", start: "2026-02-05T20:55:00Z", end: "2026-02-05T21:00:00Z")
        data.usage["bad.jsonl"] = [good] + BadUsageTests.bad.map(\.line) + [last]
        try data.write(in: folder)
        let ran = try folder.kontragent("import", "data", "--json")
        #expect(ran.status == 2)
        #expect(try ran.json["accepted"]["events"].int == 2)
        let refused = try ran.json["refused"].list
        var told: [Int: JSON] = [:]
        for entry in refused {
            #expect(entry.keys == ["file", "line", "code", "message"])
            #expect(entry["file"].text == "usage/bad.jsonl")
            told[entry["line"].int ?? 0] = entry
        }
        #expect(refused.count == BadUsageTests.bad.count)
        for (index, bad) in BadUsageTests.bad.enumerated() {
            let entry = told[index + 2]
            #expect(entry?["code"].text == bad.code, "\(bad.line.prefix(200))")
            let message = entry?["message"].text ?? ""
            #expect(message.contains(". "), "what happened, then what to do: \(message)")
            #expect(message.utf8.count < 600, "a message repeats no whole file")
            #expect(ran.err.contains("usage/bad.jsonl:\(index + 2): \(bad.code): \(message)"))
        }
        let balance = try folder.kontragent("balance", "mcs0000000001", "--json").json
        #expect(balance["debt"].text == "20.00")
    }

    @Test func `a day of Kazakhstan ends at its own midnight`() throws {
        let folder = try TestFolder()
        var data = Dataset()
        data.accounts = [Dataset.altyn()]
        data.prices = [Dataset.price("compute.vcpu", "50", currency: "KZT", region: "kazakhstan")]
        data.usage["kz.jsonl"] = [
            Dataset.event("1", "mcs0000000003", start: "2026-02-05T18:55:00Z", end: "2026-02-05T19:00:00Z"),
            Dataset.event("2", "mcs0000000003", start: "2026-02-05T18:58:00Z", end: "2026-02-05T19:03:00Z"),
            Dataset.event("3", "mcs0000000003", start: "2026-02-05T20:58:00Z", end: "2026-02-05T21:03:00Z"),
        ]
        try data.write(in: folder)
        let counts = try folder.kontragent("import", "data", "--json").json
        #expect(counts["accepted"]["events"].int == 2)
        #expect(counts["refused"].list.map { $0["line"].int } == [2])
        #expect(counts["refused"][0]["code"].text == "metering.across-midnight")
    }

    @Test func `bytes that are no UTF-8 spoil their own line only`() throws {
        let folder = try TestFolder()
        var data = Dataset()
        data.accounts = [Dataset.company()]
        data.prices = [Dataset.price()]
        try data.write(in: folder)
        let good = Array(Dataset.event("good", on: "2026-02-05").utf8)
        let bad = Statement.windows1251(Dataset.event("плохо", on: "2026-02-05"))
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        try folder.write(
            mark + good + [0x0D, 0x0A] + bad + [0x0A, 0x0A] + [0xFF, 0xFE, 0x00, 0x0A]
                + Array(Dataset.event("last", on: "2026-02-06").utf8),
            to: "data/usage/mixed.jsonl")
        let counts = try folder.kontragent("import", "data", "--json").json
        #expect(counts["accepted"]["events"].int == 2)
        #expect(counts["refused"].list.map { $0["line"].int } == [2, 4])
        #expect(counts["refused"].list.allSatisfy { $0["code"].text == "dataset.bad-json" })
    }

    @Test func `the largest quantity and price that may be written do not stop the program`() throws {
        let folder = try TestFolder()
        var data = Dataset()
        data.accounts = [Dataset.company()]
        data.prices = [
            Dataset.price("dear", "999999999999.999999"), Dataset.price(),
        ]
        data.usage["huge.jsonl"] = [
            Dataset.event("1", quantity: "999999999999999.999", on: "2026-02-05", sku: "dear"),
            Dataset.event("2", on: "2026-02-05"),
        ]
        try data.write(in: folder)
        let ran = try folder.kontragent("import", "data", "--json")
        #expect(ran.status == 2, "\(ran.err)")
        #expect(try ran.json["refused"].list.map { $0["code"].text } == ["metering.cost-too-large"])
        #expect(ran.err.contains("usage/huge.jsonl:1: metering.cost-too-large: "), "\(ran.err)")
        let balance = try folder.kontragent("balance", "mcs0000000001", "--json").json
        #expect(balance["payment"].text == "-10.00", "the sound event is charged all the same")
    }
}
