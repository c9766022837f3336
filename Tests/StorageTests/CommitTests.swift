import Basics
import Storage
import Support
import Testing
import UseCases

/// What a commit keeps, and what a transaction that fails takes back.
@Suite struct CommitTests {
    @Test func `a number given in a transaction that failed is given again`() throws {
        struct Stop: Error {}
        let town = try Town()
        let supplier = TaxID("7700000000")
        for _ in 1...2 {
            #expect(throws: Stop.self) {
                try town.store.transaction { records in
                    _ = try records.nextNumber(supplier: supplier, kind: .upd, year: 2026)
                    _ = try records.nextPaymentInvoiceNumber(supplier: supplier, year: 2026)
                    throw Stop()
                }
            }
        }
        let numbers = try town.store.transaction { records in
            [
                try records.nextNumber(supplier: supplier, kind: .upd, year: 2026),
                try records.nextPaymentInvoiceNumber(supplier: supplier, year: 2026),
            ]
        }
        #expect(numbers == [1, 1], "no number is left out")
    }

    @Test(.enabled(if: TestDatabase.isOnFile))
    func `what was answered is on the disk: each commit waits for it`() throws {
        let town = try Town()
        var found: [Cell] = []
        try town.store.transaction { records in
            try records.forEachRow(of: "pragma_synchronous", ["synchronous"], where: [:], by: []) {
                found += $0
            }
        }
        #expect(found == [.integer(2)], "2 is FULL; 1 may lose the last commits with the power")
    }
}
