package import Basics
import Notices
import Regions
package import UseCases

/// What the auditor found, and how to ask it.
package struct VerifyPage {
    /// The last verification of this process, or the one on its way.
    package struct Run: Sendable {
        package let startedAt: Moment
        package let endedAt: Moment?
        package let step: String
        package let done: Int
        package let total: Int
        package let report: VerificationDesk.Report?
        package let problem: (any Problem)?

        package init(
            startedAt: Moment, endedAt: Moment?, step: String, done: Int, total: Int,
            report: VerificationDesk.Report?, problem: (any Problem)?
        ) {
            self.startedAt = startedAt
            self.endedAt = endedAt
            self.step = step
            self.done = done
            self.total = total
            self.report = report
            self.problem = problem
        }
    }

    private let visit: Visit
    private let run: Run?

    package init(_ run: Run?, _ visit: Visit) {
        self.run = run
        self.visit = visit
    }

    package var markup: Markup {
        let title = visit.words("Check of all books", "Проверка всех книг")
        let isRunning = run.map { $0.endedAt == nil } ?? false
        let button: Markup? =
            visit.isStaff && !isRunning
            ? """
            <form action="\(visit.link("/verify"))" method="post"><input type="hidden" name="form" value="\(visit.formToken)"/>
            <p><button class="btn btn-primary" data-key="v">\(visit.words("Check now", "Проверить сейчас"))</button></p></form>

            """ : nil
        return Frame(
            visit: visit, title: title, path: "/verify",
            trail: [(visit.words("Books", "Книги"), visit.link("/journal"))], refresh: isRunning ? 3 : nil,
            keys: [("v", visit.words("check now", "проверить сейчас"))]
        ).page(
            """
            <h1>\(title)</h1>
            <p>\(visit.words("Everything is derived again from what happened, and each row is held against it.", "Всё выводится заново из того, что произошло, и каждая строка сверяется."))</p>
            \(button)\(state)
            """)
    }

    private var state: Markup {
        guard let run else {
            return empty(
                visit.words("Not checked since the program started.", "С запуска программы не проверялось."),
                "\(visit.words("A check reads all there is and disturbs nobody.", "Проверка читает всё и никому не мешает."))"
            )
        }
        guard let endedAt = run.endedAt else {
            let bar: Markup =
                run.total > 0
                ? "<progress max=\"\(run.total)\" value=\"\(run.done)\" aria-labelledby=\"step\"></progress>"
                : "<progress aria-labelledby=\"step\"></progress>"
            let text = run.step.isEmpty ? visit.words("Beginning", "Начало") : step(run.step)
            return """
                <div class="panel" data-live="\(visit.link("/verify/events"))"><div class="inside"><p id="step" data-step="data-step" role="status">\(text)</p>\(bar)
                <p><a href="\(visit.link("/verify"))">\(visit.words("Look again", "Обновить"))</a></p></div></div>

                """
        }
        if let problem = run.problem {
            return "<div class=\"alert alert-danger\" role=\"alert\">\(visit.sentence(problem))</div>\n"
        }
        guard let report = run.report else { return "" }
        let when = visit.moment(endedAt, .moscow)
        let rows = visit.count(report.rows)
        if report.count == 0 {
            return """
                <div class="alert alert-success" role="status">\(visit.words("\(when): all is as it should be; rows checked: \(rows).", "\(when): всё сходится; проверено строк: \(rows)."))</div>

                """
        }
        var table = Table(
            caption: visit.words("What is not as it should be", "Что не сходится"),
            columns: [
                .init(visit.words("Table", "Таблица")), .init(visit.words("Row", "Строка"), isName: true),
                .init(visit.words("Is", "Есть"), isName: true),
                .init(visit.words("Should be", "Должно быть"), isName: true),
            ])
        table.rows = report.findings.map { finding in
            [
                "\(finding.table)", name(String(finding.key.prefix(200))),
                name(String(finding.found.prefix(200))), name(String(finding.expected.prefix(200))),
            ]
        }
        return """
            <div class="alert alert-danger" role="alert">\(visit.words("\(when): findings: \(visit.count(report.count)).", "\(when): расхождений: \(visit.count(report.count))."))</div>
            \(table.markup)
            """
    }

    private func step(_ step: String) -> String { VerifyPage.words(step, visit) }

    package static func words(_ step: String, _ visit: Visit) -> String {
        switch step {
        case "facts": visit.words("Facts", "Факты")
        case "events": visit.words("Events of usage", "События потребления")
        case "seals": visit.words("Seals", "Печати")
        case "projects": visit.words("Projects", "Проекты")
        case "documents": visit.words("Documents", "Документы")
        default: visit.words("Beginning", "Начало")
        }
    }
}

