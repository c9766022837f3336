extension Reference.World {
    /// Smaller worlds to look for the same failure in.
    package var smaller: [Self] {
        func with<Part>(_ path: WritableKeyPath<Self, [Part]>) -> [Self] {
            shorter(self[keyPath: path]).map { part in
                var copy = self
                copy[keyPath: path] = part
                return copy
            }
        }
        let whole = accounts.indices.map { place in
            var copy = self
            let gone = copy.accounts.remove(at: place).projects.map(\.pid)
            copy.usage.removeAll { gone.contains($0.pid) }
            copy.credits.removeAll { gone.contains($0.pid) }
            copy.transfers.removeAll { gone.contains($0.pid) }
            copy.grants.removeAll { gone.contains($0.pid) }
            copy.conservations.removeAll { gone.contains($0.pid) }
            return copy
        }
        let contracts = accounts.indices.flatMap { place in
            shorter(accounts[place].contracts).map { fewer in
                var copy = self
                copy.accounts[place].contracts = fewer
                return copy
            }
        }
        return whole + with(\.usage) + with(\.credits) + with(\.transfers) + with(\.grants)
            + with(\.conservations) + contracts
    }
}

extension Reference.World: CustomStringConvertible {
    package var description: String {
        typealias R = Reference
        let used = Set(usage.map(\.sku))
        let rows =
            accounts.flatMap(describe)
            + prices.filter { used.contains($0.sku) }.map {
                "price \($0.region) \($0.sku) «\($0.service)» \($0.price) bonus \($0.bonusType ?? "-") "
                    + "from \(R.text(day: $0.validFrom))"
            }
            + usage.sorted { $0.end < $1.end }.map {
                "usage \($0.id) of \($0.source): \($0.pid) \($0.resource) \($0.sku) × \($0.quantity), "
                    + "\(R.text(instant: $0.start)) … \(R.text(instant: $0.end))"
            }
            + credits.sorted { $0.at < $1.at }.map {
                "\($0.means) \($0.id): \($0.pid) \($0.amount) at \(R.text(instant: $0.at))"
            }
            + transfers.sorted { $0.at < $1.at }.map {
                "transfer \($0.id): \($0.pid) \($0.amount) by \($0.payer) at \(R.text(instant: $0.at))"
            }
            + grants.map {
                "grant \($0.id): \($0.pid) \($0.bonusType) \($0.amount), "
                    + "\(R.text(instant: $0.granted)) … \(R.text(instant: $0.expires))"
            }
            + conservations.map {
                "conserved \($0.pid): \(R.text(instant: $0.from)) … \($0.until.map(R.text(instant:)) ?? "")"
            }
        return rows.joined(separator: "\n")
    }

    private func describe(_ account: Reference.Account) -> [String] {
        typealias R = Reference
        let head =
            "account \(account.id) \(account.kind) \(account.taxId) \(account.country) "
            + "registered \(R.text(instant: account.registered))"
        let contracts = account.contracts.map { contract in
            "  contract \(contract.region) dated \(R.text(day: contract.date)) "
                + "from \(R.text(day: contract.from)) \(contract.scheme) "
                + "documents \(contract.documents.map(\.rawValue)) perProject \(contract.perProject) "
                + "vat \(contract.vatCharged ? "charged" : "none") prices "
                + contract.prices.map { "\($0.sku)=\($0.price) from \(R.text(day: $0.validFrom))" }
                .joined(separator: ", ")
        }
        let projects = account.projects.map {
            "  project \($0.pid) \($0.region) created \(R.text(instant: $0.created))"
        }
        return [head] + contracts + projects
    }
}
