/// What an element of the format holds: attributes, then parts in their order or a value.
struct UPDShape: Sendable {
    struct Attribute: Sendable {
        let name: String
        let isRequired: Bool
        let value: UPDValue
    }

    /// One place in the order; more than one element there is a choice.
    struct Part: Sendable {
        let elements: [Element]
        let isRequired: Bool
    }

    struct Element: Sendable {
        let name: String
        let most: Int
        let shape: UPDShape
    }

    let attributes: [Attribute]
    let parts: [Part]
    let value: UPDValue?

    init(_ attributes: [Attribute] = [], _ parts: [Part] = [], value: UPDValue? = nil) {
        self.attributes = attributes
        self.parts = parts
        self.value = value
    }

    static func value(_ value: UPDValue) -> UPDShape { UPDShape(value: value) }
}

extension UPDShape.Attribute {
    static func must(_ name: String, _ value: UPDValue) -> Self {
        Self(name: name, isRequired: true, value: value)
    }

    static func may(_ name: String, _ value: UPDValue) -> Self {
        Self(name: name, isRequired: false, value: value)
    }
}

extension UPDShape.Part {
    static func one(_ name: String, _ shape: UPDShape) -> Self {
        choice([.init(name: name, most: 1, shape: shape)])
    }

    static func some(_ name: String, _ shape: UPDShape) -> Self {
        choice([.init(name: name, most: .max, shape: shape)])
    }

    static func maybe(_ name: String, _ shape: UPDShape) -> Self {
        Self(elements: [.init(name: name, most: 1, shape: shape)], isRequired: false)
    }

    static func any(_ name: String, _ shape: UPDShape) -> Self {
        Self(elements: [.init(name: name, most: .max, shape: shape)], isRequired: false)
    }

    /// Exactly one of them.
    static func choice(_ elements: [UPDShape.Element]) -> Self { Self(elements: elements, isRequired: true) }

    /// At most one of them.
    static func choiceOrNone(_ elements: [UPDShape.Element]) -> Self {
        Self(elements: elements, isRequired: false)
    }
}

extension UPDShape.Element {
    static func one(_ name: String, _ shape: UPDShape) -> Self { Self(name: name, most: 1, shape: shape) }

    static func some(_ name: String, _ shape: UPDShape) -> Self { Self(name: name, most: .max, shape: shape) }
}
