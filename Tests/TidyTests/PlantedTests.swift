import Testing

/// A check is worth what it catches: each one meets a planted violation, and text that is in order.
@Suite struct PlantedTests {
    private static let manifest = """
        let rooms: [(name: String, imports: [String])] = [
            // A comment ("Ghost", []),
            ("Ledger", []),
            ("Regions", ["Requisites"]),
            (
                "Books",
                ["Ledger", "Regions"]
            ),
        ]
        let other = [("Nobody", [])]
        """
    private static let map = """
        | room | may import besides Basics | owns |
        | --- | --- | --- |
        | Basics | nothing | words |
        | Ledger | – | entries |
        | Regions | Requisites | dated values |
        | Books | Ledger, Regions | chart |
        | Notices | every room above | texts |

        | Other | table |
        """
    private let table = RoomTable(manifest: manifest)

    private func swift(_ path: String, _ text: String) -> File { File(path: path, text: text) }

    // MARK: the map

    @Test func `a remedy that ends with a command keeps its marks when the page is written again`() {
        #expect(cellsOfRow("| `a.b` | run `verify` |") == ["a.b", "run `verify`"])
    }

    @Test func `the two tables are read alike`() {
        #expect(table.rooms == ["Ledger", "Regions", "Books"])
        #expect(table == RoomTable(architecture: PlantedTests.map))
        #expect(table.differences(from: RoomTable(architecture: PlantedTests.map)).isEmpty)
    }

    @Test func `a map that says otherwise is found`() {
        let more = PlantedTests.map.replacing("| Ledger | – |", with: "| Ledger | Regions |")
        #expect(table.differences(from: RoomTable(architecture: more)).count == 1)
        let less = PlantedTests.map.replacing("| Ledger | – | entries |\n", with: "")
        #expect(table.differences(from: RoomTable(architecture: less)).count == 1)
        let ghost = PlantedTests.map.replacing("| Notices |", with: "| Ghosts | – | |\n| Notices |")
        #expect(table.differences(from: RoomTable(architecture: ghost)).count == 1)
        #expect(!RoomTable(manifest: "").differences(from: table).isEmpty)
    }

    // MARK: arrows

    @Test(arguments: [
        ("Sources/Domain/Ledger/Entry.swift", "import Regions"),
        ("Sources/Domain/Basics/Money.swift", "package import Ledger"),
        ("Sources/Domain/Books/Chart.swift", "import Basics\nimport struct Foundation.Date"),
        ("Sources/UseCases/Close/CloseMonth.swift", "@preconcurrency import Storage"),
        ("Sources/Adapters/Formats/UPD.swift", "internal import GRDB"),
        ("Sources/Adapters/Formats/UPD.swift", "import Storage"),
        ("Sources/Server/Wiring.swift", "import GRDB"),
        ("Sources/Attic/Old.swift", "import Basics"),
    ])
    func `an arrow that is not on the map is found`(path: String, text: String) {
        let storage = swift("Sources/Adapters/Storage/Store.swift", "import GRDB\nimport UseCases\n")
        #expect(Arrows(table: table).findings(in: [storage, swift(path, text)]).count == 1)
    }

    @Test func `arrows on the map pass`() {
        let files = [
            swift(
                "Sources/Domain/Books/Chart.swift",
                "package import Basics\nimport Ledger\n// import Foundation\n"),
            swift("Sources/Adapters/Storage/Store.swift", "import Foundation\nimport GRDB\n"),
            swift("Sources/Server/Wiring.swift", "import ArgumentParser\nimport Demo\nimport Storage\n"),
        ]
        #expect(Arrows(table: table).findings(in: files).isEmpty)
    }

    @Test func `a type with a room's name is found`() {
        let file = swift(
            "Sources/Domain/Ledger/Ledger.swift", "package struct Ledger {}\nstruct LedgerLine {}\n")
        #expect(Arrows(table: table).namesakes(in: [file]).count == 1)
    }

