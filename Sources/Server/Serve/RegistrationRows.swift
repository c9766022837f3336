import API
import Access
import Basics
import Counterparties
import HTTPTypes
import Pages
import UseCases

/// Additional registration: the tax id, the details, the legal address (R30).
enum RegistrationRows {
    private static let path = "/projects/{pid}/registration"

    static let all: [PageRow] = [
        PageRow(.get, path, .project(.requisites), "Additional registration.") { app, page in
            let beginning = try app.registration.begin(try page.call.project(), for: page.viewer)
            let known = beginning.profile.draft
            let step: RegistrationPage.Step =
                page.call.query("by") == "hand"
                ? .party(known.kind == "individual" ? CounterpartyDraft() : known, nil, note: nil)
                : .number(typed: known.inn ?? "")
            return page.page(RegistrationPage(beginning, step, page.visit).markup)
        },
        PageRow(.post, path, .project(.requisites), "A step of an additional registration.") { app, page in
            let beginning = try app.registration.begin(try page.call.project(), for: page.viewer)
            let known = beginning.profile.draft
            let typed = draft(page.form, known)
            func shown(_ step: RegistrationPage.Step) -> Reply {
                page.page(RegistrationPage(beginning, step, page.visit).markup)
            }
            func tried(_ step: RegistrationPage.Step, _ work: () throws -> Reply) throws -> Reply {
                try page.tried("registration", work) {
                    RegistrationPage(beginning, step, failure: $0, page.visit).markup
                }
            }
            switch page.form("step") {
            case "address":
                return try tried(.address(typed)) { try save(app, page, typed, beginning) }
            case "party":
                return try tried(.party(typed, nil, note: nil)) {
                    if let refusal = beginning.refusal { throw refusal }
                    _ = try typed.checked()
                    // By hand too, nobody registers who is no more.
                    if let inn = typed.inn, inn != known.inn {
                        _ = try app.registration.find(
                            inn, kpp: typed.kpp, of: beginning.profile.head.pid, by: page.viewer)
                    }
                    return shown(
                        .address(try app.registration.withBank(typed, known: known, by: page.viewer)))
                }
            default:
                let inn = page.form.line("inn")
                return try tried(.number(typed: inn)) { shown(try find(app, page, inn)) }
            }
        },
    ]

    private static func find(_ app: App, _ page: PageCall, _ inn: String) throws -> RegistrationPage.Step {
        let kpp = page.form.line("kpp")
        let found = try app.registration.find(
            inn, kpp: kpp.isEmpty ? nil : kpp, of: try page.call.project(), by: page.viewer)
        var empty = CounterpartyDraft()
        empty.inn = inn
        empty.kind = inn.utf8.count == 12 ? "soleProprietor" : "legalEntity"
        if let outage = found.outage { return .party(empty, nil, note: .outage(outage)) }
        return switch found.party {
        case .one(let party): .party(party.draft, party, note: nil)
        case .several(let parties): .choice(parties, inn: inn)
        case .confirmed: .party(empty, nil, note: .confirmed)
        case .none: .party(empty, nil, note: .notFound)
        }
    }

    private static func save(
        _ app: App, _ page: PageCall, _ typed: CounterpartyDraft, _ beginning: RegistrationDesk.Beginning
    ) throws -> Reply {
        if let refusal = beginning.refusal { throw refusal }
        let pid = beginning.profile.head.pid
        try app.profiles.change(
            typed, of: pid, by: page.viewer, as: page.visit.isStaff ? try page.author.withReason() : nil)
        return page.go("/projects/\(pid)/settings")
    }

    /// What the two steps have brought together. Of the bank that is known the rest stays as it is.
    private static func draft(_ form: FormBody, _ known: CounterpartyDraft) -> CounterpartyDraft {
        func given(_ name: String) -> String? { form.line(name).isEmpty ? nil : form.line(name) }
        var draft = CounterpartyDraft()
        draft.residency = "RU"
        draft.kind = form("kind") == "soleProprietor" ? "soleProprietor" : "legalEntity"
        draft.inn = given("inn")
        draft.name = given("name")
        draft.shortName = given("short")
        if draft.kind == "soleProprietor" {
            draft.ogrnip = given("ogrn")
            draft.ogrnipDate = given("since")
            // The parts of a name are kept while the name is what they make.
            let whole = ["last", "first", "middle"].compactMap(given).joined(separator: " ")
            if !whole.isEmpty, draft.name?.hasSuffix(whole) == true {
                (draft.lastName, draft.firstName, draft.middleName) = (
                    given("last"), given("first"), given("middle")
                )
            }
        } else {
            draft.kpp = given("kpp")
            draft.ogrn = given("ogrn")
        }
        if given("bik") != nil || given("account") != nil {
            var bank = BankDraft()
            (bank.bik, bank.account) = (given("bik"), given("account"))
            let same = bank.bik == known.bank?.bik ? known.bank : nil
            (bank.bank, bank.corr) = (given("bank") ?? same?.bank, given("corr") ?? same?.corr)
            draft.bank = bank
        }
        draft.edmId = given("edm")
        var address = AddressDraft()
        address.country = "RU"
        if let line = given("line") {
            address.text = line
        } else {
            address.postalCode = given("postal")
            address.regionCode = given("region")
            address.district = given("district")
            address.city = given("city")
            address.settlement = given("settlement")
            address.street = given("street")
            address.house = given("house")
            address.building = given("building")
            address.flat = given("flat")
        }
        let places = [
            address.text, address.postalCode, address.regionCode, address.district, address.city,
            address.settlement, address.street, address.house,
        ]
        if places.contains(where: { $0 != nil }) { draft.address = address }
        return draft
    }
}
