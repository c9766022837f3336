/// What a customer does every month.
enum Habit: Sendable {
    /// Brings each of its projects up to a sum, whole thousands at a time, by a bank transfer that quotes
    /// the PID or, with one project, says nothing of it.
    case transfers(day: Int, upTo: Int64, quotesPID: Bool = true, skips: Set<String> = [])
    /// The same by another road than the bank.
    case pays(day: Int, upTo: Int64, by: Purse, skips: Set<String> = [])
    /// Pays last month's invoices in one transfer, quoting number and date of each.
    case paysInvoices(day: Int)

    var day: Int {
        switch self {
        case .transfers(let day, _, _, _), .pays(let day, _, _, _), .paysInvoices(let day): day
        }
    }

    /// Roads by which money comes that is nobody's bank transfer.
    enum Purse: Sendable {
        case card
        case sbp
        case wallet
        case mobile
    }
}
