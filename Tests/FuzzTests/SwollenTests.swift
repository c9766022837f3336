import Fuzzing
import Testing

/// A file four times as long may take four times as long, not sixteen times.
@Suite struct SwollenTests {
    @Test(arguments: Swollen.all.indices)
    func `a big input takes time by its length alone`(_ index: Int) {
        let one = Swollen.all[index]
        let (small, big) = (one.bytes(24 << 10), one.bytes(192 << 10))
        var complaint: String?
        let least = FuzzLimits.best(of: 3, within: 0) { complaint = one.target.complaint(small) }
        // Twice the eight times that are due, and a millisecond for what has no measure.
        let limit = least * 16 + 1_000_000
        let took = FuzzLimits.best(of: 5, within: limit) {
            complaint = complaint ?? one.target.complaint(big)
        }
        #expect(complaint == nil, "\(one.target.name), \(one.name)")
        #expect(took <= limit, "\(one.target.name), \(one.name): \(took / 1000) µs, limit \(limit / 1000)")
    }
}
