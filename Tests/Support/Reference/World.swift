extension Reference {
    package enum Region: String, Sendable, CaseIterable {
        case moscow
        case kazakhstan

        package var country: String {
            switch self {
            case .moscow: "RU"
            case .kazakhstan: "KZ"
            }
        }
    }

    package enum CounterpartyKind: String, Sendable { case individual, soleProprietor, legalEntity }

    package enum Scheme: String, Sendable { case prepaid, postpaid }

    /// In the order a package lists them.
    package enum DocumentKind: String, Sendable, CaseIterable { case upd, taxInvoice, act, invoice }

    /// Where the money of a credit outside the bank came from.
    package enum Means: String, Sendable, CaseIterable { case card, sbp, wallet, mobile, correction }

    package struct ContractPrice: Sendable {
        package var sku: String
        package var price: Ratio
        package var validFrom: Day

        package init(sku: String, price: Ratio, validFrom: Day) {
            (self.sku, self.price, self.validFrom) = (sku, price, validFrom)
        }
    }

    package struct Contract: Sendable {
        package var region: Region
        package var date: Day
        package var from: Day
        package var scheme: Scheme
        package var documents: [DocumentKind]
        package var perProject: Bool
        package var vatCharged: Bool
        package var prices: [ContractPrice]

        package init(
            region: Region, date: Day, from: Day? = nil, scheme: Scheme = .prepaid,
            documents: [DocumentKind] = [], perProject: Bool = false, vatCharged: Bool = true,
            prices: [ContractPrice] = []
        ) {
            (self.region, self.date, self.from) = (region, date, from ?? date)
            (self.scheme, self.documents, self.perProject) = (scheme, documents, perProject)
            (self.vatCharged, self.prices) = (vatCharged, prices)
        }
    }

    package struct Project: Sendable {
        package var pid: String
        package var region: Region
        package var created: Instant

        package init(pid: String, region: Region, created: Instant) {
            (self.pid, self.region, self.created) = (pid, region, created)
        }
    }

    package struct Account: Sendable {
        package var id: String
        package var kind: CounterpartyKind
        package var taxId: String
        package var country: String
        package var registered: Instant
        package var contracts: [Contract]
        package var projects: [Project]

        package init(
            id: String, kind: CounterpartyKind, taxId: String, country: String = "RU", registered: Instant,
            contracts: [Contract] = [], projects: [Project]
        ) {
            (self.id, self.kind, self.taxId, self.country) = (id, kind, taxId, country)
            (self.registered, self.contracts, self.projects) = (registered, contracts, projects)
        }
    }

    package struct ListPrice: Sendable {
        package var sku: String
        package var service: String
        package var price: Ratio
        package var region: Region
        package var bonusType: String?
        package var validFrom: Day

        package init(
            sku: String, service: String, price: Ratio, region: Region, bonusType: String? = nil,
            validFrom: Day
        ) {
            (self.sku, self.service, self.price) = (sku, service, price)
            (self.region, self.bonusType, self.validFrom) = (region, bonusType, validFrom)
        }
    }

    package struct Usage: Sendable {
        package var id: String
        package var source: String
        package var pid: String
        package var resource: String
        package var sku: String
        package var quantity: Ratio
        package var start: Instant
        package var end: Instant

        package init(
            id: String, source: String = "meter", pid: String, resource: String = "vm", sku: String,
            quantity: Ratio, start: Instant, end: Instant
        ) {
            (self.id, self.source, self.pid, self.resource) = (id, source, pid, resource)
            (self.sku, self.quantity, self.start, self.end) = (sku, quantity, start, end)
        }
    }

    /// Real money that came by another road than the bank; amounts are minor units.
    package struct Credit: Sendable {
        package var id: String
        package var means: Means
        package var pid: String
        package var amount: Int64
        package var at: Instant

        package init(id: String, means: Means, pid: String, amount: Int64, at: Instant) {
            (self.id, self.means, self.pid, self.amount, self.at) = (id, means, pid, amount, at)
        }
    }

    /// A bank transfer already matched to a project.
    package struct Transfer: Sendable {
        package var id: String
        package var pid: String
        package var payer: String
        package var amount: Int64
        package var at: Instant

        package init(id: String, pid: String, payer: String, amount: Int64, at: Instant) {
            (self.id, self.pid, self.payer, self.amount, self.at) = (id, pid, payer, amount, at)
        }
    }

    package struct Grant: Sendable {
        package var id: String
        package var pid: String
        package var bonusType: String
        package var amount: Int64
        package var granted: Instant
        package var expires: Instant

        package init(
            id: String, pid: String, bonusType: String, amount: Int64, granted: Instant, expires: Instant
        ) {
            (self.id, self.pid, self.bonusType, self.amount) = (id, pid, bonusType, amount)
            (self.granted, self.expires) = (granted, expires)
        }
    }

    /// A time in which a project's owner has nothing charged; without an end it goes on.
    package struct Conservation: Sendable {
        package var pid: String
        package var from: Instant
        package var until: Instant?

        package init(pid: String, from: Instant, until: Instant? = nil) {
            (self.pid, self.from, self.until) = (pid, from, until)
        }
    }

    /// Everything that happened: the whole input of the model.
    package struct World: Sendable {
        package var accounts: [Account] = []
        package var prices: [ListPrice] = []
        package var usage: [Usage] = []
        package var credits: [Credit] = []
        package var transfers: [Transfer] = []
        package var grants: [Grant] = []
        /// Of one project one behind the other.
        package var conservations: [Conservation] = []

        package init() {}

        /// The instant of the last thing that moved a balance.
        package var lastMovement: Instant {
            let instants =
                usage.map(\.end) + credits.map(\.at) + transfers.map(\.at) + grants.map(\.granted)
            return instants.max() ?? 0
        }

        /// Every month from the first use or money to the last, to be closed in this order.
        package var months: [Month] {
            let first = usage.map(\.start) + credits.map(\.at) + transfers.map(\.at)
            guard let earliest = first.min() else { return [] }
            let from = Region.allCases.map { $0.month(at: earliest) }.min() ?? 0
            let through = Region.allCases.map { $0.month(at: lastMovement) }.max() ?? 0
            return from > through ? [] : Array(from...through)
        }
    }
}
