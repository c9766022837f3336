import Basics
import CPostgres
import UseCases

/// Values on their way to PostgreSQL and back, in its binary forms. What is no number, no text and no
/// bytes is not asked for.
enum PostgresType: UInt32 {
    case bool = 16
    case bytes = 17
    case name = 19
    case int8 = 20
    case int2 = 21
    case int4 = 23
    case text = 25
    case oid = 26
    case unknown = 705
    case bytesArray = 1001
    case textArray = 1009
    case int8Array = 1016
    case varchar = 1043
    case numeric = 1700
    case void = 2278
}

/// The values of one statement, laid one behind the other.
struct PostgresParameters {
    private(set) var types: [UInt32] = []
    private var bytes: [UInt8] = []
    private var places: [Range<Int>?] = []

    var size: Int { bytes.count }

    mutating func add(_ cell: Cell) {
        let start = bytes.count
        switch cell {
        case .null:
            types.append(0)
            places.append(nil)
            return
        case .integer(let number):
            types.append(PostgresType.int8.rawValue)
            bytes.append(bigEndian: number)
        case .text(let text):
            types.append(PostgresType.text.rawValue)
            bytes.append(contentsOf: text.utf8)
        case .bytes(let value):
            types.append(PostgresType.bytes.rawValue)
            bytes.append(contentsOf: value)
        }
        places.append(start..<bytes.count)
    }

    /// A whole column of values as one array.
    mutating func add<Element>(
        _ values: [Element], of type: PostgresType, as array: PostgresType,
        _ write: (Element, inout [UInt8]) -> Bool
    ) {
        let start = bytes.count
        types.append(array.rawValue)
        bytes.append(bigEndian: Int32(values.isEmpty ? 0 : 1))
        let flags = bytes.count
        bytes.append(bigEndian: Int32(0))
        bytes.append(bigEndian: Int32(type.rawValue))
        if !values.isEmpty {
            bytes.append(bigEndian: Int32(values.count))
            bytes.append(bigEndian: Int32(1))
        }
        for value in values {
            let place = bytes.count
            bytes.append(bigEndian: Int32(0))
            // A value that is not there has the length -1, and the array says that it has such.
            let isThere = write(value, &bytes)
            bytes.put(bigEndian: isThere ? Int32(bytes.count - place - 4) : -1, at: place)
            if !isThere { bytes.put(bigEndian: 1, at: flags) }
        }
        places.append(start..<bytes.count)
    }

    /// A column of a table, NULL among its values.
    mutating func add(column cells: [Cell], of type: PostgresType) {
        let array: PostgresType =
            switch type {
            case .int8: .int8Array
            case .bytes: .bytesArray
            default: .textArray
            }
        add(cells, of: type, as: array) { cell, bytes in
            switch cell {
            case .null: return false
            case .integer(let number): bytes.append(bigEndian: number)
            case .text(let text): bytes.append(contentsOf: text.utf8)
            case .bytes(let value): bytes.append(contentsOf: value)
            }
            return true
        }
    }

    mutating func add(texts: [String]) {
        add(texts, of: .text, as: .textArray) {
            $1.append(contentsOf: $0.utf8)
            return true
        }
    }

    mutating func add(numbers: [Int64]) {
        add(numbers, of: .int8, as: .int8Array) {
            $1.append(bigEndian: $0)
            return true
        }
    }

    mutating func add(blobs: [[UInt8]]) {
        add(blobs, of: .bytes, as: .bytesArray) {
            $1.append(contentsOf: $0)
            return true
        }
    }

    /// Gives the values as libpq wants them.
    func with<Result>(
        _ body: (
            Int32, UnsafePointer<UnsafePointer<CChar>?>?, UnsafePointer<Int32>?, UnsafePointer<Int32>?
        ) -> Result
    ) -> Result {
        // An empty value needs an address too: nil would be NULL.
        (bytes.isEmpty ? [0] : bytes).withUnsafeBytes { buffer in
            let base = buffer.baseAddress?.assumingMemoryBound(to: CChar.self)
            let values = places.map { place in place.flatMap { place in base.map { $0 + place.lowerBound } } }
            let lengths = places.map { Int32($0?.count ?? 0) }
            let formats = [Int32](repeating: 1, count: places.count)
            return body(Int32(places.count), values, lengths, formats)
        }
    }
}

extension [UInt8] {
    mutating func append(bigEndian value: some FixedWidthInteger) {
        Swift.withUnsafeBytes(of: value.bigEndian) { append(contentsOf: $0) }
    }

    fileprivate mutating func put(bigEndian value: Int32, at place: Int) {
        Swift.withUnsafeBytes(of: value.bigEndian) { source in
            for (index, byte) in source.enumerated() { self[place + index] = byte }
        }
    }
}

/// A value out of an answer.
enum PostgresCell {
    static func read(_ result: OpaquePointer, _ row: Int32, _ column: Int32) throws -> Cell {
        if PQgetisnull(result, row, column) == 1 { return .null }
        let length = Int(PQgetlength(result, row, column))
        let bytes = UnsafeRawBufferPointer(start: PQgetvalue(result, row, column), count: length)
        switch PostgresType(rawValue: PQftype(result, column)) {
        case .int8: return .integer(Int64(bigEndian: bytes.loadUnaligned(as: Int64.self)))
        case .int4: return .integer(Int64(Int32(bigEndian: bytes.loadUnaligned(as: Int32.self))))
        case .int2: return .integer(Int64(Int16(bigEndian: bytes.loadUnaligned(as: Int16.self))))
        case .oid: return .integer(Int64(UInt32(bigEndian: bytes.loadUnaligned(as: UInt32.self))))
        case .bool: return .integer(bytes[0] == 0 ? 0 : 1)
        case .numeric: return .integer(try whole(bytes))
        case .text, .varchar, .name, .unknown: return .text(String(decoding: bytes, as: UTF8.self))
        case .bytes: return .bytes([UInt8](bytes))
        case .void: return .null
        default: throw StorageProblem.damaged("a column of PostgreSQL's type \(PQftype(result, column))")
        }
    }

    /// A sum of whole numbers, which PostgreSQL gives as `numeric`: digits to the base of 10 000.
    private static func whole(_ bytes: UnsafeRawBufferPointer) throws -> Int64 {
        func word(_ index: Int) -> Int {
            Int(Int16(bigEndian: bytes.loadUnaligned(fromByteOffset: index * 2, as: Int16.self)))
        }
        let (digits, weight, sign) = (word(0), word(1), word(2))
        guard sign == 0 || sign == 0x4000, digits <= weight + 1, weight < 8 else {
            throw StorageProblem.damaged("a number that is no whole one")
        }
        var value: Int128 = 0
        for place in 0..<(weight + 1) {
            value = value * 10_000 + Int128(place < digits ? word(4 + place) : 0)
        }
        guard let number = Int64(exactly: sign == 0 ? value : -value) else {
            throw StorageProblem.damaged("a sum that passes all bounds")
        }
        return number
    }
}
