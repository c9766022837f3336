import Basics
import Formats
import Notices
import UseCases
import Wording

/// The answer to a request with events, written as they are gone through.
struct UsageReport {
    private let language: Language
    private var list: [UInt8] = []
    private var taken: [Taken: Int] = [:]
    private var refused = 0
    private(set) var firstRefusal: (any Problem)?

    init(language: Language, capacity: Int) {
        self.language = language
        list.reserveCapacity(capacity * 48)
    }

    mutating func take(_ id: String, _ became: Taken) {
        taken[became, default: 0] += 1
        begin()
        list += "{\"id\":".utf8
        list += JSONWriter.bytes(.string(id))
        list += ",\"result\":\"\(became.rawValue)\"}".utf8
    }

    mutating func refuse(_ id: String?, line: Int?, _ problem: any Problem) {
        if firstRefusal == nil { firstRefusal = problem }
        let isConflict = problem.code == "metering.other-body"
        if isConflict { taken[.conflict, default: 0] += 1 } else { refused += 1 }
        begin()
        var members: [JSONValue.Member] = []
        if let id { members.append(.init("id", .string(id))) }
        if let line { members.append(.init("line", .integer(line))) }
        members += [
            .init("result", .string(isConflict ? "conflict" : "refused")),
            .init("code", .string(problem.code)),
            .init("message", .string(Wordbook.phrase(problem).text(language))),
        ]
        list += JSONWriter.bytes(.object(members))
    }

    func count(in metrics: Metrics) {
        for (became, count) in taken {
            metrics.count(.usageEvents, ["result": became.rawValue], by: count)
        }
        metrics.count(.usageEvents, ["result": "refused"], by: refused)
    }

    func finish() -> [UInt8] {
        let head =
            "{\"accepted\":\(taken[.accepted] ?? 0),\"duplicate\":\(taken[.duplicate] ?? 0),"
            + "\"conflict\":\(taken[.conflict] ?? 0),\"refused\":\(refused),\"events\":["
        return Array(head.utf8) + list + Array("]}".utf8)
    }

    private mutating func begin() { if !list.isEmpty { list.append(UInt8(ascii: ",")) } }
}
