import Payments

/// The bytes of a bank file turned into UTF-8. Strict UTF-8 goes before what the heading says, for
/// banks that write it still say «Windows»; then DOS means cp866 and anything else windows-1251.
struct OneCText {
    let utf8: [UInt8]
    let warnings: [StatementWarning]

    init(_ bytes: [UInt8]) throws {
        let body = try OneCText.body(of: bytes)
        if let text = OneCText.strictUTF8(body) {
            guard OneCText.knows(text) else { throw OneCText.problem(ofUTF8: text) }
            utf8 = text
            warnings = []
            return
        }
        let pages: [CodePage] =
            OneCText.saysDOS(body) ? [.dos866, .windows1251] : [.windows1251, .dos866]
        guard let page = pages.first(where: { OneCText.knows($0.utf8(body.prefix(OneCText.sample))[...]) })
        else { throw OneCText.problem(ofOther: body) }
        utf8 = page.utf8(body)
        warnings = page.name == pages[0].name ? [] : [.encodingNotAsStated]
    }

    /// How much of the file decides on its encoding.
    private static let sample = 65_536

    /// Without the byte order mark, and with the first word checked: it is the same bytes in every
    /// encoding such a file may have.
    private static func body(of bytes: [UInt8]) throws -> ArraySlice<UInt8> {
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
            throw PaymentsProblem.encoding(line: 1)
        }
        // A byte order mark that went through another code page.
        if bytes.starts(with: Array("п»ї".utf8)) || bytes.starts(with: Array("ï»¿".utf8)) {
            throw PaymentsProblem.mojibake
        }
        let body = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...]
        guard let first = body.firstIndex(where: { $0 > 0x20 }) else { throw PaymentsProblem.notAStatement }
        let end = body[first...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? body.endIndex
        guard end - first <= 100, OneCKey(utf8: OneCLines.trimmed(body[first..<end])) == .start else {
            throw PaymentsProblem.notAStatement
        }
        return body
    }

    /// A file cut inside a letter is still UTF-8, only short of its end.
    private static func strictUTF8(_ bytes: ArraySlice<UInt8>) -> [UInt8]? {
        for cut in 0...min(3, bytes.count) {
            let rest = Array(bytes.dropLast(cut))
            let dropped = bytes.suffix(cut)
            guard dropped.first.map({ $0 >= 0xC0 }) ?? true,
                dropped.dropFirst().allSatisfy({ (0x80...0xBF).contains($0) })
            else { continue }
            if String(validating: rest, as: UTF8.self) != nil { return rest }
        }
        return nil
    }

    /// Whether the beginning holds a key of the format, the first word apart.
    private static func knows(_ text: some Collection<UInt8>) -> Bool {
        firstKeys(of: text).contains { OneCKey(utf8: $0).map { $0 != .start } ?? false }
    }

    /// Looks at the beginning only.
    private static func firstKeys(of text: some Collection<UInt8>) -> [ArraySlice<UInt8>] {
        OneCLines(Array(text.prefix(sample))).prefix(200).map { OneCPair($0).key }.filter { !$0.isEmpty }
    }

    private static func saysDOS(_ body: ArraySlice<UInt8>) -> Bool {
        for line in OneCLines(Array(body.prefix(sample))).prefix(100) {
            let pair = OneCPair(line)
            let names = [CodePage.windows1251, .dos866].map { OneCKey(utf8: $0.utf8(pair.key)[...]) }
            if names.contains(.encoding) {
                return ["DOS", "CP866", "866"].contains(
                    String(decoding: pair.value, as: UTF8.self).uppercased())
            }
        }
        return false
    }

    /// Proper UTF-8 without a word of the format: mojibake if a key comes out of reading it back through
    /// windows-1251 or Latin-1, another kind of file otherwise.
    private static func problem(ofUTF8 text: [UInt8]) -> PaymentsProblem {
        for key in firstKeys(of: text) {
            let word = String(decoding: key, as: UTF8.self)
            if let bytes = try? CodePage.windows1251.encode(word), OneCKey(utf8: bytes[...]) != nil,
                key.contains(where: { $0 >= 0x80 })
            {
                return .mojibake
            }
            let latin = word.unicodeScalars.prefix(4).map(\.value)
            if latin.count == 4, [0xD0, 0xD1].contains(latin[0]), [0xD0, 0xD1].contains(latin[2]) {
                return .mojibake
            }
        }
        return .notAStatement
    }

    /// Neither UTF-8 nor a code page: UTF-8 with broken letters if its keys say so.
    private static func problem(ofOther body: ArraySlice<UInt8>) -> PaymentsProblem {
        var number = 0
        let isUTF8 = knows(body)
        for line in OneCLines(Array(body)) {
            number += 1
            if String(validating: line, as: UTF8.self) == nil { break }
        }
        return isUTF8 ? .encoding(line: number) : .notAStatement
    }
}
