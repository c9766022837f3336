import Basics
import UseCases

/// One connection inside one transaction: statements with `?` for their values. Both engines stand behind
/// it; a room's store knows neither.
protocol Session: AnyObject {
    /// Runs several statements without values.
    func script(_ sql: String) throws
    /// Runs a statement that gives no rows. It may travel together with the next ones; a failure shows at
    /// the latest when the transaction ends.
    func run(_ sql: String, _ arguments: Arguments) throws
    /// The same, at once, and how many rows it changed.
    func change(_ sql: String, _ arguments: Arguments) throws -> Int
    func rows(_ sql: String, _ arguments: Arguments) throws -> [Row]
    /// Rows one after the other, however many there are; the body may ask other questions meanwhile.
    func forEach(_ sql: String, _ arguments: Arguments, _ body: (Row) throws -> Void) throws
    /// Rows until the body has had enough.
    func whileTaken(_ sql: String, _ arguments: Arguments, _ body: (Row) throws -> Bool) throws
    func columns(of table: String) throws -> [String]
    /// A row that names another which is not there.
    func danglingRow() throws -> (table: String, parent: String)?
    /// Waits until nobody else writes these projects; held to the end of the transaction.
    func lock(_ projects: [PID]) throws
    /// The same for what bears a name: a chain, a counter, the bank.
    func lock(_ name: String) throws
    func share(_ name: String) throws
    /// The server's clock in microseconds since 1970; nil where the engine lives in this process.
    func serverClock() throws -> Int64?
    /// A process that says nothing for so long within this transaction loses it, and its locks.
    func end(afterPauseOf seconds: Int) throws
    /// Many rows at once, cells in the order of the columns named; `conflict` says what becomes of those
    /// that are there: an `ON CONFLICT` clause, or nothing.
    func insert(into table: String, _ columns: [String], _ rows: [[Cell]], _ conflict: String) throws
    /// The hot path: events in, one answer each.
    func take(_ events: [IdentifiedEvent]) throws -> [Taken]
}

/// The values of a statement, in the order of its question marks.
struct Arguments: ExpressibleByArrayLiteral {
    var cells: [Cell]

    init(_ cells: [Cell]) { self.cells = cells }

    init(arrayLiteral elements: (any Bindable)?...) { cells = elements.map { $0?.cell ?? .null } }

    static func + (a: Arguments, b: Arguments) -> Arguments { Arguments(a.cells + b.cells) }

    static func += (a: inout Arguments, b: Arguments) { a.cells += b.cells }
}

/// What may stand for a question mark.
protocol Bindable {
    var cell: Cell { get }
}

extension Int: Bindable { var cell: Cell { .integer(Int64(self)) } }
extension Int32: Bindable { var cell: Cell { .integer(Int64(self)) } }
extension Int64: Bindable { var cell: Cell { .integer(self) } }
extension String: Bindable { var cell: Cell { .text(self) } }
extension [UInt8]: Bindable { var cell: Cell { .bytes(self) } }
extension Cell: Bindable { var cell: Cell { self } }
