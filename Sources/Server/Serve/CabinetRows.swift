import API
import Access
import Basics
import Counterparties
import Documents
import HTTPTypes
import Metering
import Pages
import Projects
import Regions
import UseCases

/// A project's pages in the cabinet.
enum CabinetRows {
    static let all: [PageRow] = [
        PageRow(.get, "/projects/{pid}", .project(.project), "A project's balance.") { app, page in
            page.page(
                BalancePage(
                    try app.balances.standing(of: try page.call.project(), for: page.viewer), page.visit
                ).markup)
        },
        PageRow(.get, "/projects/{pid}/detail", .project(.detail), "What moved the balances.") { app, page in
            let place = try page.call.query("after") { MovementPlace($0) }
            let detail = try app.movements.detail(
                of: try page.call.project(), try movements(page), after: place, for: page.viewer)
            return page.page(DetailPage(detail, after: place?.text ?? "", page.visit).markup)
        },
        PageRow(.get, "/projects/{pid}/detail.csv", .project(.reports), "The movements as CSV.") {
            app, page in
            try MovementsFile.reply(
                app, of: try page.call.project(), try movements(page), for: page.viewer, page.visit.language)
        },
        PageRow(.get, "/projects/{pid}/costs", .project(.detail), "What a month went on.") { app, page in
            if let day = try day("day", page.call) {
                let place = try page.call.query("after") { DayLinePlace($0) }
                let service = page.call.query("service").map { ServiceName($0) }
                let costs = try app.costs.costs(
                    of: try page.call.project(), on: day, service: service, after: place, for: page.viewer)
                return page.page(DayCostsPage(costs, after: place?.text ?? "", page.visit).markup)
            }
            if page.call.query("span") == "year" {
                let year = try app.costs.year(
                    of: try page.call.project(), in: try page.call.query("month") { Month($0)?.yearToIt },
                    for: page.viewer)
                return page.page(YearCostsPage(year, page.visit).markup)
            }
            let resource = page.call.query("resource").map {
                CostsDesk.ResourceChoice(
                    service: ServiceName(page.call.query("service") ?? ""), resource: ResourceID($0))
            }
            let costs = try app.costs.costs(
                of: try page.call.project(), month: try page.call.query("month") { Month($0) },
                resource: resource, for: page.viewer)
            return page.page(CostsPage(costs, page.visit).markup)
        },
        PageRow(.get, "/projects/{pid}/costs.csv", .project(.reports), "A month's day lines as CSV.") {
            app, page in
            let pid = try page.call.project()
            let asked = try page.call.query("month") { Month($0) }
            guard let month = try asked ?? app.costs.months(of: pid, for: page.viewer).first else {
                return CostsFile.reply(pid, nil, [], page.visit.language)
            }
            let lines = try app.costs.report(of: pid, month: month, for: page.viewer)
            return CostsFile.reply(pid, month, lines, page.visit.language)
        },
        PageRow(.get, "/projects/{pid}/documents", .project(.documents), "Closing documents.") { app, page in
            page.page(try documents(app, page))
        },
        PageRow(.get, "/projects/{pid}/documents.zip", .project(.documents), "Documents in an archive.") {
            app, page in
            do { return try DocumentsFile.reply(app, page) } catch let problem as DocumentsProblem {
                return page.page(try documents(app, page, problem), 422)
            }
        },
        PageRow(.get, "/projects/{pid}/limits", .project(.limits), "A month's limit.") { app, page in
            page.page(
                LimitsPage(
                    try app.limits.list(around: try page.call.project(), for: page.viewer), page.visit
                ).markup)
        },
        PageRow(.post, "/projects/{pid}/limits", .project(.limits), "Set a month's limit.") { app, page in
            let (pid, typed) = (try page.call.project(), page.form.line("limit"))
            let notifies = page.form("notifies") == "yes"
            return try page.tried("limit") {
                try app.limits.set(
                    typed, notifies: notifies, of: pid, by: page.viewer,
                    as: page.visit.isStaff ? try page.author.withReason() : nil)
                return page.go("/projects/\(pid)/limits")
            } else: {
                LimitsPage(
                    try app.limits.list(around: pid, for: page.viewer), typed: typed, notifies: notifies,
                    failure: $0, page.visit
                ).markup
            }
        },
        PageRow(.get, "/projects/{pid}/conservation", .project(.detail), "Conservation, what it needs.") {
            app, page in page.page(try conservation(app, page))
        },
        PageRow(
            .post, "/projects/{pid}/conservation", .project(.conservation), "Conserve a project.",
            sides: [.cabinet]
        ) { app, page in
            try turn(.begun, "conservation", app, page)
        },
        PageRow(
            .post, "/projects/{pid}/conservation/ending", .project(.conservation), "End a conservation.",
            sides: [.cabinet]
        ) { app, page in
            try turn(.ended, "ending", app, page)
        },
        PageRow(.get, "/projects/{pid}/prices", .project(.balance), "Prices of a day.") { app, page in
            let day = try day("day", page.call)
            let after = page.call.query("after").map { SKU($0) }
            let prices = try app.prices.prices(
                for: try page.call.project(), on: day, like: String((page.call.query("q") ?? "").prefix(100)),
                after: after, for: page.viewer)
            return page.page(
                PricesPage(prices, after: after?.text ?? "", isToday: day == nil, page.visit).markup)
        },
        PageRow(.get, "/projects/{pid}/settings", .project(.requisites), "Who the customer is.") {
            app, page in
            page.page(
                SettingsPage(
                    try app.profiles.profile(of: try page.call.project(), for: page.viewer), page.visit
                ).markup)
        },
        PageRow(.post, "/projects/{pid}/settings", .project(.requisites), "Change who the customer is.") {
            app, page in
            let pid = try page.call.project()
            let profile = try app.profiles.profile(of: pid, for: page.viewer)
            let draft = party(page.form, profile.draft)
            return try page.tried("profile") {
                try app.profiles.change(
                    draft, of: pid, by: page.viewer,
                    as: page.visit.isStaff ? try page.author.withReason() : nil)
                return page.go("/projects/\(pid)/settings")
            } else: {
                SettingsPage(profile, typed: draft, failure: $0, page.visit).markup
            }
        },
        PageRow(.post, "/projects/{pid}/name", .project(.name), "Name a project.") { app, page in
            let (pid, typed) = (try page.call.project(), page.form.line("name"))
            return try page.tried("name") {
                try app.names.name(pid, typed, by: page.viewer)
                return page.go("/projects/\(pid)/settings")
            } else: {
                SettingsPage(
                    try app.profiles.profile(of: pid, for: page.viewer), called: typed, failure: $0,
                    page.visit
                ).markup
            }
        },
        PageRow(.get, "/supplier", .stranger, "The supplier's details.", sides: [.cabinet]) { app, page in
            // A project may be of another region than the site.
            let region = try page.call.query("region") { Region(rawValue: $0) } ?? page.here.region
            // Copies of its founding documents are for those who have signed in.
            let papers = page.signed == nil ? [] : try app.founding.papers(in: region)
            return page.page(
                SupplierPage(try app.accounts.supplier(region), papers: papers, page.visit).markup)
        },
    ]