    // MARK: banned words

    @Test(arguments: [
        "let now = Date()", "let id = UUID()", "let x: Double = 0", "let x = Float(1)", "var d: Decimal",
        "print(1)",
        "import Foundation", "fatalError(\"no\")", "try! load()", "XMLParser(data: d)",
        "Int.random(in: 0...1)",
        "Task { }", "DispatchQueue.main", "ProcessInfo.processInfo", "TimeZone.current", "Locale.current",
        "if region == .moscow { }", "guard contract.region != Region.moscow", #"let s = "\(Double(1))""#,
    ])
    func `a banned word is found, with what to write instead`(text: String) throws {
        let findings = BannedWord.findings(in: [swift("Sources/Domain/Metering/DayLine.swift", "\n" + text)])
        let finding = try #require(findings.first)
        #expect(findings.count == 1)
        #expect(finding.place == "Sources/Domain/Metering/DayLine.swift:2")
        #expect(finding.says.contains("use "))
    }

    @Test(arguments: [
        "// Date() and Double are banned", "/* try! /* nested */ fatalError */", "let s = \"Double try!\"",
        "let s = #\"a \" Double\"#", "let s = \"\"\"\nDouble \"quoted\" Float\n\"\"\"",
        "DecimalText.print(x)",
        "package static func print(_ x: Int)", "func `a Double is refused`() {}", "country == .kazakhstan",
        "DoubleEntry()", "let s = \"a \\(name) Double\"",
    ])
    func `what only looks like a banned word passes`(text: String) {
        #expect(BannedWord.findings(in: [swift("Sources/Domain/Metering/DayLine.swift", text)]).isEmpty)
    }

