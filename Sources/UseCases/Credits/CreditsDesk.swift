import Basics
package import Funding

/// Takes credits that happened elsewhere: card payments, wallets, bonus grants.
package struct CreditsDesk: Sendable {
    let store: any Store
    let digest: Digest

    /// Keeps a credit until its turn in the settlement. The same again changes nothing; another body
    /// under the same id is refused.
    @discardableResult
    package func take(_ credit: Credit) throws -> Taken { try take([credit])[0].get() }

    /// Takes many in one transaction.
    package func take(_ credits: [Credit]) throws -> [Answer] {
        try store.batch(credits) { credit, records in
            let body = digest.sha256(credit.canonicalBytes)
            if let known = try records.creditDigest(credit.id) {
                guard known == body else { throw FundingProblem.otherBody(credit.id) }
                return .duplicate
            }
            guard try records.project(credit.project) != nil else {
                throw FundingProblem.unknownProject(credit.id, credit.project)
            }
            try records.insert(credit, digest: body, fromSuspense: false)
            return .accepted
        }
    }
}

extension Credit {
    /// What it can pay debts with.
    var paid: Int64 { if case .money = kind { amount } else { 0 } }

    /// All fields in a fixed order; equal bytes mean the same credit.
    var canonicalBytes: [UInt8] {
        var text = FieldText()
        text.add(id.text, project.text, String(amount), String(at.microseconds))
        switch kind {
        case .bonus(let type, let expires): text.add("bonus", type.text, String(expires.microseconds))
        case .money(.bank(let payer, let number, let date)):
            text.add("bank", payer?.text, number, date.description)
        case .money(.card(let card)):
            text.add("card", card?.first6, card?.last4, card?.scheme, card?.issuerCountry)
        case .money(.sbp): text.add("sbp")
        case .money(.wallet): text.add("wallet")
        case .money(.mobile): text.add("mobile")
        }
        return text.bytes
    }
}
