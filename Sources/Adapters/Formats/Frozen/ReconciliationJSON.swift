import Basics
package import Documents

/// An act of reconciliation as it is kept for ever: compact JSON written one way only.
package enum ReconciliationJSON {
    package static let format = "kontragent-reconciliation/1"

    package static func freeze(_ content: ReconciliationContent) -> [UInt8] {
        JSONWriter.bytes(
            .frozen([
                ("format", .string(format)), ("number", .integer(content.number)),
                ("date", .text(of: content.date)), ("from", .text(of: content.period.from)),
                ("through", .text(of: content.period.through)),
                ("currency", .string(content.currency.rawValue)), ("supplier", content.supplier.frozen),
                ("counterparty", content.counterparty.frozen), ("supplierOGRN", .text(content.supplierOGRN)),
                ("counterpartyOGRN", .text(content.counterpartyOGRN)),
                ("projects", .array(content.projects.map { .text(of: $0) })),
                ("contracts", .array(content.contracts.map(\.frozen))),
                ("madeAt", .text(of: content.madeAt)), ("file", content.file?.frozen),
            ]))
    }

    /// Reads only what `freeze` could have written.
    package static func thaw(_ bytes: [UInt8]) throws -> ReconciliationContent {
        let record = try FrozenRecord(bytes[...])
        let found = try record.text("format")
        guard found == format else {
            throw FrozenProblem.unknownFormat(found: DatasetText.shortened(found))
        }
        let content = ReconciliationContent(
            number: try record.integer("number"), date: try record.meaning("date") { Day($0) },
            period: try ReconciledPeriod(
                from: record.meaning("from") { Day($0) }, through: record.meaning("through") { Day($0) }),
            currency: try record.meaning("currency") { Currency(rawValue: $0) },
            supplier: try SupplierParty(try record.record("supplier")),
            counterparty: try BuyerParty(try record.record("counterparty")),
            supplierOGRN: try record.optionalText("supplierOGRN"),
            counterpartyOGRN: try record.optionalText("counterpartyOGRN"),
            projects: try record.meanings("projects") { PID($0) },
            contracts: try record.records("contracts").map { try ReconciledContract($0) },
            madeAt: try record.meaning("madeAt") { Moment($0) },
            file: record.has("file") ? try ExchangeFile(try record.record("file")) : nil)
        let again = freeze(content)
        guard again == bytes else {
            throw FrozenProblem.notCanonical(
                offset: zip(again, bytes).prefix { $0 == $1 }.reduce(0) { count, _ in count + 1 })
        }
        return content
    }
}

extension ReconciledContract {
    fileprivate var frozen: JSONValue {
        .frozen([
            ("basis", basis.frozen), ("opening", .money(opening)),
            ("operations", .array(operations.map(\.frozen))),
        ])
    }

    fileprivate init(_ record: FrozenRecord) throws(FrozenProblem) {
        var operations: [SettledOperation] = []
        for operation in try record.records("operations") {
            operations.append(try SettledOperation(operation))
        }
        self.init(
            basis: try Basis(try record.record("basis")), opening: try record.money("opening"),
            operations: operations)
    }
}

extension SettledOperation {
    fileprivate var frozen: JSONValue {
        let what: [(String, JSONValue?)] =
            switch kind {
            case .document(let kind, let number):
                [
                    ("kind", "document"), ("document", .string(kind.rawValue)), ("number", .integer(number)),
                ]
            case .payment(let number, let date):
                [("kind", "payment"), ("order", .string(number)), ("date", .text(of: date))]
            case .paymentTakenBack(let number, let date):
                [("kind", "paymentTakenBack"), ("order", .string(number)), ("date", .text(of: date))]
            case .advanceAssigned(let number, let date, let other):
                [
                    ("kind", "advanceAssigned"), ("order", .string(number)), ("date", .text(of: date)),
                    ("party", .string(other.text)),
                ]
            case .advanceTaken(let number, let date, let other):
                [
                    ("kind", "advanceTaken"), ("order", .string(number)), ("date", .text(of: date)),
                    ("party", .string(other.text)),
                ]
            case .carried(let basis): [("kind", "carried"), ("basis", basis.frozen)]
            }
        return .frozen(
            [("day", .text(of: day))] + what + [("debit", .money(debit)), ("credit", .money(credit))])
    }

    fileprivate init(_ record: FrozenRecord) throws(FrozenProblem) {
        let kind: Kind
        switch try record.text("kind") {
        case "document":
            kind = .document(
                try record.meaning("document") { DocumentKind(rawValue: $0) },
                number: try record.integer("number"))
        case "payment":
            kind = .payment(
                number: try record.text("order"), date: try record.meaning("date") { Day($0) })
        case "paymentTakenBack":
            kind = .paymentTakenBack(
                number: try record.text("order"), date: try record.meaning("date") { Day($0) })
        case "advanceAssigned":
            kind = .advanceAssigned(
                number: try record.text("order"), date: try record.meaning("date") { Day($0) },
                to: TaxID(try record.text("party")))
        case "advanceTaken":
            kind = .advanceTaken(
                number: try record.text("order"), date: try record.meaning("date") { Day($0) },
                from: TaxID(try record.text("party")))
        case "carried": kind = .carried(try Basis(try record.record("basis")))
        default: throw record.damaged("kind")
        }
        self.init(
            day: try record.meaning("day") { Day($0) }, kind: kind, debit: try record.money("debit"),
            credit: try record.money("credit"))
    }
}
