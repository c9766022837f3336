import CCurl

/// What came of an answer so far.
final class Taken {
    let most: Int
    var bytes: [UInt8] = []

    init(most: Int) { self.most = most }

    /// More than the bound ends the answer: libcurl takes another count than it gave as a refusal.
    static let callback: curl_write_callback = { pointer, size, count, context in
        guard let pointer, let context else { return 0 }
        let taken = Unmanaged<Taken>.fromOpaque(context).takeUnretainedValue()
        let length = size * count
        guard taken.bytes.count + length <= taken.most else { return 0 }
        taken.bytes += UnsafeRawBufferPointer(start: pointer, count: length)
        return length
    }
}
