package import Access
package import Basics
package import Contracts
package import Regions

/// How documents go to customers: what was asked for, and what became of each package.
package protocol FlowRecords {
    /// In the order they were asked for.
    func documentFlows(of account: AccountID, in region: Region) throws -> [KeptFlow]
    func insert(_ flow: KeptFlow, of account: AccountID) throws
    /// Where a package goes and that it went, in the order it was said.
    func dispatches(of package: PackageName) throws -> [Dispatch]
    func insert(_ dispatch: Dispatch, of package: PackageName) throws
    /// Packages of a month that have documents, behind one of them.
    func issuedPackages(
        in region: Region, month: Month, after: PackageName?, limit: Int
    ) throws -> [PackageName]
    /// Whose a package is; nil = no such package was issued.
    func taxID(ofIssued package: PackageName) throws -> TaxID?
    /// A party's packages of a month that have documents, have not gone and have no address.
    func packagesWithoutAddress(
        of account: AccountID, in region: Region, month: Month, taxID: TaxID, limit: Int
    ) throws -> [PackageName]
}

/// A way of documents with who asked for it and when.
package struct KeptFlow: Hashable, Sendable {
    package let asked: AskedFlow
    package let at: Moment
    package let by: UserID?

    package init(asked: AskedFlow, at: Moment, by: UserID?) {
        self.asked = asked
        self.at = at
        self.by = by
    }

    package var flow: DocumentFlow { asked.flow }
}

/// A month's package by whose it is: no project = one over them all.
package struct PackageName: Hashable, Sendable {
    package let account: AccountID
    package let region: Region
    package let month: Month
    package let project: PID?

    package init(account: AccountID, region: Region, month: Month, project: PID?) {
        self.account = account
        self.region = region
        self.month = month
        self.project = project
    }

    /// "moscow/2026-09/*/romashka", or a project instead of the star: what an account is called may hold strokes, so it
    /// stands last.
    package var place: String { "\(slot)/\(account)" }

    /// The same without the account.
    var slot: String { "\(region.rawValue)/\(month)/\(project?.text ?? "*")" }

    package init?(place: String) {
        let parts = place.split(separator: "/", maxSplits: 3, omittingEmptySubsequences: false).map(
            String.init)
        guard parts.count == 4 else { return nil }
        self.init(slot: parts[0...2], of: AccountID(parts[3]))
    }

    init?(slot parts: ArraySlice<String>, of account: AccountID) {
        guard parts.count == 3, let region = Region(rawValue: parts[parts.startIndex]),
            let month = Month(parts[parts.startIndex + 1])
        else { return nil }
        let word = parts[parts.startIndex + 2]
        let project = PID(word)
        guard word == "*" || project != nil else { return nil }
        self.init(account: account, region: region, month: month, project: project)
    }

    /// "flow/moscow/2026-09/romashka", as the trail of actions names it.
    package var text: String {
        "flow/\(region.rawValue)/\(month)/\(account)" + (project.map { "/\($0)" } ?? "")
    }
}

/// A step of a package on its way.
package struct Dispatch: Hashable, Sendable {
    package enum Step: Hashable, Sendable {
        /// Where the originals of this one package go; asked for each time.
        case address(String, isLegal: Bool)
        /// It went out: by the operator, by post or courier.
        case sent
        /// The copies by mail went out.
        case copied
    }

    package let step: Step
    package let at: Moment
    package let by: UserID?

    package init(step: Step, at: Moment, by: UserID?) {
        self.step = step
        self.at = at
        self.by = by
    }
}
