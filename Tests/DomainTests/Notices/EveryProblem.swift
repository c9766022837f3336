import Access
import Basics
import Contracts
import Counterparties
import Documents
import Funding
import Ledger
import Metering
import Notices
import Payments
import Projects
import Regions
import Requests
import Requisites

/// A problem with the things its sentence must name, in both languages or in each.
struct Named {
    let problem: any Problem & Worded
    let things: [Phrase]

    init(_ problem: any Problem & Worded, _ things: String...) {
        self.init(problem, phrases: things.map { Phrase(en: $0, ru: $0) })
    }

    init(_ problem: any Problem & Worded, phrases: [Phrase]) {
        self.problem = problem
        things = phrases
    }
}

/// One problem of every case of every room. The switches of the phrases keep cases complete; a test counts
/// the codes.
enum EveryProblem {
    static let pid = PID("mcs0000000001")
    static let day = Day(number: 20_731)
    static let date = Phrase(en: "5 October 2026", ru: "05.10.2026")
    static let moscow = Phrase(en: "Moscow", ru: "Москва")
    static let kazakhstan = Phrase(en: "Kazakhstan", ru: "Казахстан")
    static let month = Phrase(en: "October 2026", ru: "октябрь 2026")

    static var all: [Named] {
        guard let pid else { return [] }
        return basics + requisites + counterparties + contracts + projects(pid) + metering(pid) + funding(pid)
            + payments(pid) + documents + invoices(pid) + access + requests(pid) + registration
    }

    private static let basics: [Named] = [
        Named(BasicsProblem.sumTooLarge, phrases: [Phrase(en: "40,000,000,000", ru: "40\u{A0}000\u{A0}000")]),
        Named(BasicsProblem.mixedCurrencies(.rub, .kzt), "RUB", "KZT"),
        Named(LedgerProblem.unbalanced(17), "17"),
    ]

    private static let registration: [Named] = [
        Named(
            RegistrationProblem.notInRegion(.kazakhstan),
            phrases: [kazakhstan, Phrase(en: "accountvk@qazcloud.kz", ru: "accountvk@qazcloud.kz")]),
        Named(
            RegistrationProblem.notResident(.moscow),
            phrases: [moscow, Phrase(en: "docs_vktech@vk.company", ru: "docs_vktech@vk.company")]),
        Named(RegistrationProblem.ended("Alpha"), "Alpha"),
        Named(RegistrationProblem.bankEnded("Beta"), "Beta"),
        Named(RegistrationProblem.badRecord("state.status"), "state.status"),
        Named(RegistrationProblem.registrySilent), Named(RegistrationProblem.registryBusy),
        Named(RegistrationProblem.registryUnreadable), Named(RegistrationProblem.registryLocked),
    ]

    private static let requisites: [Named] = [
        Named(
            RequisitesProblem.notDigits(.inn, "77O7"), phrases: [Phrase(en: "INN «77O7»", ru: "ИНН «77O7»")]),
        Named(RequisitesProblem.wrongLength(.inn, "770708", allowed: [10, 12]), "770708", "10", "12"),
        Named(RequisitesProblem.wrongCheckDigits(.ogrn, "1027700132196"), "1027700132196"),
        Named(RequisitesProblem.wrongForm(.edmID, "2BM"), phrases: [Phrase(en: "EDM id", ru: "ЭДО")]),
        Named(RequisitesProblem.accountNotOfBank(.account, "407", bik: "044"), "407", "044"),
    ]

