/// The texts of a draft: under which name each stands in a record, and where it goes.
struct DraftTexts<Draft>: Sendable {
    typealias Place = any (WritableKeyPath<Draft, String?> & Sendable)

    private let places: [(name: String, place: Place)]

    init(_ places: [(name: String, place: Place)]) { self.places = places }

    var names: [String] { places.map(\.name) }

    func fill(_ draft: inout Draft, from record: DatasetRecord) throws(DatasetProblem) {
        for (name, place) in places { draft[keyPath: place] = try record.optionalText(name) }
    }
}
