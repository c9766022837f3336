package import Access
import Basics
import Counterparties
import Notices
import Projects
import Requests

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
        package var requests: [CustomerRequest] = []
        package var letters: [ReceivedLetter] = []
        package var acts: [ReconciliationRecord] = []

        package var isEmpty: Bool {
            accounts.isEmpty && projects.isEmpty && documents.isEmpty && invoices.isEmpty && lines.isEmpty
                && credits.isEmpty && transactions.isEmpty && requests.isEmpty && letters.isEmpty
                && acts.isEmpty
        }
    }

    static let mostFound = 10

    /// A tax id, a PID, the number of a document, an invoice, an act or a request, a name, an address, what a request or
    /// a letter is about, a bank line, a transaction.
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
                found.acts = try records.reconciliations(numbered: number, limit: most)
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
            if case .reconciliation(let region, let year, let number)? = PaperKey(text) {
                found.acts = try records.reconciliation(region, year: year, number: number).map { [$0] } ?? []
            }
            if viewer.mayEverywhere(.requests) {
                found.requests = try OfficeDesk.requests(like: text, bare, limit: most, records)
                found.letters = try OfficeDesk.letters(like: text, limit: most, records)
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

    /// A request by its number or its mark, "[#mcs0000000001-12]"; the latest of the kinds that are called so.
    private static func requests(
        like text: String, _ bare: Substring, limit: Int, _ records: any Records
    ) throws -> [CustomerRequest] {
        if let number = Int64(bare) { return try records.request(number).map { [$0] } ?? [] }
        let mark = text.filter { !"[#] ".contains($0) }.lowercased().split(separator: "-")
        if mark.count == 2, let pid = PID(String(mark[0])), let number = Int64(mark[1]) {
            return try records.request(number).flatMap { $0.project == pid ? [$0] : nil } ?? []
        }
        let words = SearchText.words(text)
        guard words.contains(where: { $0.count >= 3 }) else { return [] }
        let kinds = RequestKind.allCases.filter { kind in
            [kind.phrase.en, kind.phrase.ru].contains { title in
                let title = SearchText.words(title)
                return words.allSatisfy { word in title.contains { $0.hasPrefix(word) } }
            }
        }
        return try kinds.flatMap { try records.requests(of: $0, limit: limit) }
            .sorted { $0.number > $1.number }.prefix(limit).map(\.self)
    }

    private static func letters(
        like text: String, limit: Int, _ records: any Records
    ) throws -> [ReceivedLetter] {
        if text.contains("@") {
            return try records.receivedLetters(senderBeginning: text.lowercased(), limit: limit)
        }
        let words = SearchText.words(text).sorted { $0.count > $1.count }
        guard let longest = words.first, longest.count >= 2, longest.contains(where: \.isLetter) else {
            return []
        }
        return try records.receivedLetters(worded: Array(words.prefix(4)), limit: limit)
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
