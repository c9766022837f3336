import API
import Access
import Archives
import Basics
import Contracts
import Documents
import Formats
import HTTPTypes
import Pages
import Regions
import UseCases

/// How documents go to customers: the cabinet's page, and the office's list of what is to be sent.
enum FlowRows {
    static let all: [PageRow] = [
        PageRow(.get, path, .project(.documents), "How documents come.") { app, page in
            page.page(try shown(app, page))
        },
        PageRow(.post, path, .project(.requisites), "Ask for documents to come another way.") { app, page in
            let typed = typed(page.form)
            return try page.tried("flow") {
                let pid = try page.call.project()
                let author = page.here.side == .office ? try page.author.withReason() : nil
                try app.flow.ask(
                    of: pid, seen: Int(page.form("seen")) ?? -1, for: page.viewer, by: author
                ) { region, _ in try flow(typed, region) }
                return page.go("/projects/\(pid)/documents/flow")
            } else: {
                try shown(app, page, typed, failure: $0)
            }
        },
        PageRow(.post, "\(path)/address", .project(.requisites), "Where a package of paper goes.") {
            app, page in
            let project = page.form.line("package")
            return try page.tried("address-\(page.form.line("month"))-\(project.isEmpty ? "all" : project)") {
                let pid = try page.call.project()
                guard let month = Month(page.form.line("month")), project.isEmpty || PID(project) != nil
                else {
                    throw ContractsProblem.unknownWord("month", String(page.form.line("month").prefix(40)))
                }
                let author = page.here.side == .office ? try page.author.withReason() : nil
                try app.flow.giveAddress(
                    page.form("address"), isLegal: page.form("legal") == "yes", month: month,
                    project: PID(project), of: pid, for: page.viewer, by: author)
                return page.go("/projects/\(pid)/documents/flow")
            } else: {
                try shown(app, page, address: page.form.line("address"), failure: $0)
            }
        },
        PageRow(.get, sending, .house(.closing), "A month's packages to send.", sides: [.office]) {
            app, page in page.page(try queue(app, page))
        },
        PageRow(.get, "\(sending)/edm.zip", .house(.closing), "Files for the operator.", sides: [.office]) {
            app, page in
            let (region, month) = try names(page)
            let list = try app.flow.queue(
                region, month, .edm, after: after(page, region, month), for: page.viewer)
            // Nothing is left: the list says so.
            guard !list.files.isEmpty else { return page.page(try queue(app, page), 422) }
            var archive = ZipArchive()
            for document in list.files {
                let content = document.content
                let folder = "\(content.counterparty.taxID)/\(content.kind.rawValue)-\(content.number)"
                try archive.add(
                    "\(folder)/\(content.file?.name ?? "").xml", try SellerTitle.write(content),
                    at: content.date)
                guard archive.size <= ZipArchive.mostBytes else {
                    throw DocumentsProblem.tooManyChosen(list.files.count)
                }
            }
            var reply = Reply(type: "application/zip", body: .bytes(try archive.bytes()))
            reply.fields[.contentDisposition] =
                "attachment; filename=\"edm-\(region.rawValue)-\(month).zip\""
            return reply
        },
        PageRow(.post, "\(sending)/sent", .house(.closing), "Packages went out.", sides: [.office]) {
            app, page in
            try marked(app, page, "sent") { names, way, author in
                try app.flow.mark(names, as: way, for: page.viewer, by: author)
            }
        },
        PageRow(.post, "\(sending)/mail", .house(.closing), "Copies go out by mail.", sides: [.office]) {
            app, page in
            try marked(app, page, "mail") { names, _, author in
                try app.flow.mailCopies(names, for: page.viewer, by: author)
            }
        },
    ]

    /// Does something with the packages a form names, and comes back to their list.
    private static func marked(
        _ app: App, _ page: PageCall, _ form: String,
        _ work: ([PackageName], FlowDesk.Way, Author) throws -> Void
    ) throws -> Reply {
        let (region, month) = try names(page)
        let places = page.form.all("package")
        guard let first = places.first else { throw APIProblem.badParameter("package", "") }
        return try page.tried(places.count == 1 ? "\(form)-\(Visit.segment(first))" : "\(form)-all") {
            let names = try places.map { place in
                guard let name = package(place, region, month) else {
                    throw APIProblem.badParameter("package", String(place.prefix(40)))
                }
                return name
            }
            let way = FlowDesk.Way(rawValue: page.form("way")) ?? .cabinet
            try work(names, way, try page.author.withReason())
            return PageCall.away(
                to: page.visit.link("/sending/\(region.rawValue)/\(month)", [("way", way.rawValue)]))
        } else: {
            try queue(app, page, failure: $0)
        }
    }

