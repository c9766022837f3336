import Payments

/// The values of one section as they are gathered. Of a key given twice the first value that is not
/// empty counts; a second one that differs is remembered.
struct OneCSection {
    struct Value {
        let text: String
        let line: Int
        var contradiction: String?
    }

    let line: Int
    /// What stands behind the section's own word.
    let title: String
    private(set) var values: [OneCKey: Value] = [:]
    /// A line of the section was too long to be read.
    var tooLongLine: Int?

    init(line: Int, title: String) {
        self.line = line
        self.title = title
    }

    /// False where the key had another value before.
    mutating func set(_ key: OneCKey, _ text: String, line: Int) -> Bool {
        guard !text.isEmpty else { return true }
        guard let known = values[key] else {
            values[key] = Value(text: text, line: line, contradiction: nil)
            return true
        }
        guard known.text != text else { return true }
        if known.contradiction == nil { values[key]?.contradiction = text }
        return false
    }

    func text(_ keys: OneCKey...) -> String? {
        for key in keys {
            if let value = values[key] { return value.text }
        }
        return nil
    }
}
