import CLibFuzzer

/// How much one input holds at its worst, counted at every allocation.
enum MemoryMeter {
    // The sanitizer calls its hooks where it stands, on any thread; only the fuzzer's own is measured, and
    // while it allocates nothing else runs.
    nonisolated(unsafe) private static var held = 0
    nonisolated(unsafe) private static var most = 0
    nonisolated(unsafe) private static var isOn = false

    static func install() {
        _ = __sanitizer_install_malloc_and_free_hooks(
            { _, count in
                guard MemoryMeter.isOn else { return }
                MemoryMeter.held += count
                if MemoryMeter.held > MemoryMeter.most { MemoryMeter.most = MemoryMeter.held }
            },
            { place in
                guard MemoryMeter.isOn, place != nil else { return }
                MemoryMeter.held -= __sanitizer_get_allocated_size(place)
            })
    }

    static func peak(of work: () -> Void) -> Int {
        (held, most, isOn) = (0, 0, true)
        work()
        isOn = false
        return most
    }
}