    private static func requests(_ pid: PID) -> [Named] {
        [
            Named(
                RequestsProblem.missingField(.edm, .organisation), phrases: [RequestField.organisation.phrase]
            ),
            Named(RequestsProblem.foreignField(.scans, "role"), "role"),
            Named(RequestsProblem.badValue(.amount, "0"), "0"),
            Named(RequestsProblem.badValue(.form, "fax"), "fax", "edm"),
            Named(RequestsProblem.notHere(.edm, .kazakhstan), phrases: [Region.kazakhstan.phrase]),
            Named(RequestsProblem.unknownKind("gift"), "gift"),
            Named(RequestsProblem.unknownRequest("17"), "17"),
            Named(RequestsProblem.changedMeanwhile(17), "17"),
            Named(RequestsProblem.closed(.refused), phrases: [RequestState.refused.phrase]),
            Named(RequestsProblem.tooLate(days: 30), "30"),
            Named(
                RequestsProblem.wrongResult(.edm, .refund),
                phrases: [RequestKind.edm.phrase, RequestResult.refund.phrase]),
            Named(RequestsProblem.unknownResult("gift"), "gift"), Named(RequestsProblem.noKey),
            Named(RequestsProblem.noText), Named(RequestsProblem.badText(4000), "4000"),
            Named(RequestsProblem.badFile("letter.exe"), "letter.exe"),
            Named(RequestsProblem.largeFile("scan.pdf", megabytes: 10), "scan.pdf", "10"),
            Named(RequestsProblem.tooManyFiles(5), "5"), Named(RequestsProblem.tooManyOpen(50), "50"),
            Named(RequestsProblem.noDocuments(Month(index: 2026 * 12 + 8)), "2026"),
            Named(RequestsProblem.foreignLine(17, pid), "17", pid.text),
            Named(RequestsProblem.badDays("ten", most: 366), "ten", "366"),
            Named(RequestsProblem.unknownBonus("gift"), "gift"),
            Named(RequestsProblem.largeBonus(most: 500), phrases: [Phrase(en: "5.00", ru: "5,00")]),
            Named(RequestsProblem.tooManySteps(200), "200"), Named(RequestsProblem.tooManyToday(100), "100"),
            Named(RequestsProblem.tooMuchToday(megabytes: 200), "200"),
            Named(RequestsProblem.unknownLetter("77"), "77"), Named(RequestsProblem.letterDone(17), "17"),
            Named(RequestsProblem.noSpeaker(pid), pid.text),
            Named(RequestsProblem.conserveFirst(pid), pid.text),
            Named(RequestsProblem.ownersWord(pid), pid.text),
        ]
    }

    private static var access: [Named] {
        let known: [Named] = [
            Named(AccessProblem.badEmail("anna"), "anna"), Named(AccessProblem.shortPassword(12), "12"),
            Named(AccessProblem.longPassword(512), "512"), Named(AccessProblem.passwordIsEmail),
            Named(AccessProblem.commonPassword), Named(AccessProblem.wrongSignIn),
            Named(AccessProblem.wrongPassword), Named(AccessProblem.wrongCode),
            Named(AccessProblem.tooManyTries(seconds: 8), "8"), Named(AccessProblem.deadLink),
            Named(AccessProblem.notSignedIn), Named(AccessProblem.notAsked), Named(AccessProblem.noRole),
            Named(AccessProblem.tooManyInvitations(50), "50"),
            Named(AccessProblem.unknownRole("boss"), "boss"), Named(AccessProblem.ownerIsGiven),
            Named(AccessProblem.ownerStays), Named(AccessProblem.noMember),
            Named(AccessProblem.noUser("anna"), "anna"), Named(AccessProblem.noName),
            Named(AccessProblem.quota(5), "5"), Named(AccessProblem.noAccount),
            Named(AccessProblem.notAllowed), Named(AccessProblem.elsewhere),
            Named(AccessProblem.noReason), Named(AccessProblem.lastAdministrator),
            Named(AccessProblem.noSecretKey), Named(AccessProblem.otherSecretKey),
            Named(AccessProblem.secretKeyInUse(host: "alpha", process: 77), "alpha", "77"),
        ]
        // Silence is right: an address that is none would be missed by the count of codes.
        guard let email = try? EmailAddress("anna@example.com") else { return known }
        return known + [
            Named(AccessProblem.memberAlready(email), "anna@example.com"),
            Named(AccessProblem.emailTaken(email), "anna@example.com"),
        ]
    }

    private static let counterparties: [Named] = [
        Named(
            CounterpartiesProblem.missing("taxId"), phrases: [Phrase(en: "tax number", ru: "налоговый номер")]
        ),
        Named(CounterpartiesProblem.unknownKind("firm"), "firm"),
        Named(CounterpartiesProblem.unknownCountry("XX"), "XX"),
        Named(CounterpartiesProblem.personalNumberOfEntity("500100732259"), "500100732259"),
        Named(CounterpartiesProblem.entityNumberOfPerson("7707083893"), "7707083893"),
        Named(CounterpartiesProblem.badDate("ogrnip", "2026-02-30"), "ogrnip", "2026-02-30"),
        Named(CounterpartiesProblem.badAccountKey(account: "407", bik: "044"), "407", "044"),
    ]

