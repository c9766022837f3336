import Basics
import Metering

/// Day lines as earlier runs left them. A few are asked for one by one; where more are wanted, all of a day
/// are read at once.
struct LinesAsLeft {
    private let records: any Records
    private let project: PID
    private var days: [Day: [DayLineKey: DayLine]] = [:]
    private var asked = 0

    init(records: any Records, project: PID) {
        self.records = records
        self.project = project
    }

    mutating func line(_ key: DayLineKey) throws -> DayLine? {
        if let day = days[key.day] { return day[key] }
        asked += 1
        guard asked > LinesAsLeft.few else {
            return try records.dayLine(key, in: project)
        }
        let lines = try records.dayLines(in: project, on: key.day)
        let day = Dictionary(uniqueKeysWithValues: lines.map { ($0.key, $0) })
        days[key.day] = day
        return day[key]
    }

    private static let few = 4
}
