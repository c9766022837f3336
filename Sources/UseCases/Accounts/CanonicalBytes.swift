import Contracts
import Counterparties

extension AccountDraft {
    /// All fields in a fixed order, each told apart from its neighbours, so that two records have the
    /// same bytes only if they say the same. Projects added since are no part of the record as taken, nor
    /// are those that passed to another account.
    var canonicalBytes: [UInt8] {
        canonicalBytes(of: projects.filter { $0.addedLater == nil && $0.hasPassed == nil })
    }

    /// The record as it would be given today, with the projects added since and without those that passed on.
    var wholeBytes: [UInt8] { canonicalBytes(of: projects.filter { $0.hasPassed == nil }) }

    private func canonicalBytes(of projects: [ProjectDraft]) -> [UInt8] {
        var text = FieldText()
        text.add(account, email, locale, registered)
        text.add(counterparty)
        text.add(offer?.number, offer?.date)
        for contract in (contract.map { [$0] } ?? []) + (contracts ?? []) {
            text.add(
                "contract", contract.type, contract.number, contract.date, contract.from, contract.region,
                contract.currency, contract.scheme, contract.perProject.map { $0 ? "1" : "0" }, contract.vat)
            // What came later is told apart by its name, so that older records keep their bytes.
            for (name, value) in [
                ("until", contract.until), ("renews", contract.renews.map { $0 ? "1" : "0" }),
                ("dueDays", contract.dueDays.map { "\($0)" }), ("creditLimit", contract.creditLimit),
            ] where value != nil { text.add(name, value) }
            for document in contract.documents ?? [] { text.add("document", document) }
            for price in contract.prices ?? [] { text.add("price", price.sku, price.price, price.validFrom) }
        }
        for project in projects { text.add("project", project.pid, project.region, project.created) }
        for former in former ?? [] {
            text.add("former", former.region, former.through)
            text.add(former.counterparty)
        }
        return text.bytes
    }
}

/// Fields joined so that no field can imitate a border.
struct FieldText {
    private(set) var bytes: [UInt8] = []

    mutating func add(_ fields: String?...) {
        for field in fields {
            if let field { add(field) } else { bytes.append(0) }
        }
    }

    mutating func add(_ party: CounterpartyDraft) {
        add(
            party.kind, party.residency, party.name, party.shortName, party.inn, party.kpp, party.ogrn,
            party.ogrnip, party.ogrnipDate, party.bin, party.iin, party.taxId, party.lastName,
            party.firstName, party.middleName, party.edmId)
        let place = party.address
        add(
            place?.country, place?.text, place?.postalCode, place?.regionCode, place?.regionName,
            place?.district, place?.city, place?.settlement, place?.street, place?.house, place?.building,
            place?.flat, place?.rest)
        let bank = party.bank
        add(bank?.bik, bank?.account, bank?.iban, bank?.bank, bank?.corr, bank?.kbe, bank?.knp)
    }

    mutating func add(_ field: String) {
        var field = field
        field.withUTF8 { add($0) }
    }

    /// The number as it is written.
    mutating func add(_ number: Int64) {
        withDigits(of: number) { add($0) }
    }

    mutating func reserve(_ count: Int) { bytes.reserveCapacity(count) }

    private mutating func add(_ field: UnsafeBufferPointer<UInt8>) {
        bytes.append(1)
        withDigits(of: Int64(field.count)) { bytes.append(contentsOf: $0) }
        bytes.append(0)
        bytes.append(contentsOf: field)
    }
}

/// A whole number's decimal digits on the stack: a million events a batch ask for them.
private func withDigits(of number: Int64, _ body: (UnsafeBufferPointer<UInt8>) -> Void) {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 20) { digits in
        var place = digits.count
        var rest = number.magnitude
        repeat {
            place -= 1
            digits.initializeElement(at: place, to: UInt8(48 + rest % 10))
            rest /= 10
        } while rest > 0
        if number < 0 {
            place -= 1
            digits.initializeElement(at: place, to: UInt8(ascii: "-"))
        }
        body(UnsafeBufferPointer(rebasing: digits[place...]))
    }
}
