import Regions

/// A region's supplier as each of its versions had it.
struct SupplierHistory {
    private let known: Supplier
    private let versions: [SupplierDraft]
    private let latest: Supplier

    init(_ region: Region, _ records: any Records) throws {
        var versions: [SupplierDraft] = []
        try records.forEachRow(
            of: "facts", ["body"], where: ["chain": .text("suppliers/\(region.rawValue)")], by: ["sequence"]
        ) { cells in
            versions.append(
                try records.supplier(ofRecord: FactBody(cells[0].text ?? "").text("record") ?? ""))
        }
        self.versions = versions
        known = region.profile.supplier
        latest = try records.completedSupplier(region)
    }

    /// The supplier of a version. A closing that does not tell its own was made before versions were
    /// kept: it gets the last.
    func supplier(_ version: Int64?) throws -> Supplier {
        guard let version, !versions.isEmpty else { return latest }
        guard version > 0, version <= versions.count else { return known }
        return try versions[Int(version) - 1].completing(known)
    }
}
