import Access
import Basics
import Contracts
import Counterparties
import Documents
import Notices
import Regions
import Requisites
package import UseCases
import Wording

/// How documents come to a customer: what is in force, a form to ask for something else, and the packages of paper that
/// wait for an address.
package struct FlowPage {
    private let visit: Visit
    private let overview: FlowDesk.Overview
    private let typed: Typed?
    /// An address as it came, to be shown again.
    private let address: String
    private let failure: FormFailure?
    private var head: ProjectHead { overview.head }
    private var frame: ProjectFrame { ProjectFrame(head: head, tab: .flow, visit: visit) }

    /// A form as it came, to be shown again.
    package struct Typed: Sendable {
        package var from = ""
        package var documents = ""
        package var perProject = false
        package var delivery = "edm"
        package var recipient = ""
        package var phone = ""
        package var contact = ""
        package var contactPhone = ""
        package var copies = "none"
        package var addresses = ""

        package init() {}

        /// What is in force, to be changed. Copies that went once are not asked for again by another change.
        init(_ flow: DocumentFlow, _ overview: FlowDesk.Overview) {
            if overview.documents == flow.documents {
                documents = flow.documents.sorted().map(\.rawValue).joined(separator: ",")
            }
            perProject = overview.perProject
            if case .paper(let way, let name) = flow.delivery {
                (delivery, recipient) = ("post", name)
                if case .courier(let number) = way { (delivery, phone) = ("courier", number) }
            }
            (contact, contactPhone) = (flow.contact.name, flow.contact.phone)
            switch flow.copies {
            case .once where flow.from >= overview.open: copies = "once"
            case .none, .once: copies = "none"
            case .monthly: copies = "monthly"
            }
            addresses = flow.copies.addresses.joined(separator: ", ")
        }
    }

    package init(
        _ overview: FlowDesk.Overview, typed: Typed? = nil, address: String = "",
        failure: FormFailure? = nil, _ visit: Visit
    ) {
        self.overview = overview
        self.typed = typed
        self.address = address
        self.failure = failure
        self.visit = visit
    }

    package var markup: Markup {
        if let refusal = overview.refusal {
            return frame.page(
                "<div class=\"alert alert-info\" role=\"note\">\(visit.sentence(refusal))</div>")
        }
        return frame.page("\(waiting)\(now)\(canAct ? form : nil)\(story)")
    }

    private var canAct: Bool { overview.mayChange && visit.person != .anybody }

    private var now: Markup {
        let words = visit.words
        let title = "\(words("For the documents of", "Для документов за")) \(visit.month(overview.open))"
        let flow = overview.current
        let nothing = words(
            "not asked for: they wait in this cabinet", "не выбрано: ждут в этом кабинете")
        var rows: [(String, String)] = [
            (words("Documents", "Документы"), kinds),
            (
                words("Packages", "Комплекты"),
                overview.perProject
                    ? words("one for each project", "по каждому проекту")
                    : words("one for all projects", "один на все проекты")
            ),
            (words("How they come", "Как приходят"), flow.map { FlowPage.way($0, visit) } ?? nothing),
        ]
        if let flow {
            rows += [
                (words("Contact", "Контактное лицо"), "\(flow.contact.name), \(flow.contact.phone)"),
                (words("PDF copies by mail", "Копии в PDF на почту"), copies(flow)),
            ]
        }
        let facts = rows.map { "<dt>\($0.0)</dt><dd>\(name($0.1))</dd>\n" as Markup }
        return """
            <div class="part"><h2>\(title)</h2></div>
            <div class="panel"><div class="inside"><dl class="facts">
            \(facts)</dl></div></div>

            """
    }

    private var kinds: String {
        head.region.profile.package.kinds(
            chosen: overview.documents,
            scheme: head.account.agreements.scheme(on: overview.open.lastDay, in: head.region)
        ).map { $0.phrase.text(visit.language) }.joined(separator: ", ")
    }

    static func way(_ flow: DocumentFlow, _ visit: Visit) -> String {
        switch flow.delivery {
        case .edm: visit.words("electronically, through an EDM operator", "электронно, через оператора ЭДО")
        case .paper(.post, let recipient):
            visit.words("on paper by post, to \(recipient)", "на бумаге почтой, получатель \(recipient)")
        case .paper(.courier(let phone), let recipient):
            visit.words(
                "on paper by courier, to \(recipient), \(phone)",
                "на бумаге курьером, получатель \(recipient), \(phone)")
        }
    }

    private func copies(_ flow: DocumentFlow) -> String {
        let addresses = flow.copies.addresses.joined(separator: ", ")
        return switch flow.copies {
        case .once where flow.sendsCopies(of: overview.open):
            visit.words("once, of this month: \(addresses)", "один раз, за этот месяц: \(addresses)")
        case .none, .once: visit.words("none", "не нужны")
        case .monthly: visit.words("every month: \(addresses)", "каждый месяц: \(addresses)")
        }
    }

    private var form: Markup {
        let known = typed ?? overview.current.map { Typed($0, overview) } ?? fresh
        let words = visit.words
        var fields: [Form.Field] = [
            .init(name: "seen", label: "", kind: .hidden, value: String(overview.seen)),
            .init(
                name: "from",
                label: words("From the documents of which month on", "Начиная с документов за месяц"),
                kind: .choice(
                    (0..<12).map { step in
                        let month = Month(index: overview.open.index + Int32(step))
                        return (value: month.description, name: visit.month(month))
                    }), value: typed?.from ?? overview.open.description,
                hint: words(
                    "Closed months keep what was chosen for them.",
                    "За закрытыми месяцами остаётся то, что было выбрано для них.")),
        ]
        if overview.contract != nil, case .chosen = head.region.profile.package {
            fields.append(
                .init(
                    name: "documents", label: words("Which documents", "Какие документы"),
                    kind: .choice([
                        (value: "", name: words("as the contract says", "по договору")),
                        (value: "upd", name: words("UPD", "УПД")),
                        (value: "upd,act", name: words("UPD and act", "УПД и акт")),
                        (value: "taxInvoice", name: words("tax invoice", "счёт-фактура")),
                        (value: "taxInvoice,act", name: words("tax invoice and act", "счёт-фактура и акт")),
                    ]), value: known.documents))
        }
        fields += [
            .init(
                name: "delivery", label: words("How they come", "Как получать"),
                kind: .choice(
                    (hasEDM ? [(value: "edm", name: words("by EDM", "по ЭДО"))] : []) + [
                        (value: "post", name: words("on paper, by post", "на бумаге, почтой")),
                        (value: "courier", name: words("on paper, by courier", "на бумаге, курьером")),
                    ]), value: known.delivery,
                hint: words(
                    "EDM is for organisations registered in Russia, with projects in Moscow; paper where it is not possible. Where paper goes is asked each month.",
                    "ЭДО — для организаций, зарегистрированных в РФ, с проектами в Москве; бумага — если работа по ЭДО невозможна. Адрес для бумаг уточняется каждый месяц."
                )),
            .init(
                name: "recipient", label: words("Who receives the paper: full name", "Получатель бумаг: ФИО"),
                autocomplete: "name", value: known.recipient, isNeeded: false),
            .init(
                name: "phone",
                label: words("The recipient's telephone, for a courier", "Телефон получателя, для курьера"),
                autocomplete: "tel", value: known.phone, isNeeded: false),
            .init(
                name: "contact", label: words("Contact: full name", "Контактное лицо: ФИО"),
                autocomplete: "name",
                value: known.contact),
            .init(
                name: "contactPhone", label: words("Contact: telephone", "Контактное лицо: телефон"),
                autocomplete: "tel", value: known.contactPhone),
            .init(
                name: "copies", label: words("PDF copies by mail", "Копии в PDF на почту"),
                kind: .choice([
                    (value: "none", name: words("none", "не нужны")),
                    (value: "once", name: words("once, of that month", "один раз, за этот месяц")),
                    (value: "monthly", name: words("every month", "каждый месяц")),
                ]), value: known.copies),
            .init(
                name: "addresses", label: words("To which addresses", "На какие адреса"),
                autocomplete: "email",
                value: known.addresses,
                hint: words(
                    "Up to \(FlowDesk.mostAddresses), with commas between.",
                    "Не больше \(FlowDesk.mostAddresses), через запятую."
                ), isNeeded: false),
            .init(
                name: "perProject", label: words("Packages", "Комплекты"),
                kind: .boxes([
                    (
                        value: "yes",
                        name: words(
                            "a package of its own for each project", "отдельный комплект по каждому проекту")
                    )
                ]), values: known.perProject ? ["yes"] : []),
        ]
        if visit.isStaff { fields.append(visit.reason()) }
        return """
            <div class="part"><h2>\(words("Change how documents come", "Изменить документооборот"))</h2></div>
            \(Form(
                visit: visit, id: "flow", action: frame.path, fields: fields, button: words("Save", "Сохранить"),
                failure: failure
            ).markup)
            """
    }

    private var hasEDM: Bool {
        let profile = head.region.profile
        return profile.hasEDM && head.account.counterparty.isResident(of: profile.country)
    }

    private var fresh: Typed {
        var typed = Typed()
        typed.perProject = overview.perProject
        if !hasEDM { typed.delivery = "post" }
        return typed
    }

    private var waiting: Markup? {
        guard !overview.waiting.isEmpty else { return nil }
        let parts = overview.waiting.map { package -> Markup in
            let title = visit.month(package.month) + (package.project.map { ", \($0)" } ?? "")
            return canAct ? asking(package, title) : "<p>\(title)</p>"
        }
        return """
            <div class="part"><h2>\(visit.words("Where to send the originals?", "Куда отправить оригиналы?"))</h2></div>
            \(parts)
            """
    }

    private func asking(_ package: PackageName, _ title: String) -> Markup {
        let id = "address-\(package.month)-\(package.project?.text ?? "all")"
        var fields: [Form.Field] = [
            .init(name: "month", label: "", kind: .hidden, value: package.month.description),
            .init(name: "package", label: "", kind: .hidden, value: package.project?.text ?? ""),
            .init(
                name: "address",
                label: visit.words(
                    "Address for the documents of \(title)", "Адрес для документов за \(title)"),
                autocomplete: "street-address", value: failure?.form == id ? address : "", isNeeded: false),
        ]
        if let legal = overview.legalAddress {
            let label = visit.words("Or", "Или")
            let text = visit.words("to the legal address: \(legal)", "на юридический адрес: \(legal)")
            fields.append(.init(name: "legal", label: label, kind: .boxes([(value: "yes", name: text)])))
        }
        if visit.isStaff { fields.append(visit.reason()) }
        return Form(
            visit: visit, id: id, action: "\(frame.path)/address", fields: fields,
            button: visit.words("Send there", "Отправить сюда"), failure: failure
        ).markup
    }

    private var story: Markup? {
        guard overview.versions.count > 1 || (overview.current == nil && !overview.versions.isEmpty) else {
            return nil
        }
        var table = Table(
            caption: visit.words("What was asked for, by its month", "О чём просили, по месяцам"),
            columns: [
                .init(visit.words("Asked", "Когда")),
                .init(visit.words("From the documents of", "С документов за")),
                .init(visit.words("How they come", "Как приходят"), isName: true),
            ])
        table.rows = overview.versions.map { kept in
            [
                "<span class=\"nobr\">\(visit.moment(kept.at, head.region))</span>",
                "\(visit.month(kept.flow.from))", name(FlowPage.way(kept.flow, visit)),
            ]
        }
        return table.markup
    }
}
