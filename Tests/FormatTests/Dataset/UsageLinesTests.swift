import Basics
import Formats
import Metering
import Testing

@Suite struct UsageLinesTests {
    /// A good event with one piece of its text replaced.
    static func line(_ old: String = "", _ new: String = "") -> [UInt8] {
        let good =
            #"{"specversion":"1.0","id":"e-1","source":"meter/msk-1","type":"cloud.usage.v1","#
            + #""time":"2026-10-01T00:05:00Z","subject":"mcs0000000001","data":{"resource":"vm-42","#
            + #""sku":"compute.vcpu","quantity":"20","start":"2026-10-01T00:00:00Z","#
            + #""end":"2026-10-01T00:05:00Z","labels":{"team":"core","env":"prod"}}}"#
        guard let range = good.range(of: old) else { return Array(good.utf8) }
        return Array((good[..<range.lowerBound] + new + good[range.upperBound...]).utf8)
    }

    private func event(_ old: String = "", _ new: String = "") throws(DatasetProblem) -> UsageEvent {
        var lines = UsageLines()
        return try lines.event(in: UsageLinesTests.line(old, new)[...])
    }

    @Test func `an event is read with its labels in the order of their names`() throws {
        let event = try event()
        #expect(event.id == "e-1")
        #expect(event.source == "meter/msk-1")
        #expect(event.type == "cloud.usage.v1")
        #expect(event.project == PID("mcs0000000001"))
        #expect(event.resource == ResourceID("vm-42"))
        #expect(event.sku == SKU("compute.vcpu"))
        #expect(event.quantity == Quantity(thousandths: 20_000))
        #expect(event.start == Moment("2026-10-01T00:00:00Z"))
        #expect(event.end == Moment("2026-10-01T00:05:00Z"))
        #expect(event.labels.map(\.name) == ["env", "team"])
        #expect(event.labels.map(\.value) == ["prod", "core"])
    }

