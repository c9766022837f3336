import Foundation
import Fuzzing
import Testing

/// What the fuzzer has kept is read again with every change.
@Suite struct CorpusTests {
    /// Without optimisation everything takes longer.
    static let slowness = 20

    @Test(arguments: FuzzTarget.all.map(\.name))
    func `every input kept is answered in time`(_ name: String) throws {
        let target = try #require(FuzzTarget.named(name))
        let inputs = try Corpus.inputs(of: name)
        #expect(inputs.count >= 2, "Tests/Corpora/\(name) has next to nothing to begin with")
        for input in inputs {
            var complaint: String?
            let limit = FuzzLimits.nanoseconds(forBytes: input.bytes.count) * Self.slowness
            let took = FuzzLimits.best(of: 3, within: limit) { complaint = target.complaint(input.bytes) }
            #expect(complaint == nil, "\(name)/\(input.name)")
            #expect(took <= limit, "\(name)/\(input.name)")
        }
    }

    @Test(arguments: FuzzTarget.all.map(\.name))
    func `an input cut anywhere is answered`(_ name: String) throws {
        let target = try #require(FuzzTarget.named(name))
        for input in try Corpus.inputs(of: name) where input.bytes.count <= 1024 {
            for length in stride(from: 0, to: input.bytes.count, by: 7) {
                let complaint = target.complaint(Array(input.bytes.prefix(length)))
                #expect(complaint == nil, "\(name)/\(input.name), \(length) bytes of it")
            }
        }
    }

    @Test func `each folder of inputs belongs to a target`() throws {
        let names = Set(FuzzTarget.all.map(\.name))
        #expect(names.count == FuzzTarget.all.count)
        for folder in try Corpus.folders() { #expect(names.contains(folder), "Tests/Corpora/\(folder)") }
        #expect(FuzzTarget.named("nobody") == nil)
    }
}

/// Tests/Corpora, found from this file.
enum Corpus {
    private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Corpora")

    static func inputs(of target: String) throws -> [(name: String, bytes: [UInt8])] {
        let folder = root.appending(path: target)
        return try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted().map { name in
            (name, Array(try Data(contentsOf: folder.appending(path: name))))
        }
    }

    static func folders() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: root.path).filter { !$0.hasSuffix(".dict") }
    }
}
