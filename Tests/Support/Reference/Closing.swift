extension Reference {
    package struct DocumentLine: Hashable, Sendable {
        package let service: String
        package let serviceMonth: Month
        /// In per cent; nil is «none».
        package let vatRate: Int?
        package let net: Int64
        package let vat: Int64
        package let gross: Int64
    }

    package struct Document: Hashable, Sendable {
        package let kind: DocumentKind
        package let number: Int
    }

    /// What one counterparty is sent for one month, or the reason why it is sent nothing.
    package struct Package: Hashable, Sendable {
        package let region: Region
        package let month: Month
        package let account: String
        package let taxId: String
        /// The project where packages are per project.
        package let project: String?
        /// Those the lines come from, by PID.
        package let projects: [String]
        package let lines: [DocumentLine]
        package var documents: [Document]
        package let skipped: String?

        package var gross: Int64 { lines.reduce(0) { $0 + $1.gross } }
        package var vat: Int64 { lines.reduce(0) { $0 + $1.vat } }
        package var net: Int64 { lines.reduce(0) { $0 + $1.net } }
    }

    /// Closes months one after another, both suppliers each.
    package static func close(_ world: World, months: [Month]) -> [Package] {
        let outcome = settle(world)
        var issued: [String: Int] = [:]
        var packages: [Package] = []
        for month in months {
            for region in Region.allCases {
                for (draft, kinds) in drafts(world, outcome, region: region, month: month) {
                    var package = draft
                    if package.skipped == nil {
                        package.documents = kinds.map { kind in
                            let sequence = "\(region)/\(kind)/\(month / 12)"
                            issued[sequence, default: 0] += 1
                            return Document(kind: kind, number: issued[sequence] ?? 0)
                        }
                    }
                    packages.append(package)
                }
            }
        }
        return packages
    }

    /// By tax id, then PID, then account.
    private static func drafts(
        _ world: World, _ outcome: Outcome, region: Region, month: Month
    ) -> [(Package, [DocumentKind])] {
        let end = region.end(of: month)
        var drafts: [(Package, [DocumentKind])] = []
        for account in world.accounts where account.kind != .individual && account.registered < end {
            let terms = Terms(account: account, region: region)
            let projects = account.projects.filter { $0.region == region && $0.created < end }
            guard !projects.isEmpty else { continue }
            let kinds = terms.documents(for: month)
            let settled = projects.compactMap { outcome.project($0.pid) }
            if terms.perProject(in: month) {
                for project in settled {
                    let draft = draft(
                        account, region: region, month: month, of: [project], alone: project.pid)
                    drafts.append((draft, kinds))
                }
            } else {
                drafts.append((draft(account, region: region, month: month, of: settled, alone: nil), kinds))
            }
        }
        return drafts.sorted { one, other in
            let left = [one.0.taxId, one.0.project ?? "", one.0.account]
            let right = [other.0.taxId, other.0.project ?? "", other.0.account]
            for (mine, theirs) in zip(left, right) where !same(mine, theirs) { return before(mine, theirs) }
            return false
        }
    }

    private static func draft(
        _ account: Account, region: Region, month: Month, of projects: [ProjectOutcome], alone: String?
    ) -> Package {
        var lines: [DocumentLine] = []
        var named: [String] = []
        for project in projects {
            for line in project.lines {
                let gross = reported(line, to: account, in: month)
                guard gross > 0 else { continue }
                if !named.contains(project.pid) { named.append(project.pid) }
                add(gross, of: line, to: &lines)
            }
        }
        lines.sort { one, other in
            if !same(one.service, other.service) { return before(one.service, other.service) }
            if one.serviceMonth != other.serviceMonth { return one.serviceMonth < other.serviceMonth }
            // The rules do not say where «none» stands; it is taken for less than any rate.
            return (one.vatRate ?? -1) < (other.vatRate ?? -1)
        }
        return Package(
            region: region, month: month, account: account.id, taxId: account.taxId, project: alone,
            projects: named.sorted(by: before), lines: lines, documents: [],
            skipped: lines.isEmpty ? "no-bank-funded-spend" : nil)
    }

    /// A post-paid day is reported but for its bonuses, whoever pays; a prepaid one as far as the
    /// counterparty's own transfers paid it.
    private static func reported(_ line: DayLine, to account: Account, in month: Month) -> Int64 {
        line.portions.filter { $0.month == month }.reduce(0) { sum, portion in
            switch portion.payer {
            case .grant: sum
            case .lot(_, .bank(let payer)) where same(payer, account.taxId): sum + portion.amount
            case .lot, .openDebt: line.scheme == .postpaid ? sum + portion.amount : sum
            }
        }
    }

    private static func add(_ gross: Int64, of line: DayLine, to lines: inout [DocumentLine]) {
        let serviceMonth = month(of: line.day)
        let place = lines.firstIndex {
            same($0.service, line.service) && $0.serviceMonth == serviceMonth && $0.vatRate == line.vatRate
        }
        let sum = gross + (place.map { lines[$0].gross } ?? 0)
        let vat = vat(in: sum, rate: line.vatRate)
        let grown = DocumentLine(
            service: line.service, serviceMonth: serviceMonth, vatRate: line.vatRate, net: sum - vat,
            vat: vat, gross: sum)
        if let place { lines[place] = grown } else { lines.append(grown) }
    }

    /// The tax inside a gross sum, halves upwards.
    package static func vat(in gross: Int64, rate: Int?) -> Int64 {
        guard let rate else { return 0 }
        return Ratio(Int128(gross) * Int128(rate), per: Int128(100 + rate)).halfUp
    }
}
