/// The unknown fields of one file: each is told once, however many records have it.
struct UnknownFields {
    /// A file that is full of inventions is not worth more warnings.
    private static let limit = 100

    private var seen: [String] = []
    private var fresh: [DatasetProblem] = []

    mutating func note(_ field: String) {
        guard seen.count < UnknownFields.limit, !seen.contains(field) else { return }
        seen.append(field)
        fresh.append(.unknownField(DatasetText.shortened(field)))
    }

    mutating func note(_ record: DatasetRecord, besides known: [String]) {
        for field in record.fields(besides: known) { note(field) }
    }

    /// The warnings that came since the last call.
    mutating func take() -> [DatasetProblem] {
        guard !fresh.isEmpty else { return [] }
        defer { fresh = [] }
        return fresh
    }
}
