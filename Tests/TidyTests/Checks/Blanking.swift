/// Swift source with its comments turned to blanks, and if asked also what strings and backticked
/// names say. Code inside `\( )` stays; every line keeps its number, every byte its place.
func blanked(_ text: String, strings: Bool) -> String {
    var scanner = Blanking(bytes: Array(text.utf8), strings: strings)
    scanner.run()
    return String(decoding: scanner.out, as: UTF8.self)
}

private struct Blanking {
    /// A string that is open: how it ends, and how deep the code of its interpolation is nested.
    struct Open {
        let hashes: Int
        let quotes: Int
        var depth = 0
    }

    let bytes: [UInt8]
    let strings: Bool
    var out: [UInt8]
    private var at = 0
    private var open: [Open] = []
    private var inString = false

    init(bytes: [UInt8], strings: Bool) {
        self.bytes = bytes
        self.strings = strings
        out = bytes
    }

    mutating func run() {
        while at < bytes.count {
            if inString, let string = open.last { stepInString(string) } else { stepInCode() }
        }
    }

    private func has(_ wanted: String, at place: Int) -> Bool { bytes[place...].starts(with: wanted.utf8) }

    private mutating func blank(_ count: Int) {
        for place in at..<min(at + count, bytes.count) where bytes[place] != UInt8(ascii: "\n") {
            out[place] = UInt8(ascii: " ")
        }
        at += count
    }

    private mutating func pass(_ count: Int, blanking: Bool) {
        if blanking { blank(count) } else { at += count }
    }

    private mutating func stepInString(_ string: Open) {
        let fence = String(repeating: "#", count: string.hashes)
        if has("\\" + fence + "(", at: at) {
            at += 2 + string.hashes
            open[open.count - 1].depth = 1
            inString = false
        } else if has("\\" + fence, at: at) {
            pass(2 + string.hashes, blanking: strings)
        } else if has(String(repeating: "\"", count: string.quotes) + fence, at: at) {
            at += string.quotes + string.hashes
            open.removeLast()
            inString = false
        } else {
            pass(1, blanking: strings)
        }
    }

    private mutating func stepInCode() {
        switch bytes[at] {
        case UInt8(ascii: "/") where has("//", at: at):
            let end = bytes[at...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
            blank(end - at)
        case UInt8(ascii: "/") where has("/*", at: at):
            blankBlockComment()
        case UInt8(ascii: "#"), UInt8(ascii: "\""):
            openString()
        case UInt8(ascii: "`"):
            let rest = bytes[(at + 1)...]
            let end = rest.firstIndex { $0 == UInt8(ascii: "`") || $0 == UInt8(ascii: "\n") } ?? bytes.count
            pass(end + 1 - at, blanking: strings)
        case UInt8(ascii: "(") where !open.isEmpty:
            open[open.count - 1].depth += 1
            at += 1
        case UInt8(ascii: ")") where !open.isEmpty:
            open[open.count - 1].depth -= 1
            inString = open[open.count - 1].depth == 0
            at += 1
        default:
            at += 1
        }
    }

    private mutating func openString() {
        let hashes = bytes[at...].prefix { $0 == UInt8(ascii: "#") }.count
        guard at + hashes < bytes.count, bytes[at + hashes] == UInt8(ascii: "\"") else {
            at += hashes
            return
        }
        let quotes = has("\"\"\"", at: at + hashes) ? 3 : 1
        open.append(Open(hashes: hashes, quotes: quotes))
        inString = true
        at += hashes + quotes
    }

    private mutating func blankBlockComment() {
        var depth = 0
        repeat {
            if has("/*", at: at) {
                depth += 1
                blank(2)
            } else if has("*/", at: at) {
                depth -= 1
                blank(2)
            } else {
                blank(1)
            }
        } while depth > 0 && at < bytes.count
    }
}
