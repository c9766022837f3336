import Access
import Basics
import Contracts
import Documents
import Regions
import UseCases

extension SQLRecords {
    package func documentFlows(of account: AccountID, in region: Region) throws -> [KeptFlow] {
        try rows(
            "SELECT * FROM document_flows WHERE account = ? AND region = ? ORDER BY n",
            [account.text, region.rawValue]
        ).map(flow)
    }

    package func insert(_ kept: KeptFlow, of account: AccountID) throws {
        let flow = kept.flow
        var (way, recipient, phone): (String, String, String) = ("edm", "", "")
        if case .paper(let paper, let name) = flow.delivery {
            (way, recipient) = ("post", name)
            if case .courier(let number) = paper { (way, phone) = ("courier", number) }
        }
        let copies =
            switch flow.copies {
            case .none: "none"
            case .once: "once"
            case .monthly: "monthly"
            }
        let last = try number(
            "SELECT COALESCE(MAX(n), 0) FROM document_flows WHERE account = ? AND region = ?",
            [account.text, flow.region.rawValue])
        let n = (last ?? 0) + 1
        try run(
            """
            INSERT INTO document_flows (account, region, n, tax_id, contract_from, from_month, documents,
                per_project, way, recipient, phone, contact, contact_phone, copies, addresses, asked_at,
                asked_by)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                account.text, flow.region.rawValue, n, kept.asked.taxID.text, kept.asked.contract?.number,
                flow.from.index,
                flow.documents.sorted().map(\.rawValue).joined(separator: ","), flow.perProject ? 1 : 0, way,
                recipient, phone, flow.contact.name, flow.contact.phone, copies,
                flow.copies.addresses.joined(separator: ","), kept.at.microseconds, kept.by?.text,
            ])
        try witness(
            "document_flows", ["account": account.text, "region": flow.region.rawValue, "n": n],
            in: "flows/\(flow.region.rawValue)")
    }

    package func dispatches(of package: PackageName) throws -> [Dispatch] {
        try rows(
            "SELECT * FROM dispatches WHERE account = ? AND region = ? AND month = ? AND project = ? ORDER BY n",
            [
                package.account.text, package.region.rawValue, package.month.index,
                package.project?.text ?? "",
            ]
        ).map { row in
            let step: Dispatch.Step =
                switch row.text("step") {
                case "address": .address(row.text("address"), isLegal: row["is_legal"])
                case "sent": .sent
                default: .copied
                }
            let user: String? = row["by_user"]
            return Dispatch(step: step, at: row.moment("at"), by: user.map { UserID($0) })
        }
    }

    package func insert(_ dispatch: Dispatch, of package: PackageName) throws {
        let known = try dispatches(of: package).count
        var (step, address, isLegal): (String, String, Bool) = ("", "", false)
        switch dispatch.step {
        case .address(let text, let legal): (step, address, isLegal) = ("address", text, legal)
        case .sent: step = "sent"
        case .copied: step = "copied"
        }
        let project = package.project?.text ?? ""
        try run(
            """
            INSERT INTO dispatches (account, region, month, project, n, step, address, is_legal, at, by_user)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                package.account.text, package.region.rawValue, package.month.index, project, known + 1, step,
                address, isLegal ? 1 : 0, dispatch.at.microseconds, dispatch.by?.text,
            ])
        try witness(
            "dispatches",
            [
                "account": package.account.text, "region": package.region.rawValue,
                "month": Int64(package.month.index), "project": project, "n": Int64(known + 1),
            ], in: "flows/\(package.region.rawValue)")
    }

    package func issuedPackages(
        in region: Region, month: Month, after place: PackageName?, limit: Int
    ) throws -> [PackageName] {
        try rows(
            """
            SELECT account, project FROM closings
            WHERE region = ? AND month = ? AND skipped IS NULL AND (account, project) > (?, ?)
            ORDER BY account, project LIMIT ?
            """,
            [
                region.rawValue, month.index, place?.account.text ?? "", place?.project?.text ?? "", limit,
            ]
        ).map { try package($0, region, month) }
    }

    package func taxID(ofIssued package: PackageName) throws -> TaxID? {
        try row(
            """
            SELECT tax_id FROM closings
            WHERE region = ? AND account = ? AND project = ? AND month = ? AND skipped IS NULL
            """,
            [
                package.region.rawValue, package.account.text, package.project?.text ?? "",
                package.month.index,
            ]
        ).map { TaxID($0.text("tax_id")) }
    }

    package func packagesWithoutAddress(
        of account: AccountID, in region: Region, month: Month, taxID: TaxID, limit: Int
    ) throws -> [PackageName] {
        try rows(
            """
            SELECT account, project FROM closings
            WHERE region = ? AND month = ? AND account = ? AND tax_id = ? AND skipped IS NULL
                AND NOT EXISTS (
                    SELECT 1 FROM dispatches
                    WHERE dispatches.account = closings.account AND dispatches.region = closings.region
                        AND dispatches.month = closings.month AND dispatches.project = closings.project
                        AND dispatches.step IN ('address', 'sent'))
            ORDER BY project LIMIT ?
            """,
            [region.rawValue, month.index, account.text, taxID.text, limit]
        ).map { try package($0, region, month) }
    }

    private func package(_ row: Row, _ region: Region, _ month: Month) throws -> PackageName {
        PackageName(
            account: AccountID(row.text("account")), region: region, month: month,
            project: row.text("project").isEmpty ? nil : try row.pid("project"))
    }

    private func flow(_ row: Row) throws -> KeptFlow {
        let addresses = row.text("addresses").split(separator: ",").map(String.init)
        let delivery: DocumentFlow.Delivery =
            switch row.text("way") {
            case "edm": .edm
            case "courier":
                .paper(.courier(phone: row.text("phone")), recipient: row.text("recipient"))
            default: .paper(.post, recipient: row.text("recipient"))
            }
        let copies: DocumentFlow.Copies =
            switch row.text("copies") {
            case "once": .once(addresses)
            case "monthly": .monthly(addresses)
            default: .none
            }
        let user: String? = row["asked_by"]
        let kinds = try row.text("documents").split(separator: ",").map { word in
            guard let kind = DocumentKind(rawValue: String(word)) else {
                throw StorageProblem.damaged("documents \(word)")
            }
            return kind
        }
        let contract: Int32? = row["contract_from"]
        let flow = DocumentFlow(
            region: try row.word("region", Region.self), from: row.month("from_month"),
            documents: Set(kinds), perProject: row["per_project"], delivery: delivery,
            contact: DocumentFlow.Contact(name: row.text("contact"), phone: row.text("contact_phone")),
            copies: copies)
        return KeptFlow(
            asked: AskedFlow(
                flow: flow, taxID: TaxID(row.text("tax_id")), contract: contract.map { Day(number: $0) }),
            at: row.moment("asked_at"), by: user.map { UserID($0) })
    }
}
