/// A bank as a directory knows it by its БИК.
package struct RegisteredBank: Hashable, Codable, Sendable {
    package let bik: String
    package let name: String
    package let correspondent: String?
    /// Whether it still works.
    package let isActive: Bool

    package init(bik: String, name: String, correspondent: String?, isActive: Bool) {
        self.bik = bik
        self.name = name
        self.correspondent = correspondent
        self.isActive = isActive
    }
}
