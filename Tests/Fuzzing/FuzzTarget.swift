/// A reader and what must hold whatever it is given. The fuzzer makes inputs; the tests replay those kept
/// in Tests/Corpora.
package struct FuzzTarget: Sendable {
    /// Also the name of its folder of inputs and of its dictionary.
    package let name: String
    /// The longest input the fuzzer makes; longer ones are `Swollen`.
    package let longest: Int
    /// Nil where all is well; else what went wrong. A refusal is well, a trap is caught outside.
    package let complaint: @Sendable ([UInt8]) -> String?

    init(_ name: String, longest: Int, complaint: @escaping @Sendable ([UInt8]) -> String?) {
        self.name = name
        self.longest = longest
        self.complaint = complaint
    }

    package static let all: [FuzzTarget] = [
        .bankStatement, .purpose, .sellerTitle, .sellerTitleWritten, .xml, .csv, .prices, .usage, .accounts,
        .credits, .suppliers, .registry, .json, .frozen, .proof, .calendar, .numbers, .requisites,
        .letter,
    ]

    package static func named(_ name: String) -> FuzzTarget? { all.first { $0.name == name } }
}
