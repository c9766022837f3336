import Basics
import Contracts
import Counterparties
import Regions
import Testing

/// The table of differences that the source documents end with, each cell against the rule that keeps it.
@Suite struct DifferencesTests {
    private static func party(isCompany: Bool) throws -> Counterparty {
        var draft = CounterpartyDraft()
        draft.residency = "RU"
        draft.name = isCompany ? "ООО «Ромашка»" : "Иван Сидоров"
        draft.kind = isCompany ? "legalEntity" : "individual"
        draft.inn = isCompany ? "7707083893" : nil
        return try draft.checked()
    }

    private static func isAllowed(_ work: () throws -> Void) -> Bool {
        do { try work() } catch { return false }
        return true
    }

    @Test(arguments: Difference.allCases, [false, true])
    func `each cell of the table is what the rules do`(_ difference: Difference, _ isCompany: Bool) throws {
        let party = try DifferencesTests.party(isCompany: isCompany)
        let choices = difference.choices(forCompanies: isCompany)
        switch difference {
        case .scheme:
            for scheme in [PaymentScheme.prepaid, .postpaid] {
                // Only an individual contract fixes another scheme than the offer's.
                let draft = MakeContract.draft {
                    $0.type = scheme == .prepaid ? "offer" : "individual"
                    $0.scheme = scheme.rawValue
                }
                let isThere = DifferencesTests.isAllowed {
                    _ = try draft.checked(for: party, region: .moscow)
                }
                #expect(choices.contains(.scheme(scheme)) == isThere, "\(scheme)")
            }
        case .contract:
            let contract = MakeContract.version(from: "2026-01-01")
            let own = DifferencesTests.isAllowed { try ContractRules.check(contract, for: party) }
            #expect(choices.contains(.individualContract) == own)
            let offer = DifferencesTests.isAllowed { try ContractRules.checkOffer(for: party, in: .moscow) }
            #expect(choices.contains(.publicOffer) == offer)
        case .payment:
            // Only transfers reach documents, and only companies have any.
            #expect(choices == [party.receivesDocuments ? .bankTransfer : .linkedCard])
        case .registration:
            #expect(choices.isEmpty != party.receivesDocuments)
        case .edm:
            #expect(choices.isEmpty != (party.receivesDocuments && Region.moscow.profile.hasEDM))
        }
    }

    @Test func `a post-paid offer is refused to everybody`() throws {
        for isCompany in [false, true] {
            let party = try DifferencesTests.party(isCompany: isCompany)
            #expect(throws: ContractsProblem.postpaidOnOffer) {
                try MakeContract.draft { ($0.type, $0.scheme) = ("offer", "postpaid") }
                    .checked(for: party, region: .moscow)
            }
        }
    }
}
