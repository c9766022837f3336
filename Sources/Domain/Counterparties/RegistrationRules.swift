package import Regions

/// Who may register additionally (R29): residents of the region's country, where the region has it at all.
package enum RegistrationRules {
    package static func check(_ region: Region) throws {
        guard region.profile.hasRegistration else { throw RegistrationProblem.notInRegion(region) }
    }

    package static func check(_ party: Counterparty, in region: Region) throws {
        try check(region)
        guard party.isResident(of: region.profile.country) else {
            throw RegistrationProblem.notResident(region)
        }
    }
}
