import Basics
import Notices

/// Small questions that many targets ask.
enum Oracle {
    /// Nil for a refusal that a person can understand; anything else thrown is a complaint.
    static func refusal(_ error: any Error) -> String? {
        guard let problem = error as? any Problem else { return "thrown, and no Problem: \(error)" }
        return problem.code.isEmpty ? "a problem without a code: \(problem)" : nil
    }

    static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

    static func isSame(_ a: String, _ b: String) -> Bool { a.utf8.elementsEqual(b.utf8) }
}

/// Takes values off the front of an input, zeros when it is used up, so that any bytes make a case.
struct Dice {
    private var rest: ArraySlice<UInt8>

    init(_ bytes: [UInt8]) { rest = bytes[...] }

    mutating func byte() -> UInt8 { rest.popFirst() ?? 0 }

    mutating func below(_ bound: Int) -> Int { Int(byte()) % bound }

    mutating func integer() -> Int64 {
        var value: UInt64 = 0
        for _ in 0..<8 { value = value << 8 | UInt64(byte()) }
        return Int64(bitPattern: value)
    }

    /// As many bytes as the next one says, as text.
    mutating func text() -> String {
        let count = Int(byte())
        defer { rest = rest.dropFirst(count) }
        return String(decoding: rest.prefix(count), as: UTF8.self)
    }
}
