import API
import Access
import Basics
import HTTPTypes
import Pages
import Regions
import UseCases

/// What staff did.
enum AuditRows {
    static let all: [PageRow] = [
        PageRow(.get, "/audit", .house(.audit), "What staff did.", sides: [.office]) { app, page in
            let typed = { (name: String) in String((page.call.query(name) ?? "").prefix(200)) }
            let filter = AuditPage.Filter(
                who: typed("who"), action: typed("action"), object: typed("object"), from: typed("from"),
                until: typed("until"))
            let zone = Region.moscow.profile.zone
            let search = AuditSearch(
                who: given(filter.who),
                action: try given(filter.action).map { text in
                    guard let action = StaffAction(rawValue: text) else {
                        throw APIProblem.badParameter("action", text)
                    }
                    return action
                }, object: given(filter.object),
                from: try day(filter.from, "from").map { zone.start(of: $0) },
                until: try day(filter.until, "until").map { zone.start(of: $0.next) })
            let place = try page.call.query("before") { AuditPlace($0) }
            let most = 50
            let found = try app.audit.entries(search, before: place, limit: most + 1, for: page.viewer)
            return page.page(
                AuditPage(
                    Array(found.prefix(most)),
                    next: found.count > most ? AuditPlace(found[most - 1]) : nil, isFirst: place == nil,
                    filter, page.visit
                ).markup)
        }
    ]

    private static func given(_ text: String) -> String? { text.isEmpty ? nil : text }

    private static func day(_ text: String, _ name: String) throws -> Day? {
        guard !text.isEmpty else { return nil }
        guard let day = Day(text) else { throw APIProblem.badParameter(name, text) }
        return day
    }
}
