import API

/// A form with a file as browsers send it (`multipart/form-data`), within bounds. What it says of a file, its
/// name and its kind, is believed in nothing: the name is shown, and the bytes are read as what they are.
enum MultipartBody {
    static let type = "multipart/form-data"
    /// As large as a bank file may be by any other road, and its form around it.
    static let limit = (16 << 20) + (16 << 10)
    private static let mostParts = 32
    private static let mostHead = 8 << 10
    /// A text of 4000 signs.
    private static let longestField = 16 << 10

    struct Part {
        let name: String
        /// Nil = a field.
        let fileName: String?
        let bytes: [UInt8]
    }

    /// The parts between the boundary that the type names; what is not as it should be is refused whole.
    static func parts(_ body: [UInt8], contentType: String) throws -> [Part] {
        guard body.count <= limit else { throw APIProblem.bodyTooLarge(limit: limit) }
        let mark = Array("--".utf8) + (try boundary(contentType))
        var parts: [Part] = []
        guard body.starts(with: mark) else { throw APIProblem.malformed }
        var place = mark.count
        while true {
            if body[place...].starts(with: Array("--".utf8)) { return parts }
            guard body[place...].starts(with: [13, 10]), parts.count < mostParts else {
                throw APIProblem.malformed
            }
            place += 2
            let headEnd = try find([13, 10, 13, 10], in: body, from: place, within: mostHead)
            let head = body[place..<headEnd]
            let start = headEnd + 4
            let end = try find([13, 10] + mark, in: body, from: start, within: body.count)
            parts.append(try part(head, body[start..<end]))
            place = end + 2 + mark.count
        }
    }

    private static func boundary(_ contentType: String) throws -> [UInt8] {
        for piece in contentType.split(separator: ";").dropFirst() {
            let text = piece.drop { $0 == " " }
            guard text.lowercased().hasPrefix("boundary=") else { continue }
            var value = text.dropFirst("boundary=".count)
            if value.hasPrefix("\""), value.hasSuffix("\""), value.count > 1 {
                value = value.dropFirst().dropLast()
            }
            let bytes = Array(value.utf8)
            guard (1...70).contains(bytes.count), bytes.allSatisfy({ (0x20...0x7E).contains($0) }) else {
                break
            }
            return bytes
        }
        throw APIProblem.malformed
    }

    private static func find(
        _ wanted: [UInt8], in body: [UInt8], from start: Int, within most: Int
    ) throws -> Int {
        let last = min(body.count, start + most) - wanted.count
        var place = start
        while place <= last {
            // A line's end is rare: the rest is compared only behind one.
            if body[place] == wanted[0], body[place..<place + wanted.count].elementsEqual(wanted) {
                return place
            }
            place += 1
        }
        throw APIProblem.malformed
    }

    private static func part(_ head: ArraySlice<UInt8>, _ bytes: ArraySlice<UInt8>) throws -> Part {
        guard let text = String(validating: head, as: UTF8.self) else { throw APIProblem.malformed }
        var name: String?
        var fileName: String?
        for line in text.split(separator: "\r\n")
        where line.lowercased().hasPrefix("content-disposition:") {
            name = parameter("name", of: line)
            fileName = parameter("filename", of: line)
        }
        guard let name else { throw APIProblem.malformed }
        guard fileName != nil || bytes.count <= longestField else { throw APIProblem.malformed }
        return Part(name: name, fileName: fileName.map(bare), bytes: Array(bytes))
    }

    private static func parameter(_ wanted: String, of line: some StringProtocol) -> String? {
        for piece in line.split(separator: ";").dropFirst() {
            let halves = piece.drop { $0 == " " }.split(
                separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard halves.count == 2, halves[0] == wanted, halves[1].hasPrefix("\""),
                halves[1].hasSuffix("\""),
                halves[1].count > 1
            else { continue }
            return String(halves[1].dropFirst().dropLast())
        }
        return nil
    }

    /// The last piece of a path, without what is no letter to show.
    private static func bare(_ name: String) -> String {
        let last = name.split { $0 == "/" || $0 == "\\" }.last.map(String.init) ?? ""
        let shown = last.unicodeScalars.filter { $0.value >= 32 && $0.value != 127 }
        return String(String(String.UnicodeScalarView(shown)).prefix(200))
    }
}
