/// Forty companies, four people and two months of their life: big enough to be killed in the middle of.
enum Province {
    static let companies = 40

    static func pids(of company: Int) -> [String] {
        (0..<(company % 4 == 0 ? 2 : 1)).map { pid(company * 10 + $0) }
    }

    static let people = (1...4).map { pid(9000 + $0) }

    static var pids: [String] { (1...companies).flatMap(pids(of:)) + people }

    static let months = ["2026-01", "2026-02"]

    static func dataset() -> Dataset {
        var data = Dataset()
        data.prices = [
            Dataset.price(bonus: "compute"), Dataset.price("disk", "0.37", service: "Диски"),
            Dataset.price("traffic", "1.111111", service: "Сеть"),
        ]
        for number in 1...companies { data.accounts.append(company(number)) }
        for (index, person) in people.enumerated() {
            data.accounts.append(Dataset.sidorov(account: "person-\(index)", pids: [person]))
            data.credits.append(Dataset.credit("person-\(index)", "sbp", person, at: "2026-01-04T10:00:00Z"))
        }
        for month in months {
            var transfers: [Statement.Transfer] = []
            for number in 1...companies where number % 3 != 0 {
                transfers.append(
                    Statement.Transfer(
                        amount: "\(100 + number * 7).\(10 + number)", payer: CheckDigits.inn(number),
                        purpose: "Оплата \(pids(of: number)[0])", number: "\(number)",
                        date: "\(10 + number % 9).\(month.suffix(2)).2026"))
            }
            data.statements["\(month).txt"] = Statement(transfers).bytes
            for pid in pids.filter({ Int($0.suffix(3)).map { $0 % 5 == 0 } ?? false }) {
                data.credits.append(
                    Dataset.grant(
                        "\(pid)/\(month)", pid, amount: "40.00", granted: "\(month)-01T00:00:00Z",
                        expires: "\(month)-20T00:00:00Z"))
            }
            data.usage["\(month).jsonl"] = pids.flatMap { events(of: $0, in: month) }
        }
        return data
    }

    private static func pid(_ number: Int) -> String {
        "mcs" + String(repeating: "0", count: 10 - String(number).count) + String(number)
    }

    /// Every third is post-paid; every eighth has a package per project.
    private static func company(_ number: Int) -> String {
        var more = ""
        if number % 3 == 0 {
            more = Dataset.contract(
                documents: number % 2 == 0 ? #""taxInvoice","act""# : #""upd""#,
                more: number % 8 == 0 ? #","perProject":true"# : "")
        }
        return Dataset.company(number, pids: pids(of: number), more: more)
    }

    private static func events(of pid: String, in month: String) -> [String] {
        (1...9).flatMap { day in
            ["compute.vcpu", "disk", "traffic"].map { sku in
                Dataset.event(
                    "\(pid)/\(month)/\(day)/\(sku)", pid, quantity: "\(day % 4 + 1).\(day)5",
                    on: "\(month)-\(10 + day)", sku: sku, resource: "vm-\(day % 2)")
            }
        }
    }
}

/// What has come of a province, without what chance decides: file names hold random ids.
struct Books: Equatable {
    let balances: [String]
    let closings: [JSON]

    /// Reads the balances of all projects and closes the months once more, which changes nothing.
    init(
        _ folder: TestFolder, pids: [String] = Province.pids, months: [String] = Province.months
    ) throws {
        balances = try pids.map { try folder.kontragent("balance", $0, "--json").out }
        closings = try months.map {
            try folder.kontragent("close", $0, "--json").json.without(["files"])
        }
    }

    /// Numbers run from 1 without a gap and without a double, in each year, kind and supplier.
    var gaps: [String] {
        var numbers: [String: [Int]] = [:]
        for document in closings.flatMap({ $0["documents"].list }) {
            let key = "\(document["supplier"]) \(document["kind"].text ?? "")"
            numbers[key, default: []].append(document["number"].int ?? 0)
        }
        return numbers.filter { $0.value.sorted() != Array(1...$0.value.count) }
            .map { "\($0.key): \($0.value)" }
    }

    /// Where two sets of books differ first.
    func difference(from other: Books) -> String? {
        for (mine, theirs) in zip(balances, other.balances) where mine != theirs {
            return "balance \(mine) instead of \(theirs)"
        }
        for (mine, theirs) in zip(closings, other.closings) where mine != theirs {
            let documents = zip(mine["documents"].list, theirs["documents"].list)
            for (one, two) in documents where one != two { return "document \(one) instead of \(two)" }
            return "closing of \(mine["month"]) has \(mine["documents"].list.count) documents and "
                + "\(mine["skipped"].list.count) skipped instead of "
                + "\(theirs["documents"].list.count) and \(theirs["skipped"].list.count)"
        }
        return nil
    }
}