    private static let path = "/projects/{pid}/documents/flow"
    private static let sending = "/sending/{region}/{month}"

    private static func shown(
        _ app: App, _ page: PageCall, _ typed: FlowPage.Typed? = nil, address: String = "",
        failure: FormFailure? = nil
    ) throws -> Markup {
        FlowPage(
            try app.flow.overview(of: try page.call.project(), for: page.viewer), typed: typed,
            address: address, failure: failure.map(beside), page.visit
        ).markup
    }

    /// The same beside the field it is about.
    private static func beside(_ failure: FormFailure) -> FormFailure {
        let field =
            switch failure.problem {
            case ContractsProblem.flowField(let field): field.rawValue
            case ContractsProblem.tooManyAddresses, AccessProblem.badEmail: FlowField.addresses.rawValue
            case ContractsProblem.legalAddressUnsaid, ContractsProblem.twoAddresses:
                FlowField.address.rawValue
            case ContractsProblem.edmNotInRegion, ContractsProblem.edmForResidents: "delivery"
            case ContractsProblem.flowOfClosedMonth: "from"
            default: failure.field
            }
        return FormFailure(form: failure.form, field: field, problem: failure.problem)
    }

    private static func queue(
        _ app: App, _ page: PageCall, failure: FormFailure? = nil
    ) throws -> Markup {
        let (region, month) = try names(page)
        let asked = page.call.query("way") ?? page.form("way")
        let place = after(page, region, month)
        return SendingPage(
            try app.flow.queue(
                region, month, FlowDesk.Way(rawValue: asked) ?? .edm, after: place, for: page.viewer),
            after: place, failure: failure, page.visit
        ).markup
    }

    private static func after(_ page: PageCall, _ region: Region, _ month: Month) -> PackageName? {
        page.call.query("after").flatMap { package($0, region, month) }
    }

    /// "romashka|mcs0000000001": an account, and a project where packages are by project.
    private static func package(_ text: String, _ region: Region, _ month: Month) -> PackageName? {
        guard let bar = text.lastIndex(of: "|") else { return nil }
        let (account, project) = (text[..<bar], text[text.index(after: bar)...])
        guard !account.isEmpty, project.isEmpty || PID(project) != nil else { return nil }
        return PackageName(
            account: AccountID(String(account)), region: region, month: month, project: PID(project))
    }

    private static func names(_ page: PageCall) throws -> (Region, Month) {
        guard let region = Region(rawValue: page.call.name("region")),
            let month = Month(page.call.name("month")), (2000...2200).contains(month.year)
        else { throw APIProblem.noRoute }
        return (region, month)
    }

    private static func typed(_ form: FormBody) -> FlowPage.Typed {
        var typed = FlowPage.Typed()
        typed.from = form.line("from")
        typed.documents = form.line("documents")
        typed.perProject = form("perProject") == "yes"
        typed.delivery = form.line("delivery")
        typed.recipient = form.line("recipient")
        typed.phone = form.line("phone")
        typed.contact = form.line("contact")
        typed.contactPhone = form.line("contactPhone")
        typed.copies = form.line("copies")
        typed.addresses = form.line("addresses")
        return typed
    }

    private static func flow(_ typed: FlowPage.Typed, _ region: Region) throws -> DocumentFlow {
        let kinds = try typed.documents.split(separator: ",").map { word in
            guard let kind = DocumentKind(rawValue: String(word)) else {
                throw ContractsProblem.unknownWord("documents", String(word.prefix(40)))
            }
            return kind
        }
        guard let from = Month(typed.from) else {
            throw ContractsProblem.unknownWord("from", String(typed.from.prefix(40)))
        }
        let delivery: DocumentFlow.Delivery
        switch typed.delivery {
        case "edm": delivery = .edm
        case "post": delivery = .paper(.post, recipient: typed.recipient)
        case "courier": delivery = .paper(.courier(phone: typed.phone), recipient: typed.recipient)
        default: throw ContractsProblem.unknownWord("delivery", String(typed.delivery.prefix(40)))
        }
        let addresses = typed.addresses.split { $0 == "," || $0 == ";" || $0.isWhitespace }.map(String.init)
        let copies: DocumentFlow.Copies
        switch typed.copies {
        case "none": copies = .none
        case "once": copies = .once(addresses)
        case "monthly": copies = .monthly(addresses)
        default: throw ContractsProblem.unknownWord("copies", String(typed.copies.prefix(40)))
        }
        return DocumentFlow(
            region: region, from: from, documents: Set(kinds),
            perProject: typed.perProject, delivery: delivery,
            contact: DocumentFlow.Contact(name: typed.contact, phone: typed.contactPhone), copies: copies)
    }
}
