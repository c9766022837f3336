import API
import Access
import Basics
import Contracts
import Counterparties
import HTTPTypes
import Pages
import Regions
import UseCases

/// Individual contracts: the office's workflow, and what the customer reads.
enum ContractRows {
    private static let path = "/contracts/{account...}"
    private static let files = "/contract-files/{account...}"

    static let all: [PageRow] = [
        PageRow(.get, path, .house(.search), "A customer's contract.", sides: [.office]) { app, page in
            page.page(DossierPage(try dossier(app, page), page.visit).markup)
        },
        PageRow(.post, path, .house(.contracts), "Terms of a contract.", sides: [.office]) { app, page in
            let (id, region) = (account(page), try region(page.form("region")))
            let typed = page.form("verb") == "draft" ? draft(page.form, region) : nil
            let party = typed == nil ? nil : party(page.form)
            return try page.tried(typed == nil ? page.form("verb") : "draft") {
                switch page.form("verb") {
                case "leave":
                    try app.contracts.leave(
                        page.form("mark"), of: id, in: region, for: page.viewer,
                        as: try page.author.withReason())
                case "end":
                    try app.contracts.end(
                        try term(page.form), page.form("mark"), of: id, in: region, for: page.viewer,
                        as: try page.author.withReason())
                case "void":
                    guard let day = Day(page.form("from")) else { throw ContractsProblem.missing("from") }
                    try app.contracts.void(
                        day, of: id, in: region, for: page.viewer, as: try page.author.withReason())
                default:
                    let days = page.form.line("dueDays")
                    guard days.isEmpty || typed?.dueDays != nil else {
                        throw ContractsProblem.unknownWord("dueDays", String(days.prefix(40)))
                    }
                    try app.contracts.draft(
                        typed ?? ContractDraft(), becoming: party, of: id, in: region, for: page.viewer,
                        as: page.author)
                }
                return back(page, id, region)
            } else: {
                DossierPage(
                    try app.contracts.dossier(of: id, in: region, for: page.viewer), typed: typed,
                    becoming: party, failure: $0, page.visit
                ).markup
            }
        },
        PageRow(
            .post, files, .house(.contracts), "What was signed.", sides: [.office], isUpload: true
        ) { app, page in
            let (id, region) = (account(page), try region(page.form("region")))
            return try page.tried("sign") {
                guard let file = page.form.file else { throw ContractsProblem.unknownFile }
                try app.contracts.sign(
                    page.form("mark"), file: file, of: id, in: region, for: page.viewer, as: page.author)
                return back(page, id, region)
            } else: {
                DossierPage(
                    try app.contracts.dossier(of: id, in: region, for: page.viewer), failure: $0, page.visit
                ).markup
            }
        },
        PageRow(.get, files, .house(.search), "A signed contract.", sides: [.office]) { app, page in
            guard let day = try page.call.query("from", { Day($0) }) else {
                throw ContractsProblem.missing("from")
            }
            return try signed(
                app, account(page), try region(page.call.query("region") ?? ""), day, page)
        },
        PageRow(
            .get, "/contract-papers/{account...}", .house(.search), "A contract to be signed, as PDF.",
            sides: [.office]
        ) { app, page in
            let region = try region(page.call.query("region") ?? Region.moscow.rawValue)
            var reply = Reply(
                type: "application/pdf",
                body: .bytes(try app.contracts.paper(of: account(page), in: region, for: page.viewer)))
            reply.fields[.contentDisposition] = "inline; filename=\"contract.pdf\""
            return reply
        },
        PageRow(.get, "/projects/{pid}/contract", .project(.requisites), "The contract of a project.") {
            app, page in
            let profile = try app.profiles.profile(of: try page.call.project(), for: page.viewer)
            let file = try profile.contract.flatMap {
                try app.contracts.file(
                    of: profile.head.account.id, in: profile.head.region, from: $0.from, for: page.viewer)
            }
            return page.page(ContractPage(profile, hasFile: file != nil, page.visit).markup)
        },
        PageRow(
            .get, "/projects/{pid}/contract/signed", .project(.requisites),
            "The signed contract of a project."
        ) { app, page in
            let profile = try app.profiles.profile(of: try page.call.project(), for: page.viewer)
            guard let contract = profile.contract else {
                throw ContractsProblem.noContract(profile.head.region)
            }
            return try signed(app, profile.head.account.id, profile.head.region, contract.from, page)
        },
        PageRow(
            .get, "/individuals-and-companies", .stranger, "What individuals and companies may have.",
            sides: [.cabinet]
        ) { _, page in page.page(DifferencesPage(page.visit).markup) },
    ]

