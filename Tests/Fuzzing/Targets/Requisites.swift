import Basics
import Requisites

extension FuzzTarget {
    /// Numbers of parties, banks and accounts: what is taken reads the same in its kept and printed form.
    static let requisites = FuzzTarget("requisites", longest: 256) { bytes in
        let text = Oracle.text(bytes)
        for (name, read) in readers {
            guard let kept = read(text) else { continue }
            guard let again = read(kept), Oracle.isSame(again, kept) else { return "\(name) \(kept)" }
        }
        let parts = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        if let code = parts.first, let bik = value({ () throws(RequisitesProblem) in try BIK(code) }) {
            for account in parts.dropFirst() {
                let checked = value { () throws(RequisitesProblem) in
                    try AccountKey.check(account: account, bik: bik)
                    return account
                }
                if (checked != nil) != AccountKey.isValid(account: account, bik: bik) { return account }
                _ = AccountKey.isValid(correspondent: account, bik: bik)
            }
        }
        return nil
    }

    private static let readers: [(String, @Sendable (String) -> String?)] = [
        ("INN", { text in value { () throws(RequisitesProblem) in try INN(text).text } }),
        ("KPP", { text in value { () throws(RequisitesProblem) in try KPP(text).text } }),
        ("OGRN", { text in value { () throws(RequisitesProblem) in try OGRN(text).text } }),
        ("OGRNIP", { text in value { () throws(RequisitesProblem) in try OGRNIP(text).text } }),
        ("OKPO", { text in value { () throws(RequisitesProblem) in try OKPO(text).text } }),
        ("SNILS", { text in value { () throws(RequisitesProblem) in try SNILS(text).text } }),
        ("SNILS printed", { text in value { () throws(RequisitesProblem) in try SNILS(text).printed } }),
        ("BIK", { text in value { () throws(RequisitesProblem) in try BIK(text).text } }),
        ("KazakhID", { text in value { () throws(RequisitesProblem) in try KazakhID(text).text } }),
        ("IBAN", { text in value { () throws(RequisitesProblem) in try IBAN(text).text } }),
        ("IBAN printed", { text in value { () throws(RequisitesProblem) in try IBAN(text).printed } }),
        ("SWIFT", { text in value { () throws(RequisitesProblem) in try SWIFT(text).text } }),
        ("EDMID", { text in value { () throws(RequisitesProblem) in try EDMID(text).text } }),
        ("PID", { PID($0)?.text }), ("country", { Country($0)?.alpha2 }),
        ("country digits", { Country(digits: $0)?.digits }), ("region", { RussianRegion($0)?.code }),
    ]

    private static func value<Value>(_ make: () throws(RequisitesProblem) -> Value) -> Value? {
        do { return try make() } catch { return nil }
    }
}
