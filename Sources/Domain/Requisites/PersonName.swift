/// A person's name as Russian and Kazakh papers write it.
package struct PersonName: Hashable, Sendable {
    package let last: String
    package let first: String
    package let middle: String?

    package init(last: String, first: String, middle: String? = nil) {
        self.last = last
        self.first = first
        self.middle = middle
    }

    package var full: String { [last, first, middle].compactMap { $0 }.joined(separator: " ") }
}

/// Who signs for the supplier, in which post and on what ground (устав, доверенность).
package struct Signatory: Hashable, Sendable {
    package let name: PersonName
    package let post: String
    package let basis: String

    package init(name: PersonName, post: String, basis: String) {
        self.name = name
        self.post = post
        self.basis = basis
    }
}

/// Where money reaches a party: Russian account and БИК, or Kazakh ИИК and SWIFT with Кбе and КНП.
package struct BankDetails: Hashable, Sendable {
    package let account: String
    package let bik: String
    package let bank: String?
    package let correspondent: String?
    package let kbe: String?
    package let knp: String?

    package init(
        account: String, bik: String, bank: String? = nil, correspondent: String? = nil,
        kbe: String? = nil, knp: String? = nil
    ) {
        self.account = account
        self.bik = bik
        self.bank = bank
        self.correspondent = correspondent
        self.kbe = kbe
        self.knp = knp
    }
}
