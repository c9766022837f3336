import Access
package import Basics

/// One thing a request is asked for, by the name it is sent under.
package enum RequestField: String, CaseIterable, Hashable, Sendable {
    /// Full name and details of an organisation.
    case organisation
    case formerOrganisation = "former-organisation"
    case newOrganisation = "new-organisation"
    case contactName = "contact-name"
    case contactPhone = "contact-phone"
    /// Which documents are wanted.
    case documentList = "document-list"
    /// EDM, paper or PDF.
    case form
    /// By post or by courier.
    case carrier
    case recipient
    case postalAddress = "postal-address"
    /// That the postal address is the legal one: said, never taken for granted (R117).
    case isLegalAddress = "is-legal-address"
    case email
    case newOwnerEmail = "new-owner-email"
    /// Once, or for every month from here on.
    case everyMonth = "every-month"
    case period
    case project
    case amount
    case paidOn = "paid-on"
    case chargedOn = "charged-on"
    case cardDigits = "card-digits"
    case lastDigits = "last-digits"
    case reason
    case accountData = "account-data"
    case ticket
    case ticketDay = "ticket-day"
    case phone
    case proof
    /// A refund application, signed.
    case application

    /// What may stand in it.
    package enum Shape: Hashable, Sendable {
        case line
        case text
        case email
        case phone
        case day
        /// Two days, the first no later than the second: `2026-01-01/2026-03-31`.
        case period
        case amount
        case project
        /// So many digits.
        case digits(Int)
        case choice([String])
        case flag
        case file
    }

    package var shape: Shape {
        switch self {
        case .organisation, .formerOrganisation, .newOrganisation, .documentList, .postalAddress, .reason,
            .accountData:
            .text
        case .contactName, .recipient, .ticket: .line
        case .contactPhone, .phone: .phone
        case .form: .choice(["edm", "paper", "pdf"])
        case .carrier: .choice(["post", "courier"])
        case .isLegalAddress, .everyMonth: .flag
        case .email, .newOwnerEmail: .email
        case .period: .period
        case .project: .project
        case .amount: .amount
        case .paidOn, .chargedOn, .ticketDay: .day
        case .cardDigits: .digits(10)
        case .lastDigits: .digits(4)
        case .proof, .application: .file
        }
    }

    /// Longer ones are cut off by nobody: they are refused.
    package static let longestLine = 200
    package static let longestText = 4000

    /// Holds that a value, without blanks around it, is one of this field; a file is held by its own rules.
    package func check(_ value: String) throws(RequestsProblem) {
        guard isOfShape(value) else { throw .badValue(self, value) }
    }

    private func isOfShape(_ value: String) -> Bool {
        switch shape {
        case .line:
            isText(value, most: RequestField.longestLine) && !value.contains(where: \.isNewline)
        case .text: isText(value, most: RequestField.longestText)
        case .email: isEmail(value)
        case .phone: isPhone(value)
        case .day: Day(value) != nil
        case .period: RequestField.days(of: value) != nil
        case .amount: (DecimalText.parse(value.utf8, fractionDigits: 2) ?? 0) > 0
        case .project: PID(value) != nil
        case .digits(let count):
            value.utf8.count == count && value.utf8.allSatisfy { (48...57).contains($0) }
        case .choice(let words): words.contains(value)
        case .flag: ["yes", "no"].contains(value)
        case .file: !value.isEmpty
        }
    }

    /// The days of a period.
    package static func days(of value: String) -> ClosedRange<Day>? {
        let halves = value.split(separator: "/", omittingEmptySubsequences: false)
        guard halves.count == 2, let first = Day(String(halves[0])), let last = Day(String(halves[1])),
            first <= last
        else { return nil }
        return first...last
    }

    /// What is said with a step, without blanks around it; it may be nothing.
    package static func check(text: String) throws(RequestsProblem) {
        guard text.isEmpty || isText(text, most: longestText) else { throw .badText(longestText) }
    }

    private func isText(_ value: String, most: Int) -> Bool { RequestField.isText(value, most: most) }

    private static func isText(_ value: String, most: Int) -> Bool {
        guard !value.isEmpty, value.unicodeScalars.count <= most else { return false }
        // Signs that steer a terminal or turn the direction of writing hide what a letter says.
        return value.unicodeScalars.allSatisfy { scalar in
            switch scalar.value {
            case 0x09, 0x0A, 0x0D: true
            case 0..<0x20, 0x7F..<0xA0, 0x202A...0x202E, 0x2066...0x2069: false
            default: true
            }
        }
    }

    private func isEmail(_ value: String) -> Bool {
        do throws(AccessProblem) {
            _ = try EmailAddress(value)
            return true
        } catch { return false }
    }

    /// A plus and digits, with the signs people put between them.
    private func isPhone(_ value: String) -> Bool {
        let digits = value.utf8.filter { (48...57).contains($0) }
        return (7...15).contains(digits.count)
            && value.utf8.allSatisfy { (48...57).contains($0) || "+-() ".utf8.contains($0) }
    }
}
