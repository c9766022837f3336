import Basics
import Payments
import Testing

@Suite struct MatchTests {
    private let first = MakePayment.pid(1)
    private let second = MakePayment.pid(2)
    private let abroad = MakePayment.pid(3)
    private let october = MakePayment.day("2026-10-31")

    private func decide(
        _ purpose: String, amount: Int64 = 100_000, taxID: TaxID? = MakePayment.romashka,
        currency: String? = nil, projects: [PID] = [], invoices: [OpenInvoice] = []
    ) throws -> MatchDecision {
        let line = MakePayment.line(
            amount: amount, payer: MakePayment.payer(taxID: taxID), purpose: purpose, currency: currency)
        return try Match.decide(
            MakePayment.bankLine(line), among: candidates(projects: projects, invoices: invoices))
    }

    private func candidates(projects: [PID] = [], invoices: [OpenInvoice] = []) -> MatchCandidates {
        let regions = [first: "moscow", second: "moscow", abroad: "kazakhstan"]
        return MatchCandidates(
            region: "moscow", currency: .rub, regionOfProject: { regions[$0] },
            invoices: { number, date in invoices.filter { $0.number == number && $0.date == date } },
            projectsOfPayer: { $0 == MakePayment.romashka ? projects : [] })
    }

    private func invoice(number: String = "17", _ shares: [(PID, Int64, Int64)]) -> OpenInvoice {
        OpenInvoice(
            number: number, date: october,
            shares: shares.map { OpenInvoice.Share(project: $0.0, invoiced: $0.1, alreadyPaid: $0.2) })
    }

    private func all(_ pid: PID) -> [MatchShare] { [MatchShare(project: pid, amount: 100_000)] }

    @Test func `a PID in the purpose names the project`() throws {
        let decision = try decide("Оплата услуг \(first)", projects: [second])
        #expect(decision == .matched(all(first), [.pidQuoted(first)]))
    }

    @Test func `a PID that is not ours makes the line unclear whatever else it says`() throws {
        let stranger = MakePayment.pid(99)
        let invoices = [invoice([(first, 100_000, 0)])]
        let decision = try decide(
            "\(stranger), счет №17 от 31.10.2026", projects: [first], invoices: invoices)
        #expect(decision == .unclear([.unknownPID(stranger)]))
    }

