import CZlib

/// gzip, both ways.
enum Packing {
    /// Nil where zlib has no memory left; the body goes unpacked then.
    static func packed(_ bytes: [UInt8]) -> [UInt8]? {
        var stream = z_stream()
        // 15 bits of window, and 16 for gzip's own frame.
        guard
            deflateInit2_(
                &stream, 4, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
                Int32(MemoryLayout<z_stream>.size)) == Z_OK
        else { return nil }
        defer { deflateEnd(&stream) }
        var result = [UInt8](repeating: 0, count: Int(deflateBound(&stream, UInt(bytes.count))))
        let status = run(&stream, bytes, &result) { deflate(&$0, Z_FINISH) }
        guard status == Z_STREAM_END else { return nil }
        return Array(result.prefix(Int(stream.total_out)))
    }

    /// Unpacks to no more than the limit; what is damaged or broken off is refused. Each piece is taken
    /// from the stock before it is kept, so that many small packets cannot claim more than all bodies
    /// together may have; of what is refused all is given back.
    static func unpacked(
        _ bytes: [UInt8], limit: Int, stock: BodyStock
    ) throws(APIProblem) -> [UInt8] {
        var stream = z_stream()
        guard inflateInit2_(&stream, 15 + 16, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK
        else { throw .busy }
        defer { inflateEnd(&stream) }
        var result: [UInt8] = []
        do throws(APIProblem) {
            guard
                try inflate(bytes, from: &stream, into: &result, limit: limit, stock: stock) == Z_STREAM_END,
                stream.avail_in == 0
            else { throw .badEncoding("gzip") }
        } catch {
            stock.giveBack(result.count)
            throw error
        }
        return result
    }

    /// zlib's last word.
    private static func inflate(
        _ bytes: [UInt8], from stream: inout z_stream, into result: inout [UInt8], limit: Int,
        stock: BodyStock
    ) throws(APIProblem) -> Int32 {
        var chunk = [UInt8](repeating: 0, count: 256 << 10)
        var source = bytes
        return try source.withUnsafeMutableBufferPointer { (source) throws(APIProblem) -> Int32 in
            stream.next_in = source.baseAddress
            stream.avail_in = UInt32(source.count)
            while true {
                let status = chunk.withUnsafeMutableBufferPointer { chunk -> Int32 in
                    stream.next_out = chunk.baseAddress
                    stream.avail_out = UInt32(chunk.count)
                    return CZlib.inflate(&stream, Z_NO_FLUSH)
                }
                let piece = chunk.prefix(chunk.count - Int(stream.avail_out))
                guard result.count + piece.count <= limit else { throw .bodyTooLarge(limit: limit) }
                try stock.take(piece.count)
                result += piece
                if status != Z_OK { return status }
            }
        }
    }

    private static func run(
        _ stream: inout z_stream, _ bytes: [UInt8], _ result: inout [UInt8],
        _ body: (inout z_stream) -> Int32
    ) -> Int32 {
        var source = bytes
        return source.withUnsafeMutableBufferPointer { source in
            result.withUnsafeMutableBufferPointer { result in
                stream.next_in = source.baseAddress
                stream.avail_in = UInt32(source.count)
                stream.next_out = result.baseAddress
                stream.avail_out = UInt32(result.count)
                return body(&stream)
            }
        }
    }
}
