import Basics
import Formats
import HTTPTypes
import NIOHTTP1
import Notices
import Wording

/// A refusal as RFC 9457 wants it; its `code` is the one the terminal says.
extension Reply {
    static func problem(
        _ problem: any Problem, status: Int? = nil, id: String, language: Language
    ) -> Reply {
        let status = status ?? Statuses.status(of: problem)
        let members: [JSONValue.Member] = [
            .init("type", .string("urn:kontragent:problem:\(problem.code)")),
            .init("title", .string(Reply.title(status))),
            .init("status", .integer(status)),
            .init("detail", .string(Wordbook.phrase(problem).text(language))),
            .init("code", .string(problem.code)),
            .init("request", .string(id)),
        ]
        return Reply(
            status, type: "application/problem+json", fields: Reply.fields(for: problem, status: status),
            body: .bytes(JSONWriter.bytes(.object(members))))
    }

    /// What the status obliges to say beside the body.
    static func fields(for problem: any Problem, status: Int) -> HTTPFields {
        var fields: HTTPFields = [:]
        switch status {
        case 401:
            let isWrong = problem.code != "api.no-token"
            fields[.wwwAuthenticate] =
                "Bearer realm=\"kontragent\"" + (isWrong ? ", error=\"invalid_token\"" : "")
        case 403: fields[.wwwAuthenticate] = "Bearer realm=\"kontragent\", error=\"insufficient_scope\""
        case 429, 503: fields[.retryAfter] = "1"
        default: break
        }
        if case .otherMethod(let allowed) = problem as? APIProblem {
            fields[.allow] = allowed.joined(separator: ", ")
        }
        return fields
    }

    private static func title(_ status: Int) -> String {
        HTTPResponseStatus(statusCode: status).reasonPhrase
    }
}