    @Test func `a PID of another region makes the line unclear`() throws {
        #expect(
            try decide("\(abroad)", projects: [first])
                == .unclear([.pidOfAnotherRegion(abroad, region: "kazakhstan")]))
    }

    @Test func `two different PIDs make the line unclear`() throws {
        #expect(try decide("\(first) и \(second)") == .unclear([.severalPIDs([first, second])]))
        #expect(try decide("\(first) и \(first)") == .matched(all(first), [.pidQuoted(first)]))
    }

    @Test func `a PID goes before an invoice`() throws {
        let decision = try decide(
            "\(first), счет №17 от 31.10.2026", invoices: [invoice([(second, 100_000, 0)])])
        #expect(decision == .matched(all(first), [.pidQuoted(first)]))
    }

    @Test func `an invoice's number and date name its project`() throws {
        let decision = try decide(
            "счет №17 от 31.10.2026", projects: [second], invoices: [invoice([(first, 100_000, 0)])])
        #expect(decision == .matched(all(first), [.invoiceQuoted(number: "17", date: october)]))
    }

    @Test func `a transfer is split in PID order, the rest goes to the first`() throws {
        let invoices = [invoice([(second, 30_000, 0), (first, 50_000, 10_000)])]
        let decision = try decide("счет №17 от 31.10.2026", invoices: invoices)
        #expect(
            decision
                == .matched(
                    [
                        MatchShare(project: first, amount: 70_000),
                        MatchShare(project: second, amount: 30_000),
                    ],
                    [.invoiceQuoted(number: "17", date: october), .restToFirst(first, amount: 30_000)]))
    }

    @Test func `a part payment fills the first project first`() throws {
        let invoices = [invoice([(first, 50_000, 0), (second, 30_000, 0)])]
        let decision = try decide("счет №17 от 31.10.2026", amount: 60_000, invoices: invoices)
        #expect(
            decision
                == .matched(
                    [
                        MatchShare(project: first, amount: 50_000),
                        MatchShare(project: second, amount: 10_000),
                    ],
                    [.invoiceQuoted(number: "17", date: october)]))
    }

    @Test func `an invoice paid before gives all to its first project`() throws {
        let invoices = [invoice([(first, 50_000, 50_000), (second, 30_000, 40_000)])]
        let decision = try decide("счет №17 от 31.10.2026", invoices: invoices)
        #expect(
            decision
                == .matched(
                    all(first),
                    [.invoiceQuoted(number: "17", date: october), .restToFirst(first, amount: 100_000)]))
    }

    @Test func `two invoices quoted are paid in the order of writing`() throws {
        let invoices = [invoice([(second, 60_000, 0)]), invoice(number: "18", [(first, 60_000, 0)])]
        let decision = try decide("счета №17 от 31.10.2026, №18 от 31.10.2026", invoices: invoices)
        guard case .matched(let shares, _) = decision else {
            Issue.record("not matched: \(decision)")
            return
        }
        #expect(
            shares == [
                MatchShare(project: second, amount: 60_000), MatchShare(project: first, amount: 40_000),
            ])
    }

    @Test func `an invoice that two papers could be is for a person`() throws {
        let same = [invoice([(first, 100_000, 0)]), invoice([(second, 1, 0)])]
        #expect(
            try decide("счет №17 от 31.10.2026", invoices: same)
                == .unclear([.ambiguousInvoice(number: "17", date: october)]))
    }

    @Test func `an invoice of another region is for a person`() throws {
        #expect(
            try decide("счет №17 от 31.10.2026", invoices: [invoice([(abroad, 100_000, 0)])])
                == .unclear([.invoiceOfAnotherRegion(number: "17", date: october)]))
    }

    @Test func `an invoice not found leaves the word to the payer's tax id`() throws {
        let reasons: [MatchReason] = [
            .unknownInvoice(number: "16", date: october), .onlyProjectOfPayer(MakePayment.romashka, first),
        ]
        #expect(
            try decide("счет №16 от 31.10.2026", projects: [first]) == .matched(all(first), reasons))
        #expect(
            try decide("счет №16", projects: [first])
                == .matched(
                    all(first),
                    [.invoiceWithoutDate(number: "16"), .onlyProjectOfPayer(MakePayment.romashka, first)]))
    }

    @Test func `a payer with exactly one project needs no words`() throws {
        #expect(
            try decide("Оплата услуг", projects: [first])
                == .matched(all(first), [.onlyProjectOfPayer(MakePayment.romashka, first)]))
    }

    @Test func `a payer with several projects, with none or without a tax id is for a person`() throws {
        let payer = MakePayment.romashka
        #expect(
            try decide("Оплата", projects: [first, second])
                == .unclear([.payerWithSeveralProjects(payer, [first, second])]))
        #expect(try decide("Оплата") == .unclear([.payerWithoutProject(payer)]))
        #expect(try decide("Оплата", taxID: nil, projects: [first]) == .unclear([.payerWithoutTaxID]))
    }

    @Test func `another currency is never credited by itself`() throws {
        #expect(try decide("\(first)", currency: "USD") == .unclear([.otherCurrency("USD")]))
        #expect(try decide("\(first)", currency: "RUB") == .matched(all(first), [.pidQuoted(first)]))
    }

    @Test func `outgoing lines are kept and not matched`() throws {
        let line = MakePayment.line(
            payer: MakePayment.supplier(), payee: MakePayment.payer(), purpose: "возврат \(first)")
        let decision = try Match.decide(MakePayment.bankLine(line), among: candidates())
        #expect(decision == .outgoing)
        #expect(decision.reasons == [.outgoing])
    }

    @Test func `a line without direction is for a person, PID or not`() throws {
        let line = MakePayment.line(
            payee: MakePayment.supplier(["40802000000000000007"]), purpose: "\(first)")
        #expect(
            try Match.decide(MakePayment.bankLine(line), among: candidates()) == .unclear([.directionUnknown])
        )
    }

    @Test func `money between own accounts is nobody's payment`() throws {
        let line = MakePayment.line(payer: MakePayment.supplier([MakePayment.secondOwn]), purpose: "\(first)")
        let both: Set<String> = [MakePayment.own, MakePayment.secondOwn]
        #expect(
            try Match.decide(MakePayment.bankLine(line, own: both), among: candidates())
                == .unclear([.betweenOwnAccounts]))
        let outgoing = MakePayment.bankLine(line, stated: [MakePayment.secondOwn], own: both)
        #expect(try Match.decide(outgoing, among: candidates()) == .outgoing)
    }

    @Test func `the shares of a split always add up to the line`() throws {
        let seed = UInt64.random(in: 0...UInt64.max)
        var state = seed
        func roll(_ limit: UInt64) -> Int64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int64((state >> 33) % limit)
        }
        for _ in 0..<500 {
            let shares = [(first, roll(1000), roll(1000)), (second, roll(1000), roll(1000))]
            let amount = 1 + roll(3000)
            let decision = try decide("счет №17 от 31.10.2026", amount: amount, invoices: [invoice(shares)])
            guard case .matched(let parts, _) = decision else {
                Issue.record("seed \(seed): not matched")
                return
            }
            #expect(parts.reduce(0) { $0 + $1.amount } == amount, "seed \(seed)")
            #expect(parts.allSatisfy { $0.amount > 0 }, "seed \(seed)")
        }
    }
}
