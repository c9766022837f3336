package import Basics
package import Metering
package import Regions

/// The name of a thing that can be explained, as every listing shows it.
package enum ExplanationAddress: Hashable, Sendable {
    case document(DocumentKey)
    /// A line of a document, counted from 1.
    case documentLine(DocumentKey, Int)
    case dayLine(PID, DayLineKey)
    case project(PID)
    /// A lot or a grant, by the id of the credit that opened it.
    case credit(CreditID)
    /// A line of a statement, by the number that `bank` lists.
    case bankLine(Int64)
    case bankLineID(BankLineID)
    /// The three sums of a customer's closed month.
    case tieOut(Region, Month, AccountID)

    package var text: String {
        switch self {
        case .document(let key): key.text
        case .documentLine(let key, let number): "\(key.text)#\(number)"
        case .dayLine(let pid, let key):
            "\(pid)/\(key.day)/\(AddressPart.escaped(key.resource.text))/\(AddressPart.escaped(key.sku.text))"
        case .project(let pid): pid.text
        case .credit(let id): "credit/\(id)"
        case .bankLine(let number): "bank/\(number)"
        case .bankLineID(let id): id.text
        case .tieOut(let region, let month, let account):
            "tie-out/\(region.rawValue)/\(month)/\(AddressPart.escaped(account.text))"
        }
    }

    /// All that a text may mean, the likelier first: an id may look like anything, so the first that is
    /// there is meant.
    package static func readings(of text: String) -> [ExplanationAddress] {
        if let key = DocumentKey(text) { return [.document(key), .credit(CreditID(text))] }
        let halves = text.split(separator: "#", omittingEmptySubsequences: false)
        if halves.count == 2, let key = DocumentKey(String(halves[0])), let number = Int(halves[1]) {
            return [.documentLine(key, number), .credit(CreditID(text))]
        }
        var readings = dayLines(text)
        readings += tieOuts(text)
        if let pid = PID(text) { readings.append(.project(pid)) }
        if text.hasPrefix("bank/"), let number = Int64(text.dropFirst(5)) {
            readings.append(.bankLine(number))
        }
        if let number = Int64(text) { readings.append(.bankLine(number)) }
        if text.hasPrefix("credit/") { readings.append(.credit(CreditID(String(text.dropFirst(7))))) }
        return readings + [.bankLineID(BankLineID(text)), .credit(CreditID(text))]
    }

    private static func tieOuts(_ text: String) -> [ExplanationAddress] {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count >= 4, parts[0] == "tie-out", let region = Region(rawValue: String(parts[1])),
            let month = Month(parts[2])
        else { return [] }
        let name = parts[3...].joined(separator: "/")
        let plain = AddressPart.plain(name)
        return (plain == name ? [name] : [plain, name]).map { .tieOut(region, month, AccountID($0)) }
    }

    /// Where the names themselves hold a stroke that nobody has written as %2F, every place of it may
    /// be the one between them.
    private static func dayLines(_ text: String) -> [ExplanationAddress] {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count >= 4, let pid = PID(parts[0]), let day = Day(parts[1]) else { return [] }
        return (3..<parts.count).flatMap { place -> [ExplanationAddress] in
            let names = [parts[2..<place].joined(separator: "/"), parts[place...].joined(separator: "/")]
            let read = [names.map(AddressPart.plain), names]
            return (read[0] == read[1] ? [names] : read).map { names in
                .dayLine(pid, DayLineKey(day: day, resource: ResourceID(names[0]), sku: SKU(names[1])))
            }
        }
    }
}

/// A name inside an address: what would part it, or fall apart on a command line, is written as %XX.
enum AddressPart {
    static func escaped(_ name: String) -> String {
        let hex = Array("0123456789ABCDEF".utf8)
        var bytes: [UInt8] = []
        for byte in name.utf8 {
            if isPlain(byte) {
                bytes.append(byte)
            } else {
                bytes += [UInt8(ascii: "%"), hex[Int(byte >> 4)], hex[Int(byte & 15)]]
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    static func plain(_ text: String) -> String {
        let given = Array(text.utf8)
        var bytes: [UInt8] = []
        var at = 0
        while at < given.count {
            if given[at] == UInt8(ascii: "%"), at + 2 < given.count,
                let byte = Hex.bytes(String(decoding: given[at + 1...at + 2], as: UTF8.self).lowercased())
            {
                bytes += byte
                at += 3
            } else {
                bytes.append(given[at])
                at += 1
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Letters of any script stay; blanks, strokes and what a shell takes for its own do not.
    private static func isPlain(_ byte: UInt8) -> Bool {
        byte > 0x20 && byte != 0x7F && !"%/#\"'`$&|;<>()*?\\!".utf8.contains(byte)
    }
}
