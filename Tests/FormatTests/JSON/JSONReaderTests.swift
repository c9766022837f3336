import Formats
import Testing

@Suite struct JSONReaderTests {
    @Test func `an object keeps the order of its members and the digits of its numbers`() throws {
        let value = try JSONReader.read(#" {"b": [1.50, -0, 1e999, true, null], "a": {"x": "Ж"}} "#)
        #expect(
            value
                == .object([
                    .init("b", [.number("1.50"), .number("-0"), .number("1e999"), true, nil]),
                    .init("a", ["x": "Ж"]),
                ]))
        #expect(value["a"]?["x"] == "Ж")
        #expect(value["c"] == nil)
    }

    @Test func `escapes mean what they stand for`() throws {
        let value = try JSONReader.read(#""\"\\\/\b\f\n\r\t\u0416\ud83e\uddfe\u0000""#)
        #expect(value == .string("\"\\/\u{8}\u{C}\n\r\tЖ🧾\u{0}"))
    }

    @Test func `a byte order mark at the beginning is passed over`() throws {
        #expect(try JSONReader.read("\u{FEFF}[]") == [])
    }

    @Test(arguments: [
        ("", JSONProblem.Fault.unexpectedEnd, 0), ("{", .unexpectedEnd, 1), (#"{"a":1"#, .unexpectedEnd, 6),
        (#""abc"#, .unexpectedEnd, 4), ("tru", .unexpectedEnd, 3), ("[1,]", .unexpectedByte, 3),
        ("[,1]", .unexpectedByte, 1), ("{\"a\":1,}", .unexpectedByte, 7), ("{a:1}", .unexpectedByte, 1),
        ("[1 2]", .unexpectedByte, 3), ("NaN", .unexpectedByte, 0), ("'a'", .unexpectedByte, 0),
        ("nulL", .unexpectedByte, 3), ("01", .badNumber, 0), ("-", .badNumber, 0), ("1.", .badNumber, 0),
        ("[ .5]", .unexpectedByte, 2), ("1e", .badNumber, 0), ("1e+", .badNumber, 0),
        ("1.2.3", .badNumber, 0),
        ("+1", .unexpectedByte, 0), (#""\x""#, .badEscape, 1), (#""\u12G4""#, .badEscape, 1),
        (#""\ud800""#, .loneSurrogate, 1), (#""\udc00""#, .loneSurrogate, 1),
        (#""\ud800\u0041""#, .loneSurrogate, 1), (#""\ud800\ud800""#, .loneSurrogate, 1),
        ("\"a\nb\"", .controlCharacter, 2), ("\"\u{0}\"", .controlCharacter, 1),
        (#"{"a":1,"a":2}"#, .duplicateKey, 7), (#"{"a":1,"\u0061":2}"#, .duplicateKey, 7),
        ("1 2", .trailingText, 2), ("{}}", .trailingText, 2), ("[]\u{0}", .trailingText, 2),
        (#"{"a" 1}"#, .unexpectedByte, 5), ("]", .unexpectedByte, 0), ("[}", .unexpectedByte, 1),
    ])
    func `text that is no JSON is refused where it goes wrong`(
        text: String, fault: JSONProblem.Fault, offset: Int
    ) {
        #expect(throws: JSONProblem(fault, at: offset)) { try JSONReader.read(text) }
    }

    @Test(
        arguments: [
            [0xFF], [0xC0, 0xAF], [0xC3], [0xE0, 0x80, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80],
            [0x80],
            [0xF0, 0x9F, 0x8F],
        ] as [[UInt8]])
    func `bytes that are not UTF-8 are refused`(bytes: [UInt8]) {
        #expect(throws: JSONProblem(.badUTF8, at: 1)) { try JSONReader.read(([0x22] + bytes + [0x22])[...]) }
    }

    @Test func `64 levels are read and 65 are refused`() throws {
        func nested(_ levels: Int) -> String {
            String(repeating: "[", count: levels) + String(repeating: "]", count: levels)
        }
        _ = try JSONReader.read(nested(64))
        #expect(throws: JSONProblem(.tooDeep, at: 64)) { try JSONReader.read(nested(65)) }
        #expect(throws: JSONProblem(.tooDeep, at: 64)) { try JSONReader.read(nested(1_000_000)) }
    }

    @Test func `names that only look alike are two names`() throws {
        let value = try JSONReader.read("{\"\u{E9}\":1,\"e\u{301}\":2}")
        #expect(value["e\u{301}"] == 2)
        #expect(JSONValue.string("\u{E9}") != .string("e\u{301}"))
    }

    @Test func `offsets count from the beginning of a slice`() {
        let bytes = Array("xx[1,x]".utf8)
        #expect(throws: JSONProblem(.unexpectedByte, at: 3)) { try JSONReader.read(bytes[2...]) }
    }

    @Test func `every problem has its own stable code`() {
        let codes = JSONProblem.Fault.allCases.map { JSONProblem($0, at: 0).code }
        #expect(Set(codes).count == codes.count)
        #expect(codes.contains("json.duplicate-key"))
    }

    @Test(arguments: [1, 2, UInt64.random(in: 3...9_999_999)])
    func `broken text never brings the reader down`(seed: UInt64) {
        print("seed \(seed)")
        var dice = FormatDice(seed: seed)
        for _ in 0..<2000 {
            var bytes = JSONWriter.bytes(dice.value())
            for _ in 0...dice.below(3) where !bytes.isEmpty {
                let place = dice.below(bytes.count)
                if dice.below(2) == 0 {
                    bytes.remove(at: place)
                } else {
                    bytes[place] = UInt8(dice.below(256))
                }
            }
            do throws(JSONProblem) {
                let value = try JSONReader.read(bytes[...])
                #expect(try JSONReader.read(JSONWriter.bytes(value)[...]) == value, "seed \(seed)")
            } catch {
                #expect((0...bytes.count).contains(error.offset), "seed \(seed)")
            }
        }
    }
}
