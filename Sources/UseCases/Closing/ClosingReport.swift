package import Basics
import Counterparties
package import Documents
package import Regions

/// What a closing did, or a dry run would do.
package struct ClosingReport: Sendable {
    package let month: Month
    /// Of the month, whenever they were issued.
    package var documents: [ClosedDocument] = []
    /// How many of them this closing issued.
    package var issued = 0
    package var skipped: [Skipped] = []
    package var blocked: [Blocked] = []
    package var tieOuts: [TieOut] = []

    /// An issued document; in a dry run its number is 0.
    package struct ClosedDocument: Sendable {
        package let region: Region
        package let content: DocumentContent
        /// Canonical JSON, as frozen.
        package let frozen: [UInt8]

        package var key: DocumentKey { DocumentKey(content, in: region) }
    }

    /// A package without documents.
    package struct Skipped: Hashable, Sendable {
        package let region: Region
        package let party: Party
        package let project: PID?
        package let reason: String
    }

    /// A customer whose month stays open, and why.
    package struct Blocked: Sendable {
        package let region: Region
        package let account: AccountID
        package let party: Party
        package let problem: any Problem

        /// The problem's code without its room, as `close --json` lists it.
        package var reason: String { String(problem.code.drop { $0 != "." }.dropFirst()) }
    }

    /// A counterparty by its number, and what the number is called: ИНН, БИН, ИИН.
    package struct Party: Hashable, Sendable {
        package let key: String
        package let taxID: TaxID

        init(_ counterparty: Counterparty) {
            taxID = counterparty.taxID ?? TaxID("")
            switch counterparty.identity {
            case .russianEntity, .russianProprietor, .individual: key = "inn"
            case .kazakhEntity: key = "bin"
            case .kazakhProprietor: key = "iin"
            case .foreign: key = "taxId"
            }
        }
    }

    /// The same sum found three ways; a difference blocks (D10).
    package struct TieOut: Hashable, Sendable {
        package let region: Region
        package let counterparty: TaxID
        package let portions: Money
        package let documents: Money
        package let ledger: Money

        package var agrees: Bool { portions == documents && documents == ledger }
    }
}
