/// One thing a check found wrong, and where.
struct Finding: Hashable, CustomStringConvertible {
    let place: String
    let says: String

    var description: String { "\(place): \(says)" }
}
