import Access
import Basics
import Regions
import Requests
import UseCases

extension SQLRecords {
    package func request(_ number: Int64) throws -> CustomerRequest? {
        try row("SELECT * FROM requests WHERE number = ?", [number]).map { try SQLRecords.request($0) }
    }

    package func request(sentAs key: String, in project: PID) throws -> CustomerRequest? {
        try row(
            """
            SELECT r.* FROM request_steps s JOIN requests r ON r.project = s.project AND r.number = s.request
            WHERE s.project = ? AND s.form_key = ?
            """, [project.text, key]
        ).map { try SQLRecords.request($0) }
    }

    package func lastRefund(in project: PID) throws -> Moment? {
        try number(
            "SELECT MAX(at) FROM request_steps WHERE project = ? AND step = 'finished' AND detail = 'refund'",
            [project.text]
        ).map(Moment.init(microseconds:))
    }

    package func requests(
        of project: PID, by account: AccountID?, before number: Int64?, limit: Int
    ) throws -> [CustomerRequest] {
        try rows(
            """
            SELECT * FROM requests WHERE project = ? \(account == nil ? "" : "AND account = ?") AND number < ?
            ORDER BY number DESC LIMIT ?
            """, [project.text] + (account.map { [$0.text] } ?? []) + [number ?? Int64.max, limit]
        ).map { try SQLRecords.request($0) }
    }

    package func requests(
        _ search: RequestSearch, after place: RequestPlace?, limit: Int
    ) throws -> [CustomerRequest] {
        var conditions: [String] = []
        var arguments: Arguments = []
        func hold(_ condition: String, _ values: Arguments) {
            conditions.append(condition)
            arguments += values
        }
        switch search.part {
        case .active: hold("is_open = 1", [])
        case .closed: hold("is_open = 0", [])
        case .open, .assigned, .waiting: hold("state = ?", [search.part.rawValue])
        }
        if let department = search.department { hold("department = ?", [department.rawValue]) }
        if let assignee = search.assignee { hold("assignee = ?", [assignee.text]) }
        let (sign, order) = search.part == .closed ? ("<", "DESC") : (">", "ASC")
        if let place { hold("(due_at, number) \(sign) (?, ?)", [place.dueAt.microseconds, place.number]) }
        return try rows(
            """
            SELECT * FROM requests WHERE \(conditions.joined(separator: " AND "))
            ORDER BY due_at \(order), number \(order) LIMIT ?
            """, arguments + [limit]
        ).map { try SQLRecords.request($0) }
    }

    package func openRequests(of project: PID, upTo most: Int) throws -> Int {
        Int(
            try number(
                """
                SELECT COUNT(*) FROM (
                    SELECT number FROM requests WHERE project = ? AND is_open = 1 LIMIT ?) AS waiting
                """, [project.text, most]) ?? 0)
    }

    package func requestsMade(in project: PID, since moment: Moment, upTo most: Int) throws -> Int {
        Int(
            try number(
                """
                SELECT COUNT(*) FROM (
                    SELECT made_at FROM requests WHERE project = ? ORDER BY number DESC LIMIT ?) AS latest
                WHERE made_at >= ?
                """, [project.text, most, moment.microseconds]) ?? 0)
    }

    package func customerSteps(of request: CustomerRequest) throws -> Int {
        Int(
            try number(
                """
                SELECT COUNT(*) FROM request_steps
                WHERE project = ? AND request = ? AND step IN ('made', 'replied', 'withdrawn')
                """, [request.project.text, request.number]) ?? 0)
    }

    package func bytesSent(in project: PID, since moment: Moment) throws -> Int64 {
        try number(
            """
            SELECT CAST(COALESCE(SUM(f.size), 0) AS BIGINT) FROM request_steps s
            JOIN request_files f ON f.project = s.project AND f.request = s.request AND f.step = s.number
            WHERE s.project = ? AND s.at >= ? AND s.step IN ('made', 'replied', 'withdrawn')
            """, [project.text, moment.microseconds]) ?? 0
    }

    package func nextRequestNumber() throws -> Int64 {
        try number("SELECT COALESCE(MAX(number), 0) + 1 FROM requests") ?? 1
    }