    private static let contracts: [Named] = [
        Named(ContractsProblem.individualPostpaid),
        Named(ContractsProblem.individualNeedsOffer),
        Named(ContractsProblem.nonResidentOnOffer(.moscow), phrases: [moscow]),
        Named(ContractsProblem.postpaidOnOffer),
        Named(ContractsProblem.vatUnstated(.kazakhstan), phrases: [kazakhstan]),
        Named(ContractsProblem.twoVersions(day), phrases: [date]),
        Named(ContractsProblem.updWithTaxInvoice),
        Named(ContractsProblem.actAlone),
        Named(ContractsProblem.invoiceChosen),
        Named(ContractsProblem.documentsOnOffer),
        Named(ContractsProblem.endsBeforeItBegins(day, day), phrases: [date]),
        Named(ContractsProblem.endsInsideMonth(day), phrases: [date]),
        Named(ContractsProblem.laterVersion(day), phrases: [date]),
        Named(ContractsProblem.partyKnown),
        Named(ContractsProblem.noProject(.moscow), phrases: [moscow]),
        Named(ContractsProblem.tooEarly(day), phrases: [date]), Named(ContractsProblem.noDraft),
        Named(ContractsProblem.noContract(.moscow), phrases: [moscow]),
        Named(ContractsProblem.unknownFile),
        Named(ContractsProblem.flowForIndividual),
        Named(ContractsProblem.edmNotInRegion(.kazakhstan), phrases: [kazakhstan]),
        Named(ContractsProblem.edmForResidents),
        Named(ContractsProblem.documentsOfRegion(.kazakhstan), phrases: [kazakhstan]),
        Named(ContractsProblem.flowOfClosedMonth(day.month), phrases: [month]),
        Named(ContractsProblem.tooManyFlows(100), "100"), Named(ContractsProblem.tooManyAddresses(5), "5"),
        Named(ContractsProblem.noDispatchAddress(day.month), phrases: [month]),
        Named(ContractsProblem.packageSent(day.month), phrases: [month]),
        Named(ContractsProblem.flowField(.address), phrases: [FlowField.address.phrase]),
        Named(ContractsProblem.flowChanged), Named(ContractsProblem.legalAddressUnsaid),
        Named(ContractsProblem.twoAddresses),
        Named(
            ContractsProblem.currencyOfRegion(.kazakhstan),
            phrases: [kazakhstan, Phrase(en: "KZT", ru: "KZT")]),
        Named(ContractsProblem.currencyForResident(.moscow), "RUB"),
        Named(ContractsProblem.creditInAdvance), Named(ContractsProblem.dueDays(181), "181", "180"),
        Named(ContractsProblem.creditLimit("much"), "much"),
        Named(ContractsProblem.missing("number"), "number"),
        Named(ContractsProblem.unknownWord("scheme", "credit"), "scheme", "credit"),
    ]

