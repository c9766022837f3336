import Basics
import Documents
import Formats
import Requisites
import Testing

@Suite struct DocumentJSONTests {
    private static let altyn = DocumentContent(
        kind: .act, number: 12, date: day("2026-10-31"), month: day("2026-10-31").month, currency: .kzt,
        supplier: SupplierParty(
            name: "ТОО «Облако»", shortName: "Облако", taxID: TaxID("971240001315"), kpp: nil,
            address: .parts(AddressParts(country: .kazakhstan, city: "Астана", house: "1")),
            bank: BankDetails(account: "KZ1", bik: "TSESKZKA", kbe: "17", knp: "859"),
            signatory: Signatory(
                name: PersonName(last: "Абай", first: "Ер"), post: "Директор", basis: "Устав"),
            edmID: nil),
        counterparty: BuyerParty(
            identity: .kazakh(taxID: TaxID("123456789012"), proprietor: true), name: "ИП \"Алтын\"",
            shortName: nil, country: .kazakhstan, address: .text(.kazakhstan, "Алматы"), edmID: nil),
        basis: Basis(name: "Договор", number: "7", date: day("2026-01-15")),
        projects: ["mcs000000001"].compactMap { PID($0) },
        lines: [
            DocumentLine(
                service: ServiceName("Диски"), serviceMonth: day("2026-09-01").month, vatRate: .percent(16),
                net: 10_000, vat: 1_600, gross: 11_600),
            DocumentLine(
                service: ServiceName("Сеть"), serviceMonth: day("2026-10-01").month, vatRate: .none, net: -5,
                vat: 0, gross: -5),
        ],
        payments: [PaymentReference(number: "77", date: day("2026-10-02"), amount: 123_456)],
        issuedAt: Moment("2026-11-01T21:30:05.25Z") ?? Moment(microseconds: 0),
        file: ExchangeFile(name: "ON_1", forEDM: false))

    private static let text =
        #"{"format":"kontragent-document/1","kind":"act","number":12,"date":"2026-10-31","month":"2026-10","#
        + #""currency":"KZT","supplier":{"name":"ТОО «Облако»","shortName":"Облако","taxId":"971240001315","#
        + #""address":{"country":"KZ","city":"Астана","house":"1"},"bank":{"account":"KZ1","bik":"TSESKZKA","#
        + #""kbe":"17","knp":"859"},"signatory":{"lastName":"Абай","firstName":"Ер","post":"Директор","#
        + #""basis":"Устав"}},"counterparty":{"kind":"kazakhProprietor","iin":"123456789012","#
        + #""name":"ИП \"Алтын\"","country":"KZ","address":{"country":"KZ","text":"Алматы"}},"#
        + #""basis":{"name":"Договор","number":"7","date":"2026-01-15"},"projects":["mcs000000001"],"#
        + #""lines":[{"service":"Диски","serviceMonth":"2026-09","vatRate":"16","net":"100.00","vat":"16.00","#
        + #""gross":"116.00"},{"service":"Сеть","serviceMonth":"2026-10","vatRate":"none","net":"-0.05","#
        + #""vat":"0.00","gross":"-0.05"}],"payments":[{"number":"77","date":"2026-10-02","#
        + #""amount":"1234.56"}],"issuedAt":"2026-11-01T21:30:05.25Z","#
        + #""file":{"name":"ON_1","forEDM":false}}"#

    private static func day(_ text: String) -> Day { Day(text) ?? Day(number: 0) }

    private func thaw(_ text: String) throws(FrozenProblem) -> DocumentContent {
        try DocumentJSON.thaw(Array(text.utf8))
    }

    @Test func `a document freezes into one text, whatever the day and the machine`() throws {
        let bytes = DocumentJSON.freeze(DocumentJSONTests.altyn)
        #expect(String(decoding: bytes, as: UTF8.self) == DocumentJSONTests.text)
        #expect(try thaw(DocumentJSONTests.text) == DocumentJSONTests.altyn)
    }

    @Test func `what was frozen thaws into the same content and freezes into the same bytes`() throws {
        let seed = UInt64.random(in: 0 ... .max)
        print("random documents: seed \(seed)")
        var dice = FormatDice(seed: seed)
        for _ in 0..<2_000 {
            let content = dice.content()
            let bytes = DocumentJSON.freeze(content)
            let thawed = try DocumentJSON.thaw(bytes)
            #expect(thawed == content, "seed \(seed)")
            #expect(DocumentJSON.freeze(thawed) == bytes, "seed \(seed)")
        }
    }

