import CLibFuzzer
import Fuzzing
import Glibc

/// `fuzz --target=NAME [libFuzzer's arguments]` hunts, `fuzz --swollen` tries the big inputs, `fuzz --list`
/// names the targets with the longest input of each. What fails is said on standard error; libFuzzer keeps
/// the input.
@main enum Fuzz {
    nonisolated(unsafe) private static var target = FuzzTarget.all[0]

    static func main() {
        MemoryMeter.install()
        let word = CommandLine.arguments.dropFirst().first ?? ""
        switch word {
        case "--list": for target in FuzzTarget.all { print(target.name, target.longest) }
        case "--swollen": exit(swollen() ? 0 : 1)
        case _ where word.hasPrefix("--target="):
            guard let known = FuzzTarget.named(String(word.dropFirst("--target=".count))) else {
                return refuse("no target has the name in \(word)")
            }
            target = known
            hunt()
        default: refuse("fuzz --target=NAME | --swollen | --list")
        }
    }

    private static func hunt() {
        var count = CommandLine.argc
        // libFuzzer passes over what begins with two hyphens, and hands it to the processes it starts.
        var list: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = CommandLine.unsafeArgv
        exit(
            LLVMFuzzerRunDriver(&count, &list) { bytes, count in
                let input = Array(UnsafeBufferPointer(start: bytes, count: count))
                if let failure = Fuzz.failure(Fuzz.target, input) {
                    Fuzz.say("FAILED \(Fuzz.target.name): \(failure)")
                    abort()
                }
                return 0
            })
    }

    /// The sanitizer and the counting of paths cost more than the reader itself; two cores with neighbours
    /// were seen to take 92 ms where a quiet machine keeps to 50.
    private static let slowness = 3

    private static func failure(_ target: FuzzTarget, _ input: [UInt8]) -> String? {
        var complaint: String?
        let limit = FuzzLimits.nanoseconds(forBytes: input.count) * slowness
        var peak = 0
        var took = FuzzLimits.nanoseconds {
            peak = MemoryMeter.peak { complaint = target.complaint(input) }
        }
        if let complaint { return complaint }
        if took > limit { took = FuzzLimits.best(of: 3, within: limit) { _ = target.complaint(input) } }
        if took > limit { return "\(took / 1_000_000) ms for \(input.count) bytes" }
        return peak > FuzzLimits.memory ? "\(peak >> 20) MiB for \(input.count) bytes" : nil
    }

    private static func swollen() -> Bool {
        var failures = 0
        for one in Swollen.all {
            let input = one.bytes(one.longest)
            var peak = 0
            let took = FuzzLimits.nanoseconds {
                peak = MemoryMeter.peak { _ = one.target.complaint(input) }
            }
            say("\(one.target.name), \(one.name): \(took / 1_000_000) ms, \(peak >> 20) MiB")
            if let failure = failure(one.target, input) {
                say("FAILED \(one.target.name), \(one.name): \(failure)")
                failures += 1
            }
        }
        return failures == 0
    }

    private static func refuse(_ text: String) {
        say(text)
        exit(2)
    }

    private static func say(_ text: String) {
        let line = Array((text + "\n").utf8)
        _ = write(2, line, line.count)
    }
}
