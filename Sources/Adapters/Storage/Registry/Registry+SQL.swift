import Basics
import Counterparties
import Requisites
import UseCases

extension SQLRecords {
    package func registeredParties(_ inn: INN) throws -> [RegisteredParty] {
        try rows(
            "SELECT record FROM registry_parties WHERE tax_id = ? ORDER BY is_branch, kpp LIMIT 300",
            [inn.text]
        ).map { try Record.read($0["record"]) }
    }

    package func registeredBank(_ bik: BIK) throws -> RegisteredBank? {
        try row("SELECT record FROM registry_banks WHERE bik = ?", [bik.text])
            .map { try Record.read($0["record"]) }
    }

    package func keep(_ parties: [RegisteredParty]) throws {
        struct Place: Hashable {
            let taxID: String
            let kpp: String
        }
        // One row is written once: of two with one place the last counts.
        let last = Dictionary(
            parties.map { (Place(taxID: $0.draft.inn ?? "", kpp: $0.draft.kpp ?? ""), $0) }
        ) { $1 }
        try session.insert(
            into: "registry_parties", ["tax_id", "kpp", "is_branch", "record"],
            last.map { place, party in
                [
                    .text(place.taxID), .text(place.kpp), .integer(party.isBranch ? 1 : 0),
                    .text(try Record.write(party)),
                ]
            },
            "ON CONFLICT (tax_id, kpp) DO UPDATE SET is_branch = excluded.is_branch, record = excluded.record"
        )
    }

    package func keep(_ banks: [RegisteredBank]) throws {
        let last = Dictionary(banks.map { ($0.bik, $0) }) { $1 }
        try session.insert(
            into: "registry_banks", ["bik", "record"],
            last.map { [.text($0.key), .text(try Record.write($0.value))] },
            "ON CONFLICT (bik) DO UPDATE SET record = excluded.record")
    }
}
