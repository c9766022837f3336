import Basics
import Contracts
import Counterparties
import Funding
import Metering
import Regions
import Support
import UseCases

/// The model's words in the product's.
extension WorldTown {
    static func pid(_ text: String) throws -> PID {
        guard let pid = PID(text) else { throw BridgeProblem.refused(text) }
        return pid
    }

    static func region(_ region: R.Region) -> Region {
        switch region {
        case .moscow: .moscow
        case .kazakhstan: .kazakhstan
        }
    }

    static func source(_ means: R.Means) throws -> LotSource {
        switch means {
        case .card: .card(nil)
        case .sbp: .sbp
        case .wallet: .wallet
        case .mobile: .mobile
        case .correction: throw BridgeProblem.refused("the product has no corrections yet")
        }
    }

    static func event(_ usage: R.Usage) throws -> UsageEvent {
        UsageEvent(
            id: usage.id, source: usage.source, type: "cloud.usage.v1", project: try pid(usage.pid),
            resource: ResourceID(usage.resource), sku: SKU(usage.sku),
            quantity: Quantity(thousandths: Int64((usage.quantity * R.Ratio(1000)).numerator)),
            start: Moment(microseconds: usage.start), end: Moment(microseconds: usage.end), labels: [])
    }

    static func line(_ transfer: R.Transfer) throws -> Make.Transfer {
        let parts = transfer.id.split(separator: "|").map(String.init)
        guard parts.count == 6 else { throw BridgeProblem.refused(transfer.id) }
        return Make.Transfer(
            parts[4], from: transfer.payer, for: "Оплата услуг \(transfer.pid)", on: parts[3],
            number: parts[2], account: parts[5])
    }

    static func draft(_ account: R.Account) throws -> AccountDraft {
        let registered = R.text(instant: account.registered)
        var draft: AccountDraft
        switch (account.kind, account.country) {
        case (.individual, _): draft = Make.sidorov(account: account.id, registered: registered)
        case (.legalEntity, "RU"):
            draft = Make.romashka(account: account.id, registered: registered)
            draft.counterparty.inn = account.taxId
        case (.soleProprietor, "RU"):
            draft = Make.petrov(account: account.id, registered: registered)
            draft.counterparty.inn = account.taxId
        case (.legalEntity, _):
            draft = Make.altyn(account: account.id, registered: registered)
            draft.counterparty.bin = account.taxId
        case (.soleProprietor, _):
            draft = Make.altyn(account: account.id, registered: registered)
            draft.counterparty.kind = "soleProprietor"
            draft.counterparty.bin = nil
            draft.counterparty.iin = account.taxId
            draft.counterparty.name = "ИП Ахметов Данияр"
        }
        draft.counterparty.residency = account.country
        draft.contracts = account.contracts.map(contract)
        draft.projects = account.projects.map {
            ProjectDraft(
                pid: $0.pid, region: $0.region.rawValue, created: R.text(instant: $0.created))
        }
        return draft
    }

    private static func contract(_ contract: R.Contract) -> ContractDraft {
        Make.contract(
            scheme: contract.scheme.rawValue,
            documents: contract.documents.isEmpty ? nil : contract.documents.map(\.rawValue),
            from: R.text(day: contract.from), date: R.text(day: contract.date),
            perProject: contract.perProject, vat: contract.vatCharged ? "charged" : "none",
            region: contract.region.rawValue,
            prices: contract.prices.map {
                ContractPriceDraft(
                    sku: $0.sku, price: $0.price.description, validFrom: R.text(day: $0.validFrom))
            })
    }
}
