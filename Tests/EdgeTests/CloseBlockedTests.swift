import Testing

/// What keeps a month from closing: exit code 3, with the reason.
@Suite struct CloseBlockedTests {
    @Test func `a month that is not over is refused, a dry run of it is not`() throws {
        let folder = try CloseTests.town()
        let ran = try folder.kontragent("close", "2099-01", "--json")
        #expect(ran.status == 3)
        #expect(ran.err.contains("documents.month-not-over: "), "\(ran.err)")
        for month in ["2026-01", "2026-02"] { _ = try folder.kontragent("close", month) }
        let dry = try folder.kontragent("close", "2099-01", "--json", "--dry-run")
        #expect(dry.status == 0, "\(dry.err)")
        #expect(try dry.json["documents"] == .array([]))
    }

    @Test func `months close in their order`() throws {
        let folder = try CloseTests.town()
        let early = try folder.kontragent("close", "2026-02", "--region", "moscow", "--json")
        #expect(early.status == 3)
        #expect(early.err.contains("documents.month-out-of-order: "), "\(early.err)")
        #expect(early.err.contains("January 2026"), "it names the month to close first: \(early.err)")
        #expect(try folder.kontragent("close", "2026-01", "--region", "moscow").status == 0)
        #expect(try folder.kontragent("close", "2026-02", "--region", "moscow").status == 0)
    }

    @Test func `a supplier without its requisites blocks its customers until they are given`() throws {
        let folder = try CloseTests.town { $0.suppliers = [Dataset.qazcloud] }
        let ran = try folder.kontragent("close", "2026-01", "--json")
        #expect(ran.status == 3)
        let skipped = try ran.json["skipped"].list
        #expect(
            skipped.contains {
                $0["counterparty"]["inn"].text == CheckDigits.inn(2)
                    && $0["reason"].text == "supplier-requisites-missing"
            })
        for entry in skipped { #expect(entry.keys == ["counterparty", "project", "reason"]) }
        #expect(ran.err.contains("supplier-requisites-missing"), "\(ran.err)")
        #expect(try ran.json["documents"] == .array([]))
        // Importing the requisites lets it go on, and no number was lost.
        var more = Dataset()
        more.suppliers = [Dataset.moscow]
        try more.write("more", in: folder)
        #expect(try folder.kontragent("import", "more").status == 0)
        let closed = try folder.kontragent("close", "2026-01", "--json")
        #expect(closed.status == 0, "\(closed.err)")
        #expect(try closed.json["documents"].list.map { $0["number"].int } == [1, 1, 1])
    }

    @Test func `a counterparty without its requisites keeps the month open for itself alone`() throws {
        let folder = try CloseTests.town { data in
            data.accounts.append(
                Dataset.company(5, pids: ["mcs0000000055"], more: Dataset.contract())
                    .replacing(#","address":\#(Dataset.address)"#, with: ""))
            data.usage["poor.jsonl"] = [Dataset.event("p-1", "mcs0000000055", on: "2026-02-12")]
        }
        _ = try folder.kontragent("close", "2026-01")
        let ran = try folder.kontragent("close", "2026-02", "--json")
        #expect(ran.status == 3, "\(ran.err)")
        let reasons = try ran.json["skipped"].list.filter {
            $0["counterparty"]["inn"].text == CheckDigits.inn(5)
        }
        #expect(reasons.map { $0["reason"].text } == ["counterparty-requisites-missing"])
        #expect(try ran.json["documents"].list.count == 9, "the others have theirs")
        let again = try folder.kontragent("close", "2026-02", "--json")
        #expect(again.status == 3)
        #expect(try again.json["documents"] == ran.json["documents"])
    }

    @Test func `an event that comes after its month was closed goes to the open month`() throws {
        let folder = try CloseTests.town()
        _ = try folder.kontragent("close", "2026-01")
        let closed = try folder.kontragent("close", "2026-01", "--json").json
        var late = Dataset()
        late.suppliers = []
        late.usage["late.jsonl"] = [Dataset.event("late", "mcs0000000021", on: "2026-01-20")]
        try late.write("late", in: folder)
        #expect(try folder.kontragent("import", "late").status == 0)
        #expect(try folder.kontragent("close", "2026-01", "--json").json == closed, "January stays as it was")
        let february = try folder.kontragent("close", "2026-02", "--json").json
        let lines = february["documents"].list.filter {
            $0["projects"] == .array([.string("mcs0000000021")]) && $0["kind"].text == "act"
        }.flatMap { $0["lines"].list }
        #expect(lines.map { $0["serviceMonth"].text } == ["2026-01", "2026-02"])
    }
}
