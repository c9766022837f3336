import Basics
import CCurl
package import Regions
package import UseCases

/// Takes letters out of a mailbox over IMAP by libcurl. The letters stay there, marked as read.
package struct IMAPMailbox: Sendable {
    package struct Settings: Sendable {
        /// `imaps://host`, or `imap://host`, which turns to TLS before it says who it is; a folder may stand behind it.
        package var server: String
        package var user: String
        package var password: String
        package var region: Region?
        package var connectSeconds = 10
        /// For one answer, a large letter among them.
        package var wholeSeconds = 120
        /// Without a sign of life.
        package var silentSeconds = 30

        package init(server: String, user: String, password: String, region: Region? = nil) {
            self.server = server
            self.user = user
            self.password = password
            self.region = region
        }
    }

    /// Of one look; the rest comes with the next.
    private static let most = 50
    /// Numbers of letters asked for in one question: the answer's line stays within the 8 KiB that libcurl passes on.
    private static let window: Int64 = 500

    private let settings: Settings
    private let place: ServerAddress

    /// Nil where the address names no mail server, or a folder that no command can name.
    package init?(_ settings: Settings) {
        guard let place = ServerAddress(settings.server), ["imaps", "imap"].contains(place.scheme),
            place.path.unicodeScalars.allSatisfy({ $0.value >= 0x20 && $0 != "\"" && $0 != "\\" })
        else { return nil }
        self.settings = settings
        self.place = place
    }

    private var folder: String { place.path.isEmpty ? "INBOX" : place.path }

    package var mailbox: Mailbox {
        Mailbox(name: "\(settings.user)@\(place.host)/\(folder)", region: settings.region, fetch: fetch)
    }

    private func fetch(
        behind known: MailboxPlace?, since day: Day, _ take: (FetchedLetter) throws -> Void
    ) throws {
        let session = try Session(settings, place)
        let status = try session.ask("STATUS \"\(folder)\" (UIDVALIDITY UIDNEXT)", in: "")
        guard let validity = IMAPMailbox.number(behind: "UIDVALIDITY", in: status) else {
            throw MailboxFault(reason: "no UIDVALIDITY")
        }
        let last = known.flatMap { $0.validity == validity ? $0.uid : nil }
        if let last, let next = IMAPMailbox.number(behind: "UIDNEXT", in: status), next <= last + 1 { return }
        let box = "\(place.path.isEmpty ? folder : place.written);UIDVALIDITY=\(validity)"
        let search = last.map { "UID SEARCH UID \($0 + 1):*" } ?? "UID SEARCH SINCE \(IMAPMailbox.date(day))"
        // `n:*` names the last letter too where all are older. Of a long answer the middle may be missing: its beginning
        // says where to look, and what is asked for next fits whole.
        guard
            let first = IMAPMailbox.numbers(behind: "SEARCH", in: try session.ask(search, in: box))
                .filter({ $0 > last ?? 0 }).min()
        else { return }
        let near = "UID SEARCH UID \(first):\(first + IMAPMailbox.window - 1)"
        let found = IMAPMailbox.numbers(behind: "SEARCH", in: try session.ask(near, in: box))
            .filter { $0 >= first }.sorted().prefix(IMAPMailbox.most)
        for uid in found {
            guard let fetched = try letter(uid, validity, box, session) else { continue }
            try take(fetched)
        }
    }

    /// Nil = it is there no more.
    private func letter(
        _ uid: Int64, _ validity: Int64, _ box: String, _ session: Session
    ) throws -> FetchedLetter? {
        let said = try session.ask("UID FETCH \(uid) RFC822.SIZE", in: box)
        guard let size = IMAPMailbox.number(behind: "RFC822.SIZE", in: said) else { return nil }
        let isHead = size > Int64(IncomingLetter.mostBytes)
        // It is there: whatever keeps it from coming is not that it was deleted.
        guard let bytes = try session.letter("\(box)/;UID=\(uid)\(isHead ? ";SECTION=HEADER" : "")") else {
            throw MailboxFault(reason: "letter \(uid) is there and is not given")
        }
        return FetchedLetter(
            place: MailboxPlace(validity: validity, uid: uid), bytes: bytes, isHead: isHead || bytes.isEmpty)
    }

    /// One connection, used anew for every question.
    private final class Session {
        private let handle: OpaquePointer
        private let root: String

        init(_ settings: Settings, _ place: ServerAddress) throws {
            guard Curl.isReady, let handle = curl_easy_init() else { throw MailboxFault(reason: "no handle") }
            self.handle = OpaquePointer(handle)
            let bare = settings.server.split(separator: "/", omittingEmptySubsequences: false).prefix(3)
            root = bare.joined(separator: "/") + "/"
            for (option, number) in [
                (CURLOPT_NOSIGNAL, 1), (CURLOPT_CONNECTTIMEOUT, settings.connectSeconds),
                (CURLOPT_TIMEOUT, settings.wholeSeconds),
                (CURLOPT_SERVER_RESPONSE_TIMEOUT, settings.silentSeconds),
                (CURLOPT_LOW_SPEED_LIMIT, 1), (CURLOPT_LOW_SPEED_TIME, settings.silentSeconds),
                (CURLOPT_USE_SSL, Int((place.isHere ? CURLUSESSL_TRY : CURLUSESSL_ALL).rawValue)),
            ] { kontragent_curl_set_number(handle, option, number) }
            kontragent_curl_set_text(handle, CURLOPT_PROTOCOLS_STR, place.scheme)
            // No proxy, whatever the environment says.
            kontragent_curl_set_text(handle, CURLOPT_PROXY, "")
            kontragent_curl_set_text(handle, CURLOPT_USERNAME, settings.user)
            kontragent_curl_set_text(handle, CURLOPT_PASSWORD, settings.password)
            kontragent_curl_set_write(handle, Taken.callback)
        }

        deinit { curl_easy_cleanup(UnsafeMutableRawPointer(handle)) }

        /// A command and the lines of its answer.
        func ask(_ command: String, in box: String) throws -> String {
            let (outcome, bytes) = perform(box, command, most: 1 << 20)
            guard outcome == CURLE_OK else { throw fault(outcome) }
            return String(decoding: bytes, as: UTF8.self)
        }

        /// A letter's bytes: nil where there is none, empty where the server makes nothing of it.
        func letter(_ path: String) throws -> [UInt8]? {
            let (outcome, bytes) = perform(path, nil, most: IncomingLetter.mostBytes + 1 << 20)
            switch outcome {
            case CURLE_OK: return bytes
            case CURLE_REMOTE_FILE_NOT_FOUND: return nil
            case CURLE_WEIRD_SERVER_REPLY: return []
            default: throw fault(outcome)
            }
        }

        private func perform(_ path: String, _ command: String?, most: Int) -> (CURLcode, [UInt8]) {
            let handle = UnsafeMutableRawPointer(handle)
            let taken = Taken(most: most)
            kontragent_curl_set_text(handle, CURLOPT_URL, root + path)
            kontragent_curl_set_text(handle, CURLOPT_CUSTOMREQUEST, command)
            kontragent_curl_set_pointer(
                handle, CURLOPT_WRITEDATA, Unmanaged.passUnretained(taken).toOpaque())
            let outcome = withExtendedLifetime(taken) { curl_easy_perform(handle) }
            return (outcome, taken.bytes)
        }

        private func fault(_ outcome: CURLcode) -> MailboxFault {
            MailboxFault(reason: String(cString: curl_easy_strerror(outcome)))
        }
    }

    /// The number behind a word: `UIDVALIDITY 17`.
    private static func number(behind word: String, in text: String) -> Int64? {
        let words = text.uppercased().split { " ()\r\n".contains($0) || $0.isNewline }
        guard let place = words.firstIndex(where: { $0 == word }), place + 1 < words.count else { return nil }
        return Int64(words[place + 1])
    }

    private static func numbers(behind word: String, in text: String) -> [Int64] {
        let words = text.uppercased().split { " ".contains($0) || $0.isNewline }
        return words.drop { $0 != word }.dropFirst().prefix { $0 != "*" }.compactMap { Int64($0) }
    }

    private static func date(_ day: Day) -> String {
        let months = [
            "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
        ]
        return "\(day.dayNumber)-\(months[day.monthNumber - 1])-\(day.year)"
    }
}
