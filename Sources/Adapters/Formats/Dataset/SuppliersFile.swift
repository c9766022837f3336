package import UseCases

/// The suppliers' own details in a dataset, `suppliers.json`, a list of objects: what could be read, and
/// what is wrong with the other entries. Lines are those on which the entries begin.
package struct SuppliersFile: Equatable, Sendable {
    package struct Entry: Equatable, Sendable {
        package let line: Int
        package let draft: SupplierDraft
    }

    package struct Refused: Equatable, Sendable {
        package let line: Int
        package let problem: DatasetProblem
    }

    package private(set) var entries: [Entry] = []
    package private(set) var refused: [Refused] = []
    /// Fields that nobody knows, each named once.
    package private(set) var warnings: [DatasetProblem] = []

    package init(_ file: ArraySlice<UInt8>) {
        var unknown = UnknownFields()
        do throws(DatasetProblem) {
            var line = 1
            var counted = file.startIndex
            for place in try SuppliersFile.places(file) {
                line += SuppliersFile.lineFeeds(in: file[counted..<place.lowerBound])
                counted = place.lowerBound
                read(place, at: line, in: file, &unknown)
            }
        } catch {
            // A list that breaks off is no list: nobody knows what its other entries were to be.
            var line = 1
            if case .badJSON(let problem) = error {
                let place = min(file.startIndex + problem.offset, file.endIndex)
                line += SuppliersFile.lineFeeds(in: file[..<place])
            }
            refused = [Refused(line: line, problem: error)]
        }
        warnings = unknown.take()
    }

    private mutating func read(
        _ place: Range<Int>, at line: Int, in file: ArraySlice<UInt8>, _ unknown: inout UnknownFields
    ) {
        do throws(DatasetProblem) {
            let record = try DatasetRecord(file[place])
            entries.append(Entry(line: line, draft: try SupplierDraft(record, &unknown)))
        } catch {
            var problem = error
            if case .badJSON(let inside) = error {
                let offset = place.lowerBound - file.startIndex + inside.offset
                problem = .badJSON(JSONProblem(inside.fault, at: offset))
            }
            refused.append(Refused(line: line, problem: problem))
        }
    }

    /// Where the entries stand, so that a bad one can be named with its line and the others kept.
    private static func places(_ file: ArraySlice<UInt8>) throws(DatasetProblem) -> [Range<Int>] {
        let places: [Range<Int>]?
        do {
            places = try file.withUnsafeBufferPointer { (bytes) throws(JSONProblem) -> [Range<Int>]? in
                var cursor = JSONCursor(bytes)
                if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { cursor.at = 3 }
                return try elements(&cursor)
            }
        } catch { throw .badJSON(error) }
        guard let places else { throw .wrongType(field: ".", expected: .list) }
        return places.map { file.startIndex + $0.lowerBound..<file.startIndex + $0.upperBound }
    }

    /// Nil where the text is JSON and no list.
    private static func elements(_ cursor: inout JSONCursor) throws(JSONProblem) -> [Range<Int>]? {
        guard try cursor.kind() == .array else {
            try cursor.skipValue()
            try cursor.finish()
            return nil
        }
        var places: [Range<Int>] = []
        try cursor.openArray()
        while try cursor.nextElement() {
            _ = try cursor.kind()
            let first = cursor.at
            try cursor.skipValue(depth: 2)
            places.append(first..<cursor.at)
        }
        try cursor.finish()
        return places
    }

    private static func lineFeeds(in bytes: ArraySlice<UInt8>) -> Int { bytes.count { $0 == 0x0A } }
}
