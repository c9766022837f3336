import Basics
import Ledger
import Regions
package import UseCases

/// The books: each project's and each supplier's, with their chains.
package struct BooksPage {
    private let visit: Visit
    private let books: OfficeDesk.BookList
    private let isFirst: Bool

    package init(_ books: OfficeDesk.BookList, isFirst: Bool, _ visit: Visit) {
        self.books = books
        self.isFirst = isFirst
        self.visit = visit
    }

    package var markup: Markup {
        let title = visit.words("Books", "Книги")
        var table = Table(
            caption: visit.words("A chain of transactions each", "В каждой своя цепочка операций"),
            columns: [
                .init(visit.words("Book", "Книга")), .init(visit.words("Whose", "Чья")),
                .init(visit.words("Transactions", "Операций"), isSum: true),
                .init(visit.words("The last", "Последняя")),
            ])
        table.rows = books.books.map { book in
            [
                anchor(visit.link("/journal", [("chain", book.chain)]), book.chain),
                book.chain.hasPrefix("supplier/")
                    ? "\(visit.words("the supplier's", "поставщика"))"
                    : PID(book.chain).map { visit.project($0) } ?? "",
                "\(visit.count(Int(book.transactions)))", "\(visit.moment(book.lastAt, .moscow))",
            ]
        }
        let list: Markup =
            books.books.isEmpty
            ? empty(
                visit.words("Nothing is posted yet.", "Проводок ещё нет."),
                "\(visit.words("Import a dataset, or book a bank file.", "Загрузите набор данных или выписку."))"
            ) : table.markup
        return Frame(visit: visit, title: title, path: "/journal").page(
            """
            <h1>\(title)</h1>
            <form class="bar" action="/journal" method="get">
            <label for="chain">\(visit.words("Book", "Книга"))</label>
            <input class="form-control" id="chain" name="chain" placeholder="supplier/moscow, mcs…" required="required" maxlength="100"/>
            \(visit.kept)<button class="btn btn-primary">\(visit.words("Open", "Открыть"))</button>
            <a class="btn btn-outline-secondary" href="\(visit.link("/verify"))">\(visit.words("Check all books", "Проверить все книги"))</a>
            </form>
            \(list)
            \(visit.onward("/journal", [], "after", books.next, isFirst: isFirst))
            """)
    }
}

/// One book: its balances, and its transactions, the latest first.
package struct BookPage {
    private let visit: Visit
    private let book: OfficeDesk.Book
    private let isFirst: Bool

    package init(_ book: OfficeDesk.Book, isFirst: Bool, _ visit: Visit) {
        self.book = book
        self.isFirst = isFirst
        self.visit = visit
    }

    package var markup: Markup {
        let words = visit.words
        let title = words("Book of \(book.chain)", "Книга \(book.chain)")
        let query = [
            ("chain", book.chain), ("account", book.search.account), ("cause", book.search.cause),
        ]
        let project: Markup? = PID(book.chain).map {
            "<p class=\"lead\">\(visit.project($0)) \(anchor(visit.explain($0.text), words("Explain", "Объяснить")))</p>\n"
        }
        let list: Markup =
            book.transactions.isEmpty
            ? empty(
                words("No transaction is like that.", "Таких проводок нет."),
                anchor(visit.link("/journal", [("chain", book.chain)]), words("Show all", "Показать все")))
            : "\(book.transactions.map { TransactionView($0, visit).markup })"
        return Frame(
            visit: visit, title: title, path: "/journal", query: query,
            trail: [(words("Books", "Книги"), visit.link("/journal"))]
        ).page(
            """
            <h1>\(title)</h1>
            \(project)<form class="bar" action="/journal" method="get">
            <input type="hidden" name="chain" value="\(book.chain)"/>
            <label for="account">\(words("Account code", "Счёт"))</label>
            <input class="form-control" id="account" name="account" value="\(book.search.account)" placeholder="62.02" maxlength="100"/>
            <label for="cause">\(words("Cause begins with", "Причина начинается с"))</label>
            <input class="form-control" id="cause" name="cause" value="\(book.search.cause)" placeholder="settlement/" maxlength="200"/>
            \(visit.kept)<button class="btn btn-primary">\(words("Show", "Показать"))</button>
            </form>
            \(balances)
            <div class="part"><h2>\(words("Transactions", "Операции"))</h2></div>
            \(list)
            \(visit.onward("/journal", query, "before", book.next.map { String($0) }, isFirst: isFirst))
            """)
    }

    private var balances: Markup {
        var table = Table(
            caption: visit.words("Balances", "Остатки"),
            columns: [
                .init(visit.words("Account", "Счёт")), .init(visit.words("Debit", "Дебет"), isSum: true),
                .init(visit.words("Credit", "Кредит"), isSum: true),
            ], isInside: true)
        let open = book.balances.filter { $0.balance != 0 }
        table.rows = open.prefix(300).map { account, balance in
            let rows = visit.link("/journal", [("chain", book.chain), ("account", account)])
            let sum = anchor(rows, visit.bare(abs(balance)))
            return [anchor(rows, account), balance > 0 ? sum : "", balance < 0 ? sum : ""]
        }
        let debit = open.reduce(0) { $0 + max(0, $1.balance) }
        table.total = [
            "\(visit.words("Total", "Итого"))", "\(visit.bare(debit))",
            "\(visit.bare(open.reduce(0) { $0 - min(0, $1.balance) }))",
        ]
        return """
            <details class="panel"><summary>\(visit.words("Balances", "Остатки")): \(visit.count(open.count))</summary>
            \(table.markup)</details>

            """
    }
}

