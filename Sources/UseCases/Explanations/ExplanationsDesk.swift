package import Access
package import Basics
import Contracts
import Funding
import Metering
import Projects
import Regions

/// Answers why: from any address down to events, prices and funding, and from money forward to what it
/// paid. Everything shown is added up again; what does not agree is said, never hidden.
package struct ExplanationsDesk: Sendable {
    let store: any Store
    let papers: Papers

    /// What is not the viewer's to see has no address, and nothing is worked out for it: `sees` is asked first; by a
    /// token of one project, of every project that a paper names.
    package func explain(
        _ address: String, showing size: ExcerptSize = ExcerptSize(), for viewer: Viewer = .house,
        isOfOneProject: Bool = false, sees: ((Right, [PID]) -> Bool)? = nil
    ) throws -> Explanation {
        let sees = sees ?? { viewer.may($0, inAllOf: $1) }
        return try store.read { records in
            for reading in ExplanationAddress.readings(of: address) {
                let desk = Explaining(
                    records: records, papers: papers, size: size, viewer: viewer,
                    isOfOneProject: isOfOneProject, sees: sees)
                if let explanation = try desk.explain(reading) { return explanation }
            }
            throw ExplanationsProblem.unknownAddress(address)
        }
    }
}

/// One question, answered from one snapshot.
struct Explaining {
    let records: any Records
    let papers: Papers
    let size: ExcerptSize
    let viewer: Viewer
    let isOfOneProject: Bool
    let sees: (Right, [PID]) -> Bool

    /// Nil where nothing stands at the address, or nothing that may be seen.
    func explain(_ address: ExplanationAddress) throws -> Explanation? {
        switch address {
        case .document(let key):
            try document(key, line: nil).map(Explanation.document)
        case .documentLine(let key, let number):
            try document(key, line: number).map(Explanation.documentLine)
        case .dayLine(let pid, let key): try dayLine(key, in: pid).map(Explanation.dayLine)
        case .project(let pid): try project(pid).map(Explanation.project)
        case .credit(let id): try credit(id).map(Explanation.credit)
        case .bankLine(let number):
            try records.bankLine(number: number).flatMap { try seen($0) }.map(bankLine)
        case .bankLineID(let id): try records.bankLine(id).flatMap { try seen($0) }.map(bankLine)
        case .tieOut(let region, let month, let account):
            try tieOut(region, month, account).map(Explanation.tieOut)
        }
    }

    /// In which projects the right is asked to see what an account's paper says of some; none = nobody outside sees it.
    func shown(_ projects: [PID], of account: Account, in region: Region) throws -> [PID] {
        guard isOfOneProject else {
            return try records.shown(projects, of: account, in: region, to: viewer)
        }
        return Set(account.projects.map(\.pid)).isSuperset(of: projects) ? projects : []
    }

    private func seen(_ line: BankLineRecord) throws -> BankLineRecord? {
        guard sees(.detail, line.projects) else { return nil }
        let isTheirs = try records.shares(of: line.id).allSatisfy { share in
            guard let credit = try records.credit(share.credit)?.credit,
                let project = try records.project(credit.project)
            else { return true }
            return try !isFormer(project, credit.at)
        }
        return isTheirs ? line : nil
    }

    /// Whether an instant is of a former account's time: what paid then, and for what, is no customer's to see who came
    /// after (R130).
    func isFormer(_ project: ProjectRecord, _ moment: Moment) throws -> Bool {
        try viewer.isCustomer && !records.isOwn(moment, of: project)
    }

    func bankLine(_ line: BankLineRecord) throws -> Explanation {
        .bankLine(try explanation(of: line))
    }

    func owner(of project: ProjectRecord) throws -> Account {
        guard let account = try records.account(project.project.account) else {
            throw ExplanationsProblem.unknownAddress(project.project.account.text)
        }
        return account
    }

    /// A credit with the bank line it came by: the line's own id, or that and the project of a further
    /// share.
    func fact(_ id: CreditID) throws -> CreditFact? {
        try records.credit(id).map { try fact($0.credit) }
    }

    func fact(_ credit: Credit) throws -> CreditFact {
        guard case .money(.bank) = credit.kind,
            try !viewer.isCustomer || !isFormer(records.knownProject(credit.project), credit.at)
        else { return CreditFact(credit: credit, bankLine: nil) }
        let id = credit.id.text
        var line = try records.bankLine(BankLineID(id))
        if line == nil, id.hasSuffix("|\(credit.project)") {
            line = try records.bankLine(BankLineID(String(id.dropLast(credit.project.text.utf8.count + 1))))
        }
        return CreditFact(credit: credit, bankLine: line)
    }

    func tariff(of region: Region) throws -> Tariff { Tariff(try records.listings(in: region)) }
}