    @Test func `two contents that differ freeze into different bytes`() throws {
        let seed = UInt64.random(in: 0 ... .max)
        print("random documents: seed \(seed)")
        var dice = FormatDice(seed: seed)
        var seen: [[UInt8]: DocumentContent] = [:]
        for _ in 0..<2_000 {
            let content = dice.content()
            let known = seen.updateValue(content, forKey: DocumentJSON.freeze(content))
            #expect(known == nil || known == content, "seed \(seed)")
        }
    }

    @Test func `the act a tax invoice names is frozen last, and damage in it is named`() throws {
        let tail = #","shipment":{"kind":"act","number":7,"date":"2026-10-31"}}"#
        let text = String(DocumentJSONTests.text.dropLast()) + tail
        let content = try thaw(text)
        #expect(
            content.shipment
                == DocumentReference(.act, number: 7, date: DocumentJSONTests.day("2026-10-31")))
        #expect(String(decoding: DocumentJSON.freeze(content), as: UTF8.self) == text)
        #expect(throws: FrozenProblem.damagedMember("shipment.kind")) {
            try thaw(text.replacing(#""shipment":{"kind":"act""#, with: #""shipment":{"kind":"deed""#))
        }
        #expect(throws: FrozenProblem.damagedMember("shipment")) {
            try thaw(String(DocumentJSONTests.text.dropLast()) + #","shipment":null}"#)
        }
    }

