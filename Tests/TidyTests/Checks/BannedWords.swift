/// Words that must not stand in a part of the house, and what to write there instead.
struct BannedWord: Sendable {
    /// The part of the house where a word is banned.
    enum Part: Sendable {
        /// Rooms and use cases: no clock, no chance, no I/O, no threads.
        case pure
        /// Wherever money is reckoned or kept.
        case exact
        case anywhere
        case outsideRegions

        func holds(_ file: File) -> Bool {
            let isPure = file.isIn("Sources/Domain", "Sources/UseCases")
            return switch self {
            case .pure: isPure
            case .exact: isPure || file.isIn("Sources/Adapters/Storage")
            case .anywhere: file.isIn("Sources")
            case .outsideRegions: file.isIn("Sources") && !file.isIn("Sources/Domain/Regions")
            }
        }
    }

    let pattern: String
    let name: String
    let instead: String
    let part: Part

    private init(_ pattern: String, _ name: String, instead: String, in part: Part) {
        self.pattern = pattern
        self.name = name
        self.instead = instead
        self.part = part
    }

    static let all: [BannedWord] = [
        .init(
            #"\bDate\(\)"#, "Date()", instead: "a Moment from the port Clock, read once by the desk",
            in: .pure),
        .init(#"\bUUID\(\)"#, "UUID()", instead: "the port IDs", in: .pure),
        .init(#"\bDouble\b"#, "Double", instead: "Money, UnitPrice, Quantity or Accrual", in: .exact),
        .init(
            #"\bFloat(16|32|64|80)?\b"#, "Float", instead: "Money, UnitPrice, Quantity or Accrual", in: .exact
        ),
        .init(#"\bDecimal\b"#, "Decimal", instead: "Money, UnitPrice, Quantity or Accrual", in: .exact),
        .init(#"\bimport\s+Foundation\w*"#, "import Foundation", instead: "the types of Basics", in: .pure),
        .init(
            #"(?<!\bfunc )(?<![\w.])print\("#, "print(",
            instead: "a returned value, which the command prints",
            in: .pure),
        .init(
            #"\bXMLParser\b"#, "XMLParser", instead: "libxml2 in Formats: XMLParser drops text", in: .anywhere
        ),
        .init(#"\.random\("#, ".random(", instead: "the port IDs; the rooms know no chance", in: .pure),
        .init(
            #"\b(randomElement|shuffled|shuffle)\("#, "randomElement, shuffle", instead: "an order", in: .pure
        ),
        .init(
            #"\bTask\s*(\{|\.detached|\.sleep)"#, "Task", instead: "a plain call: a verb is one transaction",
            in: .pure),
        .init(
            #"\bDispatchQueue\b"#, "DispatchQueue", instead: "a plain call; threads are Storage's", in: .pure),
        .init(#"\bProcessInfo\b"#, "ProcessInfo", instead: "a setting handed in by the Server", in: .pure),
        .init(#"\bTimeZone\.current\b"#, "TimeZone.current", instead: "the region's Zone", in: .anywhere),
        .init(#"\bLocale\.current\b"#, "Locale.current", instead: "Wording with a language", in: .anywhere),
        .init(
            #"\bfatalError\b"#, "fatalError", instead: "a Problem, or a precondition with a sentence",
            in: .anywhere),
        .init(#"\btry!"#, "try!", instead: "try, or a precondition with a sentence", in: .anywhere),
        .init(
            #"\b[rR]egion\s*[!=]=\s*(Region)?\.|[!=]=\s*Region\."#,
            "region ==",
            instead: "a dated value of the region's profile (Regions)", in: .outsideRegions),
    ]

    static func findings(in files: [File]) -> [Finding] {
        files.filter(\.isSwift).flatMap { file in
            all.filter { $0.part.holds(file) }.flatMap { word in
                matches(word.pattern, in: file.code).map {
                    file.finding(
                        at: $0.offset, in: file.code, "\(word.name) is banned here; use \(word.instead)")
                }
            }
        }
    }
}
