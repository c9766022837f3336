/// A dataset's first page, `manifest.json`: it says by which agreement the rest is written.
package enum Manifest {
    package static let format = "kontragent-dataset/1"

    /// Holds that we know the format; answers with warnings about unknown fields.
    package static func check(_ file: ArraySlice<UInt8>) throws(DatasetProblem) -> [DatasetProblem] {
        let record = try DatasetRecord(file)
        let found = try record.text("format")
        guard found == format else { throw .unknownFormat(found: DatasetText.shortened(found)) }
        return record.fields(besides: ["format"]).map { .unknownField(DatasetText.shortened($0)) }
    }
}
