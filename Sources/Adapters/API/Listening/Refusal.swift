import HTTPTypes
import NIOCore
import Wording

/// Says at once that there are too many connections, and closes.
final class Refusal: ChannelInboundHandler, RemovableChannelHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    /// Made once: it is sent when there is least time.
    private static let text: String = {
        let reply = Reply.problem(APIProblem.busy, id: "", language: .en)
        guard case .bytes(let body) = reply.body else { return "" }
        var fields = reply.fields
        Safety.add(to: &fields, isBehindTLS: false)
        fields[.contentType] = reply.type
        fields[.contentLength] = String(body.count)
        fields[.connection] = "close"
        let head = fields.map { "\($0.name): \($0.value)\r\n" }.joined()
        return "HTTP/1.1 503 Service Unavailable\r\n\(head)\r\n" + String(decoding: body, as: UTF8.self)
    }()

    func channelActive(context: ChannelHandlerContext) {
        let buffer = context.channel.allocator.buffer(string: Refusal.text)
        let channel = context.channel
        context.writeAndFlush(wrapOutboundOut(buffer)).whenComplete { _ in channel.close(promise: nil) }
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {}
}
