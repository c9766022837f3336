import Basics
import Dispatch
import Synchronization

/// Prints papers, as many at a time as it has workers. A worker that dies or hangs is replaced, its paper
/// tried again; what never succeeds is a problem with the template's own words.
package final class Press: Sendable {
    private let settings: PaperSettings
    private let free: DispatchSemaphore
    /// The workers that wait for a paper.
    private let idle = Mutex<[Worker]>([])

    package init(_ settings: PaperSettings) {
        self.settings = settings
        free = DispatchSemaphore(value: settings.workers)
    }

    package var workers: Int { settings.workers }

    /// The processes that wait for a paper; a test kills them.
    package var waiting: [Int32] { idle.withLock { $0.map(\.pid) } }

    /// Waits for a free worker and for its paper.
    package func print(_ job: PaperJob, named name: String) throws -> [UInt8] {
        free.wait()
        defer { free.signal() }
        let patience =
            settings.patienceMilliseconds + settings.patiencePerLineMilliseconds * job.lines
        var why = ""
        for _ in 0...settings.retries {
            let worker = try idle.withLock { $0.popLast() } ?? Worker(settings)
            do {
                let answer = try worker.print(job, patienceMilliseconds: patience)
                if worker.printed < settings.papersPerWorker {
                    idle.withLock { $0.append(worker) }
                }
                switch answer {
                case .paper(let bytes): return bytes
                case .failed(let said): why = said
                }
            } catch let silence as Worker.Silence {
                why = silence.why
            }
        }
        throw PaperProblem.notPrinted(name, tries: settings.retries + 1, why: why)
    }
}
