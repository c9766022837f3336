import Metering
import Synchronization
import UseCases

/// What was made of records that are read again and again and seldom change. It is asked by what it was made
/// of, never by a name, so that it cannot be out of date: a changed record, or one of a transaction that came
/// to nothing, is another question.
final class KnownRecords: Sendable {
    private struct State {
        var accounts: [String: Account] = [:]
        var tariffs: [[UInt8]: Tariff] = [:]
    }

    /// Some megabytes.
    private static let mostAccounts = 4096
    /// One a region, and what was in force a moment ago.
    private static let mostTariffs = 8

    private let state = Mutex(State())

    func account(written text: String, _ make: () throws -> Account) throws -> Account {
        if let account = state.withLock({ $0.accounts[text] }) { return account }
        let account = try make()
        state.withLock { state in
            if state.accounts.count >= KnownRecords.mostAccounts { state.accounts = [:] }
            state.accounts[text] = account
        }
        return account
    }

    /// `head` is the hash of the last price published, which covers all before it; nil where none was.
    func tariff(as head: [UInt8]?, _ make: () throws -> Tariff) throws -> Tariff {
        guard let head else { return try make() }
        if let tariff = state.withLock({ $0.tariffs[head] }) { return tariff }
        let tariff = try make()
        state.withLock { state in
            if state.tariffs.count >= KnownRecords.mostTariffs { state.tariffs = [:] }
            state.tariffs[head] = tariff
        }
        return tariff
    }
}
