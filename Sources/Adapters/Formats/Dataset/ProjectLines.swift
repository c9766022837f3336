package import Basics
package import UseCases

/// Reads a project by itself, as an account's record has it, with the account it belongs to.
package struct ProjectLines {
    private var unknown = UnknownFields()

    package init() {}

    package mutating func project(
        _ pid: PID, in text: ArraySlice<UInt8>
    ) throws(DatasetProblem) -> (account: AccountID, draft: ProjectDraft) {
        let record = try DatasetRecord(text)
        unknown.note(record, besides: ["account", "pid", "region", "created"])
        if let found = try record.optionalText("pid"), PID(found) != pid {
            throw .badPID(field: "pid", found: DatasetText.shortened(found))
        }
        return (
            AccountID(try record.name("account")),
            ProjectDraft(
                pid: pid.text, region: try record.text("region"), created: try record.optionalText("created"))
        )
    }

    /// Warnings about unknown fields that came since the last call; each field is named once.
    package mutating func takeWarnings() -> [DatasetProblem] { unknown.take() }
}
