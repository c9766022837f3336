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

    /// Unpacks to no more than the limit; what is damaged or broken off is refused.
    static func unpacked(_ bytes: [UInt8], limit: Int) throws(APIProblem) -> [UInt8] {
        var stream = z_stream()
        guard inflateInit2_(&stream, 15 + 16, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK
        else { throw .busy }
        defer { inflateEnd(&stream) }
        // Memory is taken as the text grows: a small packet cannot claim the whole limit at once.
        var result: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 256 << 10)
        var source = bytes
        let status = source.withUnsafeMutableBufferPointer { source -> Int32 in
            stream.next_in = source.baseAddress
            stream.avail_in = UInt32(source.count)
            while true {
                let status = chunk.withUnsafeMutableBufferPointer { chunk -> Int32 in
                    stream.next_out = chunk.baseAddress
                    stream.avail_out = UInt32(chunk.count)
                    return inflate(&stream, Z_NO_FLUSH)
                }
                result += chunk.prefix(chunk.count - Int(stream.avail_out))
                if status != Z_OK || result.count > limit { return status }
            }
        }
        guard result.count <= limit else { throw .bodyTooLarge(limit: limit) }
        guard status == Z_STREAM_END, stream.avail_in == 0 else { throw .badEncoding("gzip") }
        return result
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
