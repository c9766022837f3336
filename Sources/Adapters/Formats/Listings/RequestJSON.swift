import Access
import Basics
import Regions
import Requests
package import UseCases

/// A request as programs read it.
package enum RequestJSON {
    package static func value(_ request: CustomerRequest) -> JSONValue {
        let standing = request.standing
        return [
            "number": .integer(request.number), "kind": .string(request.kind.rawValue),
            "project": .string(request.project.text), "account": .string(request.account.text),
            "region": .string(request.region.rawValue),
            "department": .string(request.kind.terms.department.rawValue),
            "state": .string(standing.state.rawValue), "madeAt": .string(request.madeAt.description),
            "dueAt": .string(standing.dueAt.description),
            "closedAt": standing.closedAt.map { .string($0.description) } ?? .null,
            "version": .integer(request.version),
        ]
    }

    /// With what was filled in, and its history.
    package static func value(_ view: RequestsDesk.View) -> JSONValue {
        guard case .object(let members) = value(view.request) else { return .null }
        let fields = view.values.sorted { $0.key.precedesBytewise($1.key) }
            .map { JSONValue.Member($0.key, .string($0.value)) }
        return .object(
            members + [
                .init("assignee", view.assignee.map { .string($0) } ?? .null),
                .init("madeBy", view.maker.map { .string($0.email.text) } ?? .null),
                .init("fields", .object(fields)), .init("steps", .array(view.events.map(step))),
            ])
    }

    private static func step(_ event: RequestEvent) -> JSONValue {
        let (word, detail, object) = event.step.parts
        return [
            "number": .integer(event.number), "at": .string(event.at.description),
            "who": .string(event.who), "step": .string(word), "detail": .string(detail),
            "object": .string(object), "text": .string(event.text),
            "files": .array(
                event.files.map { file in
                    [
                        "name": .string(file.name), "type": .string(file.type.mediaType),
                        "size": .integer(file.size), "sha256": .string(Hex.text(file.sha256)),
                    ]
                }),
        ]
    }
}