    private static func conservation(
        _ app: App, _ page: PageCall, failure: FormFailure? = nil
    ) throws -> Markup {
        let place = try page.call.query("after") { DisputePlace($0) }
        return ConservationPage(
            try app.conservation.view(of: try page.call.project(), after: place, for: page.viewer),
            after: place?.text ?? "", failure: failure, page.visit
        ).markup
    }

    private static func turn(
        _ turn: Conservation.Turn, _ form: String, _ app: App, _ page: PageCall
    ) throws -> Reply {
        let pid = try page.call.project()
        return try page.tried(form) {
            try app.conservation.take(turn, of: pid, by: page.viewer)
            return page.go(ConservationPage.path(pid))
        } else: {
            // The page has turned: what was asked for is said beside the form that is there now.
            let shown = $0.problem.code == "projects.conserved-already" ? "ending" : "conservation"
            return try conservation(
                app, page, failure: FormFailure(form: shown, field: "", problem: $0.problem))
        }
    }

    private static func movements(_ page: PageCall) throws -> MovementSearch {
        let call = page.call
        let projects = try call.query.filter { $0.name == "project" && !$0.value.isEmpty }.prefix(100).map {
            guard let pid = PID($0.value) else { throw ProjectsProblem.unknownProject($0.value) }
            return pid
        }
        return MovementSearch(
            projects: projects, from: try day("from", call), through: try day("to", call),
            kind: try word("kind", call))
    }

