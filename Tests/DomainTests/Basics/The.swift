import Basics

/// Values of a test, written as people write them.
enum The {
    static func day(_ text: String) -> Day { some(Day(text), text) }
    static func month(_ text: String) -> Month { some(Month(text), text) }
    static func moment(_ text: String) -> Moment { some(Moment(text), text) }
    static func price(_ text: String) -> UnitPrice { some(UnitPrice(text), text) }
    static func project(_ text: String) -> PID { some(PID(text), text) }

    static func quantity(_ text: String) -> Quantity {
        Quantity(thousandths: some(DecimalText.parse(text.utf8, fractionDigits: 3), text))
    }

    /// "1234.56" in minor units.
    static func sum(_ text: String) -> Int64 { some(DecimalText.parse(text.utf8, fractionDigits: 2), text) }

    private static func some<Value>(_ value: Value?, _ text: String) -> Value {
        guard let value else { preconditionFailure("a test says \(text), which is nothing") }
        return value
    }
}
