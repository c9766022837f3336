import Formats
import Testing

@Suite struct JSONWriterTests {
    let document: JSONValue = [
        "b": [1, "a\"\\\n\u{1}Ж/"], "a": [:], "empty": [], "yes": true, "none": nil, "sum": "1234.56",
    ]

    @Test func `compact text has members in their order and the fewest escapes`() {
        #expect(
            JSONWriter.text(document)
                == #"{"b":[1,"a\"\\\n\u0001Ж/"],"a":{},"empty":[],"yes":true,"none":null,"sum":"1234.56"}"#)
    }

    @Test func `pretty text has a member a line`() {
        let value: JSONValue = ["b": [1, ["c": 2]], "a": [:]]
        #expect(
            JSONWriter.text(value, .pretty) == """
                {
                  "b": [
                    1,
                    {
                      "c": 2
                    }
                  ],
                  "a": {}
                }
                """)
    }

    @Test(arguments: [1, 2, UInt64.random(in: 3...9_999_999)])
    func `what is printed reads back as it was`(seed: UInt64) throws {
        print("seed \(seed)")
        var dice = FormatDice(seed: seed)
        for _ in 0..<2000 {
            let value = dice.value()
            #expect(try JSONReader.read(JSONWriter.bytes(value)[...]) == value, "seed \(seed)")
            #expect(try JSONReader.read(JSONWriter.bytes(value, .pretty)[...]) == value, "seed \(seed)")
        }
    }

    @Test func `a number that is none is a programmer's error`() async {
        await #expect(processExitsWith: .failure) { _ = JSONWriter.bytes(.number("1,5")) }
    }
}