    private static func projects(_ pid: PID) -> [Named] {
        [
            Named(ProjectsProblem.missing("account"), "account"),
            Named(ProjectsProblem.badMoment("registered", "soon"), "registered", "soon"),
            Named(ProjectsProblem.badPID("mcs1"), "mcs1"),
            Named(ProjectsProblem.unknownRegion("mars"), "mars", "moscow", "kazakhstan"),
            Named(ProjectsProblem.twoProjects(pid), "mcs0000000001"),
            Named(ProjectsProblem.otherBody(AccountID("a-001")), "a-001"),
            Named(ProjectsProblem.projectTaken(pid, AccountID("a-001")), "mcs0000000001", "a-001"),
            Named(ProjectsProblem.otherProject(pid), "mcs0000000001"),
            Named(
                ProjectsProblem.createdInClosedMonth(pid, Month(index: 2026 * 12)), "mcs0000000001", "2026-01"
            ),
            Named(ProjectsProblem.unknownAccount(AccountID("a-009")), "a-009"),
            Named(ProjectsProblem.unknownProject("mcs0000000009"), "mcs0000000009"),
            Named(ProjectsProblem.unknownSupplierField("phone"), "phone"),
            Named(
                ProjectsProblem.badLimit("1.5", least: 1, most: 9_000),
                phrases: [
                    Phrase(en: "1.5", ru: "1.5"), Phrase(en: "from 1 to 9,000", ru: "от 1 до 9\u{A0}000"),
                ]),
            Named(ProjectsProblem.badName("My Project"), "My Project"),
            Named(
                ProjectsProblem.tooManyRows(50_000), phrases: [Phrase(en: "50,000", ru: "50\u{A0}000")]),
            Named(ProjectsProblem.contractData("VK-17"), "VK-17"),
            Named(ProjectsProblem.conservedAlready(pid), pid.text),
            Named(ProjectsProblem.notConserved(pid), pid.text),
            Named(ProjectsProblem.refundedMeanwhile(pid), pid.text),
            Named(ProjectsProblem.turnedTooOften(pid, most: 20), pid.text, "20"),
            Named(ProjectsProblem.openMonth(Month(index: 24_321)), "\(Month(index: 24_321))"),
            Named(ProjectsProblem.passToSameParty(pid, AccountID("romashka")), pid.text, "romashka"),
            Named(ProjectsProblem.passToFormerParty(pid, AccountID("romashka")), pid.text, "romashka"),
            Named(
                ProjectsProblem.passComingParty(pid, day.month),
                phrases: [Phrase(en: pid.text, ru: pid.text), month]),
            Named(ProjectsProblem.passWithoutDocuments(AccountID("sidorov")), "sidorov"),
            Named(ProjectsProblem.passOpenMonth(day.month), phrases: [month]),
            Named(
                ProjectsProblem.passPostpaid(AccountID("romashka"), day.month),
                phrases: [Phrase(en: "romashka", ru: "romashka"), month]),
            Named(ProjectsProblem.passPostpaidOpen(pid), pid.text),
        ]
    }

    private static func metering(_ pid: PID) -> [Named] {
        let sku = SKU("compute.vcpu")
        let eve = Phrase(en: "4 October 2026", ru: "04.10.2026")
        let event = Phrase(en: "e-1", ru: "e-1")
        let named = Phrase(en: "compute.vcpu", ru: "compute.vcpu")
        return [
            Named(MeteringProblem.unknownProject("e-1", pid), "e-1", "mcs0000000001"),
            Named(MeteringProblem.unknownSKU("e-1", sku), "e-1", "compute.vcpu"),
            Named(
                MeteringProblem.noPrice("e-1", sku, day.previous, first: day),
                phrases: [event, named, eve, date]),
            Named(MeteringProblem.noPrice("e-1", sku, day, first: nil), phrases: [event, named, date]),
            Named(MeteringProblem.notPositive("e-0"), "e-0"),
            Named(MeteringProblem.endNotAfterStart("e-1"), "e-1"),
            Named(MeteringProblem.acrossMidnight("e-1", day), phrases: [event, date]),
            Named(MeteringProblem.farFuture("e-1", Moment(microseconds: 0)), "e-1", "1970-01-01T00:00:00Z"),
            Named(MeteringProblem.otherBody(id: "e-1", source: "meter/1"), "e-1", "meter/1"),
            Named(MeteringProblem.unknownRegion("mars"), "mars"),
            Named(
                MeteringProblem.wrongCurrency(sku, .kzt, region: "moscow"),
                phrases: [named, moscow, Phrase(en: "KZT", ru: "KZT")]),
            Named(MeteringProblem.otherPrice(sku, day), phrases: [named, date]),
            Named(
                MeteringProblem.priceInSettledPast(sku, day.previous, settled: day),
                phrases: [named, eve, date]),
            Named(MeteringProblem.costTooLarge(sku, day), phrases: [named, date]),
        ]
    }

    private static func funding(_ pid: PID) -> [Named] {
        [
            Named(FundingProblem.unknownProject(CreditID("pay-1"), pid), "pay-1", "mcs0000000001"),
            Named(FundingProblem.otherBody(CreditID("pay-1")), "pay-1"),
            Named(FundingProblem.unknownLot(CreditID("pay-1"), pid), "pay-1", "mcs0000000001"),
            Named(FundingProblem.notSubstitutable(CreditID("pay-1")), "pay-1"),
            Named(FundingProblem.notOwnTransfer(CreditID("pay-1")), "pay-1"),
            Named(FundingProblem.nothingSpent(CreditID("pay-1")), "pay-1"),
            Named(FundingProblem.transferSpent(CreditID("pay-1")), "pay-1"),
            Named(FundingProblem.allReported(CreditID("pay-1"), through: day.month), phrases: [month]),
            Named(
                FundingProblem.lessToSubstitute(
                    CreditID("pay-1"), wanted: 1000_05, possible: 999_00, reported: 0),
                phrases: [
                    Phrase(en: "1,000.05", ru: "1\u{A0}000,05"), Phrase(en: "999.00", ru: "999,00"),
                ]),
            Named(FundingProblem.nothingToAssign(TaxID("7707083893"), pid), "7707083893", "mcs0000000001"),
            Named(FundingProblem.noAssignee(pid), "mcs0000000001"),
            Named(
                FundingProblem.otherAdvance(TaxID("7707083893"), seen: 1000_05, left: 999_00),
                phrases: [
                    Phrase(en: "1,000.05", ru: "1\u{A0}000,05"), Phrase(en: "999.00", ru: "999,00"),
                ]),
        ]
    }

