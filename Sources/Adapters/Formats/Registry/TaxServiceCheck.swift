package import Basics
package import Counterparties
package import Requisites

/// The tax service's own check of numbers (NdsRequest2): whether a tax id is in use on a day, and nothing else.
package enum TaxServiceCheck {
    package static let action = "NdsRequest2"

    package static func question(_ inn: INN, on day: Day) -> [UInt8] {
        let date = day.dotted
        // Both are figures and points: nothing of them could be markup.
        return Array(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/"><soap:Body>\
            <NdsRequest2 xmlns="http://ws.unisoft/FNSNDSCAWS2/Request"><NP INN="\(inn.text)" DT="\(date)"/></NdsRequest2>\
            </soap:Body></soap:Envelope>
            """.utf8)
    }

    /// What the answer says of the number that was asked for.
    package static func answer(_ body: [UInt8], to inn: INN) throws -> RegistryAnswer {
        var found: String?
        try XMLTree.parse(body).root.walk { node in
            guard node.name == "NP" || node.name.hasSuffix("}NP"), node["INN"] == inn.text else { return }
            found = node["State"]
        }
        switch found {
        // Registered and active; registered; registered with another КПП.
        case "0", "2", "3": return .confirmed
        case "1": return .ended
        // Not registered; no such number.
        case "4", "5": return .parties([])
        default: throw RegistrationProblem.registryUnreadable
        }
    }
}
