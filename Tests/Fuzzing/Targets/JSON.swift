import Formats

extension FuzzTarget {
    /// Any JSON: what is read can be written both ways and read the same; the cursor agrees with the reader.
    static let json = FuzzTarget("json", longest: 16 << 10) { bytes in
        let value: JSONValue
        do throws(JSONProblem) { value = try JSONReader.read(bytes[...]) } catch {
            if error.offset < 0 || error.offset > bytes.count { return "a problem at \(error.offset)" }
            // Names twice in an object are the reader's own matter.
            let isMore = error.fault == .duplicateKey
            return isMore || !isPassed(bytes) ? nil : "the cursor passes what the reader refuses: \(error)"
        }
        if !isPassed(bytes) { return "the cursor refuses what the reader reads" }
        if bytes.count > FuzzLimits.big { return nil }
        for layout in [JSONWriter.Layout.compact, .pretty] {
            let written = JSONWriter.bytes(value, layout)
            do throws(JSONProblem) {
                let again = try JSONReader.read(written[...])
                if again != value { return "written and read, it is another" }
                if JSONWriter.bytes(again, layout) != written { return "written twice, it is another" }
            } catch {
                return "what was written cannot be read: \(error)"
            }
        }
        return nil
    }

    private static func isPassed(_ bytes: [UInt8]) -> Bool {
        let text = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...]
        return text.withUnsafeBufferPointer { buffer in
            var cursor = JSONCursor(buffer)
            do throws(JSONProblem) {
                try cursor.skipValue()
                try cursor.finish()
                return true
            } catch {
                return false
            }
        }
    }
}