    @Test func `the order of members, white space and escapes change nothing`() throws {
        let text = #"""
             { "data" : { "labels":{"env":"pro\u0064","team":"core"}, "end":"2026-10-01T03:05:00+03:00",
              "start":"2026-10-01T00:00:00.000Z", "quantity":"20.0", "\u0073ku":"compute\u002evcpu",
              "resource":"vm-42" }, "subject":"MCS0000000001", "type":"cloud.usage.v1",
              "source":"meter\/msk-1", "id":"\u0065-1", "specversion":"1\u002e0" }
            """#
        var lines = UsageLines()
        #expect(try lines.event(in: Array(text.utf8)[...]) == event())
        #expect(lines.takeWarnings().isEmpty)
    }

    /// A megabyte of labels from last to first took minutes.
    @Test func `twenty thousand labels from last to first are read in their order`() throws {
        let names = (0..<20_000).map { String(100_000 + $0) }
        let labels = names.reversed().map { "\"\($0)\":\"x\"" }.joined(separator: ",")
        let event = try event(#""team":"core","env":"prod""#, labels)
        #expect(event.labels.map(\.name) == names)
    }

    @Test func `a label twice is told where its name stands the second time`() {
        let line = String(
            decoding: Self.line(#""env":"prod""#, #""b":"","a":"","team":"","b":"""#), as: UTF8.self)
        let second =
            line.utf8.count
            - line[(line.range(of: #""team":"","b""#)?.lowerBound ?? line.startIndex)...]
            .utf8.count
        #expect(throws: DatasetProblem.badJSON(JSONProblem(.duplicateKey, at: second))) {
            try self.event(#""env":"prod""#, #""b":"","a":"","team":"","b":"""#)
        }
    }

    @Test func `an event needs no time, no labels`() throws {
        #expect(try event(#","labels":{"team":"core","env":"prod"}"#).labels.isEmpty)
        #expect(try event(#"{"team":"core","env":"prod"}"#, "null").labels.isEmpty)
        #expect(try event(#""time":"2026-10-01T00:05:00Z","#) == event())
    }

    @Test(arguments: [
        ("\"0.001\"", 1), ("\"1000000000\"", 1_000_000_000_000), ("20.5", 20_500), ("7", 7_000),
    ])
    func `a quantity is a decimal, in quotation marks or not`(text: String, thousandths: Int64) throws {
        #expect(try event("\"20\"", text).quantity.thousandths == thousandths)
    }

    @Test(arguments: [
        "\"0\"", "\"0.000\"", "\"-1\"", "\"1.2345\"", "\"1e9\"", "1e9", "1E2", "-5", "0", "\"\"", "\"1,5\"",
        "\" 1\"", "\"+1\"", "\"1234567890123456789012345678901234567890\"", "\".5\"", "\"5.\"", "\"NaN\"",
        "\"٣\"", "1.0000", "\"999999999999999999\"",
    ])
    func `what is no quantity above zero with three digits is refused`(text: String) {
        let problem = #expect(throws: DatasetProblem.self) { try event("\"20\"", text) }
        #expect(problem?.code == "dataset.bad-quantity")
    }

    @Test(arguments: [
        (#""id":"e-1","#, "id"), (#""source":"meter/msk-1","#, "source"),
        (#""type":"cloud.usage.v1","#, "type"),
        (#""subject":"mcs0000000001","#, "subject"), (#""specversion":"1.0","#, "specversion"),
        (#""resource":"vm-42","#, "data.resource"), (#""sku":"compute.vcpu","#, "data.sku"),
        (#""quantity":"20","#, "data.quantity"), (#""start":"2026-10-01T00:00:00Z","#, "data.start"),
        (#""end":"2026-10-01T00:05:00Z","#, "data.end"),
    ])
    func `a missing field is named`(member: String, field: String) {
        #expect(throws: DatasetProblem.missingField(field)) { try event(member) }
    }

    @Test(arguments: [
        ("\"1.0\"", "\"0.3\"", DatasetProblem.badSpecVersion(found: "0.3")),
        ("\"1.0\"", "1.0", .wrongType(field: "specversion", expected: .text)),
        ("\"e-1\"", "17", .wrongType(field: "id", expected: .text)), ("\"e-1\"", "null", .missingField("id")),
        ("\"e-1\"", "\"\"", .emptyField("id")),
        ("\"e-1\"", "\"a\\u0000b\"", .badText(field: "id", found: "a\u{FFFD}b")),
        ("\"vm-42\"", "\"a\\nb\"", .badText(field: "data.resource", found: "a\u{FFFD}b")),
        ("mcs0000000001", "mcs12345678", .badPID(field: "subject", found: "mcs12345678")),
        ("mcs0000000001", "мcs0000000001", .badPID(field: "subject", found: "мcs0000000001")),
        (
            "2026-10-01T00:00:00Z", "2026-02-30T00:00:00Z",
            .badMoment(field: "data.start", found: "2026-02-30T00:00:00Z")
        ),
        ("T00:00:00Z", " 00:00", .badMoment(field: "data.start", found: "2026-10-01 00:00")),
        (
            "2026-10-01T00:00:00Z", "12026-10-01T00:00:00Z",
            .badMoment(field: "data.start", found: "12026-10-01T00:00:00Z")
        ),
        (
            "2026-10-01T00:00:00Z", "2026-10-01T00:05:00Z",
            .badOrder(earlier: "data.start", later: "data.end", found: "2026-10-01T00:05:00Z")
        ),
        (
            "2026-10-01T00:00:00Z", "2026-10-01T00:06:00Z",
            .badOrder(earlier: "data.start", later: "data.end", found: "2026-10-01T00:05:00Z")
        ),
        ("\"prod\"", "1", .wrongType(field: "data.labels.env", expected: .text)),
        ("\"prod\"", "\"\\u0000\"", .badText(field: "data.labels.env", found: "\u{FFFD}")),
        (#"{"team":"core","env":"prod"}"#, "[]", .wrongType(field: "data.labels", expected: .object)),
    ])
    func `a field that cannot be is refused by name`(old: String, new: String, problem: DatasetProblem) {
        #expect(throws: problem) { try event(old, new) }
    }

    @Test func `a name too long for an index is refused`() {
        let long = String(repeating: "x", count: 513)
        #expect(throws: DatasetProblem.textTooLong(field: "data.sku", limit: 512)) {
            try event("compute.vcpu", long)
        }
    }

    @Test(arguments: ["}", "{}", "[]", "\"data\"", "{\"id\":\"e-1\"", "1 2"])
    func `a line that is no event is refused`(text: String) {
        var lines = UsageLines()
        let problem = #expect(throws: DatasetProblem.self) { try lines.event(in: Array(text.utf8)[...]) }
        let codes = ["dataset.bad-json", "dataset.wrong-type", "dataset.missing-field"]
        #expect(codes.contains(problem?.code ?? ""))
    }

    @Test func `a member or a label that stands twice is refused`() {
        for (old, new) in [
            (#""id":"e-1""#, #""id":"e-1","id":"e-1""#), (#""sku""#, #""sku":"a","sku""#),
            (#""team":"core""#, #""team":"core","team":"x""#), (#""team":"core""#, #""env":"prod""#),
        ] {
            let problem = #expect(throws: DatasetProblem.self) { try event(old, new) }
            #expect(problem?.code == "dataset.bad-json", "\(new)")
        }
    }

    @Test func `broken JSON behind a bad field is still broken JSON`() {
        #expect(throws: DatasetProblem.self) { try event("\"20\"", "[1") }
        let problem = #expect(throws: DatasetProblem.self) { try event("}}}", "}}") }
        #expect(problem?.code == "dataset.bad-json")
    }

    @Test func `an unknown field is named once for a file`() throws {
        var lines = UsageLines()
        let line = UsageLinesTests.line(#""sku""#, #""colour":{"a":[1]},"sku""#)
        let other = UsageLinesTests.line(#""id""#, #""traceparent":"0","id""#)
        #expect(try lines.event(in: line[...]) == event())
        #expect(lines.takeWarnings() == [.unknownField("data.colour")])
        _ = try lines.event(in: line[...])
        #expect(lines.takeWarnings().isEmpty)
        _ = try lines.event(in: other[...])
        #expect(lines.takeWarnings() == [.unknownField("traceparent")])
    }

    @Test(arguments: [1, 2, UInt64.random(in: 3...9_999_999)])
    func `a damaged line is read or refused, never fatal`(seed: UInt64) {
        print("seed \(seed)")
        var dice = FormatDice(seed: seed)
        var lines = UsageLines()
        for _ in 0..<3000 {
            var bytes = UsageLinesTests.line()
            for _ in 0...dice.below(3) {
                let place = dice.below(bytes.count)
                if dice.below(2) == 0 {
                    bytes.remove(at: place)
                } else {
                    bytes[place] = UInt8(dice.below(256))
                }
            }
            do throws(DatasetProblem) {
                let event = try lines.event(in: bytes[...])
                #expect(event.start < event.end && event.quantity.thousandths > 0, "seed \(seed)")
            } catch {
                #expect(!error.text(russian: true).isEmpty, "seed \(seed)")
            }
        }
    }
}

extension String {
    /// The first place where the text stands; nil for an empty text.
    fileprivate func range(of text: String) -> Range<String.Index>? {
        guard !text.isEmpty else { return nil }
        return ranges(of: text).first
    }
}
