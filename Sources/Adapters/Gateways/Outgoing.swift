import CCurl
import Synchronization

/// Asks another server over HTTP, by libcurl: one question, one answer, within bounds of time and size. It blocks
/// its thread, so nobody calls it inside a transaction or on a thread that others wait for.
package struct Outgoing: Sendable {
    package let connectMilliseconds: Int
    package let wholeMilliseconds: Int
    package let mostBytes: Int
    /// A server that hangs must not take all threads of the door.
    private let places: Places

    /// `atOnce`: so many questions on their way; one more is told that it is crowded.
    package init(
        connectMilliseconds: Int = 3000, wholeMilliseconds: Int = 6000, mostBytes: Int = 4 << 20,
        atOnce: Int = 3
    ) {
        self.connectMilliseconds = connectMilliseconds
        self.wholeMilliseconds = wholeMilliseconds
        self.mostBytes = mostBytes
        places = Places(most: atOnce)
    }

    package struct Answer: Sendable {
        package let status: Int
        package let body: [UInt8]
    }

    /// Nobody answered in time, or not in HTTP.
    package struct Silence: Error {
        /// libcurl's own words.
        package let reason: String
    }

    /// Too many questions are on their way already.
    package struct Crowded: Error {}

    private final class Places: Sendable {
        private let most: Int
        private let taken = Mutex(0)

        init(most: Int) { self.most = most }

        func take() -> Bool {
            taken.withLock { count in
                guard count < most else { return false }
                count += 1
                return true
            }
        }

        func giveBack() { taken.withLock { $0 -= 1 } }
    }

    /// Whether an address may be asked: TLS, or this machine itself.
    package static func isSafe(_ address: String) -> Bool { scheme(of: address) != nil }

    /// The one scheme that an address may be asked by; nil = none.
    private static func scheme(of address: String) -> String? {
        guard let place = ServerAddress(address) else { return nil }
        return place.scheme == "https" || place.scheme == "http" && place.isHere ? place.scheme : nil
    }

    package func post(_ body: [UInt8], to address: String, headers: [String]) throws -> Answer {
        // `Expect: 100-continue` would wait a second for nothing.
        try ask(address, headers: headers + ["Expect:"]) { handle, perform in
            try body.withUnsafeBytes { bytes in
                kontragent_curl_set_number(handle, CURLOPT_POST, 1)
                kontragent_curl_set_number(handle, CURLOPT_POSTFIELDSIZE, body.count)
                kontragent_curl_set_pointer(
                    handle, CURLOPT_POSTFIELDS, UnsafeMutableRawPointer(mutating: bytes.baseAddress))
                return try perform()
            }
        }
    }

    package func get(_ address: String) throws -> Answer {
        try ask(address, headers: []) { _, perform in try perform() }
    }

    private func ask(
        _ address: String, headers: [String],
        _ body: (_ handle: UnsafeMutableRawPointer, _ perform: () throws -> Answer) throws -> Answer
    ) throws -> Answer {
        guard let scheme = Outgoing.scheme(of: address) else { throw Silence(reason: "unsafe address") }
        guard places.take() else { throw Crowded() }
        defer { places.giveBack() }
        guard Curl.isReady, let handle = curl_easy_init() else { throw Silence(reason: "no handle") }
        defer { curl_easy_cleanup(handle) }
        var list: UnsafeMutablePointer<curl_slist>?
        defer { curl_slist_free_all(list) }
        for header in headers { list = curl_slist_append(list, header) }
        let taken = Taken(most: mostBytes)
        for (option, number) in [
            (CURLOPT_NOSIGNAL, 1), (CURLOPT_CONNECTTIMEOUT_MS, connectMilliseconds),
            (CURLOPT_TIMEOUT_MS, wholeMilliseconds), (CURLOPT_FOLLOWLOCATION, 0),
        ] { kontragent_curl_set_number(handle, option, number) }
        kontragent_curl_set_text(handle, CURLOPT_URL, address)
        kontragent_curl_set_text(handle, CURLOPT_PROTOCOLS_STR, scheme)
        // No proxy, whatever the environment says.
        kontragent_curl_set_text(handle, CURLOPT_PROXY, "")
        kontragent_curl_set_pointer(handle, CURLOPT_HTTPHEADER, list)
        kontragent_curl_set_write(handle, Taken.callback)
        kontragent_curl_set_pointer(handle, CURLOPT_WRITEDATA, Unmanaged.passUnretained(taken).toOpaque())
        return try body(handle) {
            let outcome = withExtendedLifetime(taken) { curl_easy_perform(handle) }
            guard outcome == CURLE_OK else {
                throw Silence(reason: String(cString: curl_easy_strerror(outcome)))
            }
            var status = 0
            kontragent_curl_get_number(handle, CURLINFO_RESPONSE_CODE, &status)
            return Answer(status: status, body: taken.bytes)
        }
    }
}
