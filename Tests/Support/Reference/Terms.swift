extension Reference {
    /// What an account agreed to in one region. Where there is no contract the public offer rules.
    struct Terms {
        let account: Account
        let region: Region

        private var contracts: [Contract] { account.contracts.filter { $0.region == region } }

        /// The contract of a day; nil is the public offer.
        func contract(on day: Day) -> Contract? {
            contracts.filter { $0.from <= day }.max { $0.from < $1.from }
        }

        /// A scheme waits for the first day of a month; one that was agreed on before the customer came
        /// switches nothing and does not wait.
        private func schemeStart(of contract: Contract) -> Day {
            if contract.from <= region.day(at: account.registered) { return contract.from }
            let month = Reference.month(of: contract.from)
            return firstDay(of: month) == contract.from ? contract.from : firstDay(of: month + 1)
        }

        func scheme(on day: Day) -> Scheme {
            let begun = contracts.filter { schemeStart(of: $0) <= day }
            return begun.max { $0.from < $1.from }?.scheme ?? .prepaid
        }

        var schemeStarts: [Day] { contracts.map(schemeStart) }

        /// The rate in per cent, nil where no tax is shown.
        func vatRate(on day: Day) -> Int? {
            let charged = contract(on: day)?.vatCharged ?? (account.country == region.country)
            guard charged else { return nil }
            let raised = day >= Reference.day("2026-01-01")
            switch region {
            case .moscow: return raised ? 22 : 20
            case .kazakhstan: return raised ? 16 : 12
            }
        }

        func price(of sku: String, on day: Day, listed: ListPrice?) -> Ratio? {
            guard let contract = contract(on: day) else { return listed?.price }
            let own = contract.prices.filter { Reference.same($0.sku, sku) }
                .filter { max($0.validFrom, contract.date) <= day }
            return own.max { $0.validFrom < $1.validFrom }?.price ?? listed?.price
        }

        /// The documents of a month's package: the set asked for by the contract in force on its last day,
        /// and the invoice where the month is post-paid.
        func documents(for month: Month) -> [DocumentKind] {
            let asked = contract(on: lastDay(of: month))?.documents ?? []
            var kinds: Set<DocumentKind>
            switch region {
            case .moscow: kinds = asked.isEmpty ? [.upd] : Set(asked)
            case .kazakhstan: kinds = [.act]
            }
            if scheme(on: lastDay(of: month)) == .postpaid { kinds.insert(.invoice) }
            return DocumentKind.allCases.filter { kinds.contains($0) }
        }

        func perProject(in month: Month) -> Bool { contract(on: lastDay(of: month))?.perProject ?? false }
    }
}

extension Reference.World {
    /// The list's row for an SKU on a day.
    func listed(_ sku: String, in region: Reference.Region, on day: Reference.Day) -> Reference.ListPrice? {
        prices.filter { Reference.same($0.sku, sku) && $0.region == region && $0.validFrom <= day }
            .max { $0.validFrom < $1.validFrom }
    }
}
