import Basics
import Books
import Funding
import Ledger
import Support
import Testing

struct PostingRuleTests {
    @Test(arguments: BookPages.names)
    func `a rule posts what its page shows`(name: String) throws {
        let page = try #require(
            BookPages.all.first { $0.examples.allSatisfy { BookPages.name(of: $0.rule) == name } })
        #expect(Golden.difference(Array(page.text.utf8), from: "Books/\(name).txt") == nil)
    }

    @Test func `every rule has a page, and no page two rules`() {
        #expect(
            BookPages.all.map { page in Set(page.examples.map { BookPages.name(of: $0.rule) }) }
                == BookPages.names.map { [$0] })
    }

    @Test func `every rule balances, and every account it uses has a name`() throws {
        for example in BookPages.all.flatMap(\.examples) {
            let posting = try Posting(example.rule.entries)
            #expect(!posting.isEmpty, "\(example.title)")
            for entry in example.rule.entries where BookPage.name(of: entry.account) == "?" {
                Issue.record("\(entry.account) has no name")
            }
        }
    }

    @Test func `a rule with nothing in it posts nothing`() throws {
        #expect(try Posting(PostingRule.packageIssued(net: 0, vat: 0).entries).isEmpty)
        #expect(try Posting(PostingRule.unclearReceived(0).entries).isEmpty)
    }

    @Test func `only transfers and post-paid services wait for a document`() {
        for (_, source) in BookPages.sources {
            for (_, scheme) in BookPages.schemes {
                let paid = PostingRule.chargePaidByMoney(source, scheme, month: BookPages.january, 100)
                let waits = paid.entries.contains { $0.account.text.hasPrefix(Chart.toDocumentPrefix) }
                #expect(waits == (scheme == .postpaid || source.means == "bank"), "\(source) \(scheme)")
            }
        }
    }

    @Test func `a debt and its payment leave nothing on the debt and the deferred income`() throws {
        for (_, source) in BookPages.sources {
            for (_, scheme) in BookPages.schemes {
                let rules: [PostingRule] = [
                    .moneyReceived(source, 100), .chargeInDebt(scheme, month: BookPages.january, 100),
                    .debtPaid(source, scheme, month: BookPages.january, 100),
                ]
                let direct: [PostingRule] = [
                    .moneyReceived(source, 100),
                    .chargePaidByMoney(source, scheme, month: BookPages.january, 100),
                ]
                #expect(try Posting(rules.flatMap(\.entries)) == Posting(direct.flatMap(\.entries)))
            }
        }
    }

    @Test func `a transfer cleared from suspense ends as a matched one`() throws {
        for (_, source) in BookPages.sources.prefix(2) {
            let roundabout: [PostingRule] = [
                .unclearReceived(100), .suspenseReleased(100), .suspenseTaken(source, 100),
            ]
            #expect(
                try Posting(roundabout.flatMap(\.entries))
                    == Posting(PostingRule.moneyReceived(source, 100).entries))
        }
    }

    @Test func `a choice taken back leaves the books as if it had never been made`() throws {
        for (_, source) in BookPages.sources.prefix(2) {
            let there: [PostingRule] = [.suspenseReleased(100), .suspenseTaken(source, 100)]
            let back: [PostingRule] = [.suspenseGivenBack(source, 100), .suspenseRestored(100)]
            #expect(try Posting((there + back).flatMap(\.entries)).isEmpty)
            #expect(
                try Posting(
                    [PostingRule.moneyReceived(source, 100), .moneyGivenBack(source, 100)].flatMap(\.entries)
                ).isEmpty)
        }
    }

    @Test func `a substituted charge stands in the books as if the transfer had paid it`() throws {
        let transfer = BookPages.sources[0].source
        for (_, source) in BookPages.sources.suffix(4) {
            for (_, scheme) in BookPages.schemes {
                // A post-paid charge is reported in the month of the service, whoever pays.
                let from = scheme == .prepaid ? BookPages.january : BookPages.february
                let received: [PostingRule] = [.moneyReceived(source, 100), .moneyReceived(transfer, 100)]
                let there: [PostingRule] = [
                    .chargePaidByMoney(source, scheme, month: from, 100),
                    .fundingSubstituted(
                        source, from: from, by: transfer, to: BookPages.february, scheme, 100),
                ]
                let direct = PostingRule.chargePaidByMoney(
                    transfer, scheme, month: BookPages.february, 100)
                #expect(
                    try Posting((received + there).flatMap(\.entries))
                        == Posting((received + [direct]).flatMap(\.entries)))
            }
        }
    }

    @Test func `an issued package clears what waited for it`() throws {
        let waiting = Chart.toDocument(payer: TaxID("7707083893"), in: BookPages.january)
        let rules: [PostingRule] = [
            .chargePaidByMoney(BookPages.sources[0].source, .prepaid, month: BookPages.january, 122_00),
            .shareDocumented(waiting, 122_00), .packageIssued(net: 100_00, vat: 22_00),
        ]
        #expect(
            try Posting(rules.flatMap(\.entries)).entries == [
                Entry(AccountCode("62.02.bank:7707083893"), debit: 122_00), Entry(Chart.vat, credit: 22_00),
                Entry(Chart.revenue, credit: 100_00),
            ])
    }

    @Test func `a bonus granted, spent in part and expired costs what was spent`() throws {
        let type = BonusType("vm")
        let rules: [PostingRule] = [
            .bonusGranted(type, 100), .chargePaidByBonus(type, 30), .bonusExpired(type, 70),
        ]
        #expect(
            try Posting(rules.flatMap(\.entries)).entries == [
                Entry(Chart.bonusCost, debit: 30), Entry(Chart.revenueBonus, credit: 30),
            ])
    }
}

struct ChartTests {
    @Test func `a code of services to be documented is read back`() throws {
        let month = The.month("2026-01")
        for payer in ["7707083893", "971240001315", "HRB 1.2"] {
            let read = Chart.documented(Chart.toDocument(payer: TaxID(payer), in: month))
            #expect(read?.payer == TaxID(payer))
            #expect(read?.month == month)
        }
        let postpaid = try #require(Chart.documented(Chart.toDocumentPostpaid(in: month)))
        #expect(postpaid.payer == nil)
        #expect(postpaid.month == month)
    }

    @Test(arguments: [
        "98.01", "98.02", "98.02.", "98.02.bank:7707083893", "98.02.card.2026-01", "90.01.other.2026-01",
    ])
    func `another code is not taken for one`(code: String) {
        #expect(Chart.documented(AccountCode(code)) == nil)
    }

    @Test func `sources are spelled as codes and listings need them`() {
        #expect(
            BookPages.sources.map(\.source.word) == [
                "bank:7707083893", "bank:", "card", "sbp", "wallet", "mobile",
            ])
        #expect(BookPages.sources.map(\.source.means) == ["bank", "bank", "card", "sbp", "wallet", "mobile"])
    }
}
