import API
import Access
import HTTPTypes
import Regions
import UseCases

/// By which names pages are reached, and who that lets in.
struct PageSites: Sendable {
    /// Where a request for a page has come to.
    enum Place: Sendable {
        /// Open to whoever reaches the port: by a name of this machine alone.
        case open
        case site(Site)
    }

    private let hosts: [String: (side: AccessSide, region: Region)]
    /// Cookies over plain HTTP, links with the port as asked, letters shown: the demo.
    let isPlain: Bool
    private let isOpen: Bool
    /// Whether what stands in front tells whose request it is.
    private let isBehindProxy: Bool

    /// `cabinets`: a host for each region, the first without one for the first region.
    init(
        cabinets: [(host: String, region: Region)], office: String, isPlain: Bool, isOpen: Bool,
        isBehindProxy: Bool
    ) {
        var hosts = Dictionary(
            cabinets.map { ($0.host.lowercased(), (side: AccessSide.cabinet, region: $0.region)) },
            uniquingKeysWith: { first, _ in first })
        hosts[office.lowercased()] = (.office, .moscow)
        self.hosts = hosts
        self.isPlain = isPlain
        self.isOpen = isOpen
        self.isBehindProxy = isBehindProxy
    }

    /// Pages open to whoever reaches this machine, and no others.
    static let machine = PageSites(
        cabinets: [], office: "", isPlain: false, isOpen: true, isBehindProxy: false)

    /// What a request asks for by its `Host`; nil = nothing of ours.
    func place(_ authority: String) -> Place? {
        let (host, port) = PageSites.parts(authority)
        if let (side, region) = hosts[host] {
            // A port is believed in the demo alone: links in letters must lead nowhere else.
            let base = isPlain ? "http://\(host)\(port.map { ":\($0)" } ?? "")" : "https://\(host)"
            return .site(Site(side: side, region: region, base: base))
        }
        return isOpen && Address.isLoopback(host) ? .open : nil
    }

    /// Whether a user must set up the second step before anything else opens: all of the house, but in the demo.
    func asksFirst(_ user: User) -> Bool {
        if case .on = user.secondStep { return false }
        return user.side == .office && !isPlain
    }

    /// Where a request comes from: the connection's other end, or what the proxy in front saw last.
    func address(of call: Call) -> String {
        guard isBehindProxy, let last = call.fields[.forwardedFor]?.split(separator: ",").last else {
            return call.address
        }
        return String(last.drop { $0 == " " })
    }

    private static func parts(_ authority: String) -> (host: String, port: Int?) {
        if authority.hasPrefix("["), let end = authority.firstIndex(of: "]") {
            return (authority[...end].lowercased(), nil)
        }
        let parts = authority.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        let port = parts.count > 1 ? Int(parts[1]).flatMap { (1...65_535).contains($0) ? $0 : nil } : nil
        return ((parts.first ?? "").lowercased(), port)
    }
}
