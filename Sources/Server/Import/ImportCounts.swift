import Formats
import UseCases

/// What an import took, knew already and refused.
struct ImportCounts {
    struct Refused {
        let file: String
        let line: Int
        let code: String
        let message: String
    }

    var accounts = 0
    var prices = 0
    var credits = 0
    var bankLines = 0
    var events = 0
    var duplicate = 0
    var conflicts = 0
    var matched = 0
    var unclear = 0
    var outgoing = 0
    var refused: [Refused] = []

    /// Refusals that mean «the same id with another body».
    static let conflictCodes: Set<String> = [
        "metering.other-body", "metering.other-price", "projects.other-body", "funding.other-body",
    ]

    mutating func note(_ booked: BankDesk.Booked) {
        duplicate += booked.duplicates
        bankLines += booked.lines.count
        for line in booked.lines {
            switch line.state {
            case .matched: matched += 1
            case .unclear: unclear += 1
            case .outgoing: outgoing += 1
            case .held: break
            }
        }
    }

    var json: JSONValue {
        .object([
            JSONValue.Member(
                "accepted",
                .object([
                    JSONValue.Member("accounts", .integer(accounts)),
                    JSONValue.Member("prices", .integer(prices)),
                    JSONValue.Member("credits", .integer(credits)),
                    JSONValue.Member("bankLines", .integer(bankLines)),
                    JSONValue.Member("events", .integer(events)),
                ])),
            JSONValue.Member("duplicate", .integer(duplicate)),
            JSONValue.Member("conflicts", .integer(conflicts)),
            JSONValue.Member(
                "refused",
                .array(
                    refused.map {
                        .object([
                            JSONValue.Member("file", .string($0.file)),
                            JSONValue.Member("line", .integer($0.line)),
                            JSONValue.Member("code", .string($0.code)),
                            JSONValue.Member("message", .string($0.message)),
                        ])
                    })),
            JSONValue.Member(
                "bankLines",
                .object([
                    JSONValue.Member("matched", .integer(matched)),
                    JSONValue.Member("unclear", .integer(unclear)),
                    JSONValue.Member("outgoing", .integer(outgoing)),
                ])),
        ])
    }
}
