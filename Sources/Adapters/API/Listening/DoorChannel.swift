import HummingbirdCore
import Logging
import NIOCore
import NIOHTTP1
import NIOHTTPTypes
import NIOHTTPTypesHTTP1

/// One connection of a door, from bytes to requests.
struct DoorChannel: HTTPChannelHandler {
    typealias Value = NIOAsyncChannel<HTTPRequestPart, HTTPResponsePart>

    let door: Door
    let connections: ConnectionCount

    var responder: Responder {
        { [door] request, writer, channel in
            try await door.respond(
                to: request, from: channel.remoteAddress?.ipAddress ?? "", writer: writer)
        }
    }

    func setup(channel: any Channel, logger: Logger) -> EventLoopFuture<Value> {
        channel.eventLoop.makeCompletedFuture {
            let pipeline = channel.pipeline.syncOperations
            if connections.admit(channel) {
                var limits = NIOHTTPDecoderLimitConfiguration()
                limits.maxHeaderFieldSize = door.settings.headBytes
                limits.maxHeaderListSize = door.settings.headBytes
                limits.maxHeaderFieldCount = door.settings.headFields
                try pipeline.configureHTTPServerPipeline(
                    withPipeliningAssistance: false, withErrorHandling: false,
                    withOutboundHeaderValidation: false, withEncoderConfiguration: .init(),
                    withDecoderLimitConfiguration: limits)
                try pipeline.addHandler(HTTP1ToHTTPServerCodec(secure: false))
                try pipeline.addHandler(ConnectionGuard(settings: door.settings, metrics: door.metrics))
            } else {
                door.metrics.count(.connectionsEnded, ["reason": "too-many"])
                try pipeline.addHandler(Refusal())
            }
            return try NIOAsyncChannel(
                wrappingChannelSynchronously: channel,
                configuration: .init(isOutboundHalfClosureEnabled: true))
        }
    }

    func handle(value: Value, logger: Logger) async { await handleHTTP(asyncChannel: value, logger: logger) }
}
