// swift-tools-version: 6.2
import PackageDescription

// The map of the house: room → what it may import besides Basics. ARCHITECTURE.md explains it,
// the build and the tidy test hold it.
let rooms: [(name: String, imports: [String])] = [
    ("Requisites", []),
    ("Ledger", []),
    ("Regions", ["Requisites"]),
    ("Counterparties", ["Requisites", "Regions"]),
    ("Contracts", ["Counterparties", "Regions", "Requisites"]),
    ("Projects", ["Contracts", "Regions"]),
    ("Metering", ["Contracts", "Projects", "Regions"]),
    ("Funding", ["Regions"]),
    ("Payments", ["Counterparties", "Contracts", "Projects", "Regions", "Requisites"]),
    (
        "Documents",
        ["Counterparties", "Contracts", "Projects", "Metering", "Funding", "Regions", "Requisites"]
    ),
    (
        "Books",
        [
            "Requisites", "Ledger", "Regions", "Counterparties", "Contracts", "Projects", "Metering",
            "Funding", "Payments",
        ]
    ),
    ("Wording", ["Requisites", "Regions"]),
    ("Access", []),
    ("Requests", ["Access", "Regions"]),
]
let allRooms = ["Basics"] + rooms.map(\.name) + ["Notices"]

let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let sqlite = Target.Dependency.product(name: "GRDBSQLite", package: "GRDB.swift")
/// What the HTTP door stands on; nothing here compiles BoringSSL.
let web: [Target.Dependency] = [
    .product(name: "HummingbirdCore", package: "hummingbird"),
    .product(name: "HTTPTypes", package: "swift-http-types"),
    .product(name: "Logging", package: "swift-log"),
    .product(name: "NIOCore", package: "swift-nio"),
    .product(name: "NIOPosix", package: "swift-nio"),
    .product(name: "NIOHTTP1", package: "swift-nio"),
    .product(name: "NIOHTTPTypes", package: "swift-nio-extras"),
    .product(name: "NIOHTTPTypesHTTP1", package: "swift-nio-extras"),
    .product(name: "NIOExtras", package: "swift-nio-extras"),
]
let arguments = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")

let strict: [SwiftSetting] = [
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("ExistentialAny"),
    .treatAllWarnings(as: .error),
    // The rooms are modules of their own and full of small generic values: without this the release build
    // works on them through witness tables (a settlement took twice as long).
    .unsafeFlags(["-cross-module-optimization"], .when(configuration: .release)),
]

func names(_ list: [String]) -> [Target.Dependency] { list.map { .byName(name: $0) } }

func room(_ name: String, imports: [String]) -> Target {
    .target(
        name: name, dependencies: names(imports), path: "Sources/Domain/\(name)", exclude: ["README.md"],
        swiftSettings: strict)
}

func adapter(_ name: String, _ more: [Target.Dependency], resources: [Resource] = []) -> Target {
    .target(
        name: name, dependencies: names(allRooms + ["UseCases"]) + more,
        path: "Sources/Adapters/\(name)", exclude: ["README.md"], resources: resources,
        swiftSettings: strict)
}

let adapters = ["Hashing", "Storage", "Formats", "Paper", "Archives", "Gateways", "API", "Pages"]

func tests(_ name: String, _ more: [String], _ products: [Target.Dependency] = []) -> Target {
    .testTarget(
        name: name, dependencies: names(allRooms + ["Support"] + more) + products, path: "Tests/\(name)",
        swiftSettings: strict)
}

// The fuzzer is built only where `scripts/fuzz` asks for it: it wants its own flags and the runtime of
// libFuzzer, and everything else does without.
let fuzzing = Context.environment["KONTRAGENT_FUZZ"] == "1"
let fuzzer: [Target] =
    fuzzing
    ? [
        .systemLibrary(name: "CLibFuzzer", path: "Tests/FuzzRunner/CLibFuzzer"),
        .executableTarget(
            name: "fuzz", dependencies: ["Fuzzing", "CLibFuzzer"], path: "Tests/FuzzRunner",
            exclude: ["CLibFuzzer"], swiftSettings: strict),
    ] : []

