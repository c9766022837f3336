package import Basics
package import Contracts
package import Counterparties
package import Projects
package import Regions

/// A customer's account: profile, agreements and projects (D23).
package struct Account: Hashable, Sendable {
    package let id: AccountID
    package let email: String
    package let locale: String
    /// Of today, and of every month that is not a former party's.
    package let counterparty: Counterparty
    /// Who it was in months that are closed, or had something to be documented when it became another.
    package let former: [FormerParty]
    package let agreements: Agreements
    package let projects: [Project]
    /// Where it has projects or had any, and the region of its first one.
    package let regions: Set<Region>
    package let home: Region

    package init(
        id: AccountID, email: String, locale: String, counterparty: Counterparty, former: [FormerParty] = [],
        agreements: Agreements, projects: [Project], regions: Set<Region>, home: Region
    ) {
        self.id = id
        self.email = email
        self.locale = locale
        self.counterparty = counterparty
        self.former = former.sorted { $0.through < $1.through }
        self.agreements = agreements
        self.projects = projects
        self.regions = regions
        self.home = home
    }

    /// Whose a month is.
    package func counterparty(in month: Month, of region: Region) -> Counterparty {
        former.first { $0.region == region && month <= $0.through }?.counterparty ?? counterparty
    }

    /// Whose months of a region begin, or begin again, later than the earliest open one, and with which month.
    package func coming(in region: Region, open: Month?) -> [ComingParty] {
        var coming: [ComingParty] = []
        var own: [TaxID: Month] = [:]
        var first: Month?
        let others = former.filter { $0.region == region && $0.through >= open ?? $0.through }
        for (party, through) in others.map({ ($0.counterparty, $0.through as Month?) }) + [
            (counterparty, nil)
        ] {
            if let payer = party.taxID {
                if let first, own[payer] != first.previous {
                    coming.append(ComingParty(payer: payer, last: own[payer], month: first))
                }
                own[payer] = through
            }
            first = through?.next
        }
        return coming
    }

    /// Whether it is a party, or was in some of its months.
    func isOrWas(_ taxID: TaxID, in region: Region) -> Bool {
        counterparty.taxID == taxID
            || former.contains { $0.region == region && $0.counterparty.taxID == taxID }
    }

    /// Whether a month can have documents at all: individuals have none, and a company of another country has them under
    /// a contract alone (R12).
    package func receivesDocuments(in month: Month, of region: Region) -> Bool {
        let party = counterparty(in: month, of: region)
        return party.receivesDocuments
            && (party.isResident(of: region.profile.country)
                || agreements.contract(on: month.lastDay, in: region) != nil)
    }

    /// Which months of a region were another party's.
    package func monthsOfOthers(in region: Region) -> [ClosedRange<Month>] {
        var first = Month(index: 0)
        var months: [ClosedRange<Month>] = []
        for party in former where party.region == region && first <= party.through {
            if party.counterparty.taxID != counterparty.taxID { months.append(first...party.through) }
            first = party.through.next
        }
        return months
    }

    /// The last month closed while it was an individual, who has no packages; nil = none.
    package func lastMonthAsIndividual(in region: Region, before month: Month? = nil) -> Month? {
        former.filter { party in
            party.region == region && !party.counterparty.receivesDocuments
                && (month.map { party.through < $0 } ?? true)
        }.map(\.through).max()
    }
}

/// A party whose documents begin with a month that is still to come: what its transfers pay is reported then.
package struct ComingParty: Hashable, Sendable {
    package let payer: TaxID
    /// The last month before that is its own too; nil = none that is open.
    package let last: Month?
    package let month: Month
}

/// Whose an account's months are, up to one of them.
package struct FormerParty: Hashable, Sendable {
    package let region: Region
    package let through: Month
    package let counterparty: Counterparty
}

/// A project with what settlement has made of it so far.
package struct ProjectRecord: Hashable, Sendable {
    package let project: Project
    package let state: ProjectState
    package let everPaid: Bool
    /// Σ of the lots' remainders, and Σ of the open debts, minor units.
    package let lotTotal: Int64
    package let debtTotal: Int64
    package let cursor: SettlementCursor
    /// The arrival number of the last event kept.
    package let lastArrival: Int64
    package let run: Int64
    /// How often conservation has begun or ended.
    package let turns: Int
    /// How often it has passed from one account to another.
    package let passings: Int

    /// Whether nothing that is used from now on is charged, be it settled already or not.
    package var isConserved: Bool { !turns.isMultiple(of: 2) }

    package init(
        project: Project, state: ProjectState, everPaid: Bool, lotTotal: Int64, debtTotal: Int64,
        cursor: SettlementCursor, lastArrival: Int64, run: Int64, turns: Int = 0, passings: Int = 0
    ) {
        self.project = project
        self.state = state
        self.everPaid = everPaid
        self.lotTotal = lotTotal
        self.debtTotal = debtTotal
        self.cursor = cursor
        self.lastArrival = lastArrival
        self.run = run
        self.turns = turns
        self.passings = passings
    }
}