    package func insert(
        _ request: CustomerRequest, _ values: [String: String], _ step: RequestEvent, _ words: RequestWords
    ) throws {
        try run(
            """
            INSERT INTO requests (project, number, account, region, kind, department, made_by, made_at, state,
                is_open, assignee, due_at, closed_at, version)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                request.project.text, request.number, request.account.text, request.region.rawValue,
                request.kind.rawValue, request.kind.terms.department.rawValue, request.madeBy.text,
                request.madeAt.microseconds, request.standing.state.rawValue, 1, nil,
                request.standing.dueAt.microseconds, nil, request.version,
            ])
        for (field, value) in values.sorted(by: { $0.key.precedesBytewise($1.key) }) where !value.isEmpty {
            try run(
                "INSERT INTO request_values (project, request, field, value) VALUES (?, ?, ?, ?)",
                [request.project.text, request.number, field, value])
            try witness(
                "request_values",
                ["project": request.project.text, "request": request.number, "field": field],
                in: SQLRecords.chain(request))
        }
        try keep(step, words, of: request)
    }

    package func append(_ step: RequestEvent, _ words: RequestWords, to request: CustomerRequest) throws {
        let standing = request.standing
        try run(
            """
            UPDATE requests SET state = ?, is_open = ?, assignee = ?, due_at = ?, closed_at = ?, version = ?
            WHERE project = ? AND number = ?
            """,
            [
                standing.state.rawValue, standing.state.isClosed ? 0 : 1, standing.assignee?.text,
                standing.dueAt.microseconds, standing.closedAt?.microseconds, request.version,
                request.project.text, request.number,
            ])
        try keep(step, words, of: request)
    }

    private func keep(_ step: RequestEvent, _ words: RequestWords, of request: CustomerRequest) throws {
        let (word, detail, object) = step.step.parts
        let (project, number, chain) = (request.project.text, request.number, SQLRecords.chain(request))
        try run(
            """
            INSERT INTO request_steps (project, request, number, at, user_id, who, step, detail, object, said,
                form_key)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                project, number, step.number, step.at.microseconds, step.user.text, step.who, word, detail,
                object, step.text, words.key,
            ])
        for (place, file) in words.files.enumerated() {
            let sha256 = try keep(attachment: file.bytes)
            try run(
                """
                INSERT INTO request_files (project, request, step, place, field, name, type, size, sha256)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                [
                    project, number, step.number, place + 1, file.field?.rawValue, file.name,
                    file.type.rawValue, file.bytes.count, sha256,
                ])
            try witness(
                "request_files",
                ["project": project, "request": number, "step": step.number, "place": place + 1], in: chain)
        }
        try witness(
            "request_steps", ["project": project, "request": number, "number": step.number], in: chain)
        try witness("requests", ["project": project, "number": number], in: chain)
    }

    /// Keeps the bytes of a file once, by their hash.
    func keep(attachment bytes: [UInt8]) throws -> [UInt8] {
        let sha256 = digest.sha256(bytes)
        try lock(.chain("attachments"))
        if try number("SELECT 1 FROM attachments WHERE sha256 = ?", [sha256]) == nil {
            try run("INSERT INTO attachments (sha256, content) VALUES (?, ?)", [sha256, bytes])
            try witness("attachments", ["sha256": sha256], in: "attachments")
        }
        return sha256
    }

    package func values(of request: CustomerRequest) throws -> [String: String] {
        var values: [String: String] = [:]
        for row in try rows(
            "SELECT field, value FROM request_values WHERE project = ? AND request = ?",
            [request.project.text, request.number])
        {
            values[row.text("field")] = row.text("value")
        }
        return values
    }

    package func events(of request: CustomerRequest, limit: Int) throws -> [RequestEvent] {
        let key: Arguments = [request.project.text, request.number]
        var files: [Int64: [RequestEvent.Attached]] = [:]
        for row in try rows(
            "SELECT * FROM request_files WHERE project = ? AND request = ? ORDER BY step, place", key)
        {
            let field: String? = row["field"]
            files[row["step"], default: []].append(
                RequestEvent.Attached(
                    place: row["place"], field: field.flatMap { RequestField(rawValue: $0) },
                    name: row.text("name"), type: try row.word("type", ScanType.self),
                    size: row["size"], sha256: row.bytes("sha256")))
        }
        return try rows(
            "SELECT * FROM request_steps WHERE project = ? AND request = ? ORDER BY number DESC LIMIT ?",
            key + [limit]
        ).reversed().map { row in
            guard
                let step = RequestStep(
                    word: row.text("step"), detail: row.text("detail"), object: row.text("object"))
            else { throw StorageProblem.damaged("request_steps.step \(row.text("step"))") }
            let number: Int64 = row["number"]
            return RequestEvent(
                number: number, at: row.moment("at"), user: UserID(row.text("user_id")),
                who: row.text("who"), step: step, text: row.text("said"), files: files[number] ?? [])
        }
    }

    package func attachment(_ sha256: [UInt8]) throws -> [UInt8]? {
        try row("SELECT content FROM attachments WHERE sha256 = ?", [sha256])?.bytes("content")
    }

    package func bankLines(
        worth amount: Int64?, on days: ClosedRange<Day>?, fromPayer taxID: String?, limit: Int
    ) throws -> [BankLineRecord] {
        var conditions = ["direction = 'incoming'"]
        var arguments: Arguments = []
        if let amount {
            conditions.append("amount = ?")
            arguments += [amount]
        }
        if let days {
            conditions.append("credited_day BETWEEN ? AND ?")
            arguments += [days.lowerBound.number, days.upperBound.number]
        }
        if let taxID {
            conditions.append("payer_tax_id = ?")
            arguments += [taxID]
        }
        return try bankLines(
            "WHERE \(conditions.joined(separator: " AND ")) ORDER BY number DESC LIMIT ?",
            arguments + [limit])
    }

    package func boundPhone(of account: AccountID) throws -> String? {
        try row("SELECT phone FROM account_phones WHERE account = ?", [account.text])?.text("phone")
    }

    package func bind(_ phone: String, to account: AccountID, at moment: Moment) throws {
        try run(
            """
            INSERT INTO account_phones (account, phone, bound_at) VALUES (?, ?, ?)
            ON CONFLICT (account) DO UPDATE SET phone = excluded.phone, bound_at = excluded.bound_at
            """, [account.text, phone, moment.microseconds])
        try witness("account_phones", ["account": account.text], in: "phones/\(account)")
    }

    /// The chain of facts that a project's requests are witnessed in.
    private static func chain(_ request: CustomerRequest) -> String { "requests/\(request.project)" }

    static func request(_ row: Row) throws -> CustomerRequest {
        let (assignee, closed): (String?, Int64?) = (row["assignee"], row["closed_at"])
        return CustomerRequest(
            number: row["number"], project: try row.pid("project"), account: AccountID(row.text("account")),
            region: try row.word("region", Region.self), kind: try row.word("kind", RequestKind.self),
            madeBy: UserID(row.text("made_by")), madeAt: row.moment("made_at"),
            standing: RequestStanding(
                state: try row.word("state", RequestState.self), assignee: assignee.map { UserID($0) },
                dueAt: row.moment("due_at"), closedAt: closed.map(Moment.init(microseconds:))),
            version: row["version"])
    }
}
