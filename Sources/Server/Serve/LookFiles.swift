import API
import Formats
import Foundation
import HTTPTypes
import Pages
import UseCases

/// The files that pages link: Bootstrap as the system has it and our own sheet over it. Their addresses hold
/// a digest of what they hold, so that a browser may keep them for good.
struct LookFiles: Sendable {
    /// Where Debian's package libjs-bootstrap5 puts it.
    static let bootstrap = "/usr/share/javascript/bootstrap5/css/bootstrap.min.css"

    let look: Look
    /// Why there is no Bootstrap; pages are plainer without it.
    let lack: SettingsProblem?
    private let files: [String: File]

    private struct File {
        let type: String
        let bytes: [UInt8]
        let tag: String
    }

    init(bootstrap path: String, digest: Digest) {
        var files: [String: File] = [:]
        func put(_ name: String, _ ending: String, _ type: String, _ bytes: [UInt8]) -> String {
            let tag = digest.sha256(bytes).prefix(8).map { String(format: "%02x", $0) }.joined()
            let file = "\(name)-\(tag).\(ending)"
            files[file] = File(type: type, bytes: bytes, tag: tag)
            return "/assets/\(file)"
        }
        let css = "text/css; charset=utf-8"
        var styles: [String] = []
        do {
            let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
            styles.append(put("bootstrap", "css", css, bytes))
            lack = nil
        } catch {
            lack = .noBootstrap(path)
        }
        styles.append(put("kontragent", "css", css, Style.css))
        look = Look(
            styles: styles, icon: put("icon", "svg", "image/svg+xml", Style.icon),
            script: put("office", "js", "text/javascript; charset=utf-8", Style.script))
        self.files = files
    }

    var routes: [Route] {
        let shape = AnswerShape(200, "The file.", type: "text/css", schema: ["type": "string"])
        return [
            Route(
                .get, "/assets/{file}", opening: .everybody, summary: "A file that pages link.",
                answers: [shape],
                work: .desk { _, call in
                    try kept(call.name("file"), "public, max-age=31536000, immutable")
                }),
            // A browser asks for it where a page cannot name another sign: beside a PDF.
            Route(
                .get, "/favicon.ico", opening: .everybody, summary: "The sign in a browser's tab.",
                answers: [shape],
                work: .desk { _, _ in
                    try kept(String(look.icon.dropFirst("/assets/".count)), "public, max-age=86400")
                }),
        ]
    }

    private func kept(_ name: String, _ caching: String) throws -> Reply {
        guard let file = files[name] else { throw APIProblem.noRoute }
        var reply = Reply(type: file.type, body: .bytes(file.bytes), tag: file.tag)
        reply.fields[.cacheControl] = caching
        return reply
    }
}
