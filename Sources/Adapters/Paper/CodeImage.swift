import CQREncode

/// A two-dimensional code as SVG: one path of black runs on white, a quiet margin of four modules.
enum CodeImage {
    static func svg(_ text: String) throws -> [UInt8] {
        let bytes = Array(text.utf8)
        guard let code = QRcode_encodeData(Int32(bytes.count), bytes, 0, QR_ECLEVEL_M) else {
            throw PaperProblem.codeTooLong
        }
        defer { QRcode_free(code) }
        let width = Int(code.pointee.width)
        let modules = UnsafeBufferPointer(start: code.pointee.data, count: width * width)
        var path = ""
        for row in 0..<width {
            var column = 0
            while column < width {
                let start = column
                while column < width, modules[row * width + column] & 1 == 1 { column += 1 }
                if column > start {
                    path += "M\(start + 4) \(row + 4)h\(column - start)v1h-\(column - start)z"
                }
                column += 1
            }
        }
        let side = width + 8
        return Array(
            """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(side) \(side)" shape-rendering="crispEdges">\
            <path fill="#fff" d="M0 0h\(side)v\(side)h-\(side)z"/><path d="\(path)"/></svg>
            """.utf8)
    }
}
