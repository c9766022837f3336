package import Basics
package import Counterparties
package import Regions

/// How a customer gets its closing documents in a region, from the documents of a month on (R104–R120): what it asked
/// for, as it was asked. A month that is closed keeps what was in force for it.
package struct DocumentFlow: Hashable, Sendable {
    package let region: Region
    /// The first month whose documents go this way.
    package let from: Month
    /// Those of an individual contract; empty = as the contract says.
    package let documents: Set<DocumentKind>
    /// A package of its own for each project (R105).
    package let perProject: Bool
    package let delivery: Delivery
    /// Who is asked where something is not clear: full name and telephone (R109, R115).
    package let contact: Contact
    /// Copies as PDF by mail (R120); nobody = none.
    package let copies: Copies

    package enum Delivery: Hashable, Sendable {
        /// Electronic documents through an operator: the first way, where it is possible at all (R116).
        case edm
        /// Signed originals to an address that is asked for each time (R117–R119).
        case paper(PaperWay, recipient: String)
    }

    package enum PaperWay: Hashable, Sendable {
        case post
        /// A courier calls before he comes.
        case courier(phone: String)
    }

    package struct Contact: Hashable, Sendable {
        package let name: String
        package let phone: String

        package init(name: String, phone: String) {
            self.name = name
            self.phone = phone
        }
    }

    package enum Copies: Hashable, Sendable {
        case none
        /// Of the first month alone, or of every one.
        case once([String])
        case monthly([String])

        package var addresses: [String] {
            switch self {
            case .none: []
            case .once(let addresses), .monthly(let addresses): addresses
            }
        }
    }

    package init(
        region: Region, from: Month, documents: Set<DocumentKind>, perProject: Bool, delivery: Delivery,
        contact: Contact, copies: Copies
    ) {
        self.region = region
        self.from = from
        self.documents = documents
        self.perProject = perProject
        self.delivery = delivery
        self.contact = contact
        self.copies = copies
    }

    /// Whether PDF copies of a month's documents go out by mail.
    package func sendsCopies(of month: Month) -> Bool {
        switch copies {
        case .none: false
        case .once: month == from
        case .monthly: month >= from
        }
    }
}

/// A way of documents with whose wish it is: another party that the account becomes asks anew.
package struct AskedFlow: Hashable, Sendable {
    package let flow: DocumentFlow
    package let taxID: TaxID
    /// The first day of the contract it was asked under; nil = the offer. What another contract lays down of documents
    /// and packages stands until something is asked for under it.
    package let contract: Day?

    package init(flow: DocumentFlow, taxID: TaxID, contract: Day?) {
        self.flow = flow
        self.taxID = taxID
        self.contract = contract
    }
}

/// All that an account has asked for in a region.
package struct DocumentFlows: Hashable, Sendable {
    private let versions: [AskedFlow]

    /// From what was asked for, in the order it was asked: what begins later goes before what begins earlier, and of
    /// one month the last.
    package init(_ asked: [AskedFlow] = []) {
        versions = asked.enumerated().sorted {
            ($0.element.flow.from, $0.offset) < ($1.element.flow.from, $1.offset)
        }.map(\.element)
    }

    /// The way that is in force for a month's documents of a party; nil = it has asked for nothing.
    package func inForce(for month: Month, of taxID: TaxID) -> DocumentFlow? {
        asked(for: month, of: taxID)?.flow
    }

    /// Which documents a month's package is to hold: the contract's set, or one that was asked for under the contract.
    /// The offer leaves no choice (R102).
    package func documents(for month: Month, of taxID: TaxID, under contract: Contract?) -> Set<DocumentKind>
    {
        guard let contract else { return [] }
        let chosen = asked(for: month, of: taxID, under: contract)?.documents ?? []
        return chosen.isEmpty ? contract.documents : chosen
    }

    /// Whether each project has a package of its own (R105).
    package func isPerProject(for month: Month, of taxID: TaxID, under contract: Contract?) -> Bool {
        asked(for: month, of: taxID, under: contract)?.perProject ?? contract?.perProject ?? false
    }

    private func asked(for month: Month, of taxID: TaxID) -> AskedFlow? {
        versions.last { $0.taxID == taxID && $0.flow.from <= month }
    }

    private func asked(for month: Month, of taxID: TaxID, under contract: Contract?) -> DocumentFlow? {
        asked(for: month, of: taxID).flatMap { $0.contract == contract?.from ? $0.flow : nil }
    }
}

extension ContractRules {
    /// Refuses a way of documents that the rules forbid this counterparty, and says which way there is.
    package static func check(
        _ flow: DocumentFlow, for counterparty: Counterparty, under contract: Contract?
    ) throws {
        let profile = flow.region.profile
        guard counterparty.receivesDocuments else { throw ContractsProblem.flowForIndividual }
        if contract == nil, !counterparty.isResident(of: profile.country) {
            throw ContractsProblem.nonResidentOnOffer(flow.region)
        }
        if flow.delivery == .edm {
            // Both must be so (R113).
            guard profile.hasEDM else { throw ContractsProblem.edmNotInRegion(flow.region) }
            guard counterparty.isResident(of: profile.country) else { throw ContractsProblem.edmForResidents }
        }
        if case .paper(let way, let recipient) = flow.delivery {
            try check(recipient, .recipient)
            if case .courier(let phone) = way { try check(phone: phone, .phone) }
        }
        try check(flow.contact.name, .contact)
        try check(phone: flow.contact.phone, .contactPhone)
        if flow.copies != .none, flow.copies.addresses.isEmpty {
            throw ContractsProblem.flowField(.addresses)
        }
        if case .fixed = profile.package {
            guard flow.documents.isEmpty else { throw ContractsProblem.documentsOfRegion(flow.region) }
        } else if contract == nil {
            guard flow.documents.isEmpty || flow.documents == [.upd] else {
                throw ContractsProblem.documentsOnOffer
            }
        } else {
            try checkSet(flow.documents)
        }
    }

    private static func check(_ name: String, _ field: FlowField) throws {
        guard (2...200).contains(name.count) else { throw ContractsProblem.flowField(field) }
    }

    private static func check(phone: String, _ field: FlowField) throws {
        let figures = phone.filter { ("0"..."9").contains($0) }.count
        guard (5...20).contains(figures), phone.count <= 40 else { throw ContractsProblem.flowField(field) }
    }
}

/// What a customer fills in about the way of its documents.
package enum FlowField: String, CaseIterable, Hashable, Sendable {
    case recipient
    case phone
    case contact
    case contactPhone
    case addresses
    case address
}
