import Basics
package import Counterparties
import Requisites

/// What DaData is asked, and what it answers: `findById/party`, `findById/bank`. The lines of a registry file
/// have the shape of its answers.
package enum DaData {
    package static let mostParties = 300

    /// One record of a registry.
    package enum Record: Hashable, Sendable {
        case party(RegisteredParty)
        case bank(RegisteredBank)
    }

    package static func question(_ number: String) -> [UInt8] {
        JSONWriter.bytes(["query": .string(number), "count": .integer(mostParties)])
    }

    /// The parties of an answer, head office and branches; none = not found.
    package static func parties(_ answer: [UInt8]) throws -> [RegisteredParty] {
        try readable(try suggestions(answer)) { try party(try data($0)) }
    }

    /// The banks of an answer; none = not found.
    package static func banks(_ answer: [UInt8]) throws -> [RegisteredBank] {
        try readable(try suggestions(answer)) { try bank(try data($0)) }
    }

    /// One that cannot be read does not hide those that can.
    private static func readable<Result>(
        _ suggestions: [DatasetRecord], _ read: (DatasetRecord) throws -> Result
    ) throws -> [Result] {
        var (found, flaw): ([Result], (any Error)?) = ([], nil)
        for suggestion in suggestions {
            do { found.append(try read(suggestion)) } catch { flaw = flaw ?? error }
        }
        if found.isEmpty, let flaw { throw flaw }
        return found
    }

    /// A line of a registry file: what has a БИК is a bank.
    package static func record(_ line: ArraySlice<UInt8>) throws -> Record {
        let record = try data(try DatasetRecord(line))
        if record.value("bic") != nil { return .bank(try bank(record)) }
        return .party(try party(record))
    }

    private static func suggestions(_ answer: [UInt8]) throws -> [DatasetRecord] {
        guard let found = try DatasetRecord(answer[...]).optionalRecords("suggestions"),
            found.count <= mostParties
        else { throw DatasetProblem.missingField("suggestions") }
        return found
    }

    private static func data(_ suggestion: DatasetRecord) throws -> DatasetRecord {
        guard let data = try suggestion.optionalRecord("data") else {
            throw DatasetProblem.missingField("data")
        }
        return data
    }

    private static func bank(_ data: DatasetRecord) throws -> RegisteredBank {
        guard let bik = try text(data, "bic"), try BIK(bik).text == bik,
            let name = try data.optionalRecord("name").flatMap({ try text($0, "payment") })
        else { throw DatasetProblem.missingField("data.name.payment") }
        let status = try data.optionalRecord("state").flatMap { try text($0, "status") }
        return RegisteredBank(
            bik: bik, name: name, correspondent: try text(data, "correspondent_account"),
            isActive: status == nil || status == "ACTIVE")
    }

    private static func party(_ data: DatasetRecord) throws -> RegisteredParty {
        let number = try INN(data.text("inn"))
        var draft = CounterpartyDraft()
        draft.residency = Country.russia.alpha2
        draft.inn = number.text
        draft.kpp = try text(data, "kpp")
        let name = try data.optionalRecord("name")
        draft.name = try name.flatMap { try text($0, "full_with_opf") }
        draft.shortName = try name.flatMap { try text($0, "short_with_opf") }
        switch try data.text("type") {
        case "LEGAL":
            draft.kind = "legalEntity"
            draft.ogrn = try text(data, "ogrn")
        case "INDIVIDUAL":
            draft.kind = "soleProprietor"
            draft.ogrnip = try text(data, "ogrn")
            draft.ogrnipDate = try day(data, "ogrn_date")?.description
            if let person = try data.optionalRecord("fio") {
                draft.lastName = try text(person, "surname")
                draft.firstName = try text(person, "name")
                draft.middleName = try text(person, "patronymic")
            }
        default: throw RegistrationProblem.badRecord(data.field("type"))
        }
        guard draft.name != nil || draft.lastName != nil else {
            throw RegistrationProblem.badRecord(data.field("name.full_with_opf"))
        }
        draft.address = try data.optionalRecord("address").flatMap(address)
        let branch = try text(data, "branch_type")
        let head = try data.optionalRecord("management").map {
            [try text($0, "post"), try text($0, "name")].compactMap(\.self).joined(separator: " ")
        }
        return RegisteredParty(
            draft: draft, state: try state(data), isBranch: branch == "BRANCH",
            largestKPP: try text(data, "kpp_largest"), head: head.flatMap { $0.isEmpty ? nil : $0 },
            isUnreliable: data.value("invalid") == .bool(true))
    }

    private static func state(_ data: DatasetRecord) throws -> RegisteredParty.State {
        guard let status = try data.optionalRecord("state").flatMap({ try text($0, "status") }) else {
            throw RegistrationProblem.badRecord(data.field("state.status"))
        }
        guard let state = RegisteredParty.State(rawValue: status.lowercased()) else {
            throw RegistrationProblem.badRecord(data.field("state.status"))
        }
        return state
    }

    /// By parts where the registry has them with the region's code, which the tax service's files want; else
    /// the line as it is written.
    private static func address(_ record: DatasetRecord) throws -> AddressDraft? {
        var draft = AddressDraft()
        draft.country = Country.russia.alpha2
        if let parts = try record.optionalRecord("data"), let code = try text(parts, "region_kladr_id") {
            draft.regionCode = String(code.prefix(2))
            draft.postalCode = try text(parts, "postal_code")
            draft.district = try text(parts, "area_with_type")
            draft.city = try text(parts, "city")
            draft.settlement = try text(parts, "settlement_with_type")
            draft.street = try text(parts, "street_with_type")
            draft.house = try text(parts, "house")
            draft.building = try pair(parts, "block_type", "block")
            draft.flat = try pair(parts, "flat_type", "flat")
            if let code = draft.regionCode, RussianRegion(code) != nil { return draft }
        }
        guard let line = try text(record, "unrestricted_value") ?? text(record, "value") else { return nil }
        draft = AddressDraft()
        draft.country = Country.russia.alpha2
        draft.text = line
        return draft
    }

    private static func pair(_ record: DatasetRecord, _ kind: String, _ name: String) throws -> String? {
        guard let name = try text(record, name) else { return nil }
        return try text(record, kind).map { "\($0) \(name)" } ?? name
    }

    /// Without blanks around it; what is empty is not there.
    private static func text(_ record: DatasetRecord, _ name: String) throws -> String? {
        guard let text = try record.optionalText(name) else { return nil }
        guard text.utf8.count <= DatasetText.longestRegistered else {
            throw DatasetProblem.textTooLong(
                field: record.field(name), limit: DatasetText.longestRegistered)
        }
        guard let first = text.firstIndex(where: { !$0.isWhitespace }),
            let last = text.lastIndex(where: { !$0.isWhitespace })
        else { return nil }
        return String(text[first...last])
    }

    /// Milliseconds since 1970.
    private static func day(_ record: DatasetRecord, _ name: String) throws -> Day? {
        guard let value = record.value(name) else { return nil }
        guard case .number(let text) = value, let milliseconds = Int64(text) else {
            throw DatasetProblem.wrongType(field: record.field(name), expected: .decimal)
        }
        let days = milliseconds / 86_400_000
        guard (-40_000...40_000).contains(days) else {
            throw DatasetProblem.badDay(field: record.field(name), found: DatasetText.shortened(text))
        }
        return Day(number: Int32(days))
    }
}