    private static func payments(_ pid: PID) -> [Named] {
        let line = BankLineID("bank|407|17|2026-10-05|10.00|408")
        let sums = [Phrase(en: "1,000.05", ru: "1\u{A0}000,05"), Phrase(en: "999.00", ru: "999,00")]
        let place = [Phrase(en: "42", ru: "42"), Phrase(en: "40702", ru: "40702")]
        return [
            Named(PaymentsProblem.notAStatement, "1CClientBankExchange"),
            Named(PaymentsProblem.encoding(line: 42), "42"),
            Named(PaymentsProblem.mojibake),
            Named(PaymentsProblem.tooLarge(bytes: 900, limit: 800), "900", "800"),
            Named(PaymentsProblem.tooManySections(limit: 800), "800"),
            Named(PaymentsProblem.lineTooLong(line: 42, limit: 800), "42", "800"),
            Named(PaymentsProblem.truncated(line: 42), "42"),
            Named(PaymentsProblem.unfinished(line: 42), "42"),
            Named(PaymentsProblem.brokenLine(line: 42, field: "Дата", .absent), "42", "Дата"),
            Named(
                PaymentsProblem.brokenLine(line: 42, field: "Сумма", .unreadable("много")), "Сумма", "много"),
            Named(
                PaymentsProblem.brokenLine(line: 42, field: "Сумма", .contradictory("1", "2")), "«1»", "«2»"),
            Named(PaymentsProblem.brokenTotal(line: 42, field: "Остаток", text: "?"), "42", "Остаток", "?"),
            Named(
                PaymentsProblem.totalsDiffer(line: 42, account: "40702", counted: 100_005, stated: 99_900),
                phrases: sums + place),
            Named(
                PaymentsProblem.chainBroken(line: 42, account: "40702", closing: 100_005, opening: 99_900),
                phrases: sums + place),
            Named(PaymentsProblem.textAfterEnd(line: 42), "42"),
            Named(PaymentsProblem.noHeldFile("october.txt"), "october.txt"),
            Named(PaymentsProblem.unknownLine("77"), "77"),
            Named(
                PaymentsProblem.notUnclear(line, "matched"),
                phrases: [Phrase(en: line.text, ru: line.text), Phrase(en: "matched", ru: "сопоставлена")]),
            Named(PaymentsProblem.otherRegion(line, pid), line.text, "mcs0000000001"),
            Named(
                PaymentsProblem.notMatched(line, "unclear"),
                phrases: [Phrase(en: line.text, ru: line.text), Phrase(en: "unclear", ru: "невыясненная")]),
            Named(PaymentsProblem.matchSpent(line, pid, spent: 1_50), line.text, "mcs0000000001"),
        ]
    }

