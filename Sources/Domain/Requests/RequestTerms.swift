package import Access
package import Regions

/// What a kind of request asks for and promises.
package struct RequestTerms: Hashable, Sendable {
    package let department: Department
    /// In the order in which they are asked.
    package let fields: [Asked]
    /// What somebody must hold in the project to ask for it.
    package let right: Right
    package let deadline: Deadline?
    package let regions: [Region]

    package struct Asked: Hashable, Sendable {
        package let field: RequestField
        package let isNeeded: Bool
    }

    /// By when it is done, where somebody promises it. Support answers first within the hour in any case.
    package enum Deadline: Hashable, Sendable {
        case hours(Int)
        case workingDays(Int)
        case calendarDays(Int)
    }

    init(
        _ department: Department, _ needed: [RequestField], maybe: [RequestField] = [],
        right: Right = .requests, deadline: Deadline? = nil, regions: [Region] = Region.allCases
    ) {
        self.department = department
        fields =
            needed.map { Asked(field: $0, isNeeded: true) } + maybe.map { Asked(field: $0, isNeeded: false) }
        self.right = right
        self.deadline = deadline
        self.regions = regions
    }
}

extension RequestKind {
    /// As the source documents tell it (S0, S1); where they are silent, as the provider's later pages do.
    package var terms: RequestTerms {
        let contact: [RequestField] = [.contactName, .contactPhone]
        return switch self {
        case .individualContract: RequestTerms(.documents, [.organisation] + contact)
        case .documentFlow:
            RequestTerms(.documents, [.organisation, .documentList, .form] + contact)
        case .documents:
            RequestTerms(
                .documents, [.organisation, .documentList, .form], maybe: [.postalAddress, .email])
        case .edm:
            RequestTerms(
                .documents, [.organisation, .documentList] + contact, regions: [.moscow])
        case .paperFlow:
            RequestTerms(
                .documents, [.carrier, .recipient, .postalAddress, .isLegalAddress], maybe: [.contactPhone])
        case .scans:
            RequestTerms(.documents, [.organisation, .documentList, .email], maybe: [.everyMonth])
        case .reconciliationAct: RequestTerms(.documents, [.organisation, .period])
        case .foreignInvoice: RequestTerms(.documents, [.organisation, .amount])
        case .contractTerms: RequestTerms(.documents, [.organisation])
        case .reRegistration: RequestTerms(.documents, [.formerOrganisation, .newOrganisation])
        case .foundingDocuments: RequestTerms(.documents, [.documentList])
        case .personalRefund:
            RequestTerms(
                .support, [.project, .amount, .paidOn, .reason, .cardDigits, .proof], maybe: [.application],
                right: .refunds, deadline: .hours(48))
        case .companyRefund:
            RequestTerms(
                .support, [.project, .amount, .paidOn, .reason, .application], right: .refunds,
                deadline: .hours(48))
        case .cardIntoDocuments: RequestTerms(.support, [.project, .amount, .paidOn], right: .refunds)
        case .paymentTrace: RequestTerms(.documents, [.project, .proof], maybe: [.amount, .paidOn])
        case .freezeDelay: RequestTerms(.support, [.project, .proof])
        case .thaw, .deletionTime, .missingBonus: RequestTerms(.support, [.project])
        case .instrumentUnlinking: RequestTerms(.support, [.project], maybe: [.lastDigits])
        case .unknownCharge:
            RequestTerms(.support, [.chargedOn, .amount, .lastDigits], maybe: [.project])
        case .servicesOff: RequestTerms(.support, [.project, .chargedOn, .amount])
        case .misplacedMoney: RequestTerms(.support, [.project, .amount, .paidOn, .reason])
        case .receipt: RequestTerms(.support, [.project, .amount, .paidOn, .proof])
        case .slaCompensation:
            RequestTerms(
                .serviceLevel, [.accountData, .period, .ticketDay, .ticket], deadline: .workingDays(10))
        case .ownerChange:
            RequestTerms(.support, [.project, .newOwnerEmail], right: .ownerChange)
        case .projectDeletion:
            RequestTerms(.support, [.project], maybe: [.period], right: .deletion)
        case .foreignPhone: RequestTerms(.support, [.phone], regions: [.moscow])
        case .missingDocuments: RequestTerms(.documents, [.organisation], maybe: [.period])
        case .contractCopy: RequestTerms(.support, [], maybe: [.organisation])
        case .successionRefusal:
            RequestTerms(.documents, [.organisation], right: .ownerChange, deadline: .calendarDays(30))
        }
    }

    /// Holds that what was filled in makes a request of this kind: all that is needed, each value of its shape,
    /// nothing else. Every problem is named, in the order of the fields.
    package func problems(with values: [String: String], in region: Region) -> [RequestsProblem] {
        let terms = terms
        guard terms.regions.contains(region) else { return [.notHere(self, region)] }
        var found: [RequestsProblem] = []
        for asked in terms.fields {
            guard let value = values[asked.field.rawValue], !value.isEmpty else {
                if asked.isNeeded { found.append(.missingField(self, asked.field)) }
                continue
            }
            do throws(RequestsProblem) { try asked.field.check(value) } catch { found.append(error) }
            // Documents go by EDM where the region has it alone.
            if asked.field == .form, value == RequestKind.edm.rawValue, !region.profile.hasEDM {
                found.append(.notHere(.edm, region))
            }
        }
        let known = Set(terms.fields.map(\.field.rawValue))
        return found
            + values.keys.filter { !known.contains($0) }.sorted().map { .foreignField(self, $0) }
    }
}
