package import Basics
package import Documents
import Projects
package import Regions

/// Makes payment invoices: what a prepaid customer hands to its bank to top a project up (R83–R87).
package struct InvoicesDesk: Sendable {
    let store: any Store
    let clock: Clock
    let digest: Digest
    let papers: Papers

    /// An invoice as it was frozen.
    package struct Made: Sendable {
        package let region: Region
        package let content: PaymentInvoiceContent
        package let frozen: [UInt8]

        package var key: PaperKey {
            .paymentInvoice(region, year: content.date.year, number: content.number)
        }
    }

    /// Numbers and freezes an invoice of today; every call makes another one.
    package func make(for pid: PID, amount: Int64) throws -> Made {
        let now = clock.now()
        return try store.transaction { records in
            let project = try records.knownProject(pid).project
            guard let account = try records.account(project.account) else {
                throw ProjectsProblem.unknownProject(pid.text)
            }
            let region = project.region.profile
            let day = region.zone.day(of: now)
            let terms = try PaymentInvoiceTerms(
                of: amount, to: pid, region: region, supplier: records.completedSupplier(project.region),
                counterparty: account.counterparty, agreements: account.agreements, on: day)
            let number = try records.nextPaymentInvoiceNumber(
                supplier: terms.supplier.taxID, year: day.year)
            let content = PaymentInvoiceContent(
                number: number, date: day, currency: region.currency, supplier: terms.supplier,
                payer: terms.payer, basis: terms.basis, project: pid, amount: amount,
                vatRate: terms.vatRate, vat: terms.vat,
                purpose: PaymentPurpose.text(
                    number: number, date: day, projects: [pid],
                    vat: PaymentPurpose.VAT(rates: [terms.vatRate], minor: terms.vat)),
                issuedAt: now)
            let frozen = papers.freezeInvoice(content)
            try records.insert(
                PaymentInvoiceRecord(
                    region: project.region, supplier: terms.supplier.taxID, number: number, date: day,
                    project: pid, amount: amount, issuedAt: now, frozen: frozen,
                    sha256: digest.sha256(frozen)))
            let key = PaperKey.paymentInvoice(project.region, year: day.year, number: number)
            try records.post(.paper(key, of: project.account), at: now)
            return Made(region: project.region, content: content, frozen: frozen)
        }
    }

    /// What a project can be offered: invoices of so much at least, or the reason why it gets none.
    package struct Offer: Sendable {
        package let region: Region
        package let least: Int64
        package let refusal: (any Problem)?
        /// The newest first.
        package let made: [Made]
    }

    package func offer(for pid: PID) throws -> Offer {
        let now = clock.now()
        let (region, refusal) = try store.read { records in
            let project = try records.knownProject(pid).project
            guard let account = try records.account(project.account) else {
                throw ProjectsProblem.unknownProject(pid.text)
            }
            let region = project.region.profile
            do {
                _ = try PaymentInvoiceTerms(
                    of: region.limits.minimumTopUp, to: pid, region: region,
                    supplier: records.completedSupplier(project.region),
                    counterparty: account.counterparty, agreements: account.agreements,
                    on: region.zone.day(of: now))
                return (project.region, nil as (any Problem)?)
            } catch let problem as DocumentsProblem {
                return (project.region, problem)
            }
        }
        return Offer(
            region: region, least: region.profile.limits.minimumTopUp, refusal: refusal,
            made: try made(for: pid))
    }

    /// A project's invoices as frozen, the newest first.
    package func made(for pid: PID, limit: Int = 100) throws -> [Made] {
        try store.read { try $0.paymentInvoices(of: pid, limit: limit) }
            .map { Made(region: $0.region, content: try papers.thawInvoice($0.frozen), frozen: $0.frozen) }
    }
}
