import Basics
import Contracts
import Documents
import Funding
import Projects
import Regions
import Storage
import Support
import UseCases

/// What must hold of the documents once every month is closed.
extension WorldTown {
    func brokenDocuments() throws -> [String] {
        let contents = reports.flatMap(\.documents).map(\.content)
        return contents.flatMap(Self.brokenSums) + brokenNumbers(contents) + (try brokenCover())
    }

    private static func brokenSums(_ document: DocumentContent) -> [String] {
        let name = "\(document.kind) \(document.number) of \(document.month)"
        var broken: [String] = []
        for line in document.lines {
            let rate: Int? = if case .percent(let rate) = line.vatRate { rate } else { nil }
            if line.net + line.vat != line.gross || line.gross <= 0 {
                broken.append("\(name): \(line.net) + \(line.vat) is not \(line.gross)")
            }
            if line.vat != R.vat(in: line.gross, rate: rate) { broken.append("\(name): VAT of \(line)") }
        }
        let net = document.lines.reduce(0) { $0 + $1.net }
        let vat = document.lines.reduce(0) { $0 + $1.vat }
        let gross = document.lines.reduce(0) { $0 + $1.gross }
        if document.net != net || document.vat != vat || document.gross != gross || net + vat != gross {
            broken.append("\(name): its sums are not its lines'")
        }
        let keys = document.lines.map { "\($0.service)|\($0.serviceMonth)|\($0.vatRate)" }
        if Set(keys).count != keys.count { broken.append("\(name): a line twice") }
        if document.date != document.month.lastDay { broken.append("\(name): dated \(document.date)") }
        return broken
    }

    /// 1…N for each supplier, kind and year.
    private func brokenNumbers(_ contents: [DocumentContent]) -> [String] {
        let sequences = Dictionary(grouping: contents) {
            "\($0.supplier.taxID) \($0.kind) \($0.date.year)"
        }
        return sequences.compactMap { name, documents in
            let numbers = documents.map(\.number)
            return numbers == Array(1...numbers.count) ? nil : "\(name): numbered \(numbers)"
        }
    }

    /// Every sum that is to be reported stands in exactly one package, whatever the month.
    private func brokenCover() throws -> [String] {
        try town.store.read { records in
            var broken: [String] = []
            var documented: [PID: Int64] = [:]
            for (month, region) in closed {
                var seen: Set<[String]> = []
                for document in try records.documents(region: region, month: month) {
                    // All documents of a package say the same; one of them speaks for it.
                    let package = [document.account.text] + document.shares.map(\.project.text)
                    guard seen.insert(package).inserted else { continue }
                    for share in document.shares { documented[share.project, default: 0] += share.amount }
                }
            }
            for account in world.accounts where account.kind != .individual {
                for project in account.projects {
                    let pid = try Self.pid(project.pid)
                    let portions = try records.portions(in: pid, after: nil, through: Self.allMonths)
                    let wanted = portions.filter { Self.isReported($0, to: account.taxId) }
                        .reduce(0) { $0 + $1.amount }
                    let found = documented[pid] ?? 0
                    if found != wanted { broken.append("\(pid): documented \(found) of \(wanted)") }
                }
            }
            return broken
        }
    }

    /// D10 in the test's own words.
    private static func isReported(_ portion: Portion, to taxId: String) -> Bool {
        switch portion.source {
        case .bonus: false
        case .debt: portion.scheme == .postpaid
        case .money(let source, _):
            if portion.scheme == .postpaid {
                true
            } else if case .bank(let payer, _, _) = source {
                payer?.text == taxId
            } else {
                false
            }
        }
    }
}
