import Access
import Basics
import Contracts
import Counterparties
import Documents
import Notices
import Regions
import Wording

/// Where the copies of a package are to come, and how far the letters that bring them have got.
package struct PackageCopies: Sendable {
    /// What a letter takes on its way at the most: mail servers refuse much more.
    package static let mostBytes = 20_000_000

    /// A document of the package with its paper.
    package struct Copy: Hashable, Sendable {
        package let document: DocumentKey
        let date: Day
        /// Nil = it is not printed yet.
        let bytes: Int?

        package var key: PaperKey { .document(document) }
        var size: Int { Enclosure.size(ofBytes: bytes ?? 0) }
        /// Too large for any letter: a person sees to it.
        package var isTooLarge: Bool { size > PackageCopies.mostBytes }
        var phrase: Phrase { LetterText.document(document.kind, number: document.number, date) }
    }

    let name: PackageName
    let copies: [Copy]
    let addresses: [EmailAddress]
    /// In the order they were written.
    let letters: [Letter]

    init(of name: PackageName, as flow: DocumentFlow, _ records: any Records) throws {
        self.name = name
        copies = try records.documents(of: name.account, in: name.region, month: name.month)
            .filter { document in
                name.project.map { document.shares.map(\.project) == [$0] } ?? true
            }
            .map { document in
                let key = DocumentKey(
                    region: document.region, kind: document.kind, year: document.date.year,
                    number: document.number)
                return Copy(
                    document: key, date: document.date,
                    bytes: try records.paperSize(.document(key), of: name.account))
            }
        var seen: Set<EmailAddress> = []
        addresses = try flow.copies.addresses.map { try EmailAddress($0) }.filter {
            seen.insert($0).inserted
        }
        letters = try records.letters(bringing: name)
    }

    package var isPrinted: Bool { copies.allSatisfy { $0.bytes != nil } }
    package var tooLarge: [Copy] { copies.filter(\.isTooLarge) }
    /// Letters on their way.
    package var waiting: [Letter] {
        letters.filter { if case .waiting = $0.delivery { true } else { false } }
    }

    /// Whether there is anything that a new letter would bring.
    package var areLacking: Bool {
        addresses.contains { address in lacking(at: address).contains { !$0.isTooLarge } }
    }

    /// Why a letter was refused or came back, if nothing has brought the same since.
    package var refusal: String? { refused?.why }

    /// When and why that last was.
    var refused: (at: Moment, why: String)? {
        letters.compactMap { letter -> (at: Moment, why: String)? in
            let lacking = Set(lacking(at: letter.to).map(\.key))
            guard let papers = letter.copies?.papers, !lacking.isDisjoint(with: papers) else { return nil }
            return switch letter.delivery {
            case .failed(let at, let why), .bounced(let at, let why): (at, why)
            case .waiting, .sent: nil
            }
        }.last
    }

    /// What no letter has brought to an address, nor is about to.
    func lacking(at address: EmailAddress) -> [Copy] {
        copies.filter { copy in
            !letters.contains { letter in
                switch letter.delivery {
                case .waiting, .sent: letter.brings(copy, to: address)
                case .failed, .bounced: false
                }
            }
        }
    }

    /// Whether every copy was taken by the mail server for every address.
    var areBrought: Bool {
        !addresses.isEmpty
            && addresses.allSatisfy { address in
                copies.allSatisfy { copy in
                    letters.contains { letter in
                        if case .sent = letter.delivery { letter.brings(copy, to: address) } else { false }
                    }
                }
            }
    }

    /// The copies letter by letter, in their order, each letter as full as it may be; those too large are in none.
    static func letters(of copies: [Copy]) -> [[Copy]] {
        var letters: [[Copy]] = []
        var left = 0
        for copy in copies where !copy.isTooLarge {
            if copy.size > left {
                letters.append([])
                left = mostBytes
            }
            letters[letters.count - 1].append(copy)
            left -= copy.size
        }
        return letters
    }

    /// Writes the letters that bring what lacks, each in the language of who reads it; how many. Where papers are still
    /// to be printed it writes none and answers nil.
    func write(at now: Moment, _ records: any Records) throws -> Int? {
        guard isPrinted, let account = try records.account(name.account) else { return nil }
        let party = account.counterparty(in: name.month, of: name.region)
        var number = letters.count
        for address in addresses {
            let lacking = lacking(at: address)
            let parts = PackageCopies.letters(of: lacking)
            let language =
                try records.user(emailed: address, on: .cabinet)?.language
                ?? Language(rawValue: account.locale) ?? .ru
            for (index, part) in parts.enumerated() {
                number += 1
                let text = LetterText.copies(
                    name.month, name.region, party: party.shortName ?? party.name,
                    documents: part.map(\.phrase), leftOut: lacking.filter(\.isTooLarge).map(\.phrase),
                    part: index + 1, of: parts.count)
                try records.insert(
                    Letter(
                        id: "copies/\(name.place)/\(number)", kind: text.kind, to: address,
                        language: language, subject: text.subject.text(language),
                        body: text.body.text(language), createdAt: now,
                        copies: Letter.Copies(package: name, papers: part.map(\.key))))
            }
        }
        return number - letters.count
    }
}

extension Letter {
    fileprivate func brings(_ copy: PackageCopies.Copy, to address: EmailAddress) -> Bool {
        to == address && copies?.papers.contains(copy.key) == true
    }
}

extension Records {
    /// The way a package's copies go; nil = nobody has asked for any.
    func copies(of name: PackageName) throws -> PackageCopies? {
        guard let taxID = try taxID(ofIssued: name) else { return nil }
        let kept = try documentFlows(of: name.account, in: name.region)
        guard let flow = DocumentFlows(kept.map(\.asked)).inForce(for: name.month, of: taxID),
            flow.sendsCopies(of: name.month)
        else { return nil }
        return try PackageCopies(of: name, as: flow, self)
    }

    /// Notes once that a package's copies went out, when the last of them was taken. The account is locked.
    func noteCopied(_ name: PackageName, at now: Moment) throws {
        guard try !PackageState(dispatches(of: name)).isCopied, try copies(of: name)?.areBrought == true
        else {
            return
        }
        try insert(Dispatch(step: .copied, at: now, by: nil), of: name)
    }
}
