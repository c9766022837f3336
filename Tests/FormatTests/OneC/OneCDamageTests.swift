import Basics
import Formats
import Payments
import Testing

/// Files damaged at random: whatever comes, there is an answer, and no line is made of nothing.
@Suite struct OneCDamageTests {
    private struct Dice: RandomNumberGenerator {
        var state: UInt64
        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var z = state
            z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
            z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
            return z ^ (z >> 31)
        }
    }

    @Test func `two thousand damaged files are all answered`() throws {
        let seed = UInt64.random(in: 0...UInt64.max)
        print("OneCDamageTests: seed \(seed)")
        var dice = Dice(state: seed)
        let text = MakeStatement.text(
            MakeStatement.heading, MakeStatement.account, MakeStatement.document(), MakeStatement.document())
        let dos = text.replacing("Windows", with: "DOS")
        let originals = [
            try MakeStatement.bytes(text), Array(text.utf8), try MakeStatement.bytes(dos, page: .dos866),
        ]
        var read = 0
        for run in 0..<2000 {
            let damaged = damage(originals[run % originals.count], &dice)
            do {
                let file = try OneCStatement.read(damaged)
                read += 1
                #expect(
                    file.lines.count + file.accounts.count <= damaged.count / 10, "seed \(seed), run \(run)")
                #expect(file.lines.allSatisfy { $0.amount > 0 }, "seed \(seed), run \(run)")
                _ = StatementTotals.check(file)
                _ = StatementTotals.warnings(file)
                for line in file.lines {
                    let bank = BankLine(line, of: file, own: [MakeStatement.own])
                    #expect(bank.id.text.split(separator: "|", omittingEmptySubsequences: false).count == 6)
                    _ = Purpose.pids(in: line.purpose)
                    _ = Purpose.invoices(in: line.purpose)
                }
            } catch is PaymentsProblem {}
        }
        #expect(read > 500, "seed \(seed): nearly nothing was readable, the test says little")
    }

    private func damage(_ original: [UInt8], _ dice: inout Dice) -> [UInt8] {
        var bytes = original
        for _ in 0..<Int.random(in: 1...4, using: &dice) where !bytes.isEmpty {
            let at = Int.random(in: 0..<bytes.count, using: &dice)
            switch Int.random(in: 0..<5, using: &dice) {
            case 0: bytes[at] = UInt8.random(in: 0...255, using: &dice)
            case 1: bytes.removeSubrange(at..<min(bytes.count, at + Int.random(in: 1...40, using: &dice)))
            case 2: bytes.insert(UInt8.random(in: 0...255, using: &dice), at: at)
            case 3: bytes.insert(contentsOf: bytes[at..<min(bytes.count, at + 200)], at: at)
            default: if Int.random(in: 0..<4, using: &dice) == 0 { bytes.removeSubrange(at...) }
            }
        }
        return bytes
    }
}