    /// A word of a list that may be left empty.
    private static func word<Word: RawRepresentable>(_ name: String, _ call: Call) throws -> Word?
    where Word.RawValue == String {
        guard let text = call.query(name), !text.isEmpty else { return nil }
        return try call.query(name) { Word(rawValue: $0) }
    }

    /// A day that may be left empty.
    private static func day(_ name: String, _ call: Call) throws -> Day? {
        guard let text = call.query(name), !text.isEmpty else { return nil }
        return try call.query(name) { Day($0) }
    }

    private static func documents(
        _ app: App, _ page: PageCall, _ problem: (any Problem)? = nil
    ) throws -> Markup {
        let call = page.call
        let pid = try call.project()
        let search = DocumentSearch(
            kind: try word("kind", call),
            year: (call.query("year") ?? "").isEmpty
                ? nil : try call.query("year") { Int($0).flatMap { (1900...2199).contains($0) ? $0 : nil } })
        let place = try call.query("after") { DocumentPlace($0) }
        return ProjectDocumentsPage(
            try app.documents.documents(of: pid, search, after: place, for: page.viewer),
            after: place?.text ?? "",
            reports: page.viewer.may(.reports, in: pid)
                ? try app.costs.months(of: pid, for: page.viewer) : [],
            problem: problem, page.visit
        ).markup
    }

    /// The form's details over those that are known, which it has no fields for.
    private static func party(_ form: FormBody, _ known: CounterpartyDraft) -> CounterpartyDraft {
        func given(_ name: String) -> String? { form.line(name).isEmpty ? nil : form.line(name) }
        var party = CounterpartyDraft()
        party.kind = form("kind")
        party.residency = form.line("residency").uppercased()
        party.name = given("name")
        // An individual is a name; numbers and addresses are of those who get documents.
        guard party.kind != "individual" else { return party }
        party.shortName = given("short")
        party.take(number: given("number"))
        party.kpp = given("kpp")
        if party.kind == "soleProprietor" {
            party.ogrnip = given("ogrn")
            party.ogrnipDate = known.ogrnipDate
            // The three parts of a name are kept while the name is what they make.
            let whole = [known.lastName, known.firstName, known.middleName].compactMap(\.self)
            if known.name == nil, party.name == whole.joined(separator: " ") {
                (party.lastName, party.firstName, party.middleName) = (
                    known.lastName, known.firstName, known.middleName
                )
                party.name = nil
            }
        } else {
            party.ogrn = given("ogrn")
        }
        if ["postal", "region", "city", "street", "house"].contains(where: { given($0) != nil }) {
            var address = known.address ?? AddressDraft()
            if address.text != nil {
                address = AddressDraft()
                address.country = known.address?.country
            }
            address.country = address.country ?? party.residency
            address.postalCode = given("postal")
            address.regionCode = given("region")
            address.city = given("city")
            address.street = given("street")
            address.house = given("house")
            party.address = address
        }
        if given("bik") != nil || given("account") != nil {
            var bank = known.bank ?? BankDraft()
            bank.bik = given("bik")
            if bank.iban != nil { bank.iban = given("account") } else { bank.account = given("account") }
            party.bank = bank
        }
        party.edmId = given("edm")
        return party
    }
}
