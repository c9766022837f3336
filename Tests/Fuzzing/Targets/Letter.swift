import Formats
import UseCases

extension FuzzTarget {
    /// A letter of a stranger. Something always comes of it: bounded, and fit to be shown.
    static let letter = FuzzTarget("letter", longest: 16 << 10) { bytes in
        let letter = LetterFile.read(bytes)
        guard letter.files.count <= IncomingLetter.mostFiles else { return "\(letter.files.count) files" }
        guard letter.text.unicodeScalars.count <= IncomingLetter.mostText else { return "a text without end" }
        for line in [letter.sender, letter.senderName, letter.subject, letter.messageID] + letter.answers
            + letter.files.map(\.name)
        {
            guard !line.unicodeScalars.contains(where: { $0.value < 0x20 || $0.value == 0x7F }) else {
                return "a line that steers: \(line.debugDescription)"
            }
        }
        guard
            !letter.text.unicodeScalars.contains(where: { $0.value < 0x20 && $0 != "\n" || $0 == "\u{202E}" })
        else { return "a text that steers" }
        return nil
    }
}
