import Basics
import Documents

/// Of the documents of a package all say the same; one of them shows its services: the УПД, else the act, else the tax
/// invoice. An invoice only asks for money.
enum ShownDocuments {
    private static let order: [DocumentKind] = [.upd, .act, .taxInvoice]

    static func of(_ contents: [DocumentContent]) -> [DocumentContent] {
        var shown: [DocumentContent] = []
        for content in contents {
            guard let place = order.firstIndex(of: content.kind) else { continue }
            guard let other = shown.firstIndex(where: { isOnePackage($0, content) }) else {
                shown.append(content)
                continue
            }
            if let known = order.firstIndex(of: shown[other].kind), place < known { shown[other] = content }
        }
        return shown
    }

    private static func isOnePackage(_ a: DocumentContent, _ b: DocumentContent) -> Bool {
        a.month == b.month && a.projects == b.projects
    }
}
