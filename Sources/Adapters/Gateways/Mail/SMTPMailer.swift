import Access
import Basics
import CCurl
import Foundation
package import UseCases

/// Sends letters over SMTP by libcurl, one recipient a transaction.
package struct SMTPMailer: Sendable {
    /// Whose mail server, and who writes.
    package struct Settings: Sendable {
        /// `smtps://host:465`, or `smtp://host:587`, which turns to TLS before it says who it is.
        package var server: String
        package var user: String?
        package var password: String?
        /// The address letters come from; answers and bounces go there.
        package var from: String
        /// What people see beside the address.
        package var name = ""
        package var connectSeconds = 10
        package var wholeSeconds = 30

        package init(server: String, user: String? = nil, password: String? = nil, from: String) {
            self.server = server
            self.user = user
            self.password = password
            self.from = from
        }
    }

    private let settings: Settings

    package init(_ settings: Settings) { self.settings = settings }

    /// Whether it names a mail server. Which it is, is spoken to by TLS alone, but this machine itself.
    package static func isSafe(_ server: String) -> Bool {
        ServerAddress(server).map { ["smtps", "smtp"].contains($0.scheme) } ?? false
    }

    package var mailer: Mailer { Mailer(send: send) }

    private func send(_ letter: Letter, with enclosures: [Enclosure]) throws {
        guard Curl.isReady, let place = ServerAddress(settings.server), let handle = curl_easy_init() else {
            throw MailRefusal.later("no handle")
        }
        defer { curl_easy_cleanup(handle) }
        var recipients: UnsafeMutablePointer<curl_slist>?
        defer { curl_slist_free_all(recipients) }
        recipients = curl_slist_append(recipients, "<\(letter.to.text)>")
        var fields: UnsafeMutablePointer<curl_slist>?
        defer { curl_slist_free_all(fields) }
        for field in MailHead(letter, from: settings.from, name: settings.name).fields {
            fields = curl_slist_append(fields, field)
        }
        guard let mime = curl_mime_init(handle) else { throw MailRefusal.later("no memory for a letter") }
        defer { curl_mime_free(mime) }
        guard let part = curl_mime_addpart(mime) else { throw MailRefusal.later("no memory for a letter") }
        let body =
            letter.body.split(separator: "\n", omittingEmptySubsequences: false)
            .joined(separator: "\r\n") + "\r\n"
        curl_mime_data(part, body, body.utf8.count)
        curl_mime_type(part, "text/plain; charset=utf-8")
        curl_mime_encoder(part, "base64")
        for enclosure in enclosures { try SMTPMailer.add(enclosure, to: mime) }
        for (option, number) in [
            (CURLOPT_NOSIGNAL, 1), (CURLOPT_CONNECTTIMEOUT, settings.connectSeconds),
            (CURLOPT_TIMEOUT, settings.wholeSeconds + SMTPMailer.seconds(for: enclosures)),
            (CURLOPT_USE_SSL, Int((place.isHere ? CURLUSESSL_TRY : CURLUSESSL_ALL).rawValue)),
        ] { kontragent_curl_set_number(handle, option, number) }
        kontragent_curl_set_text(handle, CURLOPT_URL, settings.server)
        kontragent_curl_set_text(handle, CURLOPT_PROTOCOLS_STR, place.scheme)
        // No proxy, whatever the environment says.
        kontragent_curl_set_text(handle, CURLOPT_PROXY, "")
        if let user = settings.user { kontragent_curl_set_text(handle, CURLOPT_USERNAME, user) }
        if let password = settings.password { kontragent_curl_set_text(handle, CURLOPT_PASSWORD, password) }
        kontragent_curl_set_text(handle, CURLOPT_MAIL_FROM, "<\(settings.from)>")
        kontragent_curl_set_pointer(handle, CURLOPT_MAIL_RCPT, recipients)
        kontragent_curl_set_pointer(handle, CURLOPT_HTTPHEADER, fields)
        kontragent_curl_set_pointer(handle, CURLOPT_MIMEPOST, UnsafeMutableRawPointer(mime))
        let outcome = curl_easy_perform(handle)
        guard outcome != CURLE_OK else { return }
        var status = 0
        kontragent_curl_get_number(handle, CURLINFO_RESPONSE_CODE, &status)
        let why = "\(String(cString: curl_easy_strerror(outcome)))\(status > 0 ? " (\(status))" : "")"
        // A refused password is the provider's matter, not the letter's: it is tried again when that is set right.
        let isOurs = outcome == CURLE_LOGIN_DENIED || status == 530 || status == 535
        throw (500..<600).contains(status) && !isOurs ? MailRefusal.never(why) : MailRefusal.later(why)
    }

    /// What files may take besides: a slow line carries a megabyte in ten seconds.
    private static func seconds(for enclosures: [Enclosure]) -> Int {
        enclosures.reduce(0) { $0 + $1.bytes.count } / 100_000
    }

    /// A part of its own, whose name stands as `MailHead` writes it: libcurl would not encode it.
    private static func add(_ enclosure: Enclosure, to mime: OpaquePointer) throws {
        guard let part = curl_mime_addpart(mime) else { throw MailRefusal.later("no memory for a letter") }
        _ = enclosure.bytes.withUnsafeBytes { bytes in
            curl_mime_data(part, bytes.baseAddress?.assumingMemoryBound(to: CChar.self), bytes.count)
        }
        curl_mime_type(part, "application/pdf")
        curl_mime_encoder(part, "base64")
        // The part takes the list over and frees it.
        curl_mime_headers(part, curl_slist_append(nil, MailHead.disposition(of: enclosure.name)), 1)
    }
}
