import Contracts
import Counterparties

extension AccountDraft {
    /// All fields in a fixed order, each told apart from its neighbours, so that two records have the
    /// same bytes only if they say the same. Projects added since are no part of the record as taken.
    var canonicalBytes: [UInt8] { canonicalBytes(of: projects.filter { $0.addedLater == nil }) }

    /// The record as it would be given today, with the projects added since.
    var wholeBytes: [UInt8] { canonicalBytes(of: projects) }

    private func canonicalBytes(of projects: [ProjectDraft]) -> [UInt8] {
        var text = FieldText()
        text.add(account, email, locale, registered)
        let party = counterparty
        text.add(
            party.kind, party.residency, party.name, party.shortName, party.inn, party.kpp, party.ogrn,
            party.ogrnip, party.ogrnipDate, party.bin, party.iin, party.taxId, party.lastName,
            party.firstName, party.middleName, party.edmId)
        let place = party.address
        text.add(
            place?.country, place?.text, place?.postalCode, place?.regionCode, place?.regionName,
            place?.district, place?.city, place?.settlement, place?.street, place?.house, place?.building,
            place?.flat, place?.rest)
        let bank = party.bank
        text.add(
            bank?.bik, bank?.account, bank?.iban, bank?.bank, bank?.corr, bank?.kbe, bank?.knp, offer?.number,
            offer?.date)
        for contract in (contract.map { [$0] } ?? []) + (contracts ?? []) {
            text.add(
                "contract", contract.type, contract.number, contract.date, contract.from, contract.region,
                contract.currency, contract.scheme, contract.perProject.map { $0 ? "1" : "0" }, contract.vat)
            for document in contract.documents ?? [] { text.add("document", document) }
            for price in contract.prices ?? [] { text.add("price", price.sku, price.price, price.validFrom) }
        }
        for project in projects { text.add("project", project.pid, project.region, project.created) }
        return text.bytes
    }
}

/// Fields joined so that no field can imitate a border.
struct FieldText {
    private(set) var bytes: [UInt8] = []

    mutating func add(_ fields: String?...) {
        for field in fields {
            guard let field else {
                bytes.append(0)
                continue
            }
            bytes.append(1)
            bytes += Array(String(field.utf8.count).utf8)
            bytes.append(0)
            bytes += Array(field.utf8)
        }
    }
}
