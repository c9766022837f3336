import Basics
import Documents
import Formats
import Foundation
import Requisites
import Support
import Testing

/// The formalised act of reconciliation: our bytes, the schema of the tax service, and what cannot be said in it.
struct ReconciliationTitleTests {
    static let schema = ProcessInfo.processInfo.environment["KONTRAGENT_SHARED"].map {
        $0 + "/data/fns/reconciliation/ON_AKTSVEROTP_1_972_01_05_01_01.xsd"
    }

    private static func act(
        buyer: BuyerParty = UPDCast.romashka, ogrn: String? = "1027700132195",
        contracts: [ReconciledContract]? = nil, currency: Currency = .rub
    ) throws -> ReconciliationContent {
        let offer = Basis(name: "Оферта", number: "б/н", date: UPDCast.day("2025-08-01"))
        let contract = Basis(name: "Договор", number: "ВК-17/2026", date: UPDCast.day("2026-10-01"))
        let made = UPDCast.day("2026-11-03")
        return ReconciliationContent(
            number: 17, date: made,
            period: try ReconciledPeriod(from: UPDCast.day("2026-10-01"), through: UPDCast.day("2026-10-31")),
            currency: currency, supplier: UPDCast.supplier, counterparty: buyer,
            supplierOGRN: "1027739850962", counterpartyOGRN: ogrn,
            projects: [PID("mcs0000000001")].compactMap(\.self),
            contracts: contracts ?? [
                ReconciledContract(
                    basis: offer, opening: -100_00,
                    operations: [
                        SettledOperation(
                            day: UPDCast.day("2026-10-05"),
                            kind: .payment(number: "777", date: UPDCast.day("2026-10-04")), credit: 2440_00),
                        SettledOperation(
                            day: UPDCast.day("2026-10-07"),
                            kind: .paymentTakenBack(number: "777", date: UPDCast.day("2026-10-04")),
                            debit: 2440_00),
                        SettledOperation(
                            day: UPDCast.day("2026-10-31"), kind: .carried(contract), debit: 100_00),
                    ]),
                ReconciledContract(
                    basis: contract, opening: 0,
                    operations: [
                        SettledOperation(
                            day: UPDCast.day("2026-10-31"), kind: .carried(offer), credit: 100_00),
                        SettledOperation(
                            day: UPDCast.day("2026-10-31"), kind: .document(.upd, number: 100_231),
                            debit: 5000_50),
                    ]),
            ], madeAt: Moment("2026-11-03T06:05:07Z") ?? Moment(microseconds: 0),
            file: ExchangeName.ofReconciliation(
                supplier: UPDCast.supplier, counterparty: buyer, date: made,
                guid: "55555555-5555-4555-8555-555555555555"))
    }

    @Test func `the file of an act is as it was`() throws {
        let difference = Golden.difference(
            try ReconciliationTitle.write(Self.act()), from: "Documents/reconciliation-moscow.xml")
        #expect(difference == nil)
    }

