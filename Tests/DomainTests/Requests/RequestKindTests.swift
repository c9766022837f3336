import Access
import Basics
import Notices
import Regions
import Requests
import Support
import Testing
import Wording

/// Kinds of requests, as the source documents tell them.
@Suite struct RequestKindTests {
    /// What stands in a field where nothing is wrong with it.
    static func good(_ field: RequestField) -> String {
        switch field.shape {
        case .line: "Иванова Анна Петровна"
        case .text: "ООО «Ромашка»\nИНН 7701234567"
        case .email: "anna@example.com"
        case .phone: "+7 (495) 123-45-67"
        case .day: "2026-03-31"
        case .period: "2026-01-01/2026-03-31"
        case .amount: "1500.50"
        case .project: "mcs0123456789"
        case .digits(let count): String(repeating: "4", count: count)
        case .choice(let words): words[0]
        case .flag: "yes"
        case .file: "заявление.pdf"
        }
    }

    private func filled(_ kind: RequestKind) -> [String: String] {
        Dictionary(
            uniqueKeysWithValues: kind.terms.fields.map {
                ($0.field.rawValue, RequestKindTests.good($0.field))
            })
    }

    @Test(arguments: [
        (1, RequestKind.individualContract, ["organisation", "contact-name", "contact-phone"]),
        (2, .documentFlow, ["organisation", "document-list", "form", "contact-name", "contact-phone"]),
        (4, .edm, ["organisation", "document-list", "contact-name", "contact-phone"]),
        (5, .paperFlow, ["carrier", "recipient", "postal-address", "is-legal-address"]),
        (7, .reconciliationAct, ["organisation", "period"]),
        (8, .foreignInvoice, ["organisation", "amount"]), (9, .contractTerms, ["organisation"]),
        (10, .reRegistration, ["former-organisation", "new-organisation"]),
        (12, .personalRefund, ["project", "amount", "paid-on", "reason", "card-digits", "proof"]),
        (26, .ownerChange, ["project", "new-owner-email"]), (31, .successionRefusal, ["organisation"]),
    ])
    func `a kind needs what its letter was to hold`(
        _ number: Int, _ kind: RequestKind, _ needed: [String]
    ) {
        #expect(kind.number == number)
        #expect(kind.terms.fields.filter(\.isNeeded).map(\.field.rawValue) == needed)
    }

    @Test func `letters of the document department go to the region's own mailbox`() {
        #expect(
            RequestKind.individualContract.terms.department.mailbox(in: .moscow) == "docs_vktech@vk.company")
        #expect(
            RequestKind.individualContract.terms.department.mailbox(in: .kazakhstan)
                == "accountvk@qazcloud.kz")
    }

    @Test func `refunds, owners and deletion are the owner's alone`() {
        let own = RequestKind.allCases.filter {
            !$0.terms.right.isHeld(by: [CustomerRole.superadministrator])
        }
        #expect(
            own == [
                .personalRefund, .companyRefund, .cardIntoDocuments, .ownerChange, .projectDeletion,
                .successionRefusal,
            ])
        for kind in RequestKind.allCases { #expect(kind.terms.right.isHeld(by: [CustomerRole.owner])) }
    }

    @Test(arguments: RequestKind.allCases)
    func `a form that is filled in is a request; without any of what is needed it is none`(
        _ kind: RequestKind
    ) {
        let whole = filled(kind)
        #expect(kind.problems(with: whole, in: .moscow) == [])
        for asked in kind.terms.fields {
            var less = whole
            less[asked.field.rawValue] = nil
            let expected: [RequestsProblem] = asked.isNeeded ? [.missingField(kind, asked.field)] : []
            #expect(kind.problems(with: less, in: .moscow) == expected)
        }
        let more = whole.merging(["role": "owner"]) { first, _ in first }
        #expect(kind.problems(with: more, in: .moscow) == [.foreignField(kind, "role")])
    }

    @Test func `EDM and foreign phones are not for Kazakhstan`() {
        for kind in [RequestKind.edm, .foreignPhone] {
            #expect(kind.problems(with: filled(kind), in: .kazakhstan) == [.notHere(kind, .kazakhstan)])
        }
        for kind in [RequestKind.documents, .documentFlow] {
            for (form, problems) in [("edm", [RequestsProblem.notHere(.edm, .kazakhstan)]), ("paper", [])] {
                let values = filled(kind).merging([RequestField.form.rawValue: form]) { $1 }
                #expect(kind.problems(with: values, in: .kazakhstan) == problems)
            }
        }
    }

    @Test(arguments: [
        (RequestField.period, ["2026-03-31/2026-01-01", "2026-02-30/2026-03-01", "2026-01-01", "/"]),
        (.amount, ["0", "-5", "1,5", "1e3", "1.505", "9999999999999999999"]),
        (.project, ["mcs12", "MCS01234567890", "проект"]), (.email, ["anna", "a@b", "a b@c.ru"]),
        (.cardDigits, ["123456789", "12345678901", "4444４４4444"]), (.form, ["EDM", "fax", ""]),
        (.isLegalAddress, ["true", "да"]),
        (.contactPhone, ["123", "+7 abc 1234567", "12345678901234567890"]),
        (.contactName, ["", "Анна\nBcc: x@y.z", String(repeating: "а", count: 201), "a\u{202E}b"]),
        (.reason, ["\u{0}", String(repeating: "а", count: 4001)]),
    ])
    func `what does not fit a field is named with it`(_ field: RequestField, _ values: [String]) {
        for value in values {
            #expect(throws: RequestsProblem.badValue(field, value)) { try field.check(value) }
        }
        #expect(throws: Never.self) { try field.check(RequestKindTests.good(field)) }
    }

    @Test func `every kind and field has words of its own in both languages`() {
        for language in [Language.en, .ru] {
            let kinds = RequestKind.allCases.map { $0.phrase.text(language) }
            #expect(Set(kinds).count == 31)
            let fields = RequestField.allCases.map { $0.phrase.text(language) }
            #expect(Set(fields).count == RequestField.allCases.count)
        }
    }
}
