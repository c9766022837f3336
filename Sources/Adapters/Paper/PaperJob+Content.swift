import Basics
import Contracts
package import Documents
import Foundation

extension PaperJob {
    /// The paper of an issued document, its formalised XML inside where there is one.
    package init(_ content: DocumentContent, xml: [UInt8]?) throws {
        let lines = content.lines.count
        switch (content.kind, content.currency) {
        case (.upd, _), (.taxInvoice, _):
            self.init(
                form: content.kind == .upd ? .upd : .taxInvoice, sheet: try PaperJob.json(TaxSheet(content)),
                code: nil, attachment: content.file == nil ? nil : xml, madeAt: content.issuedAt, lines: lines
            )
        case (.act, .rub):
            self.init(
                form: .act, sheet: try PaperJob.json(BillSheet.act(content)), code: nil,
                attachment: content.file == nil ? nil : xml, madeAt: content.issuedAt, lines: lines)
        case (.invoice, .rub):
            var sheet = BillSheet.invoice(content)
            // The code names a sum in roubles, and another one is to be paid.
            let code =
                content.agreed == nil
                ? try PaperJob.code(
                    content.supplier, content.gross, sheet.purpose,
                    content.projects.count == 1 ? content.projects.first : nil) : nil
            sheet.hasCode = code != nil
            self.init(
                form: .invoice, sheet: try PaperJob.json(sheet), code: code, attachment: nil,
                madeAt: content.issuedAt, lines: lines)
        case (.act, .kzt), (.invoice, .kzt):
            self.init(
                form: content.kind == .act ? .kazakhAct : .kazakhInvoice,
                sheet: try PaperJob.json(KazakhSheet(content)), code: nil, attachment: nil,
                madeAt: content.issuedAt, lines: lines)
        }
    }

    /// The paper of a customer's own payment invoice.
    package init(_ content: PaymentInvoiceContent) throws {
        guard content.currency == .rub else {
            self.init(
                form: .kazakhInvoice, sheet: try PaperJob.json(KazakhSheet(content)), code: nil,
                attachment: nil, madeAt: content.issuedAt, lines: 1)
            return
        }
        var sheet = BillSheet.payment(content)
        let code =
            content.agreed == nil
            ? try PaperJob.code(content.supplier, content.amount, content.purpose, content.project) : nil
        sheet.hasCode = code != nil
        self.init(
            form: .invoice, sheet: try PaperJob.json(sheet), code: code, attachment: nil,
            madeAt: content.issuedAt, lines: 1)
    }

    /// The paper of an act of reconciliation, its formalised file inside where there is one.
    package init(_ content: ReconciliationContent, xml: [UInt8]?) throws {
        self.init(
            form: .reconciliation, sheet: try PaperJob.json(ReconciliationSheet(content)), code: nil,
            attachment: xml, madeAt: content.madeAt,
            lines: content.contracts.reduce(0) { $0 + $1.operations.count })
    }

    /// A contract to be signed.
    package init(_ paper: ContractPaper) throws {
        self.init(
            form: .contract, sheet: try PaperJob.json(ContractSheet(paper)), code: nil, attachment: nil,
            madeAt: paper.madeAt, lines: paper.contract.prices.count)
    }

    private static func json(_ sheet: some Encodable) throws -> [UInt8] {
        [UInt8](try JSONEncoder.sorted.encode(sheet))
    }

    private static func code(
        _ supplier: SupplierParty, _ amount: Int64, _ purpose: String?, _ project: PID?
    ) throws -> [UInt8]? {
        guard let purpose else { return nil }
        return try PaymentCode.text(
            supplier: supplier, amount: amount, purpose: purpose, project: project
        ).map(CodeImage.svg)
    }
}