    private static func account(_ page: PageCall) -> AccountID { AccountID(page.call.name("account")) }

    private static func dossier(_ app: App, _ page: PageCall) throws -> ContractsDesk.Dossier {
        let id = account(page)
        let asked = page.call.query("region") ?? ""
        let region = asked.isEmpty ? try app.contracts.home(of: id, for: page.viewer) : try region(asked)
        return try app.contracts.dossier(of: id, in: region, for: page.viewer)
    }

    private static func region(_ word: String) throws -> Region {
        guard let region = Region(rawValue: word) else { throw ContractsProblem.unknownWord("region", word) }
        return region
    }

    private static func back(_ page: PageCall, _ id: AccountID, _ region: Region) -> Reply {
        PageCall.away(
            to: page.visit.link("/contracts/\(Visit.segment(id.text))", [("region", region.rawValue)]))
    }

    /// A file of somebody's, which a browser keeps and never opens as a page of ours.
    private static func signed(
        _ app: App, _ id: AccountID, _ region: Region, _ day: Day, _ page: PageCall
    ) throws -> Reply {
        guard let file = try app.contracts.file(of: id, in: region, from: day, for: page.viewer) else {
            throw ContractsProblem.noContract(region)
        }
        var reply = Reply(type: file.type.mediaType, body: .bytes(file.bytes))
        reply.fields[.contentDisposition] =
            "attachment; filename=\"contract-\(region.rawValue)-\(day).\(file.type.ending)\""
        return reply
    }

    private static func term(_ form: FormBody) throws -> ContractTerm {
        if form("how") == "open" { return .open }
        let text = form.line("day")
        guard let day = Day(text) else {
            throw text.isEmpty ? ContractsProblem.missing("day") : ContractsProblem.unknownWord("day", text)
        }
        return form("how") == "ends" ? .ends(day) : .renews(day)
    }

    /// Who the customer becomes; nil where the form did not ask, or nothing was typed.
    private static func party(_ form: FormBody) -> CounterpartyDraft? {
        func given(_ name: String) -> String? {
            let text = form.line("party-\(name)")
            return text.isEmpty ? nil : text
        }
        guard
            ["residency", "name", "short", "number", "kpp", "address"].contains(where: { given($0) != nil })
        else { return nil }
        var party = CounterpartyDraft()
        party.kind = form("party-kind")
        party.residency = (given("residency") ?? "").uppercased()
        (party.name, party.shortName) = (given("name"), given("short"))
        party.take(number: given("number"))
        party.kpp = given("kpp")
        if let text = given("address") {
            var address = AddressDraft()
            (address.country, address.text) = (party.residency, text)
            party.address = address
        }
        return party
    }

    private static func draft(_ form: FormBody, _ region: Region) -> ContractDraft {
        func given(_ name: String) -> String? { form.line(name).isEmpty ? nil : form.line(name) }
        var draft = ContractDraft()
        draft.type = "individual"
        draft.region = region.rawValue
        draft.number = given("number")
        draft.date = given("date")
        draft.from = given("from")
        draft.scheme = given("scheme")
        draft.documents = form.all("documents")
        draft.perProject = form("packages") == "project"
        draft.vat = given("vat")
        draft.currency = given("currency")
        draft.dueDays = given("dueDays").flatMap { Int($0) }
        draft.creditLimit = given("creditLimit").map { text in
            text.filter { !$0.isWhitespace }.replacing(",", with: ".")
        }
        draft.until = given("until")
        draft.renews = draft.until != nil && form("renews") == "yes" ? true : nil
        let lines = form("prices").split(whereSeparator: \.isNewline).map {
            $0.split(whereSeparator: \.isWhitespace)
        }
        let prices = lines.filter { !$0.isEmpty }.map { words in
            ContractPriceDraft(
                sku: String(words[0]), price: words.count > 1 ? String(words[1]) : "",
                validFrom: words.count > 2 ? words[2...].joined(separator: " ") : draft.from ?? "")
        }
        draft.prices = prices.isEmpty ? nil : prices
        return draft
    }
}