    private static let documents: [Named] = [
        Named(
            DocumentsProblem.supplierRequisitesMissing(.kazakhstan, Supplier.Detail.allCases),
            phrases: [
                kazakhstan, Phrase(en: "QazCloud", ru: "QazCloud"),
                Phrase(en: "tax id", ru: "налоговый номер"),
                Phrase(en: "bank account", ru: "банковский счёт"), Phrase(en: "address", ru: "адрес"),
                Phrase(en: "signatory", ru: "подписант"), Phrase(en: "suppliers.json", ru: "suppliers.json"),
            ]),
        Named(
            DocumentsProblem.counterpartyRequisitesMissing("ООО «Ромашка»", "address"),
            phrases: [Phrase(en: "Ромашка", ru: "Ромашка"), Phrase(en: "address", ru: "адрес")]),
        Named(DocumentsProblem.nonResidentWithoutContract("Alpha"), "Alpha"),
        Named(DocumentsProblem.earlierMonthOpen(day.month), phrases: [month]),
        Named(
            DocumentsProblem.tieOutDiffers(portions: 1, documents: 2, ledger: 3),
            phrases: [
                Phrase(en: "0.01", ru: "0,01"), Phrase(en: "0.02", ru: "0,02"),
                Phrase(en: "0.03", ru: "0,03"),
            ]),
        Named(
            DocumentsProblem.formatFindings(["one.", "two.", "three.", "four.", "five."]),
            phrases: [Phrase(en: "one; two; three; and 2 more.", ru: "one; two; three; и ещё 2.")]),
        Named(DocumentsProblem.monthNotOver(day.month, .moscow), phrases: [month, moscow]),
        Named(
            DocumentsProblem.monthOutOfOrder(day.month.next, .moscow, first: day.month),
            phrases: [month, Phrase(en: "November 2026", ru: "ноябрь 2026"), moscow]),
        Named(DocumentsProblem.unknownDocument("upd/17"), "upd/17"),
    ]

    private static var rates: [Named] {
        guard let euro = AgreedCurrency("EUR"), let rate = ExchangeRate(units: 1, "98.7654"),
            let other = ExchangeRate(units: 10, "97.1")
        else { return [] }
        return [
            Named(
                DocumentsProblem.rateMissing(euro, day), phrases: [date, Phrase(en: "EUR", ru: "EUR")]),
            Named(
                DocumentsProblem.otherRate(OfficialRate(euro, on: day, rate), kept: other),
                phrases: [
                    date, Phrase(en: "1 = 98.7654", ru: "1 = 98.7654"),
                    Phrase(en: "10 = 97.1000", ru: "10 = 97.1000"),
                ]),
            Named(DocumentsProblem.rateAhead(day), phrases: [date]),
            Named(DocumentsProblem.noRateSource),
            Named(DocumentsProblem.ratesUnavailable(day), phrases: [date]),
            Named(DocumentsProblem.ratesUnreadable(day), phrases: [date]),
            Named(DocumentsProblem.unreadableRate("много"), "много"),
            Named(DocumentsProblem.unknownCurrency("XDR"), "XDR"),
        ]
    }

    private static func invoices(_ pid: PID) -> [Named] {
        [
            Named(DocumentsProblem.invoiceForPostpaid(pid), "mcs0000000001"),
            Named(DocumentsProblem.invoiceForNonResident(pid), "mcs0000000001"),
            Named(
                DocumentsProblem.invoiceByDepartment(pid, .kazakhstan),
                phrases: [kazakhstan, Phrase(en: "mcs0000000001", ru: "mcs0000000001")]),
            Named(
                DocumentsProblem.invoiceTooSmall(Money(minor: 9_99, .rub), Money(minor: 10_00, .rub)),
                phrases: [Phrase(en: "₽9.99", ru: "9,99\u{A0}₽"), Phrase(en: "₽10.00", ru: "10,00\u{A0}₽")]),
            Named(DocumentsProblem.unreadableSum("12,3,4"), "12,3,4"),
            Named(DocumentsProblem.tooManyInvoices(20), "20"),
            Named(DocumentsProblem.nothingChosen), Named(DocumentsProblem.tooManyChosen(50), "50"),
            Named(DocumentsProblem.badPeriod(day, day.previous), day.dotted),
            Named(DocumentsProblem.periodNotOver(day), day.dotted),
            Named(DocumentsProblem.periodNotClosed(day.month), phrases: [month]),
            Named(DocumentsProblem.actBeyondView),
            Named(DocumentsProblem.neverParty(TaxID("7707083893")), "7707083893"),
            Named(DocumentsProblem.tooManyOperations(5000), "5000"),
            Named(DocumentsProblem.tooManyActs(20), "20"),
            Named(DocumentsProblem.tooManyProjects(100), "100"), Named(DocumentsProblem.notWholeMonths),
            Named(DocumentsProblem.noScan), Named(DocumentsProblem.scanTooLarge(10), "10"),
            Named(DocumentsProblem.noTitle(200), "200"), Named(DocumentsProblem.noFoundingPaper(3), "3"),
            Named(DocumentsProblem.folderFull(200), "200"),
        ] + rates
    }
}
