import Testing

/// A wrong command line ends with 64, before anything is touched.
@Suite struct CommandLineTests {
    @Test func `a wrong command line ends with 64 and says how it is written`() throws {
        let folder = try TestFolder()
        for words in [
            ["dance"], ["import"], ["import", "a", "b"], ["import", "data", "--quick"], ["close"],
            ["close", "2026-13"], ["close", "february"], ["close", "2026-02", "--region", "mars"],
            ["balance"], ["balance", "project"], ["balance", "mcs1"], ["detail", "mcs0000000001"],
            ["detail", "mcs0000000001", "--month", "2026-02", "--format", "pdf"], ["bank"],
            ["bank", "match", "1"], ["bank", "match", "1", "you"], ["bank", "accept"],
            ["settle", "--until", "now"], ["substitute"], ["substitute", "mcs1"], ["assign"], ["validate"],
            ["--json"],
            ["settle", "--db"],
        ] {
            let ran = try folder.run(Tool.path, words)
            #expect(ran.status == 64, "\(words): \(ran.status)")
            #expect(ran.out == "", "\(words)")
            #expect(ran.err.hasPrefix("Error: "), "\(words): \(ran.err)")
        }
        #expect(folder.files(below: "").filter { !$0.hasPrefix(".") } == [], "nothing was made")
    }

    @Test func `help and shell completion are there`() throws {
        let folder = try TestFolder()
        let help = try folder.kontragent("--help")
        #expect(help.status == 0)
        for command in [
            "import", "settle", "bank", "substitute", "assign", "close", "balance", "detail", "validate",
            "migrate",
        ] {
            #expect(help.out.contains(command))
            let own = try folder.kontragent(command, "--help")
            #expect(own.status == 0)
            #expect(own.out.contains("--db"), "\(command)")
        }
        for shell in ["bash", "zsh", "fish"] {
            let script = try folder.kontragent("--generate-completion-script", shell)
            #expect(script.status == 0)
            #expect(script.out.contains("kontragent"))
        }
    }
}