    @Test func `the last day to pay is frozen last of all, and damage in it is named`() throws {
        let text = String(DocumentJSONTests.text.dropLast()) + #","due":"2026-11-30"}"#
        let content = try thaw(text)
        #expect(content.due == Day("2026-11-30"))
        #expect(String(decoding: DocumentJSON.freeze(content), as: UTF8.self) == text)
        for day in ["30.11.2026", "2026-11-31", ""] {
            #expect(throws: FrozenProblem.damagedMember("due")) {
                try thaw(text.replacing("2026-11-30", with: day))
            }
        }
    }

    @Test func `what is agreed to be paid is frozen last, and damage in it is named`() throws {
        let agreed =
            #","agreed":{"currency":"JPY","sum":"1919","units":100,"rate":"52.1234","day":"2026-10-30"}}"#
        let text = String(DocumentJSONTests.text.dropLast()) + agreed
        let content = try thaw(text)
        #expect(content.agreed?.minor == 1919 && content.agreed?.rate.rate.millionths == 52_123_400)
        #expect(String(decoding: DocumentJSON.freeze(content), as: UTF8.self) == text)
        for (old, new, member) in [
            ("JPY", "RUB", "currency"), (#""1919""#, #""1919.00""#, "sum"), (#""1919""#, #""+1919""#, "sum"),
            (#""units":100"#, #""units":0"#, "rate"), ("52.1234", "0", "rate"),
            ("2026-10-30", "30.10.2026", "day"),
        ] {
            #expect(throws: FrozenProblem.damagedMember("agreed.\(member)")) {
                try thaw(text.replacing(old, with: new))
            }
        }
        // The only spelling of a rate.
        let problem = #expect(throws: FrozenProblem.self) {
            try thaw(text.replacing("52.1234", with: "52.12340"))
        }
        #expect(problem?.code == "frozen-document.not-canonical")
    }

    @Test(arguments: [
        (#""number":12,"#, #""number":"12","#, "number"), (#""kind":"act""#, #""kind":"deed""#, "kind"),
        (#""date":"2026-10-31""#, #""date":"2026-10-32""#, "date"),
        (#""currency":"KZT""#, #""currency":"USD""#, "currency"),
        (#""month":"2026-10""#, #""month":"2026-13""#, "month"),
        (#""bik":"TSESKZKA","#, "", "supplier.bank.bik"),
        (#""firstName":"Ер","#, #""firstName":null,"#, "supplier.signatory.firstName"),
        (#""kind":"kazakhProprietor""#, #""kind":"human""#, "counterparty.kind"),
        (#""iin""#, #""bin""#, "counterparty.iin"),
        (#"{"country":"KZ","text""#, #"{"country":"QQ","text""#, "counterparty.address.country"),
        (#"["mcs000000001"]"#, #"["mcs000000001",""]"#, "projects[1]"),
        (#""vatRate":"16""#, #""vatRate":"x""#, "lines[0].vatRate"),
        (#""net":"-0.05""#, #""net":"-.05""#, "lines[1].net"),
        (#""vat":"0.00""#, #""vat":"-0.00""#, "lines[1].vat"),
        (#""net":"100.00""#, #""net":"100.0""#, "lines[0].net"),
        (#""net":"100.00""#, #""net":100.00"#, "lines[0].net"),
        (#""net":"100.00""#, #""net":"99999999999999999999.00""#, "lines[0].net"),
        (#""gross":"-0.05"}]"#, #""gross":"-0.05"},[]]"#, "lines[2]"),
        (#""amount":"1234.56""#, #""amount":"+1234.56""#, "payments[0].amount"),
        (#""issuedAt":"2026-11-01T"#, #""issuedAt":"2026-11-31T"#, "issuedAt"),
        (#""forEDM":false"#, #""forEDM":0"#, "file.forEDM"),
        (#"{"name":"ON_1","forEDM":false}"#, "[]", "file"),
    ])
    func `a member that was spoilt is named by its path`(old: String, new: String, member: String) throws {
        try #require(DocumentJSONTests.text.contains(old))
        let spoilt = DocumentJSONTests.text.replacing(old, with: new, maxReplacements: 1)
        #expect(throws: FrozenProblem.damagedMember(member)) { try thaw(spoilt) }
    }

    @Test(arguments: [
        (#""number":12"#, #""number": 12"#), (#""number":12"#, #""number":12,"copy":true"#),
        (#""number":12"#, #""number":012"#), ("Облако", #"\u041eблако"#), ("mcs000000001", "MCS000000001"),
        (#""vatRate":"16""#, #""vatRate":"016""#), (#"25Z"#, #"250Z"#), (#"25Z"#, #"25+00:00"#),
        (#""kbe":"17","knp":"859""#, #""knp":"859","kbe":"17""#), (#""kbe":"17","#, #""kbe":"17","corr":"#),
    ])
    func `a text that was rewritten is not the document`(old: String, new: String) throws {
        try #require(DocumentJSONTests.text.contains(old))
        let rewritten = DocumentJSONTests.text.replacing(old, with: new, maxReplacements: 1)
        let problem = #expect(throws: FrozenProblem.self) { try thaw(rewritten) }
        #expect(problem?.code != "frozen-document.damaged-member")
    }

    @Test func `the first byte that was rewritten is told`() {
        #expect(throws: FrozenProblem.notCanonical(offset: DocumentJSONTests.text.utf8.count)) {
            try thaw(DocumentJSONTests.text + "\n")
        }
    }

    @Test func `another format is not guessed at`() {
        #expect(throws: FrozenProblem.unknownFormat(found: "kontragent-document/2")) {
            try thaw(DocumentJSONTests.text.replacing("document/1", with: "document/2"))
        }
        #expect(throws: FrozenProblem.damagedMember("format")) { try thaw("{}") }
        #expect(throws: FrozenProblem.damagedMember(".")) { try thaw("[]") }
    }

    @Test func `no flipped byte and no cut traps, and none leads to another document unseen`() {
        let bytes = Array(DocumentJSONTests.text.utf8)
        for place in bytes.indices {
            var flipped = bytes
            flipped[place] ^= 0x04
            // Silence is right: a refusal is as good as a document that says what its bytes say.
            if let thawed = try? DocumentJSON.thaw(flipped) {
                #expect(DocumentJSON.freeze(thawed) == flipped)
                #expect(thawed != DocumentJSONTests.altyn)
            }
            #expect(throws: FrozenProblem.self) { try DocumentJSON.thaw(Array(bytes[..<place])) }
        }
    }

    @Test func `every problem has a sentence in both languages`() {
        let all: [FrozenProblem] = [
            .badJSON(JSONProblem(.duplicateKey, at: 7)), .unknownFormat(found: "X"),
            .damagedMember("lines[0].vat"), .notCanonical(offset: 4),
        ]
        #expect(Set(all.map(\.code)).count == all.count)
        for problem in all {
            #expect(problem.text(russian: true).hasSuffix("."))
            #expect(problem.text(russian: false).hasSuffix("."))
        }
        #expect(
            all[2].text(russian: false)
                == "The document's content is damaged at «lines[0].vat». Restore it from a backup.")
    }
}
