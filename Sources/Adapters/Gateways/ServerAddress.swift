import CCurl

enum Curl {
    /// Done once, before the first handle and before a second thread could do it too.
    static let isReady = curl_global_init(Int(CURL_GLOBAL_DEFAULT)) == CURLE_OK
}

/// A server's address as libcurl reads it, without a user or a password in it.
struct ServerAddress {
    let scheme: String
    /// Whether the host is this machine itself, whole, not a name that begins like it.
    let isHere: Bool
    let host: String
    /// What stands behind host and port, without its strokes, as it is meant and as it is written.
    let path: String
    let written: String

    init?(_ address: String) {
        guard let url = curl_url() else { return nil }
        defer { curl_url_cleanup(url) }
        guard curl_url_set(url, CURLUPART_URL, address, 0) == CURLUE_OK else { return nil }
        func part(_ which: CURLUPart, _ flags: Int = 0) -> String? {
            var text: UnsafeMutablePointer<CChar>?
            guard curl_url_get(url, which, &text, UInt32(flags)) == CURLUE_OK, let text else { return nil }
            defer { curl_free(text) }
            return String(cString: text)
        }
        guard part(CURLUPART_USER) == nil, part(CURLUPART_PASSWORD) == nil,
            let host = part(CURLUPART_HOST), let scheme = part(CURLUPART_SCHEME),
            let path = part(CURLUPART_PATH, Int(CURLU_URLDECODE))
        else { return nil }
        self.scheme = scheme
        self.host = host
        self.path = ServerAddress.bare(path)
        written = ServerAddress.bare(part(CURLUPART_PATH) ?? "")
        isHere = ["127.0.0.1", "localhost", "[::1]"].contains(host)
    }

    private static func bare(_ path: String) -> String {
        String(path.drop { $0 == "/" }.reversed().drop { $0 == "/" }.reversed())
    }
}
