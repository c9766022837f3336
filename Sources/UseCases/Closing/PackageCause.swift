import Basics
import Regions

/// Why a project's book hands over what a package documents: its month, and whose it is where the project has passed from
/// one account to another by then.
enum PackageCause {
    static func of(_ month: Month, _ account: AccountID?) -> String {
        "package/\(month)" + (account.map { "/\($0)" } ?? "")
    }
}

extension Records {
    /// What a project's book handed over to the documents of an account's month, transaction by transaction.
    func handedOver(
        by project: PID, for account: AccountID, month: Month
    ) throws -> [(sequence: Int64, amount: Int64)] {
        let first = try passings(of: project).first?.from ?? account
        return try (first == account ? [nil, account] : [account]).flatMap {
            try handedOver(by: project, because: PackageCause.of(month, $0))
        }
    }

    /// The same of all projects that an account documents.
    func handedOver(for account: Account, in region: Region, month: Month) throws -> Int64 {
        guard try !passings(of: account.id, in: region).isEmpty else {
            return try bookedSum(of: account.id, in: region, month: month)
        }
        let projects = Set(try holdings(of: account, in: region).map(\.project))
        return try projects.reduce(0) { sum, project in
            try handedOver(by: project, for: account.id, month: month).reduce(sum) { $0 + $1.amount }
        }
    }
}
