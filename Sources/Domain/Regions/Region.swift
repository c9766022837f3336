/// Where a project lives (R1). Everything that differs between regions stands in its `RegionProfile`.
package enum Region: String, CaseIterable, Hashable, Sendable {
    case moscow
    case kazakhstan

    package var profile: RegionProfile {
        switch self {
        case .moscow: .moscow
        case .kazakhstan: .kazakhstan
        }
    }
}
