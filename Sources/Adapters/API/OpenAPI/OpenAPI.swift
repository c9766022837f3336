package import Formats
import HTTPTypes
import UseCases

/// The description of the interface, written from the routes themselves: OpenAPI 3.1.
package enum OpenAPI {
    /// The route that serves the description, of itself too.
    package static func route(describing routes: [Route]) -> Route {
        let make = { (all: [Route]) in
            Route(
                .get, "/v1/openapi.json", opening: .everybody, summary: "This description.",
                answers: [AnswerShape(200, "OpenAPI 3.1.", schema: ["type": "object"])],
                work: .waiting { _, _ in .json(document(of: all)) })
        }
        return make(routes + [make([])])
    }

    package static func document(of routes: [Route]) -> JSONValue {
        var paths: [(String, [Route])] = []
        for route in routes {
            if let place = paths.firstIndex(where: { $0.0 == route.path.text }) {
                paths[place].1.append(route)
            } else {
                paths.append((route.path.text, [route]))
            }
        }
        return .object([
            .init("openapi", "3.1.0"),
            .init("info", ["title": "Kontragent", "version": "1"]),
            .init(
                "paths",
                .object(
                    paths.map { path, routes in
                        .init(
                            path,
                            .object(
                                routes.map { .init($0.method.rawValue.lowercased(), operation($0)) }))
                    })),
            .init(
                "components",
                [
                    "schemas": ["Problem": problem],
                    "securitySchemes": [
                        "bearer": ["type": "http", "scheme": "bearer"],
                        "token": ["type": "apiKey", "in": "header", "name": "X-Auth-Token"],
                    ],
                ]),
        ])
    }

    private static func operation(_ route: Route) -> JSONValue {
        var members: [JSONValue.Member] = [.init("summary", .string(route.summary))]
        let parameters = route.path.names.map(inPath) + route.query.map(inQuery) + keyed(route)
        if !parameters.isEmpty { members.append(.init("parameters", .array(parameters))) }
        if let takes = route.takes {
            let content = takes.types.map {
                JSONValue.Member($0, .object([.init("schema", takes.others[$0] ?? takes.schema)]))
            }
            members.append(
                .init("requestBody", .object([.init("required", true), .init("content", .object(content))])))
        }
        let answers = route.answers.map { JSONValue.Member(String($0.status), answer($0)) }
        members.append(.init("responses", .object(answers + [.init("default", refusal(route))])))
        if !route.opening.scopes.isEmpty {
            members.append(.init("x-scopes", .array(route.opening.scopes.map { .string($0.rawValue) })))
            members.append(.init("security", [["bearer": []], ["token": []]]))
        } else {
            members.append(.init("security", []))
        }
        return .object(members)
    }

    private static func answer(_ shape: AnswerShape) -> JSONValue {
        var content: [(type: String, schema: JSONValue)] = [(shape.type, shape.schema)]
        if let other = shape.other { content.append((other, ["type": "string"])) }
        return .object([
            .init("description", .string(shape.says)),
            .init(
                "content",
                .object(content.map { JSONValue.Member($0.type, .object([.init("schema", $0.schema)])) })),
        ])
    }

    private static func refusal(_ route: Route) -> JSONValue {
        let (type, schema): (String, JSONValue) =
            route.dress == nil
            ? ("application/problem+json", ["$ref": "#/components/schemas/Problem"])
            : ("application/json", ["type": "object"])
        return .object([
            .init("description", "A refusal."),
            .init("content", .object([.init(type, .object([.init("schema", schema)]))])),
        ])
    }

    private static func inPath(_ name: String) -> JSONValue {
        [
            "name": .string(name), "in": "path", "required": true,
            "schema": ["type": "string", "minLength": 1],
        ]
    }

    private static func inQuery(_ shape: QueryShape) -> JSONValue {
        [
            "name": .string(shape.name), "in": "query", "required": .bool(shape.isNeeded),
            "description": .string(shape.says), "schema": shape.schema,
        ]
    }

    private static func keyed(_ route: Route) -> [JSONValue] {
        guard route.isKeyed else { return [] }
        return [
            [
                "name": "Idempotency-Key", "in": "header", "required": false,
                "description": "The same key with the same request is answered the same, once done.",
                "schema": ["type": "string", "minLength": 1, "maxLength": 255],
            ]
        ]
    }

    private static let problem: JSONValue = [
        "type": "object",
        "required": ["type", "title", "status", "detail", "code", "request"],
        "properties": [
            "type": ["type": "string", "format": "uri"], "title": ["type": "string"],
            "status": ["type": "integer"], "detail": ["type": "string"], "code": ["type": "string"],
            "request": ["type": "string"],
        ],
    ]
}
