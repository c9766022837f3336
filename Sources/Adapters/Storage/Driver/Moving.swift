import Basics
package import UseCases

/// Moves an installation from one database to another, whatever engines they run on.
package enum Moving {
    /// Copies every row in one transaction into a database that holds nothing yet, reads it back, and
    /// compares: what does not come out the same is not kept.
    package static func copy(
        from source: any DatabaseStore, to target: any DatabaseStore, named place: String, digest: Digest,
        progress: (_ table: String, _ done: Int, _ total: Int) -> Void = { _, _, _ in }
    ) throws -> Inventory {
        guard try source.isCurrent() else {
            throw StorageProblem.olderSchema(found: try source.schemaVersion())
        }
        return try source.read { records in
            let from = try Inventory.session(records)
            return try target.transaction { records in
                let to = try Inventory.session(records)
                try refuseUsed(to, place)
                let total = try Schema.tables.reduce(0) { total, table in
                    let counted = try from.rows("SELECT COUNT(*) AS count FROM \(table.name)", [])
                    return total + (counted.first?["count"] ?? 0)
                }
                var done = 0
                let taken = try Schema.tables.map { table in
                    try move(table, from, to, digest) {
                        done += $0
                        progress(table.name, done, total)
                    }
                }
                let kept = try Schema.tables.map { table in
                    var sum = TableSum(digest)
                    try to.forEach(Inventory.query(table), []) { sum.add($0.cells) }
                    return sum.table(table.name)
                }
                for (taken, kept) in zip(taken, kept) where taken != kept {
                    throw StorageProblem.damaged("\(taken.name) did not come out as it went in")
                }
                return Inventory(taken)
            }
        }
    }

    private static func refuseUsed(_ to: any Session, _ place: String) throws {
        for table in Schema.tables {
            let found = try to.rows("SELECT 1 AS found FROM \(table.name) LIMIT 1", [])
            if !found.isEmpty { throw StorageProblem.alreadyThere(place) }
        }
    }

    private static func move(
        _ table: (name: String, key: [String]), _ from: any Session, _ to: any Session, _ digest: Digest,
        _ moved: (Int) -> Void
    ) throws -> Inventory.Table {
        var sum = TableSum(digest)
        var columns: [String] = []
        var batch: [[Cell]] = []
        func write() throws {
            guard !batch.isEmpty else { return }
            try to.insert(into: table.name, columns, batch, "")
            moved(batch.count)
            batch = []
        }
        try from.forEach(Inventory.query(table), []) { row in
            sum.add(row.cells)
            columns = row.columns.names
            batch.append(row.cells)
            if batch.count == 2_000 { try write() }
        }
        try write()
        return sum.table(table.name)
    }
}
