package import Basics
package import Contracts
package import Counterparties
package import Regions
import Requisites

/// What a payment invoice of a project may ask, before it has a number.
package struct PaymentInvoiceTerms: Hashable, Sendable {
    package let supplier: SupplierParty
    package let payer: BuyerParty?
    package let basis: Basis?
    package let vatRate: VATRate
    package let vat: Int64
    /// What is to be paid, where the contract agrees another currency.
    package let agreed: AgreedSum?

    /// Who has it made.
    package enum Asker: Hashable, Sendable {
        case customer
        /// A command, or a program with a token.
        case program
        case department
    }

    /// `rate`: the last official rate of the contract's currency, where it agrees one.
    /// Throws why the project gets no such invoice: post-paid customers have theirs from the provider
    /// (R83), Kazakhstan's and non-residents from the document department alone (D21), and too small a sum none (R79).
    package init(
        of amount: Int64, to project: PID, region: RegionProfile, supplier: Supplier,
        counterparty: Counterparty, agreements: Agreements, rate official: OfficialRate? = nil, on day: Day,
        by asker: Asker = .program
    ) throws {
        guard region.hasPaymentInvoices || asker == .department else {
            throw DocumentsProblem.invoiceByDepartment(project, region.region)
        }
        guard asker != .customer || counterparty.isResident(of: region.country) else {
            throw DocumentsProblem.invoiceForNonResident(project)
        }
        guard agreements.scheme(on: day, in: region.region) == .prepaid else {
            throw DocumentsProblem.invoiceForPostpaid(project)
        }
        guard amount >= region.limits.minimumTopUp else {
            throw DocumentsProblem.invoiceTooSmall(
                Money(minor: amount, region.currency),
                Money(minor: region.limits.minimumTopUp, region.currency)
            )
        }
        self.supplier = try SupplierParty(supplier)
        // Registration data make the full form; without them the short one is enough for a transfer.
        payer = counterparty.receivesDocuments ? try? BuyerParty(counterparty) : nil
        basis = payer.map { _ in Basis(agreements, on: day, supplier: supplier) }
        let contract = agreements.contract(on: day, in: region.region)
        let isCharged =
            contract.map { $0.vat == .charged } ?? counterparty.isResident(of: region.country)
        let rate = region.vat.on(day)
        vatRate = isCharged ? .percent(rate) : .none
        vat = isCharged ? Rounding.vat(inGross: amount, percent: rate) : 0
        agreed = try contract?.currency.map { currency in
            try AgreedSum(of: amount, at: region.ruling(official, of: currency, on: day))
        }
    }
}

extension RegionProfile {
    /// The rate that sums of a day are reckoned by: the one of the day, or the last before it where the bank has set none
    /// since. It sets one on each working day, for the day after; one that is not kept is not taken for one that is.
    func ruling(_ last: OfficialRate?, of currency: AgreedCurrency, on day: Day) throws -> OfficialRate {
        guard let last, let rates, last.currency == currency,
            last.rules(on: day, withinDays: rates.longestDays),
            !(last.day.number..<day.number).contains(where: { workCalendar.isWorked(Day(number: $0)) })
        else { throw DocumentsProblem.rateMissing(currency, day) }
        return last
    }
}
