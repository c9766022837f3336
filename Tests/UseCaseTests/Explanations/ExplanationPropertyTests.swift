import Basics
import Documents
import Metering
import Support
import Testing
import UseCases

@Suite struct ExplanationPropertyTests {
    @Test func `whatever happens, every line, charge, credit and state of a world adds up when asked`() {
        let complaint = Campaign.worlds(seed: 9_100_000, usual: 12) { world, random in
            var history = try History(world)
            try history.run(&random)
            return try history.home.unexplained().first
        }
        #expect(complaint == nil, Comment(rawValue: complaint ?? ""))
    }
}

extension WorldTown {
    /// Addresses whose explanation does not add up, with what differs.
    func unexplained() throws -> [String] {
        try addresses().flatMap { address in
            let explanation = try town.app.explanations.explain(address)
            let sums = explanation.differences.map { "\($0)" } + Self.unevenReports(explanation)
            return sums.map { "\(address): \($0)" }
        }
    }

    private func addresses() throws -> [String] {
        var addresses = projects.map(\.text) + world.credits.map { "credit/\($0.id)" }
        addresses += world.grants.map { "credit/\($0.id)" } + world.transfers.map { "credit/\($0.id)" }
        addresses += try town.app.bank.lines().map { ExplanationAddress.bankLine($0.number).text }
        for content in reports.flatMap(\.documents).map(\.content) {
            guard let key = content.key else { continue }
            addresses.append(key.text)
            addresses += content.lines.indices.map { ExplanationAddress.documentLine(key, $0 + 1).text }
        }
        for pid in projects {
            for month in months {
                addresses += try town.app.balances.detail(of: pid, month: month).map {
                    ExplanationAddress.dayLine(pid, $0.line.key).text
                }
            }
        }
        return addresses
    }

    /// What is said of documents must make up the charge, and each document named must be there.
    private static func unevenReports(_ explanation: Explanation) -> [String] {
        switch explanation {
        case .dayLine(let line):
            let told = line.reports.reduce(0) { $0 + $1.amount }
            return told == line.line.posted ? [] : ["reports \(told) of \(line.line.posted)"]
        case .credit(let credit):
            let told = credit.reports.reduce(0) { $0 + $1.amount }
            return told == credit.spent ? [] : ["reports \(told) of \(credit.spent)"]
        case .project(let project):
            if case .missing(let name) = project.cause?.movement { return ["no movement \(name)"] }
            return []
        default: return []
        }
    }
}
