/// What can be said to people: a problem, a reason, a warning, a state. Adapters and commands word their own
/// problems by it too.
package protocol Worded {
    var phrase: Phrase { get }
}