/// Nodes, leases, and what waits to be done or sent.
package struct RunningPage {
    private let visit: Visit
    private let nodes: [NodeStanding]
    private let waiting: [OutboxMessage.Waiting]
    private let counts: [(topic: OutboxMessage.Topic, count: OutboxCount)]
    private let next: String?
    private let isFirst: Bool

    package init(
        nodes: [NodeStanding], waiting: [OutboxMessage.Waiting],
        counts: [(topic: OutboxMessage.Topic, count: OutboxCount)], next: String?, isFirst: Bool,
        _ visit: Visit
    ) {
        self.nodes = nodes
        self.waiting = waiting
        self.counts = counts
        self.next = next
        self.isFirst = isFirst
        self.visit = visit
    }

    package var markup: Markup {
        let title = visit.words("What runs and what waits", "Что работает и что ждёт")
        let cards = counts.map { topic, count -> Markup in
            let failing: Markup? =
                count.failing > 0
                ? "<p>\(visit.tag(visit.words("with trouble: \(count.failing)", "с ошибкой: \(count.failing)"), "bad"))</p>"
                : nil
            let oldest: Markup? = count.oldest.map {
                "<p class=\"dim\">\(visit.words("since ", "с "))\(visit.moment($0, .moscow))</p>"
            }
            return """
                <li><h2>\(RunningPage.topic(topic, visit))</h2><p class="big">\(visit.count(count.waiting))</p>\(failing)\(oldest)</li>

                """
        }
        return Frame(visit: visit, title: title, path: "/running").page(
            """
            <h1>\(title)</h1>
            <ul class="cards">\(cards)</ul>
            <div class="part"><h2>\(visit.words("Nodes and what each holds", "Узлы и что держит каждый"))</h2></div>
            \(nodeTable)
            <div class="part"><h2>\(visit.words("Waiting", "Ждут"))</h2></div>
            \(messages)
            \(visit.onward("/running", [], "after", next, isFirst: isFirst))
            """)
    }

    static func topic(_ topic: OutboxMessage.Topic, _ visit: Visit) -> String {
        switch topic {
        case .paper: visit.words("Papers to print", "Документы на печать")
        case .notice: visit.words("Messages to send", "Сообщения к отправке")
        }
    }

    private var nodeTable: Markup {
        guard !nodes.isEmpty else {
            return empty(
                visit.words("No node has been heard of.", "Ни один узел не отмечался."),
                "\(visit.words("Start the program with serve or work.", "Запустите программу: serve или work."))"
            )
        }
        var table = Table(
            caption: visit.words("Nodes", "Узлы"),
            columns: [
                .init(visit.words("Machine", "Машина"), isName: true),
                .init(visit.words("Process", "Процесс"), isSum: true),
                .init(visit.words("Program", "Программа")),
                .init(visit.words("State", "Состояние")), .init(visit.words("Since", "С")),
                .init(visit.words("Last heard", "Виден")),
                .init(visit.words("Holds", "Держит"), isName: true),
            ])
        table.rows = nodes.map { node in
            let record = node.record
            let state =
                switch node.state {
                case .alive: visit.tag(visit.words("alive", "на связи"), "good")
                case .silent: visit.tag(visit.words("silent", "молчит"), "bad")
                case .left: visit.tag(visit.words("left", "ушёл"))
                }
            let leases = node.leases.map { lease -> Markup in
                "<li>\(lease.lease.name) <span class=\"dim\">\(visit.words("until", "до")) \(visit.moment(lease.expiresAt, .moscow))</span></li>"
            }
            return [
                name(record.node.host), "\(String(record.node.process))", name(record.node.program), state,
                "\(visit.moment(record.startedAt, .moscow))", "\(visit.moment(record.seenAt, .moscow))",
                leases.isEmpty ? "—" : "<ul class=\"plain\">\(leases)</ul>",
            ]
        }
        return table.markup
    }

    private var messages: Markup {
        guard !waiting.isEmpty else {
            return empty(
                visit.words("Nothing waits.", "Ничего не ждёт."),
                "\(visit.words("All papers are printed, all letters handed over.", "Все документы напечатаны, письма переданы."))"
            )
        }
        var table = Table(
            caption: visit.words("The oldest first", "Старые сверху"),
            columns: [
                .init(visit.words("What", "Что"), isName: true),
                .init(visit.words("Customer", "Клиент"), isName: true),
                .init(visit.words("Since", "С")), .init(visit.words("Tries", "Попыток"), isSum: true),
                .init(visit.words("Trouble", "Ошибка"), isName: true),
                .init(visit.words("Next try", "Дальше")),
            ])
        table.rows = waiting.map { waiting in
            let message = waiting.message
            let now: Markup? =
                visit.isStaff
                ? """
                <form action="\(visit.link("/running/retry"))" method="post"><input type="hidden" name="form" value="\(visit.formToken)"/>
                <input type="hidden" name="account" value="\(message.account.text)"/><input type="hidden" name="topic" value="\(message.topic.rawValue)"/>
                <input type="hidden" name="subject" value="\(message.subject)"/>
                <button class="btn btn-outline-primary btn-sm" aria-label="\(visit.words("Retry now: \(message.subject)", "Повторить сейчас: \(message.subject)"))">\(visit.words("now", "сейчас"))</button></form>
                """ : nil
            return [
                "\(RunningPage.topic(message.topic, visit))<br/>\(name(message.subject))",
                visit.account(message.account), "\(visit.moment(waiting.madeAt, .moscow))",
                "\(visit.count(waiting.attempts))", name(String((waiting.trouble ?? "").prefix(300))),
                "\(visit.moment(waiting.dueAt, .moscow))\(now)",
            ]
        }
        return table.markup
    }
}
