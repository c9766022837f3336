import API
import Access
import Archives
import Basics
import Documents
import Formats
import HTTPTypes
import UseCases

/// Several documents of a project in one archive: each as PDF and, where its kind has one, as XML.
enum DocumentsFile {
    static func reply(_ app: App, _ page: PageCall) throws -> Reply {
        let pid = try page.call.project()
        let named = page.call.query.filter { $0.name == "document" }.map(\.value)
        var seen: Set<String> = []
        let chosen = named.filter { seen.insert($0).inserted }
        guard !chosen.isEmpty else { throw DocumentsProblem.nothingChosen }
        guard chosen.count <= DocumentsDesk.mostChosen else {
            throw DocumentsProblem.tooManyChosen(DocumentsDesk.mostChosen)
        }
        var archive = ZipArchive()
        for text in chosen.sorted() {
            guard let key = DocumentKey(text) else { throw SealsProblem.unknownDocument(text) }
            // Each is fetched for the viewer, whatever the address names.
            let document = try app.overview.document(key, for: page.viewer).document
            guard document.shares.contains(where: { $0.project == pid }) else {
                throw SealsProblem.unknownDocument(text)
            }
            let content = document.content
            let folder = content.month.description
            let name = "\(key.kind.rawValue)-\(key.year)-\(key.number)"
            try archive.add(
                "\(folder)/\(name).pdf", try app.papers.paper(.document(key)), at: content.date)
            if let file = content.file {
                // The tax service knows a file by this name, so it keeps it.
                try archive.add(
                    "\(folder)/\(file.name).xml", try SellerTitle.write(content), at: content.date)
            } else if ESFDraft.accompanies(content) {
                try archive.add("\(folder)/\(name).xml", try ESFDraft.write(content), at: content.date)
            }
            guard archive.size <= ZipArchive.mostBytes else {
                throw DocumentsProblem.tooManyChosen(DocumentsDesk.mostChosen)
            }
        }
        var reply = Reply(type: "application/zip", body: .bytes(try archive.bytes()))
        reply.fields[.contentDisposition] = "attachment; filename=\"documents-\(pid).zip\""
        return reply
    }
}
