/// Light or dark, as somebody chose; without a choice the reader's system decides.
package enum Theme: String, CaseIterable, Sendable {
    case light
    case dark
    case auto
}
