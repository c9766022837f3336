import Basics
import Counterparties
import Testing

@testable import Formats

/// What DaData answers, as values of the form that is filled with it.
@Suite struct DaDataTests {
    private static let company = """
        {"value":"ООО \\"ЛАМПА\\"","unrestricted_value":"ООО \\"ЛАМПА\\"","data":{"inn":"7704123450","kpp":"770401001",\
        "kpp_largest":"997750001","ogrn":"1157746000114","ogrn_date":1420070400000,"type":"LEGAL","branch_type":"MAIN",\
        "name":{"full_with_opf":"ОБЩЕСТВО С ОГРАНИЧЕННОЙ ОТВЕТСТВЕННОСТЬЮ \\"ЛАМПА\\"","short_with_opf":"ООО \\"ЛАМПА\\""},\
        "management":{"name":"Лампова Анна Сергеевна","post":"Генеральный директор","disqualified":null},\
        "state":{"status":"ACTIVE","registration_date":1420070400000},"invalid":null,\
        "address":{"value":"г Москва, ул Волхонка, д 12","unrestricted_value":"119019, г Москва, ул Волхонка, д 12",\
        "data":{"postal_code":"119019","region_with_type":"г Москва","region_kladr_id":"7700000000000","city":"Москва",\
        "street_with_type":"ул Волхонка","house_type":"д","house":"12","block_type":"стр","block":"2",\
        "flat_type":"офис","flat":"5"}}}}
        """
    private static let proprietor = """
        {"data":{"inn":"771234567859","ogrn":"315774600123450","ogrn_date":1426550400000,"type":"INDIVIDUAL",\
        "name":{"full_with_opf":"Индивидуальный предприниматель Соколова Мария Ивановна","short_with_opf":"ИП Соколова Мария Ивановна"},\
        "fio":{"surname":"Соколова","name":"Мария","patronymic":"Ивановна"},"state":{"status":"LIQUIDATED"},"invalid":true,\
        "address":{"unrestricted_value":"г Москва"}}}
        """
    private static let bank = """
        {"data":{"bic":"044525225","swift":"SABRRUMM","correspondent_account":"30101810400000000225",\
        "name":{"payment":"ПАО СБЕРБАНК"},"state":{"status":"ACTIVE"}}}
        """

    private func record(_ text: String) throws -> DaData.Record { try DaData.record(Array(text.utf8)[...]) }

    private func party(_ text: String) throws -> RegisteredParty {
        guard case .party(let party) = try record(text) else { throw DatasetProblem.missingField("inn") }
        return party
    }

    @Test func `a company's details fill the form, its address by parts`() throws {
        let party = try party(DaDataTests.company)
        let draft = party.draft
        #expect(draft.kind == "legalEntity" && draft.residency == "RU" && draft.inn == "7704123450")
        #expect(draft.kpp == "770401001" && draft.ogrn == "1157746000114" && party.largestKPP == "997750001")
        #expect(draft.shortName == "ООО \"ЛАМПА\"")
        let address = try #require(draft.address)
        #expect(address.regionCode == "77" && address.postalCode == "119019" && address.house == "12")
        #expect(address.building == "стр 2" && address.flat == "офис 5" && address.street == "ул Волхонка")
        #expect(party.state == .active && !party.isBranch && !party.isUnreliable)
        #expect(party.head == "Генеральный директор Лампова Анна Сергеевна")
        #expect(try draft.checked().receivesDocuments)
    }

    @Test func `a sole proprietor keeps the parts of the name and the day of registration`() throws {
        let party = try party(DaDataTests.proprietor)
        #expect(party.draft.kind == "soleProprietor" && party.draft.ogrnip == "315774600123450")
        #expect(party.draft.lastName == "Соколова" && party.draft.ogrnipDate == "2015-03-17")
        #expect(party.state == .liquidated && party.isUnreliable)
        #expect(party.draft.address?.text == "г Москва")
        #expect(try party.draft.checked().receivesDocuments)
    }

    @Test func `a bank is told from a party by its БИК`() throws {
        #expect(
            try record(DaDataTests.bank)
                == .bank(
                    RegisteredBank(
                        bik: "044525225", name: "ПАО СБЕРБАНК", correspondent: "30101810400000000225",
                        isActive: true)))
    }

    @Test func `an answer without anybody is not found, one of two is two`() throws {
        #expect(try DaData.parties(Array(#"{"suggestions":[]}"#.utf8)).isEmpty)
        let two = "{\"suggestions\":[\(DaDataTests.company),\(DaDataTests.proprietor)]}"
        #expect(try DaData.parties(Array(two.utf8)).count == 2)
        #expect(
            try DaData.banks(Array("{\"suggestions\":[\(DaDataTests.bank)]}".utf8)).map(\.name)
                == ["ПАО СБЕРБАНК"])
        let spoiled = "{\"suggestions\":[{\"data\":{\"inn\":1}},\(DaDataTests.company)]}"
        #expect(try DaData.parties(Array(spoiled.utf8)).map(\.draft.inn) == ["7704123450"])
    }

    @Test(arguments: [
        "[]", "{}", "null", "{\"suggestions\":{}}", "{\"suggestions\":[1]}", "{\"suggestions\":[{}]}",
        "{\"suggestions\":[{\"data\":{\"inn\":7704123450}}]}",
        "{\"suggestions\":[{\"data\":{\"inn\":\"7704123451\",\"type\":\"LEGAL\"}}]}",
    ])
    func `what is no answer is refused`(_ text: String) {
        #expect(throws: (any Error).self) { try DaData.parties(Array(text.utf8)) }
    }

    @Test func `fields of another type, unknown states and endless names are refused`() throws {
        for (from, to) in [
            ("\"ACTIVE\"", "\"ASLEEP\""), ("\"type\":\"LEGAL\"", "\"type\":\"ALIEN\""),
            ("\"770401001\"", "[]"),
            ("\"Москва\"", "{}"), ("1420070400000,\"type\"", "\"soon\",\"type\""),
            ("ООО \\\"ЛАМПА\\\"\"}", String(repeating: "л", count: 3000) + "\"}"),
            ("\"770401001\"", "\"\\u0000\""),
        ] {
            let spoiled = DaDataTests.company.replacing(from, with: to)
            #expect(spoiled != DaDataTests.company, "\(from)")
            if to == "\"soon\",\"type\"" {
                // A company's day of registration stands on no paper.
                #expect(throws: Never.self) { try party(spoiled) }
            } else {
                #expect(throws: (any Error).self, "\(to)") { try party(spoiled) }
            }
        }
    }

    @Test func `an answer cut anywhere is refused and hangs nobody`() {
        let whole = Array("{\"suggestions\":[\(DaDataTests.company)]}".utf8)
        for end in whole.indices {
            #expect(throws: (any Error).self) { try DaData.parties(Array(whole[..<end])) }
        }
    }
}
