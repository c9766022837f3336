package import Basics

/// What can be wrong with usage and prices.
package enum MeteringProblem: Problem, Equatable {
    case unknownProject(String, PID)
    case unknownSKU(String, SKU)
    case noPrice(String, SKU, Day, first: Day?)
    case notPositive(String)
    case endNotAfterStart(String)
    case acrossMidnight(String, Day)
    case farFuture(String, Moment)
    case otherBody(id: String, source: String)
    case unknownRegion(String)
    case wrongCurrency(SKU, Currency, region: String)
    case otherPrice(SKU, Day)
    case priceInSettledPast(SKU, Day, settled: Day)
    case costTooLarge(SKU, Day)

    package var code: String {
        switch self {
        case .unknownProject: "metering.unknown-project"
        case .unknownSKU: "metering.unknown-sku"
        case .noPrice: "metering.no-price"
        case .notPositive: "metering.not-positive"
        case .endNotAfterStart: "metering.end-not-after-start"
        case .acrossMidnight: "metering.across-midnight"
        case .farFuture: "metering.far-future"
        case .otherBody: "metering.other-body"
        case .unknownRegion: "metering.unknown-region"
        case .wrongCurrency: "metering.wrong-currency"
        case .otherPrice: "metering.other-price"
        case .priceInSettledPast: "metering.price-in-settled-past"
        case .costTooLarge: "metering.cost-too-large"
        }
    }

    package var kind: ProblemKind {
        switch self {
        case .unknownProject, .unknownSKU, .noPrice: .missing
        case .otherBody, .otherPrice, .priceInSettledPast: .conflict
        default: .invalid
        }
    }
}
