import Formats
import Testing

@Suite struct ManifestTests {
    private func check(_ text: String) throws(DatasetProblem) -> [DatasetProblem] {
        try Manifest.check(Array(text.utf8)[...])
    }

    @Test func `the format we know is accepted`() throws {
        #expect(try check("{\"format\":\"kontragent-dataset/1\"}\n").isEmpty)
        #expect(try check(#"{"format":"kontragent-dataset/1","by":"me"}"#) == [.unknownField("by")])
    }

    @Test(arguments: [
        (#"{"format":"kontragent-dataset/2"}"#, "dataset.unknown-format"), ("{}", "dataset.missing-field"),
        (#"{"format":1}"#, "dataset.wrong-type"), ("[]", "dataset.wrong-type"), ("", "dataset.bad-json"),
    ])
    func `any other is refused`(text: String, code: String) {
        let problem = #expect(throws: DatasetProblem.self) { try check(text) }
        #expect(problem?.code == code)
    }
}
