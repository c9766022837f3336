import Glibc

/// Progress of long work: a bar that redraws itself on a terminal, a plain line now and then elsewhere.
final class ProgressLine {
    private let terminal: Terminal
    private let isTerminal = isatty(2) == 1
    private var lastPercent = -1
    private var isDrawn = false

    init(_ terminal: Terminal) { self.terminal = terminal }

    func show(_ label: String, _ done: Int, of total: Int) {
        guard total > 0 else { return }
        let percent = done * 100 / total
        if isTerminal {
            guard percent != lastPercent || done == total else { return }
            lastPercent = percent
            let filled = percent * 30 / 100
            let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: 30 - filled)
            terminal.warn(Array("\r\(bar) \(percent) %  \(label) \(done)/\(total)\u{1B}[K".utf8))
            isDrawn = true
            if done == total { finish() }
        } else if total >= 1000, percent / 25 > lastPercent / 25 || lastPercent < 0 {
            lastPercent = percent
            terminal.tell("\(label): \(done)/\(total)")
        }
        if done == total { lastPercent = -1 }
    }

    func finish() {
        if isDrawn { terminal.warn([10]) }
        isDrawn = false
        lastPercent = -1
    }
}
