package import Basics

/// The one place that says which HTTP status a problem has.
package enum Statuses {
    package static func status(of problem: any Problem) -> Int {
        if let status = byCode[problem.code] { return status }
        if problem.code.hasPrefix("json.") { return 400 }
        return switch problem.kind {
        case .invalid, .missing, .forbidden: 422
        case .conflict: 409
        case .unavailable: 503
        }
    }

    /// The same of a route: a project that its address does not name is named by the body.
    static func status(of problem: any Problem, asking route: Route?) -> Int {
        if problem.code == "projects.unknown-project", let route, route.dress == nil,
            !route.path.names.contains("pid")
        {
            return 422
        }
        return status(of: problem)
    }

    /// What HTTP has a word of its own for. A thing that the address names and that is not there is 404;
    /// one that the body names makes the body unprocessable.
    private static let byCode: [String: Int] = [
        "api.no-route": 404, "api.other-method": 405, "api.no-token": 401, "api.no-scope": 403,
        "api.too-many-requests": 429, "api.other-media-type": 415, "api.body-too-large": 413,
        "api.too-many-events": 413, "api.head-too-large": 431, "api.body-cut-short": 400,
        "api.body-too-slow": 408, "api.malformed": 400, "api.bad-encoding": 415, "api.bad-key": 400,
        "api.bad-parameter": 400, "api.no-events": 400, "api.no-records": 400,
        "api.one-project": 403, "api.no-such-form": 404, "api.unexpected": 500,
        "access.elsewhere": 403, "access.dead-link": 404, "access.not-allowed": 403,
        "access.too-many-tries": 429, "access.no-member": 404,
        "tokens.unknown": 401, "tokens.expired": 401, "tokens.revoked": 401,
        "dataset.bad-json": 400,
        "projects.unknown-project": 404, "documents.unknown-document": 404, "seals.unknown-document": 404,
        "explanations.unknown-address": 404, "explanations.no-such-line": 404,
        "payments.unknown-line": 404, "requests.unknown-letter": 404, "payments.no-held-file": 404,
        "paper.no-python": 503,
        "storage.disk-full": 507, "storage.damaged": 500, "storage.unreadable": 500,
    ]
}
