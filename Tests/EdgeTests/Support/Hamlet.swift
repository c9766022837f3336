import Testing

/// Four companies, a person and ТОО «Алтын» in January and February: small enough to look at after every
/// kill. A held bank file waits for a person.
enum Hamlet {
    static let altyn = "mcs0000000066"
    static let sidorov = "mcs0000000044"
    static let pids = (1...4).map { "mcs00000000\($0)0" } + [sidorov, altyn]
    static let months = ["2026-01", "2026-02"]

    static func dataset() -> Dataset {
        var data = Dataset()
        data.accounts = [
            Dataset.company(1, pids: [pids[0]]),
            Dataset.company(2, pids: [pids[1]], more: Dataset.contract(documents: #""taxInvoice","act""#)),
            Dataset.company(3, pids: [pids[2]], more: Dataset.contract(documents: #""upd""#)),
            Dataset.company(4, pids: [pids[3]]),
            Dataset.sidorov(pids: [sidorov]),
            Dataset.altyn(pids: [altyn], more: Dataset.contract()),
        ]
        data.prices = [
            Dataset.price(bonus: "compute"), Dataset.price("disk", "0.37", service: "Диски"),
            Dataset.price("compute.vcpu", "116", currency: "KZT", region: "kazakhstan"),
        ]
        data.credits = [
            Dataset.credit("card", "card", pids[3], at: "2026-01-04T10:00:00Z"),
            Dataset.credit("sbp", "sbp", sidorov, at: "2026-01-05T10:00:00Z"),
            Dataset.grant("bonus", pids[0], amount: "40.00", granted: "2026-01-01T00:00:00Z"),
        ]
        data.statements["january.txt"] =
            Statement([transfer(1, "1000.00", "12.01.2026"), transfer(4, "300.50", "13.01.2026")]).bytes
        for month in months {
            data.usage["\(month).jsonl"] = pids.flatMap { pid in
                (1...4).flatMap { day in
                    (pid == altyn ? ["compute.vcpu"] : ["compute.vcpu", "disk"]).map { sku in
                        Dataset.event(
                            "\(pid)/\(month)/\(day)/\(sku)", pid, quantity: "\(day).\(day)5",
                            on: "\(month)-\(10 + day)", sku: sku)
                    }
                }
            }
        }
        return data
    }

    /// How many records the dataset has, its two transfers among them.
    static var records: Int {
        let data = dataset()
        return data.accounts.count + data.prices.count + data.credits.count + 2
            + data.usage.values.map(\.count).reduce(0, +)
    }

    /// Its totals do not tie, so that it waits for `bank accept`.
    static func held() -> Statement {
        var statement = Statement([
            transfer(1, "77.70", "10.02.2026", number: "7"), transfer(4, "88.80", "11.02.2026", number: "8"),
        ])
        statement.received = "1.00"
        return statement
    }

    private static func transfer(
        _ company: Int, _ amount: String, _ date: String, number: String = "1"
    ) -> Statement.Transfer {
        Statement.Transfer(
            amount: amount, payer: CheckDigits.inn(company), purpose: "Оплата \(pids[company - 1])",
            number: number, date: date)
    }

    /// A folder with everything that will come in, and an empty database.
    static func folder() throws -> TestFolder {
        let folder = try TestFolder.quick()
        try dataset().write(in: folder)
        try folder.write(held().bytes, to: "held.txt")
        try #expect(folder.kontragent("migrate").status == 0)
        return folder
    }

    /// What is done to it from the first day to the last, without papers.
    static let life = [
        ["import", "data", "--json"], ["bank", "held.txt", "--as-booked", "--json"],
        ["bank", "accept", "held.txt", "--json"],
        ["settle", "--until", "2026-02-01T00:00:00Z", "--json"],
        ["close", months[0], "--out", "out", "--no-wait", "--json"], ["seal", "--json"],
        ["backup", "copy.db"], ["restore", "copy.db"],
        ["close", months[1], "--out", "out", "--no-wait", "--json"],
    ]

    /// Runs a step to its end, the way somebody does who does not know how far the last one came.
    @discardableResult
    static func finish(
        _ step: [String], in folder: TestFolder, environment: [String] = []
    ) throws -> Tool.Ran {
        let ran = try folder.run(Tool.path, step, environment: environment)
        switch step[0..<min(2, step.count)] {
        case ["bank", "held.txt"]: #expect(ran.status == 2, "the file is held: \(ran.err)")
        case ["bank", "accept"] where ran.status == 2:
            #expect(ran.err.contains("payments.no-held-file"), "it was accepted before: \(ran.err)")
        case ["backup", "copy.db"] where ran.status == 3:
            #expect(ran.err.contains("storage.already-there"), "it was copied before: \(ran.err)")
        default: #expect(ran.status == 0, "\(step): \(ran.err)")
        }
        return ran
    }

    static func expectClean(_ folder: TestFolder, _ after: String) throws {
        let ran = try folder.kontragent("verify")
        #expect(ran.status == 0, "\(after): \(ran.out) \(ran.err)")
    }

    /// What came of it: balances, closings, day lines with what paid for them, files.
    static func outcome(_ folder: TestFolder) throws -> Outcome {
        Outcome(
            books: try Books(folder, pids: pids, months: months),
            details: try pids.flatMap { pid in
                try months.map { try folder.kontragent("detail", pid, "--month", $0, "--format", "csv").out }
            },
            files: try folder.files(below: "out").filter { $0.hasSuffix(".json") }
                .map { try "\($0) \(JSON.read(folder.text("out/\($0)")).without(["file", "issuedAt"]))" },
            strays: folder.files(below: ".").filter { $0.contains(".part") || $0.contains(".dat.nosync") })
    }

    struct Outcome {
        let books: Books
        let details: [String]
        let files: [String]
        /// What a killed program left half-written.
        let strays: [String]

        func difference(from other: Outcome) -> String? {
            if let difference = books.difference(from: other.books) { return difference }
            for (mine, theirs) in zip(details, other.details) where mine != theirs {
                return "day lines \(mine) instead of \(theirs)"
            }
            for (mine, theirs) in zip(files, other.files) where mine != theirs {
                return "file \(mine) instead of \(theirs)"
            }
            if files.count != other.files.count { return "\(files.count) files, not \(other.files.count)" }
            return strays.isEmpty ? nil : "left over: \(strays)"
        }
    }
}