let package = Package(
    name: "kontragent",
    products: [.executable(name: "kontragent", targets: ["kontragent"])],
    dependencies: [
        .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
        .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", exact: "2.28.1"),
        .package(url: "https://github.com/apple/swift-nio", exact: "2.101.2"),
        .package(url: "https://github.com/apple/swift-nio-extras", exact: "1.35.2"),
        .package(url: "https://github.com/apple/swift-log", exact: "1.16.2"),
        .package(url: "https://github.com/apple/swift-http-types", exact: "1.8.0"),
    ],
    targets: [
        room("Basics", imports: [])
    ] + rooms.map { room($0.name, imports: ["Basics"] + $0.imports) } + [
        room("Notices", imports: ["Basics"] + rooms.map(\.name)),
        .target(
            name: "UseCases", dependencies: names(allRooms), path: "Sources/UseCases",
            exclude: ["README.md"], swiftSettings: strict),
        .systemLibrary(
            name: "CSodium", path: "Sources/Adapters/CSodium", pkgConfig: "libsodium",
            providers: [.apt(["libsodium-dev"])]),
        .systemLibrary(
            name: "CXML2", path: "Sources/Adapters/CXML2", pkgConfig: "libxml-2.0",
            providers: [.apt(["libxml2-dev"])]),
        .systemLibrary(
            name: "CCrypto", path: "Sources/Adapters/CCrypto", pkgConfig: "libcrypto",
            providers: [.apt(["libssl-dev"])]),
        adapter("Hashing", ["CSodium", "CCrypto"]),
        .systemLibrary(
            name: "CPostgres", path: "Sources/Adapters/CPostgres", pkgConfig: "libpq",
            providers: [.apt(["libpq-dev"])]),
        adapter(
            "Storage", ["CPostgres", grdb, sqlite],
            resources: [
                "0001_house", "0001_house.sqlite", "0001_house.postgres", "0002_payment_invoices",
                "0002_payment_invoices.sqlite", "0002_payment_invoices.postgres", "0003_seals",
                "0003_seals.sqlite", "0003_seals.postgres", "0004_outbox", "0004_outbox.sqlite",
                "0004_outbox.postgres", "0005_open_window", "0005_open_window.sqlite", "0006_tokens",
                "0006_tokens.sqlite",
                "0006_tokens.postgres", "0007_nodes", "0007_nodes.sqlite", "0007_nodes.postgres",
                "0008_keys_by_project", "0008_keys_by_project.sqlite",
                "0008_keys_by_project.postgres", "0009_access", "0010_own_tokens", "0011_back_office",
                "0011_back_office.sqlite", "0011_back_office.postgres", "0012_cabinet",
                "0013_claimed_accounts", "0014_acts", "0014_acts.sqlite", "0014_acts.postgres", "0015_mail",
                "0016_requests", "0016_requests.sqlite", "0016_requests.postgres",
                "0017_parties", "0017_parties.sqlite", "0017_parties.postgres",
                "0018_flow", "0018_flow.sqlite", "0018_flow.postgres",
                "0019_mailbox", "0019_mailbox.sqlite", "0019_mailbox.postgres", "0020_names",
                "0021_substitutions", "0021_substitutions.sqlite", "0021_substitutions.postgres",
                "0022_rates", "0022_rates.sqlite", "0022_rates.postgres",
                "0023_conservation", "0023_conservation.sqlite", "0023_conservation.postgres",
                "0024_copies", "0025_assignments", "0025_assignments.sqlite", "0025_assignments.postgres",
                "0026_passings", "0026_passings.sqlite", "0026_passings.postgres",
                "0027_cabinet_and_office",
            ].map { .embedInCode("Migrations/\($0).sql") }),
        .systemLibrary(
            name: "CGMime", path: "Sources/Adapters/CGMime", pkgConfig: "gmime-3.0",
            providers: [.apt(["libgmime-3.0-dev"])]),
        adapter("Formats", ["CXML2", "CGMime"]),
        .systemLibrary(
            name: "CQREncode", path: "Sources/Adapters/CQREncode", pkgConfig: "libqrencode",
            providers: [.apt(["libqrencode-dev"])]),
        adapter(
            "Paper", ["CQREncode"],
            resources: ([
                "Templates/common.typ",
                "Templates/tax.typ",
                "Templates/upd.typ",
                "Templates/tax-invoice.typ",
                "Templates/act.typ",
                "Templates/invoice.typ",
                "Templates/act-r1.typ",
                "Templates/invoice-kz.typ",
                "Templates/reconciliation.typ",
                "Templates/contract.typ",
                "Worker/worker.py",
            ] as [String]).map { .embedInCode($0) }),
        .systemLibrary(
            name: "CZip", path: "Sources/Adapters/CZip", pkgConfig: "libzip",
            providers: [.apt(["libzip-dev"])]),
        adapter("Archives", ["CZip"]),
        .systemLibrary(
            name: "CCurl", path: "Sources/Adapters/CCurl", pkgConfig: "libcurl",
            providers: [.apt(["libcurl4-openssl-dev"])]),
        // It knows Formats: what others are asked and answer is read and written there (0030).
        adapter("Gateways", ["Formats", "CCurl"]),
        .systemLibrary(
            name: "CZlib", path: "Sources/Adapters/CZlib", pkgConfig: "zlib",
            providers: [.apt(["zlib1g-dev"])]),
        // The one adapter that knows another: the bodies of requests are the dataset's records (0019).
        adapter("API", ["Formats", "CZlib"] + web),
        adapter(
            "Pages", ["Formats"],
            resources: [.embedInCode("Look/kontragent.css"), .embedInCode("Look/office.js")]),
        .target(
            name: "Demo", dependencies: names(allRooms + ["UseCases"]), path: "Sources/Demo",
            exclude: ["README.md"], swiftSettings: strict),
        .executableTarget(
            name: "kontragent",
            dependencies: names(
                allRooms + [
                    "UseCases", "Hashing", "Storage", "Formats", "Paper", "Archives", "Gateways", "API",
                    "Pages", "Demo",
                ]) + [
                    arguments, .product(name: "Logging", package: "swift-log"),
                    .product(name: "HTTPTypes", package: "swift-http-types"),
                    .product(name: "NIOPosix", package: "swift-nio"),
                ],
            path: "Sources/Server", exclude: ["README.md"], swiftSettings: strict),
        .target(
            name: "Support", dependencies: names(allRooms + ["UseCases", "CPostgres"] + adapters),
            path: "Tests/Support",
            swiftSettings: strict),
        .target(
            name: "Fuzzing", dependencies: names(allRooms + ["UseCases", "Formats"]), path: "Tests/Fuzzing",
            swiftSettings: strict),
        tests("FuzzTests", ["Fuzzing"]),
        tests("DomainTests", []),
        tests("FormatTests", ["UseCases", "Formats"]),
        tests("UseCaseTests", ["UseCases"] + adapters),
        tests("StorageTests", ["UseCases"] + adapters, [grdb]),
        tests("StoryTests", ["UseCases"] + adapters),
        tests("PaperTests", ["UseCases"] + adapters),
        tests(
            "EdgeTests",
            ["kontragent", "UseCases", "API", "Hashing", "Archives", "Gateways", "Storage"],
            [.product(name: "HTTPTypes", package: "swift-http-types")]),
        .testTarget(name: "TidyTests", path: "Tests/TidyTests", swiftSettings: strict),
    ] + fuzzer,
    swiftLanguageModes: [.v6]
)