    @Test func `a file's name says the recipient before the sender, and ends with the GUID`() throws {
        #expect(
            try Self.act().file?.name
                == "ON_AKTSVEROTP_2BM-7707083893-773601001-202601010000000000002_"
                + "2BM-7743001840-997750001-202601010000000000001_20261103_55555555-5555-4555-8555-555555555555"
        )
    }

    @Test func `the sums of the contracts make the act's, and one side of each balance is nothing`() throws {
        let table = try #require(
            try XMLTree.parse(try ReconciliationTitle.write(Self.act())).root.first("Документ")?
                .first("ТаблАкт"))
        #expect(table["СальдоНачКр"] == "100.00" && table["СальдоНачДеб"] == "0.00")
        #expect(table["ОборотДеб"] == "7540.50" && table["ОборотКр"] == "2540.00")
        #expect(table["СальдоКонДеб"] == "4900.50" && table["СальдоКонКр"] == "0.00")
        let contracts = table.all("ДогСв")
        #expect(contracts.map { $0["СальдоКонДеб"] } == ["0.00", "4900.50"])
        #expect(
            contracts.flatMap { $0.all("ДокСв") }.compactMap { $0.first("СвОпер")?["НомСтр"] } == [
                "1", "2", "3", "4", "5",
            ])
    }

    @Test(.enabled(if: schema != nil, "skipped: KONTRAGENT_SHARED is not set"))
    func `acts with companies, proprietors and foreigners are valid by the tax service's schema`() throws {
        let hostile = "ООО \"Рога & <Копыта>\" ₽ Қазақ \u{1}" + String(repeating: "я", count: 2000)
        for (buyer, ogrn) in [
            (UPDCast.romashka, "1027700132195" as String?), (UPDCast.petrov, nil), (UPDCast.altyn, nil),
            (UPDCast.entity(name: hostile, shortName: hostile), "1027700132195"),
        ] {
            let act = try Self.act(buyer: buyer, ogrn: ogrn)
            #expect(act.fileObstacle == nil)
            let findings = try XMLSchema.validate(
                try ReconciliationTitle.write(act), schemaPath: Self.schema ?? "")
            #expect(findings.isEmpty, "\(buyer.name) \(findings)")
        }
    }

    private static func assigned() throws -> ReconciliationContent {
        let order = UPDCast.day("2026-10-04")
        return try act(contracts: [
            ReconciledContract(
                basis: Basis(name: "Оферта", number: "б/н", date: UPDCast.day("2025-08-01")), opening: 0,
                operations: [
                    SettledOperation(
                        day: UPDCast.day("2026-10-05"),
                        kind: .advanceTaken(number: "777", date: order, from: TaxID("7704123450")),
                        credit: 700_00),
                    SettledOperation(
                        day: UPDCast.day("2026-10-06"),
                        kind: .advanceAssigned(number: "777", date: order, to: TaxID("7702070139")),
                        debit: 600_00),
                ])
        ])
    }

    @Test(.enabled(if: schema != nil, "skipped: KONTRAGENT_SHARED is not set"))
    func `an advance that was assigned stands in a valid file by its transfer, with both tax ids`() throws {
        let act = try Self.assigned()
        let file = try ReconciliationTitle.write(act)
        #expect(try XMLSchema.validate(file, schemaPath: Self.schema ?? "").isEmpty)
        let rows = try #require(
            try XMLTree.parse(file).root.first("Документ")?.first("ТаблАкт")?.first("ДогСв")?.all("ДокСв"))
        #expect(rows.map { $0["НомДок"] } == ["777", "777"])
        #expect(
            rows.map { $0.first("СвОпер")?["НаимОпер"] } == [
                "Зачёт переданного аванса, ИНН 7704123450 (777 от 04.10.2026)",
                "Передача аванса, ИНН 7702070139 (777 от 04.10.2026)",
            ])
        #expect(try ReconciliationJSON.thaw(ReconciliationJSON.freeze(act)) == act)
    }

    @Test func `what the format cannot say has no file, and why is known`() throws {
        let nothing = [
            ReconciledContract(
                basis: Basis(name: "Оферта", number: "б/н", date: UPDCast.day("2025-08-01")), opening: -5,
                operations: [])
        ]
        #expect(try Self.act(contracts: nothing).fileObstacle == .nothingHappened)
        #expect(try Self.act(ogrn: nil).fileObstacle == .numbersMissing)
        #expect(try Self.act(currency: .kzt).fileObstacle == .otherCountry)
        let huge = [
            ReconciledContract(
                basis: nothing[0].basis, opening: 0,
                operations: [
                    SettledOperation(
                        day: UPDCast.day("2026-10-05"),
                        kind: .payment(number: "1", date: UPDCast.day("2026-10-05")),
                        credit: 1_000_000_000_000_000)
                ])
        ]
        #expect(try Self.act(contracts: huge).fileObstacle == .sumsTooLarge)
        #expect(throws: (any Error).self) { try ReconciliationTitle.write(Self.act(ogrn: nil)) }
    }

    @Test func `what was frozen thaws to the same, and other bytes are no act`() throws {
        for act in [try Self.act(), try Self.act(buyer: UPDCast.altyn, ogrn: nil, currency: .kzt)] {
            let bytes = ReconciliationJSON.freeze(act)
            #expect(try ReconciliationJSON.thaw(bytes) == act)
            let text = String(decoding: bytes, as: UTF8.self)
            for (part, other) in [
                ("kontragent-reconciliation/1", "kontragent-reconciliation/9"), ("\"payment\"", "\"gift\""),
                ("2026-10-31", "2026-10-32"), ("100.00", "100.0"),
            ] {
                let spoilt = text.replacing(part, with: other, maxReplacements: 1)
                #expect(spoilt != text && isRefused(Array(spoilt.utf8)), "\(part)")
            }
        }
    }

    private func isRefused(_ bytes: [UInt8]) -> Bool {
        do {
            _ = try ReconciliationJSON.thaw(bytes)
            return false
        } catch { return true }
    }
}
