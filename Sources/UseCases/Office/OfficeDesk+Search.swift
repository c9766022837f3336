package import Access
import Basics
import Counterparties
import Projects

extension OfficeDesk {
    /// What a text finds, by kind; each list is short.
    package struct Findings: Sendable {
        package let text: String
        package var accounts: [Account] = []
        package var projects: [(project: ProjectRecord, name: String)] = []
        package var documents: [DocumentRecord] = []
        package var invoices: [PaymentInvoiceRecord] = []
        package var lines: [BankLineRecord] = []
        package var credits: [KeptCredit] = []
        package var transactions: [TransactionRecord] = []

        package var isEmpty: Bool {
            accounts.isEmpty && projects.isEmpty && documents.isEmpty && invoices.isEmpty && lines.isEmpty
                && credits.isEmpty && transactions.isEmpty
        }
    }

    static let mostFound = 10

    /// A tax id, a PID, a document's or an invoice's number, a name, an address, a bank line, a transaction.
    package func search(_ typed: String, for viewer: Viewer) throws -> Findings {
        try hold(viewer, .search)
        let text = String(typed.prefix(200))
        guard !text.isEmpty else { return Findings(text: text) }
        let most = OfficeDesk.mostFound
        return try store.read { records in
            var found = Findings(text: text)
            if let pid = PID(text.lowercased()), let project = try records.project(pid),
                let account = try records.account(project.project.account)
            {
                found.projects = [(project, account.counterparty.name)]
                found.accounts = [account]
            } else {
                found.accounts = try accounts(matching: text, limit: most, records)
                    .compactMap { try records.account($0) }
            }
            let bare = text.drop { "№# ".contains($0) }
            if let number = Int(bare), (1...999_999_999).contains(number) {
                found.documents = try records.documents(numbered: number, limit: most)
                found.invoices = try records.paymentInvoices(numbered: number, limit: most)
                if viewer.mayEverywhere(.matching) {
                    found.lines = try records.bankLines(documented: String(bare), limit: most)
                    if let line = try records.bankLine(number: Int64(number)), !found.lines.contains(line) {
                        found.lines.insert(line, at: 0)
                    }
                }
            }
            if let key = DocumentKey(text), let document = try records.document(named: key) {
                found.documents = [document]
            }
            if viewer.mayEverywhere(.matching) {
                if text.hasPrefix("bank/"), let number = Int64(text.dropFirst(5)),
                    let line = try records.bankLine(number: number)
                {
                    found.lines = [line]
                } else if found.lines.isEmpty {
                    found.lines = try records.bankLine(BankLineID(text)).map { [$0] } ?? []
                    if found.lines.isEmpty, text.utf8.count >= 8, text.allSatisfy(\.isNumber) {
                        found.lines = try records.bankLines(fromPayer: text, limit: most)
                    }
                }
            }
            if let credit = try records.credit(CreditID(text)) { found.credits = [credit] }
            if let (chain, sequence) = OfficeDesk.transaction(text),
                let transaction = try records.transaction(sequence, of: chain)
            {
                found.transactions = [transaction]
            }
            return found
        }
    }

    /// "mcs0000000001#3" or "supplier/moscow#17".
    package static func transaction(_ text: String) -> (chain: String, sequence: Int64)? {
        guard let mark = text.lastIndex(of: "#"), let sequence = Int64(text[text.index(after: mark)...])
        else {
            return nil
        }
        return (String(text[..<mark]), sequence)
    }
}