/// A transaction: its cause, its entries in two columns, its place in the chain.
struct TransactionView {
    private let transaction: TransactionRecord
    private let visit: Visit

    init(_ transaction: TransactionRecord, _ visit: Visit) {
        self.transaction = transaction
        self.visit = visit
    }

    var markup: Markup {
        let entries = transaction.entries
        var table = Table(
            caption: "\(transaction.chain)#\(transaction.sequence)",
            columns: [
                .init(visit.words("Account", "Счёт")), .init(visit.words("Debit", "Дебет"), isSum: true),
                .init(visit.words("Credit", "Кредит"), isSum: true),
            ], isInside: true)
        table.rows = entries.prefix(200).map { entry in
            let rows = visit.link(
                "/journal", [("chain", transaction.chain), ("account", entry.account.text)])
            let sum = anchor(rows, visit.bare(abs(entry.amount)))
            return [
                anchor(rows, entry.account.text), entry.amount > 0 ? sum : "", entry.amount < 0 ? sum : "",
            ]
        }
        let debit = entries.reduce(0) { $0 + max(0, $1.amount) }
        table.total = [
            "\(visit.words("Balanced", "Сходится"))", "\(visit.bare(debit))",
            "\(visit.bare(entries.reduce(0) { $0 - min(0, $1.amount) }))",
        ]
        let payload = transaction.payload.prefix(20).map { "<li><code>\($0)</code></li>" as Markup }
        let more: Markup? = payload.isEmpty ? nil : "<ul class=\"plain inside\">\(payload)</ul>"
        return """
            <div class="panel tx">
            <div class="inside"><p><strong>№ \(visit.count(Int(transaction.sequence)))</strong> \(cause) <span class="dim">\(visit.moment(transaction.at, .moscow))</span><br/>
            <span class="dim">\(anchor(visit.link("/journal", [("chain", transaction.chain)]), transaction.chain)), \(visit.words("hash", "хэш")) <code>\(Hex.text(Array(transaction.hash.prefix(8))))…</code></span></p></div>
            \(table.markup)\(more)</div>

            """
    }

    /// What is behind it, where a page can say.
    private var cause: Markup {
        let text = transaction.cause
        for beginning in ["match/", "unmatch/", "return/"] where text.hasPrefix(beginning) {
            let credit = String(text.dropFirst(beginning.count))
            return "\(beginning)<a href=\"\(visit.explain("credit/\(credit)"))\">\(name(credit))</a>"
        }
        return name(text)
    }
}
