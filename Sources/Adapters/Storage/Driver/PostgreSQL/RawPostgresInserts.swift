import Basics
import Metering
package import UseCases

/// The server alone, for `bench` to compare with: the bytes of events put into one table with the same
/// unique key, a prepared statement over arrays for a batch, one transaction each, nothing checked and
/// nothing else written.
package final class RawPostgresInserts {
    private let connection: PostgresConnection
    private var arrival: Int64 = 0

    package init(_ url: String) throws {
        connection = try PostgresConnection(try PostgresPlace(url))
        try connection.script(
            """
            DROP TABLE IF EXISTS bench_raw;
            CREATE TABLE bench_raw (
                identity BYTEA NOT NULL PRIMARY KEY, project TEXT NOT NULL, arrival BIGINT NOT NULL,
                id TEXT NOT NULL, source TEXT NOT NULL, type TEXT NOT NULL, resource TEXT NOT NULL,
                sku TEXT NOT NULL, quantity BIGINT NOT NULL, started_at BIGINT NOT NULL,
                ended_at BIGINT NOT NULL, labels TEXT NOT NULL)
            """)
    }

    /// Leaves nothing behind.
    package func end() throws { try connection.script("DROP TABLE bench_raw") }

    /// One transaction.
    package func insert(_ events: [IdentifiedEvent]) throws {
        let first = arrival
        arrival += Int64(events.count)
        var parameters = PostgresParameters()
        parameters.add(blobs: events.map(\.identity))
        parameters.add(texts: events.map(\.event.project.text))
        parameters.add(numbers: events.indices.map { first + Int64($0) })
        parameters.add(texts: events.map(\.event.id))
        parameters.add(texts: events.map(\.event.source))
        parameters.add(texts: events.map(\.event.type))
        parameters.add(texts: events.map(\.event.resource.text))
        parameters.add(texts: events.map(\.event.sku.text))
        parameters.add(numbers: events.map(\.event.quantity.thousandths))
        parameters.add(numbers: events.map(\.event.start.microseconds))
        parameters.add(numbers: events.map(\.event.end.microseconds))
        parameters.add(texts: events.map { LabelText.write($0.event.labels) })
        try connection.send(
            "INSERT INTO bench_raw SELECT * FROM unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", parameters)
        try connection.collect()
    }
}