    @Test func `each word is banned in its own part of the house`() {
        let text = "import Foundation\nlet d = Date()\nprint(d)\n"
        #expect(BannedWord.findings(in: [swift("Sources/Server/Say.swift", text)]).isEmpty)
        #expect(
            BannedWord.findings(in: [swift("Sources/Adapters/Storage/A.swift", "let x: Double")]).count == 1)
        #expect(BannedWord.findings(in: [swift("Sources/Server/Say.swift", "try! go()")]).count == 1)
        #expect(
            BannedWord.findings(in: [swift("Sources/Domain/Regions/A.swift", "region == .moscow")]).isEmpty)
    }

    // MARK: papers

    private static let chart = File(path: "Sources/Domain/Books/Chart.swift", text: "")

    private func room(_ readme: String) -> [Finding] {
        let papers = Papers.needed.map { File(path: $0, text: "| lot | лот | money |\n") }
        let room = File(path: "Sources/Domain/Books/README.md", text: readme)
        return Papers.findings(in: papers + [PlantedTests.chart, room])
    }

    @Test func `a room's page that is missing, a stub or too long is found`() {
        let fine = "# Books\n\nOwns the chart.\n\n## Words\n- **Lot** – money.\n## Times\n**no word**\n"
        #expect(room(fine).isEmpty)
        #expect(room("# Books\n").count == 1)
        #expect(room(String(repeating: "line\n", count: 60)).isEmpty)
        #expect(room(String(repeating: "line\n", count: 61)).count == 1)
        let missing = Papers.findings(in: [PlantedTests.chart])
        #expect(missing.contains { $0.place == "Sources/Domain/Books/README.md" })
        #expect(missing.count == Papers.needed.count + 1)
    }

    @Test func `a room's word that the glossary lacks is found`() {
        #expect(
            room("# Books\n\na\n\n## Words\n- **lot**\n- *tally* – a *count*\n").map(\.says) == [
                "the word “tally” is not in GLOSSARY.md"
            ])
    }

    @Test func `a map over its limit is found`() {
        let map = File(path: "ARCHITECTURE.md", text: String(repeating: "line\n", count: 251))
        #expect(Papers.findings(in: [map]).contains { $0.place == "ARCHITECTURE.md" })
    }

    @Test func `a setting that no page explains is found`() {
        let script = File(path: "scripts/test", text: "echo $KONTRAGENT_MOOD\n")
        let page = File(path: "CONTRIBUTING.md", text: "KONTRAGENT_MOOD: how it feels\n")
        #expect(Papers.unexplainedSettings(in: [script]).count == 1)
        #expect(Papers.unexplainedSettings(in: [script, page]).isEmpty)
    }

    // MARK: problem codes

    private static let problems = File(
        path: "Sources/Domain/Payments/PaymentsProblem.swift",
        text: """
            package enum PaymentsProblem: Problem, Equatable {
                /// Two parties fit.
                case unclearPayer(String)
                case held, brokenLine(Int)
                case lone

                package var code: String {
                    switch self {
                    case .unclearPayer: "payments.unclear-payer"  // not "payments.comment"
                    case .held, .brokenLine: "payments.held"
                    case let .lone(name): return "payments.lone"
                    }
                }

                package var kind: ProblemKind {
                    switch self {
                    case .unclearPayer: .conflict
                    default: .invalid
                    }
                }

                var note: String { "payments.no-code" }
            }
            package enum FundingProblem: Problem {
                case empty
                package var code: String { "funding.empty" }
                package var kind: ProblemKind { .missing }
            }
            """)

    @Test func `codes and kinds are read from the source`() {
        let found = ProblemCodes.declared(in: [PlantedTests.problems])
        #expect(
            Set(found.map(\.code)) == [
                "funding.empty", "payments.held", "payments.lone", "payments.unclear-payer",
            ])
        #expect(found.first { $0.code == "payments.unclear-payer" }?.kind == "conflict")
        #expect(found.first { $0.code == "payments.unclear-payer" }?.meaning == "Two parties fit.")
        #expect(found.first { $0.code == "payments.held" }?.kind == "invalid")
        #expect(found.first { $0.code == "funding.empty" }?.kind == "missing")
    }

    @Test func `a code that the page lacks, or only the page has, or calls otherwise is found`() {
        let declared = ProblemCodes.declared(in: [PlantedTests.problems])
        let page = ProblemCodes.page(declared: declared, old: "")
        #expect(ProblemCodes.findings(declared: declared, documented: page).isEmpty)
        #expect(!ProblemCodes.findings(declared: declared, documented: "").isEmpty)
        #expect(ProblemCodes.findings(declared: Array(declared.dropFirst()), documented: page).count == 1)
        let otherKind = page.replacing("| conflict |", with: "| missing |")
        #expect(ProblemCodes.findings(declared: declared, documented: otherKind).count == 1)
    }

    @Test func `the page keeps what people wrote`() {
        let declared = ProblemCodes.declared(in: [PlantedTests.problems])
        let page = ProblemCodes.page(
            declared: declared, old: "| `payments.held` | conflict | Mine | Accept it |")
        #expect(page.contains("| `payments.held` | invalid | Mine | Accept it |"))
        #expect(page.split(separator: "\n").count { $0.hasPrefix("| `payments.held`") } == 1)
        let guessed = ProblemCodes.page(
            declared: declared, old: "| `payments.unclear-payer` | x | Unclear payer | – |")
        #expect(guessed.contains("| Two parties fit. |"))
    }

    // MARK: leftovers

    @Test func `a note without an issue is found`() {
        let files = [
            swift("Sources/Demo/Cast.swift", "// TODO: later\n// TODO #12: known\n"),
            swift("scripts/test", "# FIXME\n"),
        ]
        #expect(Leftovers.notes(in: files).map(\.place) == ["Sources/Demo/Cast.swift:1", "scripts/test:1"])
    }

    @Test func `build products under git are found`() {
        let ignored = ".build/\nPackage.resolved\n"
        #expect(Leftovers.buildProducts(ignored: ignored, tracked: ["Package.swift"]).isEmpty)
        #expect(Leftovers.buildProducts(ignored: ".build/\n", tracked: nil).count == 1)
        #expect(
            Leftovers.buildProducts(ignored: ignored, tracked: [".build/x", "Package.resolved"]).count == 2)
    }

    @Test func `gaps, strange names and shared numbers of migrations are found`() {
        #expect(
            Leftovers.migrations(["0001_start.sql", "0002_lots.sqlite.sql", "0002_lots.postgres.sql"]).isEmpty
        )
        #expect(Leftovers.migrations(["0001_start.sql", "0003_lots.sql"]).count == 1)
        #expect(Leftovers.migrations(["0001_start.sql", "2_lots.sql"]).count == 1)
        #expect(Leftovers.migrations(["0001_start.sql", "0001_lots.sql"]).count == 1)
        #expect(Leftovers.decisions(["0002-later.md"]).count == 1)
    }

    @Test func `a planted bug that no longer fits, says nothing, or stands in no page is found`() {
        let source = swift("Sources/Domain/Basics/Sum.swift", "let a = 1\nlet b = 2\nlet c = 2\n")
        func patch(_ hunk: String, head: String = "Bug: B.\nItem: sums\nTest: SumTests\n") -> File {
            let from = "--- a/Sources/Domain/Basics/Sum.swift\n+++ b/Sources/Domain/Basics/Sum.swift\n"
            return File(path: "Tests/Planted/sum.patch", text: "\(head)\n\(from)@@ -1,2 +1,2 @@\n\(hunk)")
        }
        let page = File(path: "docs/planted-bugs.md", text: "| `sum` | B. |\n")
        func says(_ files: File...) -> [String] { PlantedBugs.findings(in: files).map(\.says) }
        let fine = patch(" let a = 1\n-let b = 2\n+let b = 3\n")
        #expect(says(source, page, fine) == [])
        #expect(says(source, fine) == ["is not named in docs/planted-bugs.md"])
        let moved = patch(" let a = 1\n-let b = 4\n+let b = 3\n")
        #expect(says(source, page, moved).first?.hasPrefix("no longer fits Sources/") == true)
        #expect(says(page, fine).first?.hasPrefix("no longer fits Sources/") == true)
        let vague = patch("-let b = 2\n+let b = 3\n")
        #expect(says(swift(source.path, "let b = 2\nlet b = 2\n"), page, vague).count == 1)
        #expect(says(source, page, patch("", head: "Bug: B.\n")).count == 3)
    }

    @Test func `a test or a browser's job that the table of the source documents only imagines is found`() {
        let suite = swift("Tests/A.swift", "struct SumTests {\n    @Test func `two and two`() {}\n}\n")
        let jobs = swift("Tests/EdgeTests/Browser/BrowserTests.swift", "let jobs = [\"buy\"]\n")
        func says(_ cell: String, _ list: String = "| SumTests | a | two and two |\n") -> [String] {
            let page = "| 1.1 | it adds | `/sum` | — | \(cell) |\n\n\(list)"
            return SeedsTable.findings(in: [File(path: SeedsTable.page, text: page), suite, jobs]).map(\.says)
        }
        #expect(says("SumTests a; job buy") == [])
        #expect(says("SumTests a; job sell") == ["job sell is nowhere"])
        #expect(says("SumTests a, b") == ["SumTests b is nowhere"])
        #expect(says("—") == ["names SumTests a for nothing"])
        #expect(
            says("SumTests a", "| SumTests | a | two and three |\n") == [
                "SumTests has no test “two and three”"
            ])
        #expect(SeedsTable.findings(in: [suite]).map(\.says) == ["is missing"])
    }

    @Test func `a long file is named`() {
        let long = swift("Sources/Demo/Cast.swift", String(repeating: "\n", count: 401))
        #expect(Leftovers.longFiles(in: [long]).map(\.says) == ["has 401 lines"])
        #expect(Leftovers.longFiles(in: [swift("Sources/Demo/Cast.swift", "\n")]).isEmpty)
    }
}
