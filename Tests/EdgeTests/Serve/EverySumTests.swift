import Access
import Basics
import Foundation
import FoundationXML
import Funding
import HTTPTypes
import Requests
import Support
import Testing
import UseCases

@testable import kontragent

/// Every sum on every page leads to its reason, or to the rows it is the sum of; and those lead somewhere.
@Suite struct EverySumTests {
    private static let pid = "mcs0000000001"

    /// Money of all kinds, a debt, a closed month, an invoice, an act, a limit, a transfer nobody could match.
    private static func town() throws -> Town {
        let town = try Town.peopled()
        try town.price("disk", "0.7", service: "Облачные диски", bonusType: "disks")
        try town.credit("30.00", to: pid, at: "2026-10-04T10:00:00Z", id: "pay-1")
        try town.grant(
            "20.00", "disks", to: pid, at: "2026-10-04T10:00:00Z", expires: "2026-12-01T00:00:00Z",
            id: "g-1")
        for day in ["04", "05", "06"] {
            try town.use("vm", quantity: "3", in: pid, until: "2026-10-\(day)T12:00:00Z")
            try town.use("disk", quantity: "13", in: pid, until: "2026-10-\(day)T13:00:00Z", resource: "d-1")
        }
        // More than the transfers have, so that the card pays too.
        try town.use("vm", quantity: "293.667", in: pid, until: "2026-10-06T15:00:00Z", resource: "vm-2")
        try town.go(to: "2026-10-08T09:00:00Z")
        _ = try town.app.invoices.make(for: town.project(pid), amount: 700_00)
        try town.transfer(
            [
                Make.Transfer("77.00", from: "7702070139", for: "за облако", on: "2026-10-02", number: "8"),
                Make.Transfer("9.00", for: pid, on: "2026-10-02", number: "9"),
                Make.Transfer("50.00", for: pid, on: "2026-10-07", number: "10"),
            ], named: "october.txt")
        try town.settle()
        try substitute(in: town)
        return town
    }

    /// The customer asks for the card's payment in its documents; a part of it is there already.
    private static func substitute(in town: Town) throws {
        let own = try town.project(pid)
        try town.app.requests.make(
            .cardIntoDocuments, ["project": pid, "amount": "12.30", "paid-on": "2026-10-04"],
            RequestWords("", key: "card"), in: own, by: town.app.requests.person("owner@example.com"))
        let offer = try #require(try town.app.settlement.substitutes(in: own).offer)
        #expect(offer.amount == 12_30)
        _ = try town.app.settlement.substitute(
            offer.payment.lot.id, by: offer.transfer.id, wanted: 5_00, in: own, as: .operatorAtMachine)
    }

    @Test func `a customer finds the reason of every sum on every page of its cabinet`() throws {
        let town = try EverySumTests.town()
        let owner = Visitor(town)
        try owner.signIn("owner@example.com")
        let project = "/projects/\(EverySumTests.pid)"
        _ = try owner.post("\(project)/limits", [("limit", "500"), ("notifies", "yes")])
        let seen = try EverySumTests.walk(
            owner,
            [
                "/", "\(project)/detail?from=2026-09-01&to=2026-10-31",
                "\(project)/documents/reconciliation?from=2026-09-01&through=2026-09-30",
                "\(project)/documents/reconciliation?from=2026-09-15&through=2026-09-30",
                "/explain?address=tie-out/moscow/2026-09/\(Make.romashka().account)",
            ])
        for part in ["/costs?day", "/costs?month", "/detail?", "/explain?", "/documents/", "/limits"] {
            #expect(seen.contains { $0.contains(part) }, "\(part)")
        }
    }

    @Test func `staff find the reason of every sum on every page of the office`() throws {
        let town = try EverySumTests.town()
        let administrator = Visitor(town, host: "office.localhost")
        try administrator.signIn("administrator@office.example")
        let seen = try EverySumTests.walk(
            administrator,
            [
                "/", "/?state=owing&region=moscow", "/bank?state=all", "/search?q=1", "/search?q=pay-1",
                "/search?q=8", "/search?q=\(EverySumTests.pid)", "/journal", "/closings/moscow/2026-09",
                "/bank/lines/2?ask=\(EverySumTests.pid)", "/requests/1", "/explain?address=credit/pay-1",
            ])
        for part in ["tie-out", "/journal?", "/bank?day", "/accounts/", "/bank/lines/", "/months/"] {
            #expect(seen.contains { $0.contains(part) }, "\(part)")
        }
    }

    @Test func `pages opened to look at say that every sum leads to its explanation, and so it does`() throws
    {
        let open = Visitor(try EverySumTests.town(), host: "localhost:8080", isOpen: true)
        let seen = try EverySumTests.walk(
            open, ["/", "/?region=moscow&state=frozen", "/months"])
        #expect(try open.get("/").text.contains("Every sum leads to its explanation"))
        for part in ["tie-out", "/costs?day", "/explain?", "/documents/", "/?region"] {
            #expect(seen.contains { $0.contains(part) }, "\(part)")
        }
    }

