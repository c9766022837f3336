package import Access
package import Regions

/// One of the provider's addresses: whose side it is, the region of who signs up there (R1), and how its links
/// begin.
package struct Site: Hashable, Sendable {
    package let side: AccessSide
    package let region: Region
    /// Without a stroke at the end: `https://cabinet.example.com`.
    package let base: String

    package init(side: AccessSide, region: Region, base: String) {
        self.side = side
        self.region = region
        self.base = base
    }

    /// A page that a letter leads to.
    func link(_ path: String, _ code: String) -> String { "\(base)/\(path)?code=\(code)" }
}
