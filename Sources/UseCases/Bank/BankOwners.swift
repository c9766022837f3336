import Basics
import Payments
import Projects
import Regions
import Requisites

/// Whose accounts are ours: the suppliers' bank accounts, each of one region.
struct BankOwners {
    private let regions: [String: Region]

    init(_ records: any Records) throws {
        var regions: [String: Region] = [:]
        for region in Region.allCases {
            if let bank = try records.completedSupplier(region).bank { regions[bank.account] = region }
        }
        self.regions = regions
    }

    var accounts: Set<String> { Set(regions.keys) }

    func region(of account: String) -> Region? { regions[account] }

    /// What the matching may ask about a line; a line of nobody's account finds nothing.
    func candidates(for line: BankLine, _ records: any Records) -> MatchCandidates {
        guard let region = region(of: line.ownAccount) else {
            return MatchCandidates(
                region: "", currency: .rub, regionOfProject: { _ in nil }, invoices: { _, _ in [] },
                projectsOfPayer: { _ in [] })
        }
        return MatchCandidates(
            region: region.rawValue, currency: region.profile.currency,
            regionOfProject: { try records.project($0)?.project.region.rawValue },
            invoices: { number, date in try invoices(number, date, region, records) },
            projectsOfPayer: { try records.projects(ofPayer: $0, in: region) })
    }

    /// The invoices a decision rests on, in the order of writing, with what they still asked.
    func quoted(
        _ reasons: [MatchReason], _ region: Region?, _ records: any Records
    ) throws -> [QuotedInvoices.Open] {
        guard let region else { return [] }
        var open: [QuotedInvoices.Open] = []
        for case .invoiceQuoted(let number, let date) in reasons {
            guard let value = Int(number) else { continue }
            let reference = InvoiceReference(region: region, number: value, date: date)
            for share in try invoices(number, date, region, records).flatMap(\.shares) {
                open.append(
                    QuotedInvoices.Open(
                        invoice: reference, project: share.project,
                        amount: max(0, share.invoiced - share.alreadyPaid)))
            }
        }
        return open
    }

    func invoices(
        _ number: String, _ date: Day, _ region: Region, _ records: any Records
    ) throws -> [OpenInvoice] {
        guard let value = Int(number) else { return [] }
        let reference = InvoiceReference(region: region, number: value, date: date)
        let asked: [[DocumentShare]] = [
            try records.invoice(number: value, date: date, region: region)?.shares,
            // An invoice made for a top-up asks it of its one project.
            try records.paymentInvoice(number: value, date: date, region: region)
                .map { [DocumentShare(project: $0.project, amount: $0.amount)] },
        ].compactMap { $0 }
        return try asked.map { shares in
            OpenInvoice(
                number: number, date: date,
                shares: try shares.map { share in
                    OpenInvoice.Share(
                        project: share.project, invoiced: share.amount,
                        alreadyPaid: try records.paid(invoice: reference, project: share.project))
                })
        }
    }
}
