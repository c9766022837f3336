/// The languages the project speaks to people in.
package enum Language: String, CaseIterable, Hashable, Sendable {
    case ru
    case en
    /// Kazakh, in Cyrillic.
    case kk
}
