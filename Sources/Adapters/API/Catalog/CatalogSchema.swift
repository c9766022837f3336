import Formats

/// JSON Schema of accounts, projects and prices. An absent member and null mean the same.
enum CatalogSchema {
    static let prices = RecordReport.schema("prices", [("sku", Shape.text)])

    static let project = Shape.object(
        [
            ("account", Shape.name), ("pid", Shape.pid), ("region", Shape.region),
            ("created", Shape.mayBeInstant),
        ],
        optional: ["pid", "created"])

    static let account = Shape.object(
        [
            ("account", Shape.name), ("email", Shape.mayBeText), ("locale", Shape.mayBeText),
            ("registered", Shape.instant), ("counterparty", counterparty), ("offer", offer),
            ("contract", contract), ("contracts", ["type": ["array", "null"], "items": contract]),
            ("projects", ["type": "array", "minItems": 1, "items": ownProject]),
        ], optional: ["email", "locale", "offer", "contract", "contracts"])

    private static let ownProject = Shape.object(
        [("pid", Shape.pid), ("region", Shape.region), ("created", Shape.mayBeInstant)], optional: ["created"]
    )

    private static let offer = maybe([("number", Shape.text), ("date", Shape.day)], ["number", "date"])

    private static let counterparty = Shape.object(
        [
            ("kind", ["enum": ["individual", "soleProprietor", "legalEntity"]]),
            ("residency", ["type": "string", "pattern": "^[A-Z]{2}$"]),
        ]
            + texts([
                "name", "shortName", "inn", "kpp", "ogrn", "ogrnip", "ogrnipDate", "bin", "iin", "taxId",
                "lastName", "firstName", "middleName", "edmId",
            ]) + [("address", address), ("bank", bank)],
        optional: [
            "name", "shortName", "inn", "kpp", "ogrn", "ogrnip", "ogrnipDate", "bin", "iin", "taxId",
            "lastName", "firstName", "middleName", "edmId", "address", "bank",
        ])

    private static let address = maybe(
        texts([
            "country", "text", "postalCode", "regionCode", "regionName", "district", "city", "settlement",
            "street", "house", "building", "flat", "rest",
        ]), [])

    private static let bank = maybe(
        texts(["bik", "account", "iban", "bank", "corr", "kbe", "knp"]), [])

    private static let contract = maybe(
        texts(["type", "number", "date", "from", "region", "currency", "scheme", "vat", "creditLimit"]) + [
            ("documents", ["type": ["array", "null"], "items": Shape.text]),
            ("perProject", ["type": ["boolean", "null"]]),
            ("dueDays", ["type": ["integer", "null"]]),
            (
                "prices",
                [
                    "type": ["array", "null"],
                    "items": Shape.object([
                        ("sku", Shape.name), ("price", Shape.text), ("validFrom", Shape.day),
                    ]),
                ]
            ),
        ], [])

    private static func texts(_ names: [String]) -> [(String, JSONValue)] {
        names.map { ($0, Shape.mayBeText) }
    }

    /// An object that may be null.
    private static func maybe(_ members: [(String, JSONValue)], _ needed: [String]) -> JSONValue {
        [
            "type": ["object", "null"], "required": .array(needed.map { .string($0) }),
            "properties": .object(members.map { .init($0.0, $0.1) }),
        ]
    }
}
