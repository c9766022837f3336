import Basics
import Contracts
import Regions

/// Lines of a package: one per service, month of service and VAT rate, in that order; the service by
/// Unicode scalars (D19).
enum DocumentLines {
    static func make(
        _ portions: [Portion], region: RegionProfile, agreements: Agreements, isResident: Bool
    ) -> [DocumentLine] {
        var sums: [LineKey: Int64] = [:]
        for portion in portions {
            let treatment = agreements.vat(on: portion.day, in: region.region, isResident: isResident)
            let rate = treatment == .none ? VATRate.none : .percent(region.vat.on(portion.day))
            let key = LineKey(service: portion.service, month: portion.day.month, rate: rate)
            sums[key, default: 0] += portion.amount
        }
        return sums.filter { $0.value != 0 }.sorted { $0.key < $1.key }.map { key, gross in
            let vat: Int64 =
                switch key.rate {
                case .none: 0
                case .percent(let rate): Rounding.vat(inGross: gross, percent: rate)
                }
            return DocumentLine(
                service: key.service, serviceMonth: key.month, vatRate: key.rate, net: gross - vat, vat: vat,
                gross: gross)
        }
    }
}

private struct LineKey: Hashable, Comparable {
    let service: ServiceName
    let month: Month
    let rate: VATRate

    static func < (a: Self, b: Self) -> Bool {
        (a.service, a.month, a.rate) < (b.service, b.month, b.rate)
    }
}
