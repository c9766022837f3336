package import HTTPTypes

/// All routes of a door, and the way from a request to its route.
package struct RouteTable: Sendable {
    package let routes: [Route]

    package enum Found: Sendable {
        case route(Route, [String: String])
        /// The path is there, for other methods.
        case otherMethods([HTTPRequest.Method])
        case nothing
    }

    package init(_ routes: [Route]) {
        var seen: Set<String> = []
        for route in routes {
            precondition(
                seen.insert("\(route.method) \(route.path.text)").inserted,
                "two routes for \(route.method) \(route.path.text)")
        }
        self.routes = routes
    }

    /// HEAD goes wherever GET goes.
    package func find(_ method: HTTPRequest.Method, _ segments: [String]) -> Found {
        let wanted = method == .head ? .get : method
        var others: [HTTPRequest.Method] = []
        for route in routes {
            guard let names = route.path.match(segments) else { continue }
            if route.method == wanted { return .route(route, names) }
            others.append(route.method)
            if route.method == .get { others.append(.head) }
        }
        return others.isEmpty ? .nothing : .otherMethods(others)
    }
}
