/// The bytes a digest was made of, spelled again: each field told apart from its neighbours.
struct Canon {
    private(set) var bytes: [UInt8] = []

    mutating func add(_ field: String?) {
        guard let field else { return bytes.append(0) }
        let letters = Array(field.utf8)
        bytes.append(1)
        bytes.append(contentsOf: String(letters.count).utf8)
        bytes.append(0)
        bytes.append(contentsOf: letters)
    }

    static func of(_ fields: [String?]) -> [UInt8] {
        var canon = Canon()
        for field in fields { canon.add(field) }
        return canon.bytes
    }
}
