/// What became of a letter that came into a department's mailbox.
package enum LetterState: String, CaseIterable, Hashable, Sendable {
    /// For a person.
    case waiting
    /// For its sender, who was asked for what is missing.
    case asked
    /// It made a request or was added to one.
    case taken
    /// A mail server's word that a letter of ours did not arrive.
    case bounce
    /// Written by a program: nobody answers it.
    case automatic
    /// A person has seen that it is no request.
    case aside

    /// Whether a person may still make something of it.
    package var isOpen: Bool {
        switch self {
        case .waiting, .asked, .automatic: true
        case .taken, .bounce, .aside: false
        }
    }
}

/// Why a letter waits for a person.
package enum LetterWait: String, CaseIterable, Hashable, Sendable {
    /// Nobody signs in with the address it says it is from.
    case unknownSender = "unknown-sender"
    /// The mail server we trust has not found that it is from there.
    case unprovenSender = "unproven-sender"
    case noKind = "no-kind"
    case severalKinds = "several-kinds"
    /// It names a project or a request that its sender may not speak for.
    case foreign
    /// What is missing was asked for once already.
    case incomplete
    case tooMany = "too-many"
    case tooLarge = "too-large"
    /// The request's own rules refuse it: it is closed, or too many wait.
    case refused
}

/// The mark in a subject by which answers find their way back.
package enum LetterToken {
    /// `[#mcs0000000001-12]`
    package static func request(_ number: Int64, in project: String) -> String { "[#\(project)-\(number)]" }

    /// `[#17]`: a letter that was asked for more.
    package static func letter(_ number: Int64) -> String { "[#\(number)]" }

    /// The project and number of a request, or a letter's number alone; the last of a subject.
    package static func find(in subject: String) -> (project: String?, number: Int64)? {
        for piece in subject.split(separator: "[").reversed() where piece.hasPrefix("#") {
            guard let end = piece.firstIndex(of: "]") else { continue }
            let parts = piece[..<end].dropFirst().split(separator: "-")
            if parts.count == 1, let number = Int64(parts[0]) { return (nil, number) }
            if parts.count == 2, let number = Int64(parts[1]) { return (String(parts[0]), number) }
        }
        return nil
    }
}
