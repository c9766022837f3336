package import Access
package import Basics
package import Contracts
package import Counterparties
import Documents
import Projects
package import Regions
import Requisites

/// Sees to it that documents go as customers asked: wishes that hold from a month on, an address for each package of
/// paper, and the list of what is still to be sent (R104, R105, R109–R119).
package struct FlowDesk: Sendable {
    let store: any Store
    let clock: Clock
    let papers: Papers

    package static let mostVersions = 100
    package static let mostAddresses = 5
    package static let packagesPerPage = 50
    package static let mostWaiting = 24
    /// So many packages are looked at for one page of a list; those that go another way are passed over.
    static let mostLookedAt = 1_000

    // MARK: What a customer asks for

    /// A project's page of document flow.
    package struct Overview: Sendable {
        package let head: ProjectHead
        /// What the party asked for, what rules last first.
        package let versions: [KeptFlow]
        /// How many wishes the account has kept: who asks says which it saw.
        package let seen: Int
        /// The first month whose documents a change can still reach, and what is in force for it.
        package let open: Month
        package let current: DocumentFlow?
        package let documents: Set<DocumentKind>
        package let perProject: Bool
        package let contract: Contract?
        /// The legal address, where paper goes only if that is said.
        package let legalAddress: String?
        /// Why documents do not come at all, or not to who looks.
        package let refusal: (any Problem)?
        package let mayChange: Bool
        /// Packages of paper whose address nobody has given yet, the latest first.
        package let waiting: [PackageName]
    }

    package func overview(of pid: PID, for viewer: Viewer) throws -> Overview {
        let now = clock.now()
        return try store.read { records in
            let head = try records.head(pid, .documents, at: now, for: viewer)
            let (account, region) = (head.account, head.region)
            let kept = try records.documentFlows(of: account.id, in: region)
            let flows = DocumentFlows(kept.map(\.asked))
            let open = try self.open(account, region, at: now, records)
            let contract = account.agreements.contract(on: open.lastDay, in: region)
            let projects = account.projects.filter { $0.region == region }.map(\.pid)
            let seesAll = viewer.may(.documents, inAllOf: projects)
            let taxID = seesAll ? account.counterparty.taxID : nil
            let refusal: (any Problem)? =
                !account.counterparty.receivesDocuments
                ? ContractsProblem.flowForIndividual : seesAll ? nil : AccessProblem.notAllowed
            return Overview(
                head: head,
                versions: kept.enumerated().filter { $0.element.asked.taxID == taxID }
                    .sorted { ($0.element.flow.from, $0.offset) > ($1.element.flow.from, $1.offset) }
                    .map(\.element),
                seen: kept.count, open: open,
                current: taxID.flatMap { flows.inForce(for: open, of: $0) },
                documents: taxID.map { flows.documents(for: open, of: $0, under: contract) } ?? [],
                perProject: taxID.map { flows.isPerProject(for: open, of: $0, under: contract) } ?? false,
                contract: contract, legalAddress: account.counterparty.address?.line, refusal: refusal,
                mayChange: viewer.may(.requisites, inAllOf: projects),
                waiting: try taxID.map { try waiting(account.id, region, $0, flows, records) } ?? [])
        }
    }

    /// Keeps what was asked for. Asked for again it changes nothing; asked for by somebody who has not seen the last
    /// wish, it is refused.
    package func ask(
        of pid: PID, seen: Int, for viewer: Viewer, by author: Author? = nil,
        _ wish: (_ region: Region, _ open: Month) throws -> DocumentFlow
    ) throws {
        let now = clock.now()
        try store.transaction { records in
            let (account, region) = try locked(pid, viewer, records)
            let (party, open) = (account.counterparty, try open(account, region, at: now, records))
            let flow = try wish(region, open)
            guard flow.from >= open else { throw ContractsProblem.flowOfClosedMonth(open) }
            let contract = account.agreements.contract(on: flow.from.lastDay, in: region)
            try ContractRules.check(flow, for: party, under: contract)
            guard flow.copies.addresses.count <= FlowDesk.mostAddresses else {
                throw ContractsProblem.tooManyAddresses(FlowDesk.mostAddresses)
            }
            for address in flow.copies.addresses { _ = try EmailAddress(address) }
            guard let taxID = party.taxID else {
                throw DocumentsProblem.counterpartyRequisitesMissing(party.name, "tax id")
            }
            let asked = AskedFlow(flow: flow, taxID: taxID, contract: contract?.from)
            let kept = try records.documentFlows(of: account.id, in: region)
            guard kept.last?.asked != asked else { return }
            guard kept.count == seen else { throw ContractsProblem.flowChanged }
            guard kept.count < FlowDesk.mostVersions else {
                throw ContractsProblem.tooManyFlows(FlowDesk.mostVersions)
            }
            try records.insert(KeptFlow(asked: asked, at: now, by: viewer.user), of: account.id)
            if let author {
                try records.keep(
                    .setFlow, on: "flow/\(region.rawValue)/\(flow.from)/\(account.id)", account: account.id,
                    by: author, at: now)
            }
        }
    }

    /// The account of a project, for whoever may speak for all its projects in the region. No month of it is closed
    /// meanwhile, it becomes nobody else's, and nobody else asks.
    private func locked(
        _ pid: PID, _ viewer: Viewer, _ records: any Records
    ) throws -> (account: Account, region: Region) {
        guard viewer.may(.requisites, in: pid), let project = try records.project(pid)?.project else {
            throw ProjectsProblem.unknownProject(pid.text)
        }
        try records.lock(.closing(project.region))
        try records.lock(.account(project.account))
        guard let account = try records.account(project.account) else {
            throw ProjectsProblem.unknownAccount(project.account)
        }
        let projects = account.projects.filter { $0.region == project.region }.map(\.pid)
        guard viewer.may(.requisites, inAllOf: projects) else { throw AccessProblem.notAllowed }
        return (account, project.region)
    }

    /// The first month that is not closed; a month that is over and not closed yet can still be reached.
    private func open(
        _ account: Account, _ region: Region, at now: Moment, _ records: any Records
    ) throws -> Month {
        let zone = region.profile.zone
        let open =
            try records.lastClosed(account.id, in: region)?.next
            ?? max(zone.day(of: now).month.previous, zone.day(of: account.agreements.registered).month)
        // What a former party's month brings is not this one's to say.
        return account.monthsOfOthers(in: region).last.map { max(open, $0.upperBound.next) } ?? open
    }

    // MARK: Where paper goes

    private func waiting(
        _ account: AccountID, _ region: Region, _ taxID: TaxID, _ flows: DocumentFlows,
        _ records: any Records
    ) throws -> [PackageName] {
        guard var month = try records.lastClosed(account, in: region) else { return [] }
        var waiting: [PackageName] = []
        while waiting.count < FlowDesk.mostWaiting, let flow = flows.inForce(for: month, of: taxID) {
            if case .paper = flow.delivery {
                waiting += try records.packagesWithoutAddress(
                    of: account, in: region, month: month, taxID: taxID,
                    limit: FlowDesk.mostWaiting - waiting.count)
            }
            month = month.previous
        }
        return waiting
    }

    /// Says where the originals of one package go. The legal address is taken only where that is said, whether it was
    /// ticked or typed (R118).
    package func giveAddress(
        _ text: String, isLegal: Bool, month: Month, project: PID?, of pid: PID, for viewer: Viewer,
        by author: Author? = nil
    ) throws {
        let now = clock.now()
        try store.transaction { records in
            let (account, region) = try locked(pid, viewer, records)
            let name = PackageName(account: account.id, region: region, month: month, project: project)
            let package = try package(name, records)
            let party = account.counterparty
            // A package of a former party is none of this one's.
            guard package.taxID == party.taxID, case .paper? = package.flow?.delivery else {
                throw DocumentsProblem.unknownDocument(name.text)
            }
            let address = try FlowDesk.address(text, isLegal: isLegal, of: party)
            guard package.state.address != address || package.state.isLegal != isLegal else { return }
            guard !package.state.isSent else { throw ContractsProblem.packageSent(month) }
            try records.insert(
                Dispatch(step: .address(address, isLegal: isLegal), at: now, by: viewer.user), of: name)
            if let author {
                try records.keep(.giveAddress, on: name.text, account: account.id, by: author, at: now)
            }
        }
    }

    private static func address(_ text: String, isLegal: Bool, of party: Counterparty) throws -> String {
        let typed = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        let legal = party.address?.line
        if isLegal {
            guard let legal else {
                throw DocumentsProblem.counterpartyRequisitesMissing(party.name, "address")
            }
            guard typed.isEmpty else { throw ContractsProblem.twoAddresses }
            return legal
        }
        guard (10...500).contains(typed.count) else { throw ContractsProblem.flowField(.address) }
        guard legal.map(bare) != bare(typed) else { throw ContractsProblem.legalAddressUnsaid }
        return typed
    }

    /// An address without what people write in many ways.
    private static func bare(_ address: String) -> String {
        address.lowercased().filter { $0.isLetter || $0.isNumber }
    }

    /// A package that was issued, with the way it goes and how far it has come.
    private struct Package {
        let taxID: TaxID
        let flow: DocumentFlow?
        let state: PackageState
    }

    private func package(_ name: PackageName, _ records: any Records) throws -> Package {
        guard let taxID = try records.taxID(ofIssued: name) else {
            throw DocumentsProblem.unknownDocument(name.text)
        }
        let kept = try records.documentFlows(of: name.account, in: name.region)
        return Package(
            taxID: taxID, flow: DocumentFlows(kept.map(\.asked)).inForce(for: name.month, of: taxID),
            state: PackageState(try records.dispatches(of: name)))
    }

    // MARK: What is to be sent

    /// Which packages staff look for.
    package enum Way: String, CaseIterable, Hashable, Sendable {
        case edm
        case paper
        case copies
        /// Nobody has asked for anything: they wait in the cabinet.
        case cabinet

        func isOf(_ flow: DocumentFlow?, in month: Month) -> Bool {
            switch self {
            case .edm: flow?.delivery == .edm
            case .paper: if case .paper? = flow?.delivery { true } else { false }
            case .copies: flow?.sendsCopies(of: month) ?? false
            case .cabinet: flow == nil
            }
        }
    }

    /// A package on its way.
    package struct Going: Sendable {
        package let name: PackageName
        /// Whose it is, as it was for the month.
        package let party: Counterparty
        package let flow: DocumentFlow?
        package let state: PackageState
        package let documents: [IssuedDocument]
        /// Of the copies that were asked for; nil = the list is another.
        package let copies: PackageCopies?

        /// Whether the program has copies to mail: all, or what was refused or came back.
        package var isToMail: Bool { copies.map { FlowDesk.isToMail($0, state) } ?? false }
    }

    private static func isToMail(_ copies: PackageCopies, _ state: PackageState) -> Bool {
        copies.areLacking && (!state.isCopied || copies.refusal != nil)
    }

    package struct Queue: Sendable {
        package let region: Region
        package let month: Month
        package let way: Way
        package let packages: [Going]
        /// Where the list goes on; nil = these were the last.
        package let next: PackageName?
    }

    /// A month's packages that go one way, those that went too.
    package func queue(
        _ region: Region, _ month: Month, _ way: Way, after place: PackageName? = nil, for viewer: Viewer
    ) throws -> Queue {
        guard viewer.mayEverywhere(.closing) else { throw AccessProblem.notAllowed }
        return try store.read { records in
            var packages: [Going] = []
            var place = place
            var left = FlowDesk.mostLookedAt
            while left > 0 {
                let names = try records.issuedPackages(in: region, month: month, after: place, limit: 200)
                for name in names {
                    place = name
                    if let going = try going(name, way, records) { packages.append(going) }
                    if packages.count == FlowDesk.packagesPerPage { break }
                }
                left -= names.count
                if packages.count == FlowDesk.packagesPerPage { break }
                guard names.count == 200 else {
                    place = nil
                    break
                }
            }
            return Queue(region: region, month: month, way: way, packages: packages, next: place)
        }
    }

    private func going(_ name: PackageName, _ way: Way, _ records: any Records) throws -> Going? {
        let package = try package(name, records)
        guard way.isOf(package.flow, in: name.month), let account = try records.account(name.account) else {
            return nil
        }
        let documents = try records.documents(of: name.account, in: name.region, month: name.month)
            .map { try IssuedDocument($0, papers) }
            .filter { document in name.project.map { document.content.projects == [$0] } ?? true }
        return Going(
            name: name, party: account.counterparty(in: name.month, of: name.region), flow: package.flow,
            state: package.state, documents: documents,
            copies: way == .copies ? try records.copies(of: name) : nil)
    }

    /// Has the program mail copies: what no letter has brought goes to the addresses that were asked for; what is not
    /// printed yet goes when it is. Said twice it is done once.
    package func mailCopies(_ names: [PackageName], for viewer: Viewer, by author: Author) throws {
        guard viewer.mayEverywhere(.closing) else { throw AccessProblem.notAllowed }
        let now = clock.now()
        try store.transaction { records in
            for account in Set(names.map(\.account)).sorted() { try records.lock(.account(account)) }
            for name in names {
                let package = try package(name, records)
                guard let copies = try records.copies(of: name) else {
                    throw DocumentsProblem.unknownDocument(name.text)
                }
                guard FlowDesk.isToMail(copies, package.state) else { continue }
                if try copies.write(at: now, records) == nil {
                    try records.post(
                        .notice(Notice.copies(name, again: now).subject, to: name.account), at: now)
                }
                try records.keep(.mailCopies, on: name.text, account: name.account, by: author, at: now)
            }
        }
    }

    /// Notes that packages went out, or their copies; each once. None is noted where one cannot have gone.
    package func mark(
        _ names: [PackageName], as way: Way, for viewer: Viewer, by author: Author
    ) throws {
        guard viewer.mayEverywhere(.closing) else { throw AccessProblem.notAllowed }
        let now = clock.now()
        try store.transaction { records in
            for account in Set(names.map(\.account)).sorted() { try records.lock(.account(account)) }
            for name in names {
                let package = try package(name, records)
                guard way != .cabinet, way.isOf(package.flow, in: name.month) else {
                    throw DocumentsProblem.unknownDocument(name.text)
                }
                let copies = way == .copies
                guard copies ? !package.state.isCopied : !package.state.isSent else { continue }
                if way == .paper, package.state.address == nil {
                    throw ContractsProblem.noDispatchAddress(name.month)
                }
                try records.insert(
                    Dispatch(step: copies ? .copied : .sent, at: now, by: viewer.user), of: name)
                try records.keep(
                    copies ? .sendCopies : .sendPackage, on: name.text, account: name.account, by: author,
                    at: now)
            }
        }
    }
}

