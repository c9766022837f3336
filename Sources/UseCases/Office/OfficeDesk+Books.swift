package import Access
package import Basics
import Ledger
package import Regions

extension OfficeDesk {
    package static let booksPerPage = 50
    package static let transactionsPerPage = 25

    package struct BookList: Sendable {
        package let books: [BookListing]
        package let next: String?
    }

    package func books(after chain: String, for viewer: Viewer) throws -> BookList {
        try hold(viewer, .journal)
        return try store.read { records in
            let most = OfficeDesk.booksPerPage
            let found = try records.books(after: chain, limit: most + 1)
            return BookList(
                books: Array(found.prefix(most)), next: found.count > most ? found[most - 1].chain : nil)
        }
    }

    package struct Book: Sendable {
        package let chain: String
        package let search: JournalSearch
        package let balances: [(account: String, balance: Int64)]
        package let transactions: [TransactionRecord]
        package let next: Int64?
    }

    package func book(
        _ chain: String, _ search: JournalSearch, before sequence: Int64?, for viewer: Viewer
    ) throws -> Book? {
        try hold(viewer, .journal)
        return try store.read { records in
            guard try records.transaction(1, of: chain) != nil else { return nil }
            let most = OfficeDesk.transactionsPerPage
            let found = try records.transactions(of: chain, search, before: sequence, limit: most + 1)
            return Book(
                chain: chain, search: search,
                balances: try records.balances(of: Chain(chain)).map { ($0.account.text, $0.amount) },
                transactions: Array(found.prefix(most)),
                next: found.count > most ? found[most - 1].sequence : nil)
        }
    }

    package func funnel(_ region: Region, _ month: Month, for viewer: Viewer) throws -> PaperFunnel {
        try hold(viewer, .closing)
        return try store.read { try $0.paperFunnel(region, month: month) }
    }
}
