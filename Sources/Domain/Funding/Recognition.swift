package import Basics
package import Regions

/// In which month a paid portion of a charge is reported (D9, D20).
package enum Recognition {
    /// Prepaid: the later of the month of the service and the month of the money; post-paid: the month
    /// of the service, and so for prepaid where the supplier recognises debts by service. Never a month that is closed for the customer: `open` is its earliest open one.
    package static func month(
        service: Month, funded: Month?, scheme: PaymentScheme, open: Month?, debts: DebtRecognition = .funding
    ) -> Month {
        let own = scheme == .prepaid && debts == .funding ? max(service, funded ?? service) : service
        return max(own, open ?? own)
    }
}
