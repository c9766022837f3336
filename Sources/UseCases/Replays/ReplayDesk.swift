package import Basics
package import Regions

/// Makes a closed month's documents again, from what happened and what was in force then, and lays them
/// beside the ones that were issued. It reads one snapshot and writes nothing.
package struct ReplayDesk: Sendable {
    let store: any Store
    let digest: Digest
    let papers: Papers

    package init(store: any Store, digest: Digest, papers: Papers) {
        self.store = store
        self.digest = digest
        self.papers = papers
    }

    package struct Progress: Sendable {
        package let region: Region
        package let done: Int
        package let total: Int
    }

    package func replay(
        _ month: Month, regions: [Region] = Region.allCases, progress: (Progress) -> Void = { _ in }
    ) throws -> ReplayReport {
        try withoutActuallyEscaping(progress) { progress in
            try store.read { records in
                var report = ReplayReport(month: month)
                for region in regions {
                    let history = try ClosingHistory(region, records)
                    guard history.isClosed(month) else {
                        if let last = try records.lastClosed(region), month <= last,
                            history.closings.isEmpty
                        {
                            throw ReplayProblem.monthNotWitnessed(month, region)
                        }
                        continue
                    }
                    report.regions.append(region)
                    let replay = try MonthReplay(
                        region: region, month: month, history: history, records: records, digest: digest,
                        papers: papers)
                    try replay.run(into: &report) {
                        progress(Progress(region: region, done: $0, total: $1))
                    }
                }
                guard !report.regions.isEmpty else { throw ReplayProblem.monthNotClosed(month) }
                return report
            }
        }
    }
}
