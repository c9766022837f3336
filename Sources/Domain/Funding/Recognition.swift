package import Basics

/// In which month a paid portion of a charge is reported (D9, D20).
package enum Recognition {
    /// Prepaid: the later of the month of the service and the month of the money; post-paid: the month
    /// of the service. Never a month that is closed for the customer: `open` is its earliest open one.
    package static func month(
        service: Month, funded: Month?, scheme: PaymentScheme, open: Month?
    ) -> Month {
        let own = scheme == .prepaid ? max(service, funded ?? service) : service
        return max(own, open ?? own)
    }
}
