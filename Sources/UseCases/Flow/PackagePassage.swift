package import Basics
package import Contracts
import Documents

/// How a package goes to its customer, and how far it has come.
package struct PackagePassage: Hashable, Sendable {
    /// Nil = nobody has asked for anything: it waits in the cabinet.
    package let delivery: DocumentFlow.Delivery?
    package let state: PackageState
    package let copies: Copies

    /// What was asked for in addition, by mail.
    package enum Copies: Hashable, Sendable {
        case unasked
        case onTheirWay
        case sent(at: Moment)
        /// A letter was refused or came back, and nothing has brought the same since.
        case refused
    }
}

extension Records {
    /// The package a document went into: its project's own, where that has one.
    func package(of document: DocumentRecord) throws -> PackageName {
        func name(_ project: PID?) -> PackageName {
            PackageName(
                account: document.account, region: document.region, month: document.month, project: project)
        }
        guard let project = document.shares.first?.project, document.shares.count == 1,
            try taxID(ofIssued: name(project)) != nil
        else { return name(nil) }
        return name(project)
    }

    func passage(of package: PackageName) throws -> PackagePassage {
        let kept = try documentFlows(of: package.account, in: package.region)
        let flow = try taxID(ofIssued: package).flatMap {
            DocumentFlows(kept.map(\.asked)).inForce(for: package.month, of: $0)
        }
        let state = PackageState(try dispatches(of: package))
        let copies: PackagePassage.Copies
        let asked = try self.copies(of: package)
        // What came back after the package was marked is no copy that was sent.
        if let at = state.copiedAt, asked?.refused.map({ $0.at < at }) ?? true {
            copies = .sent(at: at)
        } else if let asked {
            copies = asked.refused == nil ? .onTheirWay : .refused
        } else {
            copies = .unasked
        }
        return PackagePassage(delivery: flow?.delivery, state: state, copies: copies)
    }
}
