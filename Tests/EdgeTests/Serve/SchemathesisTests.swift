import Foundation
import Glibc
import Testing

/// An outside tester reads the description and sends what it thinks of to every route.
@Suite struct SchemathesisTests {
    /// Where scripts/setup made it; nil where it could not be fetched.
    private static let program: String? = {
        let folder = URL(fileURLWithPath: Tool.path).deletingLastPathComponent()
        return (0..<4).map { String(repeating: "../", count: $0) + "schemathesis/bin/schemathesis" }
            .map { folder.appendingPathComponent($0).standardized.path }.first { access($0, X_OK) == 0 }
    }()

    @Test(.enabled(if: program != nil, "skipped: scripts/setup could not fetch schemathesis"))
    func `a tester who knows the description alone finds no failure of the server and no other answer`()
        throws
    {
        let program = try #require(SchemathesisTests.program)
        let (folder, all, _) = try RoutesTests.world()
        let server = try Server(folder, ["--quiet"])
        let wire = try server.wire()
        _ = try RoutesTests.close("2026-01", "moscow", wire, all)
        let isLong = ProcessInfo.processInfo.environment["KONTRAGENT_CAMPAIGN"] == "nightly"
        let seed = Int.random(in: 1..<1_000_000)
        print("schemathesis: seed \(seed)")
        let ran = try folder.run(
            "/usr/bin/timeout",
            [
                isLong ? "1200" : "100", program, "run",
                "http://127.0.0.1:\(server.port)/v1/openapi.json", "--header",
                "Authorization: Bearer \(all)", "--phases", "examples,coverage,fuzzing",
                "--checks",
                "not_a_server_error,status_code_conformance,content_type_conformance,response_schema_conformance",
                "--max-examples", isLong ? "300" : "10", "--max-time", isLong ? "1000" : "45", "--seed",
                "\(seed)", "--no-color", "--continue-on-failure",
            ])
        #expect(ran.status == 0, "seed \(seed): \(ran.out.suffix(6000)) \(ran.err.suffix(2000))")
        #expect(try wire.ask("GET", "/v1/openapi.json").status == 200)
        #expect(server.end().status == 0)
        try Hamlet.expectClean(folder, "what the tester sent, seed \(seed)")
    }
}
