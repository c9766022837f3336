package import Basics

/// An act of reconciliation of mutual settlements (R122), frozen: its paper and its file are made of it alone.
package struct ReconciliationContent: Hashable, Sendable {
    package let number: Int
    /// The day it was made, in the region's zone.
    package let date: Day
    package let period: ReconciledPeriod
    package let currency: Currency
    package let supplier: SupplierParty
    package let counterparty: BuyerParty
    /// ОГРН of both, which the formalised file wants and no other document names.
    package let supplierOGRN: String?
    package let counterpartyOGRN: String?
    /// All the customer's projects with the supplier: an act leaves none out.
    package let projects: [PID]
    package let contracts: [ReconciledContract]
    package let madeAt: Moment
    /// Nil where no formalised file can be: see `FileObstacle`.
    package let file: ExchangeFile?

    package init(
        number: Int, date: Day, period: ReconciledPeriod, currency: Currency, supplier: SupplierParty,
        counterparty: BuyerParty, supplierOGRN: String?, counterpartyOGRN: String?, projects: [PID],
        contracts: [ReconciledContract], madeAt: Moment, file: ExchangeFile?
    ) {
        self.number = number
        self.date = date
        self.period = period
        self.currency = currency
        self.supplier = supplier
        self.counterparty = counterparty
        self.supplierOGRN = supplierOGRN
        self.counterpartyOGRN = counterpartyOGRN
        self.projects = projects
        self.contracts = contracts
        self.madeAt = madeAt
        self.file = file
    }

    package var opening: Int64 { contracts.reduce(0) { $0 + $1.opening } }
    package var debits: Int64 { contracts.reduce(0) { $0 + $1.debits } }
    package var credits: Int64 { contracts.reduce(0) { $0 + $1.credits } }
    /// Positive: the customer owes so much; negative: the supplier does.
    package var closing: Int64 { opening + debits - credits }

    /// Why an act has no formalised file.
    package enum FileObstacle: Hashable, Sendable {
        /// The format is Russia's.
        case otherCountry
        /// The format cannot say that nothing happened.
        case nothingHappened
        /// A party's КПП, ОГРН or ОГРНИП is not known.
        case numbersMissing
        /// Sums have more digits than the format holds.
        case sumsTooLarge
    }

    package var fileObstacle: FileObstacle? {
        if currency != .rub { return .otherCountry }
        if contracts.contains(where: \.operations.isEmpty) { return .nothingHappened }
        guard supplierOGRN != nil, supplier.kpp != nil else { return .numbersMissing }
        switch counterparty.identity {
        case .russianEntity(_, let kpp):
            if kpp == nil || counterpartyOGRN == nil { return .numbersMissing }
        case .russianProprietor(_, let ogrnip, _, _): if ogrnip == nil { return .numbersMissing }
        case .foreign, .kazakh: break
        }
        let sums = contracts.flatMap {
            [$0.opening, $0.debits, $0.credits, $0.closing] + $0.operations.flatMap { [$0.debit, $0.credit] }
        }
        let isHeld = (sums + [opening, debits, credits, closing]).allSatisfy {
            abs($0) < 1_000_000_000_000_000
        }
        return isHeld ? nil : .sumsTooLarge
    }

    /// Whether it says the same as another but for its number and when it was made.
    package func says(theSameAs other: ReconciliationContent) -> Bool {
        period == other.period && supplier == other.supplier && counterparty == other.counterparty
            && supplierOGRN == other.supplierOGRN && counterpartyOGRN == other.counterpartyOGRN
            && projects == other.projects && contracts == other.contracts
    }
}

/// The days an act is about, both of them included.
package struct ReconciledPeriod: Hashable, Sendable {
    package let from: Day
    package let through: Day

    /// A longer one is asked for in parts.
    package static let mostYears = 5

    package init(from: Day, through: Day) throws(DocumentsProblem) {
        guard from <= through, through.number - from.number <= 366 * ReconciledPeriod.mostYears else {
            throw .badPeriod(from, through)
        }
        self.from = from
        self.through = through
    }

    /// The last month whose documents stand in it: those are dated the last day of their month.
    package var lastMonth: Month {
        through == through.month.lastDay ? through.month : through.month.previous
    }
}
