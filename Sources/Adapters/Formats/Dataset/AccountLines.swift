package import UseCases

/// Reads the accounts of a dataset, one JSON object a line. Only their shape is held here; the rules on
/// who may have what are the draft's own.
package struct AccountLines {
    private var unknown = UnknownFields()

    package init() {}

    package mutating func account(in line: ArraySlice<UInt8>) throws(DatasetProblem) -> AccountDraft {
        try AccountDraft(try DatasetRecord(line), &unknown)
    }

    /// Warnings about unknown fields that came since the last call; each field is named once.
    package mutating func takeWarnings() -> [DatasetProblem] { unknown.take() }
}
