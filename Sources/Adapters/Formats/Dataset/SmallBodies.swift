package import Basics
import Projects
package import Regions

/// The sum that a payment invoice is asked for: `{"amount":"5000.00"}`.
package struct InvoiceRequest: Sendable {
    package let amount: Int64

    package init(_ text: ArraySlice<UInt8>) throws(DatasetProblem) {
        amount = try DatasetRecord(text).amount("amount")
    }
}

/// Whose a bank line is: `{"project":"mcs0000000001"}`.
package struct MatchingRequest: Sendable {
    package let project: PID

    package init(_ text: ArraySlice<UInt8>) throws(DatasetProblem) {
        project = try DatasetRecord(text).pid("project")
    }
}

/// Which region's month is to be closed: `{"region":"moscow","dryRun":true}`.
package struct ClosingRequest: Sendable {
    package let region: Region
    package let isDryRun: Bool

    package init(_ text: ArraySlice<UInt8>) throws {
        let record = try DatasetRecord(text)
        let name = try record.text("region")
        guard let region = Region(rawValue: name) else {
            throw ProjectsProblem.unknownRegion(name)
        }
        self.region = region
        isDryRun = try record.optionalBool("dryRun") ?? false
    }
}
