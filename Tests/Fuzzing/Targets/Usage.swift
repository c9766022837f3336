import Basics
import Formats
import Metering
import Regions

extension FuzzTarget {
    /// Usage events, a line each: the same whatever the chunks; an event kept can be written and read again.
    static let usage = FuzzTarget("usage", longest: 16 << 10) { bytes in
        if bytes.count > FuzzLimits.big {
            var file = UsageFile()
            file.feed(bytes[...]) { _, _ in }
            file.end { _, _ in }
            return nil
        }
        let whole = items(bytes, chunk: max(1, bytes.count))
        let split = 1 + Int(bytes.first ?? 0)
        if whole != items(bytes, chunk: split) { return "other events in chunks of \(split)" }
        for case .event(let event) in whole {
            guard event.start < event.end, event.quantity.thousandths > 0 else { return "kept: \(event)" }
            for region in Region.allCases {
                let month = region.profile.zone.day(of: event.start).month
                if region.profile.zone.end(of: month) <= event.start { return "not in its month: \(event)" }
            }
            var lines = UsageLines()
            do throws(DatasetProblem) {
                let again = try lines.event(in: JSONWriter.bytes(json(event))[...])
                if again != event { return "written and read, an event is another: \(again)" }
            } catch {
                return "what was written cannot be read: \(error)"
            }
        }
        return nil
    }

    private static func items(_ bytes: [UInt8], chunk: Int) -> [UsageFile.Item] {
        var file = UsageFile()
        var items: [UsageFile.Item] = []
        for start in stride(from: 0, to: bytes.count, by: chunk) {
            file.feed(bytes[start..<min(start + chunk, bytes.count)]) { items.append($1) }
        }
        file.end { items.append($1) }
        return items
    }

    private static func json(_ event: UsageEvent) -> JSONValue {
        [
            "specversion": "1.0", "id": .string(event.id), "source": .string(event.source),
            "type": .string(event.type), "subject": .string(event.project.text),
            "data": [
                "resource": .string(event.resource.text), "sku": .string(event.sku.text),
                "quantity": .string(event.quantity.description), "start": .string(event.start.description),
                "end": .string(event.end.description),
                "labels": .object(event.labels.map { JSONValue.Member($0.name, .string($0.value)) }),
            ],
        ]
    }
}
