import Formats

extension FuzzTarget {
    /// Any CSV: what was read can be written and read again.
    static let csv = FuzzTarget("csv", longest: 16 << 10) { bytes in
        var writer = CSVWriter()
        var rows: [[String]] = []
        var line = 0
        var reader = CSVReader(bytes[...])
        for _ in 0...bytes.count {
            do throws(CSVProblem) {
                guard let row = try reader.next() else { return rewritten(rows, writer.bytes) }
                guard row.line > line else { return "the row of line \(row.line) came after line \(line)" }
                line = row.line
                if bytes.count > FuzzLimits.big { continue }
                rows.append(row.cells)
                writer.row(row.cells.map { .number($0) })
            } catch {
                if error.line < 1 { return "a problem on line \(error.line)" }
            }
        }
        return "more rows than bytes"
    }

    private static func rewritten(_ rows: [[String]], _ bytes: [UInt8]) -> String? {
        var reader = CSVReader(bytes[...])
        do throws(CSVProblem) {
            for row in rows {
                guard let again = try reader.next(), again.cells.count == row.count,
                    zip(again.cells, row).allSatisfy({ Oracle.isSame($0, $1) })
                else { return "written and read, a row is another: \(row)" }
            }
            return try reader.next() == nil ? nil : "written and read, there is a row more"
        } catch {
            return "what was written cannot be read: \(error)"
        }
    }
}
