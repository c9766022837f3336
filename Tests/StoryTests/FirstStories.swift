import Basics
import Documents
import Support
import Testing
import UseCases

@Suite struct WorkedExamples {
    @Test func `card money is left out of a company's documents, first in first out`() throws {
        let town = try Town(opened: "2026-01-01")
        try town.completeSuppliers()
        try town.register(Make.romashka())
        try town.price("vm", "1300")
        try town.price("disk", "400")
        try town.transfer([
            Make.Transfer("1000.00", for: "mcs0000000001", on: "2026-01-05", number: "1"),
            Make.Transfer("700.00", for: "mcs0000000001", on: "2026-01-07", number: "2"),
        ])
        try town.credit("500.00", to: "mcs0000000001", at: "2026-01-06T10:00:00Z")
        try town.use("vm", in: "mcs0000000001", until: "2026-01-20T10:00:00Z")
        try town.settle()
        let january = try town.close("2026-01")
        #expect(january.documents.map(\.content.gross) == [1000_00])
        #expect(try town.balance("mcs0000000001").payment.minor == 900_00)
        try town.use("disk", in: "mcs0000000001", until: "2026-02-20T10:00:00Z")
        try town.settle()
        let february = try town.close("2026-02")
        #expect(february.documents.map(\.content.gross) == [200_00])
        #expect(february.documents.map(\.content.number) == [2])
    }
}
