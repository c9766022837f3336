/// The members of a usage event by CloudEvents 1.0 that have a meaning here.
enum UsageField: Int, CaseIterable {
    case specversion, id, source, type, subject, data
    /// Attributes of the standard that change nothing for us: `time` is not compared either.
    case time, datacontenttype, dataschema
    case resource, sku, quantity, start, end, labels

    var path: String {
        switch self {
        case .specversion: "specversion"
        case .id: "id"
        case .source: "source"
        case .type: "type"
        case .subject: "subject"
        case .data: "data"
        case .time: "time"
        case .datacontenttype: "datacontenttype"
        case .dataschema: "dataschema"
        case .resource: "data.resource"
        case .sku: "data.sku"
        case .quantity: "data.quantity"
        case .start: "data.start"
        case .end: "data.end"
        case .labels: "data.labels"
        }
    }

    /// A member of the event itself.
    init?(envelope name: UnsafeBufferPointer<UInt8>) {
        switch name.count {
        case 2 where name.spells("id"): self = .id
        case 4 where name.spells("data"): self = .data
        case 4 where name.spells("type"): self = .type
        case 4 where name.spells("time"): self = .time
        case 6 where name.spells("source"): self = .source
        case 7 where name.spells("subject"): self = .subject
        case 10 where name.spells("dataschema"): self = .dataschema
        case 11 where name.spells("specversion"): self = .specversion
        case 15 where name.spells("datacontenttype"): self = .datacontenttype
        default: return nil
        }
    }

    /// A member of the event's `data`.
    init?(data name: UnsafeBufferPointer<UInt8>) {
        switch name.count {
        case 3 where name.spells("sku"): self = .sku
        case 3 where name.spells("end"): self = .end
        case 5 where name.spells("start"): self = .start
        case 6 where name.spells("labels"): self = .labels
        case 8 where name.spells("resource"): self = .resource
        case 8 where name.spells("quantity"): self = .quantity
        default: return nil
        }
    }
}

extension UnsafeBufferPointer<UInt8> {
    func spells(_ word: StaticString) -> Bool {
        guard count == word.utf8CodeUnitCount else { return false }
        for place in 0..<count where self[place] != word.utf8Start[place] { return false }
        return true
    }
}
