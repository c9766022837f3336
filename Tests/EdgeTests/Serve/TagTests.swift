import Testing

/// What never changes is sent once: tags, and answers that say «you have it».
@Suite struct TagTests {
    @Test func `a document that is known is not sent again, in none of its forms`() throws {
        let (folder, all, own) = try RoutesTests.world()
        let server = try Server(folder)
        let wire = try server.wire()
        _ = try RoutesTests.close("2026-01", "moscow", wire, all)
        let documents = try wire.ask("GET", "/v1/documents?month=2026-01", token: all).json["items"].list
        let address = try #require(documents.first { $0["hasXML"] == .bool(true) }?["address"].text)
        var tags: Set<String> = []
        for form in ["json", "xml", "pdf"] {
            let path = "/v1/documents/\(address).\(form)"
            let first = try wire.ask("GET", path, token: all)
            let tag = try #require(first.fields["etag"])
            tags.insert(tag)
            #expect(first.status == 200 && tag.hasPrefix("W/\"") && tag.hasSuffix("\""))
            #expect(first.fields["cache-control"] == "private, no-cache")
            let strong = String(tag.dropFirst(2))
            for known in [tag, strong, "*", "\"other\", \(tag)", "W/\"a\",\(strong)"] {
                let again = try wire.ask("GET", path, token: all, fields: ["If-None-Match: \(known)"])
                #expect(again.status == 304 && again.body.isEmpty, "\(form) \(known)")
                #expect(again.fields["etag"] == tag && again.fields["content-length"] == nil)
                #expect(
                    try wire.ask("HEAD", path, token: all, fields: ["If-None-Match: \(known)"]).status == 304)
            }
            for other in ["\"other\"", String(strong.dropLast(2)) + "\"", strong.replacing("\"", with: "")] {
                let again = try wire.ask("GET", path, token: all, fields: ["If-None-Match: \(other)"])
                #expect(again.status == 200 && again.body == first.body, "\(form) \(other)")
            }
            let packed = try wire.ask("GET", path, token: all, fields: ["Accept-Encoding: gzip"])
            #expect(packed.fields["etag"] == tag, "one tag, packed or not")
            let head = try wire.ask("HEAD", path, token: all)
            #expect(head.status == 200 && head.fields["etag"] == tag && head.body.isEmpty)
            // A tag opens nothing: who may not see the document is not told that he has it.
            #expect(try wire.ask("GET", path, fields: ["If-None-Match: *"]).status == 401)
            let names = documents.first { $0["address"].text == address }?["projects"].list.map(\.text)
            if names != [Hamlet.pids[1]] {
                let foreign = try wire.ask("GET", path, token: own, fields: ["If-None-Match: \(tag)"])
                #expect(foreign.status == 404)
            }
        }
        #expect(tags.count >= 2, "the paper has a digest of its own")
        // What changes has no tag and is kept nowhere.
        let balance = try wire.ask(
            "GET", "/v1/projects/\(Hamlet.pids[0])", token: all, fields: ["If-None-Match: *"])
        #expect(balance.status == 200 && balance.fields["etag"] == nil)
        #expect(balance.fields["cache-control"] == "no-store")
    }

    @Test func `blockers are not remembered over a restart, and a dry run tells them again`() throws {
        let folder = try CloseTests.town { $0.suppliers = [Dataset.qazcloud] }
        let token = try folder.token(
            "--name", "closer", "--scope", "closing", "--scope", "read")
        func codes(_ state: JSON) -> [String] {
            state["run"]["blocked"].list.compactMap { $0["code"].text }.sorted()
        }
        let first = try Server(folder, ["--no-work"])
        let blocked = codes(try RoutesTests.close("2026-01", "moscow", first.wire(), token))
        #expect(
            !blocked.isEmpty && blocked.allSatisfy { $0 == "documents.supplier-requisites-missing" },
            "\(blocked)")
        #expect(first.end().status == 0)
        let second = try Server(folder, ["--no-work"])
        let wire = try second.wire()
        let place = "/v1/months/2026-01/closing"
        let state = try wire.ask("GET", "\(place)?region=moscow", token: token).json
        #expect(state["run"] == .null && state["documents"].int == 0)
        #expect(
            try wire.ask(
                "POST", place, token: token, type: RoutesTests.json,
                body: Array(#"{"region":"moscow","dryRun":true}"#.utf8)
            ).status == 202)
        var again = state
        for _ in 0..<600 where again["run"]["endedAt"].text == nil {
            again = try wire.ask("GET", "\(place)?region=moscow", token: token).json
        }
        #expect(codes(again) == blocked && again["run"]["dryRun"] == .bool(true))
        #expect(again["documents"].int == 0)
    }
}
