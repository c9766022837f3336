import Basics
import Formats
import HTTPTypes
import HummingbirdCore
package import Logging
import NIOCore
package import UseCases
import Wording

/// Takes a request from the network to its route and the answer back: finds the route, asks who calls,
/// holds the limits, reads the body, calls the work, words what was refused, logs and counts.
package final class Door: Sendable {
    let table: RouteTable
    let desks: Desks
    let settings: DoorSettings
    let metrics: Metrics
    let stopping: Stopping
    private let log: Logger
    /// How it is said to a browser that there is no such route; nil = as to everybody.
    private let strangers: Route.Dress?
    private let callers: Callers
    private let rate: RateLimit
    private let stock: BodyStock
    private let digest: Digest

    package init(
        routes: [Route], desks: Desks, clock: Clock, digest: Digest, settings: DoorSettings,
        metrics: Metrics, stopping: Stopping, log: Logger, strangers: Route.Dress? = nil
    ) {
        self.strangers = strangers
        table = RouteTable(routes)
        self.desks = desks
        self.digest = digest
        self.settings = settings
        self.metrics = metrics
        self.stopping = stopping
        self.log = log
        callers = Callers(
            desks: desks, clock: clock, unknownPerSecond: settings.unknownTokensPerSecond)
        rate = RateLimit(perSecond: settings.requestsPerSecond)
        stock = BodyStock(limit: settings.bodyBytes)
    }

    /// What is known of a request by the time it is answered.
    private struct Passage {
        let id: String
        let language: Language
        var route: Route?
        var caller: Token?
        /// Whether a page is asked for.
        let isBrowser: Bool
        let fields: HTTPFields
    }

    func respond(
        to request: Request, from address: String, writer: consuming ResponseWriter
    ) async throws {
        let start = ContinuousClock.now
        var passage = Passage(
            id: FieldValues.requestID(request.headers) ?? Door.number(),
            language: FieldValues.language(request.headers),
            isBrowser: request.headers[.accept]?.contains("text/html") == true, fields: request.headers)
        var reply: Reply
        do {
            // The path is found first: only then is it known how a refusal is dressed.
            let (route, names, query) = try find(request)
            passage.route = route
            if !route.opening.scopes.isEmpty {
                let caller = try await callers.caller(request.headers, from: address)
                passage.caller = caller
                guard rate.admits(caller.hash) else { throw APIProblem.tooManyRequests }
                try route.opening.admit(caller)
            }
            var body: [UInt8] = []
            var taken = 0
            defer { stock.giveBack(taken) }
            if let shape = route.takes {
                try Door.admit(request, shape)
                if Door.isContinueWanted(request) {
                    try await writer.writeInformationalHead(HTTPResponse(status: .continue))
                }
                body = try await read(request, shape, taken: &taken)
            }
            let call = Call(
                id: passage.id, route: route, token: passage.caller, names: names, query: query,
                fields: request.headers, authority: request.head.authority ?? "", address: address,
                language: passage.language,
                mediaType: FieldValues.mediaType(request.headers), body: body)
            reply = try await work(call)
        } catch {
            reply = refusal(error, passage)
        }
        reply = await finished(reply, request, passage)
        let status = reply.status
        defer { note(request, passage, status: status, since: start) }
        try await write(reply, isHead: request.method == .head, writer)
    }

    private func find(
        _ request: Request
    ) throws(APIProblem) -> (Route, [String: String], [(name: String, value: String)]) {
        let path = PathText(request.head.path ?? "")
        guard let segments = path.segments else { throw .noRoute }
        switch table.find(request.method, segments) {
        case .route(let route, let names):
            if let part = path.brokenPart {
                let halves = part.split(separator: "=", maxSplits: 1).map(String.init)
                throw .badParameter(halves.first ?? "", halves.last ?? "")
            }
            return (route, names, path.query)
        case .otherMethods(let methods): throw .otherMethod(methods.map(\.rawValue))
        case .nothing: throw .noRoute
        }
    }

    /// Refuses by its head a body that would not be taken, so that it is not sent.
    private static func admit(_ request: Request, _ shape: RequestShape) throws(APIProblem) {
        let type = FieldValues.mediaType(request.headers)
        guard shape.types.contains(type) else { throw .otherMediaType(found: type, wanted: shape.types) }
        let encoding = encoding(request)
        guard ["identity", "gzip", "x-gzip"].contains(encoding) else { throw .badEncoding(encoding) }
        if let stated = statedLength(request), stated > shape.limit {
            throw .bodyTooLarge(limit: shape.limit)
        }
    }

    private static func encoding(_ request: Request) -> String {
        request.headers[.contentEncoding]?.lowercased() ?? "identity"
    }

    private static func statedLength(_ request: Request) -> Int? {
        request.headers[.contentLength].flatMap { Int($0) }
    }

    /// Reads a body whole, within the limit of its route and of all bodies together.
    private func read(_ request: Request, _ shape: RequestShape, taken: inout Int) async throws -> [UInt8] {
        let stated = Door.statedLength(request)
        var bytes: [UInt8] = []
        if let stated { bytes.reserveCapacity(min(stated, 1 << 20)) }
        do {
            for try await piece in request.body {
                guard bytes.count + piece.readableBytes <= shape.limit else {
                    throw APIProblem.bodyTooLarge(limit: shape.limit)
                }
                try stock.take(piece.readableBytes)
                taken += piece.readableBytes
                bytes.append(contentsOf: piece.readableBytesView)
            }
        } catch let problem as APIProblem { throw problem } catch { throw APIProblem.bodyCutShort }
        // The stream of parts also ends where the connection does.
        guard stated.map({ $0 == bytes.count }) ?? true else { throw APIProblem.bodyCutShort }
        guard Door.encoding(request) != "identity" else { return bytes }
        let (packed, limit) = (bytes, shape.limit)
        let unpacked = try await desks.call { [stock] _ in
            try Packing.unpacked(packed, limit: limit, stock: stock)
        }
        taken += unpacked.count
        return unpacked
    }

    private func work(_ call: Call) async throws -> Reply {
        switch call.route.work {
        case .waiting(let work): return try await work(desks, call)
        case .desk(let work):
            guard call.route.isKeyed, let key = call.fields[.idempotencyKey], let token = call.token else {
                return try await desks.call { try work($0, call) }
            }
            guard (1...255).contains(key.utf8.count), key.utf8.allSatisfy({ (33...126).contains($0) }) else {
                throw APIProblem.badKey
            }
            let keyed = KeyedRequest(
                token: token.hash, key: key, route: "\(call.route.method) \(call.route.path.text)",
                digest: digest.sha256(
                    Array(
                        (call.names.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)\n" }
                            + call.query.map { "?\($0.name)=\($0.value)\n" }).joined().utf8)
                        + call.body))
            return try await desks.call { app in
                let done = try app.once(keyed) { try Door.kept(try work($0, call)) }
                return Door.reply(done.answer, isReplay: done.isReplay)
            }
        }
    }

    private static func kept(_ reply: Reply) throws -> KeptAnswer {
        guard case .bytes(let body) = reply.body else {
            preconditionFailure("an answer that is kept is not a stream")
        }
        return KeptAnswer(
            status: reply.status, type: reply.type, location: reply.fields[.location] ?? "", body: body)
    }

    private static func reply(_ answer: KeptAnswer, isReplay: Bool) -> Reply {
        var fields: HTTPFields = [:]
        if !answer.location.isEmpty { fields[.location] = answer.location }
        if isReplay { fields[.idempotentReplayed] = "true" }
        return Reply(answer.status, type: answer.type, fields: fields, body: .bytes(answer.body))
    }

    /// What a person can cause is said by its code; anything else gets a number that the log explains.
    private func refusal(_ error: any Error, _ passage: Passage) -> Reply {
        if let failure = error as? FailureWithFields {
            var reply = refusal(failure.error, passage)
            reply.fields.append(contentsOf: failure.fields)
            return reply
        }
        let problem: any Problem
        if let known = error as? any Problem {
            problem = known
        } else {
            problem = APIProblem.unexpected(passage.id)
        }
        let status = Statuses.status(of: problem, asking: passage.route)
        if status >= 500, !(error is APIProblem) {
            log.error("failure", metadata: ["request": "\(passage.id)", "error": "\(error)"])
        }
        if let dress = passage.route?.dress ?? (passage.isBrowser && passage.route == nil ? strangers : nil) {
            var reply = dress(problem, status, passage.language, passage.fields)
            reply.fields.append(contentsOf: Reply.fields(for: problem, status: status))
            return reply
        }
        return .problem(problem, status: status, id: passage.id, language: passage.language)
    }

    /// Adds what every answer has: its number, its tag, its packing.
    private func finished(_ reply: Reply, _ request: Request, _ passage: Passage) async -> Reply {
        var reply = reply
        reply.fields[.requestID] = passage.id
        reply.fields[.contentType] = reply.type
        Safety.add(to: &reply.fields, isBehindTLS: settings.isBehindTLS)
        if !reply.fields.contains(.cacheControl) {
            reply.fields[.cacheControl] = reply.tag == nil ? "no-store" : "private, no-cache"
        }
        if let tag = reply.tag, (200..<300).contains(reply.status) {
            reply.fields[.eTag] = "W/\"\(tag)\""
            if FieldValues.knows(tag, request.headers), [.get, .head].contains(request.method) {
                reply.status = 304
                reply.body = .bytes([])
                return reply
            }
        }
        guard case .bytes(let bytes) = reply.body, bytes.count > 1024, reply.mayBePacked,
            Door.isPackable(reply.type)
        else { return reply }
        reply.fields[.vary] = "Accept-Encoding"
        // Silence is right: where it cannot be packed, it goes as it is.
        guard FieldValues.takesGzip(request.headers),
            let packed = try? await desks.call({ _ in Packing.packed(bytes) })
        else { return reply }
        reply.body = .bytes(packed)
        reply.fields[.contentEncoding] = "gzip"
        return reply
    }

    private func write(_ reply: Reply, isHead: Bool, _ writer: consuming ResponseWriter) async throws {
        var head = HTTPResponse(status: .init(code: reply.status), headerFields: reply.fields)
        switch reply.body {
        case .bytes(let bytes):
            if reply.status != 304 { head.headerFields[.contentLength] = String(bytes.count) }
            if isHead || bytes.isEmpty {
                try await writer.writeResponse(head)
            } else {
                try await writer.write(
                    response: head, body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
            }
        case .stream(let stream):
            if isHead {
                try await writer.writeResponse(head)
            } else {
                try await writer.write(response: head, body: ResponseBody { body in try await stream(&body) })
            }
        }
    }

    private func note(
        _ request: Request, _ passage: Passage, status: Int, since start: ContinuousClock.Instant
    ) {
        let seconds = (ContinuousClock.now - start) / .seconds(1)
        let route = passage.route?.path.text ?? "none"
        let method = Door.known.contains(request.method) ? request.method.rawValue : "other"
        metrics.observe(
            .requestSeconds, seconds, ["route": route, "method": method, "status": String(status)])
        if status == 401 || status == 403 {
            metrics.count(.authDenied, ["reason": status == 401 ? "token" : "scope"])
        }
        log.info(
            "request",
            metadata: [
                "request": "\(passage.id)", "method": "\(method)", "route": "\(route)",
                "status": "\(status)", "ms": "\(Door.rounded(seconds * 1000))",
                "token": "\(passage.caller?.name ?? "")",
            ])
    }

    private static let known: Set<HTTPRequest.Method> = [
        .get, .head, .post, .put, .delete, .patch, .options,
    ]

    private static func rounded(_ milliseconds: Double) -> Double { (milliseconds * 1000).rounded() / 1000 }

    private static func isContinueWanted(_ request: Request) -> Bool {
        request.headers[.expect]?.lowercased() == "100-continue"
    }

    private static func isPackable(_ type: String) -> Bool {
        type.hasPrefix("text/") || type.contains("json") || type.contains("xml")
    }

    private static func number() -> String {
        let text = String(UInt64.random(in: .min ... .max), radix: 16)
        return String(repeating: "0", count: 16 - text.count) + text
    }
}
