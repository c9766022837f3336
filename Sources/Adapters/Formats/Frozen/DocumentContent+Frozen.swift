import Basics
import Documents

// Members are only ever added at the end and left out where they are nil, or the format gets a new
// number: what was frozen must thaw for ever, to the same bytes.
extension DocumentContent {
    var frozenMembers: [JSONValue.Member] {
        JSONValue.frozenMembers([
            ("kind", .string(kind.rawValue)), ("number", .integer(number)), ("date", .text(of: date)),
            ("month", .text(of: month)), ("currency", .string(currency.rawValue)),
            ("supplier", supplier.frozen), ("counterparty", counterparty.frozen), ("basis", basis.frozen),
            ("projects", .array(projects.map { .text(of: $0) })), ("lines", .array(lines.map(\.frozen))),
            ("payments", .array(payments.map(\.frozen))), ("issuedAt", .text(of: issuedAt)),
            ("file", file?.frozen), ("shipment", shipment?.frozen),
            ("agreed", agreed?.frozen), ("due", due.map { .text(of: $0) }),
        ])
    }

    init(_ record: FrozenRecord) throws(FrozenProblem) {
        var lines: [DocumentLine] = []
        for line in try record.records("lines") { lines.append(try DocumentLine(line)) }
        var payments: [PaymentReference] = []
        for payment in try record.records("payments") { payments.append(try PaymentReference(payment)) }
        self.init(
            kind: try record.meaning("kind") { DocumentKind(rawValue: $0) },
            number: try record.integer("number"), date: try record.meaning("date") { Day($0) },
            month: try record.meaning("month") { Month($0) },
            currency: try record.meaning("currency") { Currency(rawValue: $0) },
            supplier: try SupplierParty(try record.record("supplier")),
            counterparty: try BuyerParty(try record.record("counterparty")),
            basis: try Basis(try record.record("basis")),
            projects: try record.meanings("projects") { PID($0) }, lines: lines, payments: payments,
            issuedAt: try record.meaning("issuedAt") { Moment($0) },
            file: record.has("file") ? try ExchangeFile(try record.record("file")) : nil,
            shipment: record.has("shipment")
                ? try DocumentReference(try record.record("shipment")) : nil,
            agreed: record.has("agreed") ? try AgreedSum(try record.record("agreed")) : nil,
            due: record.has("due") ? try record.meaning("due") { Day($0) } : nil)
    }
}

extension DocumentLine {
    fileprivate var frozen: JSONValue {
        .frozen([
            ("service", .string(service.text)), ("serviceMonth", .text(of: serviceMonth)),
            ("vatRate", .text(of: vatRate)), ("net", .money(net)), ("vat", .money(vat)),
            ("gross", .money(gross)),
        ])
    }

    fileprivate init(_ record: FrozenRecord) throws(FrozenProblem) {
        self.init(
            service: ServiceName(try record.text("service")),
            serviceMonth: try record.meaning("serviceMonth") { Month($0) },
            vatRate: try record.meaning("vatRate") { VATRate(frozen: $0) }, net: try record.money("net"),
            vat: try record.money("vat"), gross: try record.money("gross"))
    }
}

extension VATRate {
    init?(frozen text: String) {
        switch (text, Int(text)) {
        case ("none", _): self = .none
        case (_, let rate?): self = .percent(rate)
        default: return nil
        }
    }
}

extension PaymentReference {
    fileprivate var frozen: JSONValue {
        .frozen([("number", .string(number)), ("date", .text(of: date)), ("amount", .money(amount))])
    }

    fileprivate init(_ record: FrozenRecord) throws(FrozenProblem) {
        self.init(
            number: try record.text("number"), date: try record.meaning("date") { Day($0) },
            amount: try record.money("amount"))
    }
}

extension Basis {
    var frozen: JSONValue {
        .frozen([("name", .string(name)), ("number", .string(number)), ("date", .text(of: date))])
    }

    init(_ record: FrozenRecord) throws(FrozenProblem) {
        self.init(
            name: try record.text("name"), number: try record.text("number"),
            date: try record.meaning("date") { Day($0) })
    }
}

extension DocumentReference {
    fileprivate var frozen: JSONValue {
        .frozen([
            ("kind", .string(kind.rawValue)), ("number", .integer(number)), ("date", .text(of: date)),
        ])
    }

    fileprivate init(_ record: FrozenRecord) throws(FrozenProblem) {
        self.init(
            try record.meaning("kind") { DocumentKind(rawValue: $0) },
            number: try record.integer("number"), date: try record.meaning("date") { Day($0) })
    }
}

extension ExchangeFile {
    var frozen: JSONValue { .frozen([("name", .string(name)), ("forEDM", .bool(forEDM))]) }

    init(_ record: FrozenRecord) throws(FrozenProblem) {
        self.init(name: try record.text("name"), forEDM: try record.bool("forEDM"))
    }
}
