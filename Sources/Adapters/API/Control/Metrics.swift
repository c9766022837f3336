import Synchronization

/// What the program counts of itself, for Prometheus. No name of a customer stands in a label.
package final class Metrics: Sendable {
    package enum Counter: String, CaseIterable, Sendable {
        case usageEvents = "usage_events_total"
        case connectionsEnded = "http_connections_ended_total"
        case authDenied = "auth_denied_total"
        case freezeTransitions = "freeze_transitions_total"
        case documentsIssued = "documents_issued_total"
        case leasesLost = "leases_lost_total"
        case letters = "letters_total"
        case lettersReceived = "letters_received_total"
    }

    package enum Gauge: String, CaseIterable, Sendable {
        case settlementLag = "settlement_lag_seconds"
        case outboxOldest = "outbox_oldest_seconds"
        case intakeWaiting = "intake_waiting_events"
        case leasesHeld = "leases_held"
        case startTime = "process_start_time_seconds"
    }

    package enum Histogram: String, CaseIterable, Sendable {
        case requestSeconds = "http_request_duration_seconds"
        case commitSeconds = "commit_seconds"
        case commitBatch = "commit_batch_size"

        var bounds: [Double] {
            switch self {
            case .requestSeconds, .commitSeconds:
                [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5, 30]
            case .commitBatch: [1, 2, 4, 8, 16, 32, 64, 128, 1000, 10_000, 100_000]
            }
        }
    }

    private struct Spread {
        var counts: [UInt64]
        var sum = 0.0
    }

    private struct State {
        var counters: [Counter: [String: UInt64]] = [:]
        var gauges: [Gauge: Double] = [:]
        var histograms: [Histogram: [String: Spread]] = [:]
    }

    private let state = Mutex(State())

    package init() {}

    package func count(_ counter: Counter, _ labels: [String: String] = [:], by amount: Int = 1) {
        guard amount > 0 else { return }
        let key = Metrics.text(of: labels)
        state.withLock { $0.counters[counter, default: [:]][key, default: 0] += UInt64(amount) }
    }

    package func set(_ gauge: Gauge, _ value: Double) { state.withLock { $0.gauges[gauge] = value } }

    package func observe(_ histogram: Histogram, _ value: Double, _ labels: [String: String] = [:]) {
        let key = Metrics.text(of: labels)
        let bounds = histogram.bounds
        state.withLock { state in
            let empty = Spread(counts: Array(repeating: 0, count: bounds.count + 1))
            var spread = state.histograms[histogram]?[key] ?? empty
            // Emptied, so that it is not copied for the change.
            state.histograms[histogram]?[key] = nil
            spread.counts[bounds.firstIndex { value <= $0 } ?? bounds.count] += 1
            spread.sum += value
            state.histograms[histogram, default: [:]][key] = spread
        }
    }

    /// Everything as Prometheus reads it, in a fixed order.
    package var text: String {
        let state = state.withLock { $0 }
        var lines: [String] = []
        for counter in Counter.allCases {
            lines.append("# TYPE \(counter.rawValue) counter")
            for (labels, value) in (state.counters[counter] ?? [:]).sorted(by: { $0.key < $1.key }) {
                lines.append("\(counter.rawValue)\(Metrics.braced(labels)) \(value)")
            }
        }
        for gauge in Gauge.allCases {
            guard let value = state.gauges[gauge] else { continue }
            lines.append("# TYPE \(gauge.rawValue) gauge")
            lines.append("\(gauge.rawValue) \(value)")
        }
        for histogram in Histogram.allCases {
            let name = histogram.rawValue
            lines.append("# TYPE \(name) histogram")
            for (labels, spread) in (state.histograms[histogram] ?? [:]).sorted(by: { $0.key < $1.key }) {
                var sum: UInt64 = 0
                for (bound, count) in zip(histogram.bounds.map { "\($0)" } + ["+Inf"], spread.counts) {
                    sum += count
                    let all = (labels.isEmpty ? [] : [labels]) + ["le=\"\(bound)\""]
                    lines.append("\(name)_bucket{\(all.joined(separator: ","))} \(sum)")
                }
                lines.append("\(name)_sum\(Metrics.braced(labels)) \(spread.sum)")
                lines.append("\(name)_count\(Metrics.braced(labels)) \(sum)")
            }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func braced(_ labels: String) -> String { labels.isEmpty ? "" : "{\(labels)}" }

    private static func text(of labels: [String: String]) -> String {
        guard !labels.isEmpty else { return "" }
        return labels.sorted { $0.key < $1.key }.map { "\($0.key)=\"\($0.value)\"" }.joined(separator: ",")
    }
}
