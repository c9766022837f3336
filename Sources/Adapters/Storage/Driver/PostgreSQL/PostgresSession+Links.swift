extension PostgresSession {
    /// Looks along every foreign key for a row whose parent is missing: the database refuses it, unless
    /// somebody switched that off.
    func danglingRow() throws -> (table: String, parent: String)? {
        let links = try rows(
            """
            SELECT c.conrelid::regclass::text AS child, c.confrelid::regclass::text AS parent,
                string_agg(quote_ident(a.attname) || '=' || quote_ident(b.attname), ',' ORDER BY k.n) AS pairs
            FROM pg_constraint c
                CROSS JOIN LATERAL unnest(c.conkey, c.confkey) WITH ORDINALITY AS k (own, other, n)
                JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = k.own
                JOIN pg_attribute b ON b.attrelid = c.confrelid AND b.attnum = k.other
            WHERE c.contype = 'f' AND c.connamespace = current_schema()::regnamespace
            GROUP BY c.oid, c.conrelid, c.confrelid ORDER BY 1, 2
            """, [])
        for link in links {
            let (child, parent) = (link.text("child"), link.text("parent"))
            let pairs = link.text("pairs").split(separator: ",").map { $0.split(separator: "=") }
            let same = pairs.map { "p.\($0[1]) = c.\($0[0])" }.joined(separator: " AND ")
            let known = pairs.map { "c.\($0[0]) IS NOT NULL" }.joined(separator: " AND ")
            let found = try rows(
                """
                SELECT 1 AS found FROM \(child) c
                WHERE \(known) AND NOT EXISTS (SELECT 1 FROM \(parent) p WHERE \(same)) LIMIT 1
                """, [])
            if !found.isEmpty { return (table: child, parent: parent) }
        }
        return nil
    }
}
