import Basics
import Documents
import Requisites

extension SupplierParty {
    var frozen: JSONValue {
        .frozen([
            ("name", .string(name)), ("shortName", .string(shortName)), ("taxId", .string(taxID.text)),
            ("kpp", .text(kpp)), ("address", address.frozen), ("bank", bank.frozen),
            ("signatory", signatory.frozen), ("edmId", .text(edmID)),
        ])
    }

    init(_ record: FrozenRecord) throws(FrozenProblem) {
        self.init(
            name: try record.text("name"), shortName: try record.text("shortName"),
            taxID: TaxID(try record.text("taxId")), kpp: try record.optionalText("kpp"),
            address: try Address(try record.record("address")),
            bank: try BankDetails(try record.record("bank")),
            signatory: try Signatory(try record.record("signatory")),
            edmID: try record.optionalText("edmId"))
    }
}

extension BankDetails {
    fileprivate var frozen: JSONValue {
        .frozen([
            ("account", .string(account)), ("bik", .string(bik)), ("bank", .text(bank)),
            ("corr", .text(correspondent)), ("kbe", .text(kbe)), ("knp", .text(knp)),
        ])
    }

    fileprivate init(_ record: FrozenRecord) throws(FrozenProblem) {
        self.init(
            account: try record.text("account"), bik: try record.text("bik"),
            bank: try record.optionalText("bank"), correspondent: try record.optionalText("corr"),
            kbe: try record.optionalText("kbe"), knp: try record.optionalText("knp"))
    }
}

extension Signatory {
    fileprivate var frozen: JSONValue {
        .frozen(name.frozenMembers + [("post", .string(post)), ("basis", .string(basis))])
    }

    fileprivate init(_ record: FrozenRecord) throws(FrozenProblem) {
        self.init(
            name: try PersonName(record), post: try record.text("post"), basis: try record.text("basis"))
    }
}

extension PersonName {
    var frozenMembers: [(String, JSONValue?)] {
        [("lastName", .string(last)), ("firstName", .string(first)), ("middleName", .text(middle))]
    }

    init(_ record: FrozenRecord) throws(FrozenProblem) {
        self.init(
            last: try record.text("lastName"), first: try record.text("firstName"),
            middle: try record.optionalText("middleName"))
    }
}