extension FlowDesk.Queue {
    /// The files for the operator: formalised documents of the packages here that go by EDM and have not gone.
    package var files: [IssuedDocument] { waiting { $0.forEDM } }

    /// Documents of those packages that no operator takes: one of the parties had no EDM id when they were issued (D29).
    package var unaddressed: [IssuedDocument] { waiting { !$0.forEDM } }

    private func waiting(_ isWanted: (ExchangeFile) -> Bool) -> [IssuedDocument] {
        guard way == .edm else { return [] }
        return packages.filter { !$0.state.isSent }.flatMap(\.documents).filter {
            $0.content.file.map(isWanted) ?? false
        }
    }
}

/// How far a package has come.
package struct PackageState: Hashable, Sendable {
    package private(set) var address: String?
    package private(set) var isLegal = false
    package private(set) var sentAt: Moment?
    package private(set) var copiedAt: Moment?

    package var isSent: Bool { sentAt != nil }
    package var isCopied: Bool { copiedAt != nil }

    init(_ dispatches: [Dispatch]) {
        for dispatch in dispatches {
            switch dispatch.step {
            case .address(let address, let isLegal): (self.address, self.isLegal) = (address, isLegal)
            case .sent: sentAt = dispatch.at
            case .copied: copiedAt = dispatch.at
            }
        }
    }
}
