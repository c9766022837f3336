import HTTPTypes
import NIOCore
import NIOExtras
import NIOHTTP1
import NIOHTTPTypes
import NIOHTTPTypesHTTP1
import Wording

/// Watches one connection: slow clients, bodies that break off, what is no HTTP, and the orderly end.
/// It stands between the parser and the door, and all of it runs on the connection's own event loop.
final class ConnectionGuard: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPRequestPart
    typealias InboundOut = HTTPRequestPart
    typealias OutboundIn = HTTPResponsePart
    typealias OutboundOut = HTTPResponsePart

    /// How long a closing connection waits for a client that still sends.
    private static let lingering = TimeAmount.seconds(2)

    private let settings: DoorSettings
    private let metrics: Metrics
    /// Requests whose head has come and whose answer is not written.
    private var unanswered = 0
    /// A head has come, its end has not.
    private var isReceiving = false
    private var received = 0
    private var receivingSince = NIODeadline.now()
    private var waitingSince = NIODeadline.now()
    private var isFirst = true
    private var unwritten = 0
    private var writtenAt = NIODeadline.now()
    private var lingersSince: NIODeadline?
    private var closesAfterAnswer = false
    private var isDeaf = false
    private var ticking: RepeatedTask?

    init(settings: DoorSettings, metrics: Metrics) {
        self.settings = settings
        self.metrics = metrics
    }

    func handlerAdded(context: ChannelHandlerContext) {
        waitingSince = .now()
        let shortest = min(
            settings.headSeconds, settings.idleSeconds, settings.bodySeconds, settings.stallSeconds)
        let pause = TimeAmount.milliseconds(Int64(max(20, min(1000, shortest * 250))))
        let bound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
        ticking = context.eventLoop.scheduleRepeatedTask(initialDelay: pause, delay: pause) { _ in
            bound.value.0.tick(bound.value.1)
        }
    }

    func handlerRemoved(context: ChannelHandlerContext) { ticking?.cancel() }

    func channelInactive(context: ChannelHandlerContext) {
        ticking?.cancel()
        breakOff(context, .bodyCutShort)
        context.fireChannelInactive()
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        guard lingersSince == nil, !isDeaf else { return }
        switch unwrapInboundIn(data) {
        case .head:
            unanswered += 1
            isReceiving = true
            isFirst = false
            received = 0
            receivingSince = .now()
        case .body(let piece): received += piece.readableBytes
        case .end: isReceiving = false
        }
        context.fireChannelRead(data)
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        guard lingersSince == nil else {
            promise?.fail(ChannelError.ioOnClosedChannel)
            return
        }
        let part = unwrapOutboundIn(data)
        var isEnd = false
        switch part {
        case .head(var head) where head.status.kind != .informational:
            // An answer before the end of its request: the rest of the request is not read.
            if isReceiving, unanswered == 1 { closesAfterAnswer = true }
            if closesAfterAnswer { head.headerFields[.connection] = "close" }
            pass(context, .head(head), promise)
        case .end:
            isEnd = true
            pass(context, part, promise)
        default: pass(context, part, promise)
        }
        guard isEnd else { return }
        unanswered -= 1
        waitingSince = .now()
        if closesAfterAnswer, unanswered <= (isReceiving ? 1 : 0) || isDeaf {
            context.flush()
            linger(context)
        }
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        switch event {
        case is ChannelShouldQuiesceEvent:
            if unanswered == 0 { context.close(promise: nil) } else { closesAfterAnswer = true }
        case ChannelEvent.inputClosed:
            breakOff(context, .bodyCutShort)
            if unanswered == 0 { context.close(promise: nil) }
            context.fireUserInboundEventTriggered(event)
        default: context.fireUserInboundEventTriggered(event)
        }
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        guard lingersSince == nil, !isDeaf else { return }
        guard error is HTTPParserError || error is HTTP1TypeConversionError else {
            breakOff(context, .bodyCutShort)
            context.close(promise: nil)
            return
        }
        if isReceiving { return breakOff(context, .malformed) }
        isDeaf = true
        if unanswered > 0 {
            closesAfterAnswer = true
        } else if error as? HTTPParserError == .invalidEOFState {
            context.close(promise: nil)
        } else {
            let isLarge = error as? HTTPParserError == .headerOverflow
            refuse(context, isLarge ? .headTooLarge : .malformed)
        }
    }

    /// The door hears that the rest of a body will not come, and answers if there is still anybody.
    private func breakOff(_ context: ChannelHandlerContext, _ problem: APIProblem) {
        guard isReceiving, !isDeaf else { return }
        isDeaf = true
        closesAfterAnswer = true
        context.fireErrorCaught(problem)
    }

    private func tick(_ context: ChannelHandlerContext) {
        let now = NIODeadline.now()
        if let lingersSince {
            if now - lingersSince > ConnectionGuard.lingering { context.close(promise: nil) }
        } else if unwritten > 0, seconds(now - writtenAt) > settings.stallSeconds {
            metrics.count(.connectionsEnded, ["reason": "stalled"])
            context.close(promise: nil)
        } else if isReceiving {
            let allowed = settings.bodySeconds + Double(received) / 16_384
            if seconds(now - receivingSince) > allowed, !isDeaf {
                metrics.count(.connectionsEnded, ["reason": "slow"])
                breakOff(context, .bodyTooSlow)
            }
        } else if unanswered == 0 {
            guard seconds(now - waitingSince) > (isFirst ? settings.headSeconds : settings.idleSeconds)
            else { return }
            metrics.count(.connectionsEnded, ["reason": "idle"])
            if isFirst { refuse(context, .bodyTooSlow) } else { context.close(promise: nil) }
        }
    }

    /// Answers where there is no request that the door could answer.
    private func refuse(_ context: ChannelHandlerContext, _ problem: APIProblem) {
        isDeaf = true
        metrics.count(.connectionsEnded, ["reason": "refused"])
        let reply = Reply.problem(problem, id: "", language: .en)
        guard case .bytes(let bytes) = reply.body else { return }
        var fields = reply.fields
        fields[.contentType] = reply.type
        fields[.contentLength] = String(bytes.count)
        fields[.connection] = "close"
        Safety.add(to: &fields, isBehindTLS: settings.isBehindTLS)
        let head = HTTPResponse(status: .init(code: reply.status), headerFields: fields)
        pass(context, .head(head), nil)
        pass(context, .body(ByteBuffer(bytes: bytes)), nil)
        pass(context, .end(nil), nil)
        context.flush()
        linger(context)
    }

    /// Says that nothing more comes, and lets the client take what was said before the end: closing with
    /// something unread would take the answer out of its hands.
    private func linger(_ context: ChannelHandlerContext) {
        lingersSince = .now()
        context.close(mode: .output, promise: nil)
        if !isReceiving, !isDeaf { context.close(promise: nil) }
    }

    private func pass(
        _ context: ChannelHandlerContext, _ part: HTTPResponsePart, _ promise: EventLoopPromise<Void>?
    ) {
        let done = promise ?? context.eventLoop.makePromise()
        unwritten += 1
        writtenAt = .now()
        let bound = NIOLoopBound(self, eventLoop: context.eventLoop)
        done.futureResult.whenComplete { _ in
            bound.value.unwritten -= 1
            bound.value.writtenAt = .now()
        }
        context.write(wrapOutboundOut(part), promise: done)
    }

    private func seconds(_ amount: TimeAmount) -> Double { Double(amount.nanoseconds) / 1e9 }
}
