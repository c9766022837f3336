package import Basics
import Contracts
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

    /// For so long the same sum asked for by a form is the invoice that it has made already.
    package static let formSeconds: Int64 = 60

    /// So many a day a form makes for a project: each takes a number for good and a place in the press.
    package static let formsPerDay = 20

    /// What a form asks for: sent twice, it makes one invoice. The document department makes it where customers do not;
    /// `author`: who of it, and why.
    package func makeOnce(
        for pid: PID, amount: Int64, by asker: PaymentInvoiceTerms.Asker = .customer, as author: Author? = nil
    ) throws -> Made {
        let since = clock.now().adding(seconds: -InvoicesDesk.formSeconds)
        return try make(for: pid, amount: amount, by: asker, as: author) { records in
            let latest = try invoices(of: pid, limit: InvoicesDesk.formsPerDay, ofTodayAlone: true, records)
            if let same = latest.first(where: { $0.amount == amount && $0.issuedAt > since }) { return same }
            let day = clock.now().adding(seconds: -86_400)
            guard latest.filter({ $0.issuedAt > day }).count < InvoicesDesk.formsPerDay else {
                throw DocumentsProblem.tooManyInvoices(InvoicesDesk.formsPerDay)
            }
            return nil
        }
    }

    /// Numbers and freezes an invoice of today; every call makes another one.
    package func make(for pid: PID, amount: Int64) throws -> Made {
        try make(for: pid, amount: amount, by: .program, as: nil) { _ in nil }
    }

    private func make(
        for pid: PID, amount: Int64, by asker: PaymentInvoiceTerms.Asker, as author: Author?,
        unless known: (any Records) throws -> PaymentInvoiceRecord?
    ) throws -> Made {
        try store.transaction { records in
            try records.lock([pid])
            // Read behind the lock: what had it before, a passing too, was earlier.
            let now = clock.now()
            if let known = try known(records) { return try made(known) }
            let project = try records.knownProject(pid).project
            guard let account = try records.account(project.account) else {
                throw ProjectsProblem.unknownProject(pid.text)
            }
            let region = project.region.profile
            let day = region.zone.day(of: now)
            let terms = try PaymentInvoiceTerms(
                of: amount, to: pid, region: region, supplier: records.completedSupplier(project.region),
                counterparty: account.counterparty, agreements: account.agreements,
                rate: records.rate(account.agreements, project.region, on: day, knownAt: now), on: day,
                by: asker)
            let number = try records.nextPaymentInvoiceNumber(
                supplier: terms.supplier.taxID, year: day.year)
            let content = PaymentInvoiceContent(
                number: number, date: day, currency: region.currency, supplier: terms.supplier,
                payer: terms.payer, basis: terms.basis, project: pid, amount: amount,
                vatRate: terms.vatRate, vat: terms.vat,
                purpose: PaymentPurpose.text(
                    number: number, date: day, projects: [pid],
                    vat: PaymentPurpose.VAT(rates: [terms.vatRate], minor: terms.vat)),
                issuedAt: now, agreed: terms.agreed)
            let frozen = papers.freezeInvoice(content)
            try records.insert(
                PaymentInvoiceRecord(
                    region: project.region, supplier: terms.supplier.taxID, number: number, date: day,
                    project: pid, amount: amount, issuedAt: now, frozen: frozen,
                    sha256: digest.sha256(frozen)))
            let key = PaperKey.paymentInvoice(project.region, year: day.year, number: number)
            try records.post(.paper(key, of: project.account), at: now)
            if let author {
                try records.keep(
                    .makeInvoice, on: key.text, account: project.account,
                    detail: "\(pid) \(Money.text(minor: amount))", by: author, at: now)
            }
            return Made(region: project.region, content: content, frozen: frozen)
        }
    }

    /// What a project can be offered: invoices of so much at least, or the reason why it gets none.
    package struct Offer: Sendable {
        package let region: Region
        package let least: Int64
        package let refusal: (any Problem)?
        /// Whether an invoice would name its payer (R85).
        package let hasPayer: Bool
        /// The newest first.
        package let made: [Made]
    }

    package func offer(for pid: PID, to asker: PaymentInvoiceTerms.Asker = .customer) throws -> Offer {
        let now = clock.now()
        let (region, refusal, hasPayer) = try store.read { records in
            let project = try records.knownProject(pid).project
            guard let account = try records.account(project.account) else {
                throw ProjectsProblem.unknownProject(pid.text)
            }
            let region = project.region.profile
            let day = region.zone.day(of: now)
            do {
                let terms = try PaymentInvoiceTerms(
                    of: region.limits.minimumTopUp, to: pid, region: region,
                    supplier: records.completedSupplier(project.region),
                    counterparty: account.counterparty, agreements: account.agreements,
                    rate: records.rate(account.agreements, project.region, on: day, knownAt: now), on: day,
                    by: asker)
                return (project.region, nil as (any Problem)?, terms.payer != nil)
            } catch let problem as DocumentsProblem {
                return (project.region, problem, false)
            }
        }
        return Offer(
            region: region, least: region.profile.limits.minimumTopUp, refusal: refusal,
            hasPayer: hasPayer, made: try made(for: pid, ofTodayAlone: asker == .customer))
    }

    /// A project's invoices as frozen, the newest first; `ofTodayAlone` leaves out what its former account was given.
    package func made(for pid: PID, limit: Int = 100, ofTodayAlone: Bool = false) throws -> [Made] {
        try store.read { try invoices(of: pid, limit: limit, ofTodayAlone: ofTodayAlone, $0) }.map(made)
    }

    private func invoices(
        of pid: PID, limit: Int, ofTodayAlone: Bool, _ records: any Records
    ) throws -> [PaymentInvoiceRecord] {
        let project = try records.knownProject(pid)
        return try records.paymentInvoices(of: pid, limit: limit).filter {
            try !ofTodayAlone || records.isOwn($0.issuedAt, of: project)
        }
    }

    /// One of a project's invoices; another project's is not there.
    package func made(
        for pid: PID, year: Int, number: Int, ofTodayAlone: Bool = false
    ) throws -> Made? {
        let record = try store.read { records in
            let project = try records.knownProject(pid)
            let invoice = try records.paymentInvoice(
                project.project.region, year: year, number: number)
            return try invoice.flatMap {
                try !ofTodayAlone || records.isOwn($0.issuedAt, of: project) ? $0 : nil
            }
        }
        return try record.flatMap { $0.project == pid ? try made($0) : nil }
    }

    private func made(_ record: PaymentInvoiceRecord) throws -> Made {
        Made(
            region: record.region, content: try papers.thawInvoice(record.frozen), frozen: record.frozen)
    }
}

extension Records {
    /// The last official rate of the currency that the contract of a day agrees; nil where it agrees none, or there is
    /// none.
    func rate(
        _ agreements: Agreements, _ region: Region, on day: Day, knownAt moment: Moment
    ) throws -> OfficialRate? {
        guard let currency = agreements.contract(on: day, in: region)?.currency else { return nil }
        return try officialRate(of: currency, in: region, by: day, knownAt: moment)
    }
}