    /// Pages whose sums have no address, each with the reason why.
    private static let free: [(page: String, why: String)] = [
        ("/explain", "it is the reason itself; what its rows are made of is named in them"),
        ("/contracts/", "what months would have cost under a draft is reckoned for the page alone"),
        ("/rates/", "rates are the bank's, and no sums of ours"), ("/prices", "prices of one unit"),
        ("/contract", "prices of one unit"),
    ]

    /// Follows every link of a site, some pages of each kind, and looks at the sums of each.
    private static func walk(_ visitor: Visitor, _ beginnings: [String]) throws -> Set<String> {
        var waiting = beginnings
        var seen: Set<String> = []
        var kinds: [String: Int] = [:]
        while let path = waiting.popLast() {
            guard seen.insert(path).inserted else { continue }
            let kind = kind(of: path)
            guard kinds[kind, default: 0] < 6 else { continue }
            kinds[kind, default: 0] += 1
            let answer = try visitor.get(path)
            #expect(answer.status == 200, "\(path)")
            guard answer.fields[.contentType]?.hasPrefix("text/html") == true else { continue }
            let page = try LooseSums(answer.text)
            if !free.contains(where: {
                (path.split(separator: "?").first ?? "").hasSuffix($0.page) || path.hasPrefix($0.page)
            }) {
                #expect(page.loose == [], "\(path)")
            }
            waiting += page.links
        }
        #expect(kinds.count > 20, "\(kinds.keys.sorted())")
        return seen
    }

    /// Pages that differ in names and numbers alone are of a kind.
    private static func kind(of path: String) -> String {
        let halves = path.split(separator: "?", maxSplits: 1)
        let names = (halves.count > 1 ? halves[1].split(separator: "&") : []).map {
            $0.prefix { $0 != "=" }
        }
        let parts = (halves.first ?? "").split(separator: "/").map { part in
            part.contains { $0.isNumber } ? "#" : String(part)
        }
        let asked = path.hasPrefix("/explain?") ? String(path.prefix(24)) : ""
        return parts.joined(separator: "/") + "?" + names.sorted().joined(separator: "&") + asked
    }
}

/// The sums of a page that lead nowhere, and where its links lead.
private final class LooseSums: NSObject, XMLParserDelegate {
    private(set) var loose: [String] = []
    private(set) var links: [String] = []
    private var open: [(name: String, kinds: [String])] = []
    private var text = ""

    struct Broken: Error {}

    init(_ page: String) throws {
        super.init()
        let parser = XMLParser(data: Data(page.utf8))
        parser.delegate = self
        guard parser.parse() else { throw Broken() }
    }

    /// Where a sum may stand without leading anywhere, and why.
    private static let elements = [
        "a": "it leads on", "tfoot": "the rows it adds up stand above it",
        "summary": "it unfolds the rows it is the sum of",
        "svg": "a table beside the picture has the same sums", "option": "to be chosen in a form",
        "label": "what a form asks for",
    ]
    private static let kinds = [
        "form-text": "the bounds of what may be typed", "alert": "the words of a problem",
        "limit": "what somebody has set",
    ]

    private func take() {
        let said = text.trimmingCharacters(in: .whitespacesAndNewlines)
        text = ""
        guard LooseSums.isSum(said, isCell: open.contains { $0.kinds.contains("sum") }) else { return }
        let isFree = open.contains { element in
            LooseSums.elements[element.name] != nil
                || element.kinds.contains { LooseSums.kinds[$0] != nil }
        }
        if !isFree { loose.append(said) }
    }

    /// A number beside a currency's sign; in a column of sums, one with kopecks too. Nothing leads to a zero.
    private static func isSum(_ text: String, isCell: Bool) -> Bool {
        let blanks = "[ \u{A0}\u{202F}]?"
        let signed = "[₽₸]\(blanks)[0-9]|[0-9]\(blanks)[₽₸]"
        let bare = "^[−-]?[0-9 \u{A0}\u{202F},.]*[0-9][.,][0-9]{2}$"
        guard text.contains(where: { ("1"..."9").contains($0) }) else { return false }
        return text.range(of: signed, options: .regularExpression) != nil
            || isCell && text.range(of: bare, options: .regularExpression) != nil
    }

    func parser(
        _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
        attributes: [String: String]
    ) {
        take()
        open.append((name, (attributes["class"] ?? "").split(separator: " ").map(String.init)))
        guard name == "a", let link = attributes["href"], link.hasPrefix("/"), !link.contains("lang="),
            !link.contains(".pdf")
        else { return }
        links.append(String(link.prefix { $0 != "#" }))
    }

    func parser(
        _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
    ) {
        take()
        open.removeLast()
    }

    func parser(_ parser: XMLParser, foundCharacters string: String) { text += string }
}
