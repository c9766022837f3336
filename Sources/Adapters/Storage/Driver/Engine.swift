/// What keeps the data.
package enum Engine: String, Sendable {
    case sqlite
    case postgres
}
