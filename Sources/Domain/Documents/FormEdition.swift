package import Basics

/// The edition of the tax invoice's form (ПП РФ № 1137) that a document's date calls for; the УПД follows
/// it. What was issued keeps the form of its day.
package enum FormEdition: Hashable, Sendable {
    /// ПП № 534 of 2021-04-02, in force from 2021-07-01.
    case of2021
    /// ПП № 1096 of 2024-08-16, in force from 2024-10-01.
    case of2024
    /// ПП № 26 of 2026-01-23, in force from 2026-04-01: line 5б.
    case of2026

    package static func on(_ day: Day) -> FormEdition {
        changes.last { $0.from <= day.description }?.edition ?? .of2021
    }

    /// Days written as ISO dates order as texts do.
    private static let changes: [(from: String, edition: FormEdition)] = [
        ("2024-10-01", .of2024), ("2026-04-01", .of2026),
    ]

    package var hasAdvanceInvoices: Bool { self == .of2026 }

    /// The decree as the form's corner names it.
    package var decree: String {
        switch self {
        case .of2021: "от 2 апреля 2021 г. № 534"
        case .of2024: "от 16 августа 2024 г. № 1096"
        case .of2026: "от 23 января 2026 г. № 26"
        }
    }
}
