import NIOConcurrencyHelpers
import NIOCore

/// The connections that are open, in all and per address. One address cannot take them all.
final class ConnectionCount: Sendable {
    private struct State {
        var open: [ObjectIdentifier: any Channel] = [:]
        var addresses: [String: Int] = [:]
    }

    private let most: Int
    private let mostPerAddress: Int
    private let state = NIOLockedValueBox(State())

    init(most: Int, mostPerAddress: Int) {
        self.most = most
        self.mostPerAddress = mostPerAddress
    }

    /// Counts a connection until it closes; false where there are too many.
    func admit(_ channel: any Channel) -> Bool {
        let address = channel.remoteAddress?.ipAddress ?? "local"
        let id = ObjectIdentifier(channel)
        let isAdmitted = state.withLockedValue { state in
            let here = state.addresses[address] ?? 0
            guard state.open.count < most, here < mostPerAddress else { return false }
            state.open[id] = channel
            state.addresses[address] = here + 1
            return true
        }
        if isAdmitted {
            channel.closeFuture.whenComplete { [state] _ in
                state.withLockedValue { state in
                    state.open[id] = nil
                    let here = (state.addresses[address] ?? 1) - 1
                    state.addresses[address] = here > 0 ? here : nil
                }
            }
        }
        return isAdmitted
    }

    var count: Int { state.withLockedValue { $0.open.count } }

    /// Ends what did not end by itself.
    func closeAll() {
        for channel in state.withLockedValue({ Array($0.open.values) }) { channel.close(promise: nil) }
    }
}
