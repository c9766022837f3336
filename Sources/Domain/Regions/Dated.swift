package import Basics

/// A parameter that changes on given days (D27): what holds on a day is the last value begun by then.
package struct Dated<Value: Sendable>: Sendable {
    private let first: Value
    private let changes: [(from: Day, value: Value)]

    /// `first` holds from the beginning; changes in the order of time.
    package init(_ first: Value, _ changes: [(from: Day, value: Value)] = []) {
        self.first = first
        self.changes = changes
    }

    package func on(_ day: Day) -> Value { changes.last(where: { $0.from <= day })?.value ?? first }
}
