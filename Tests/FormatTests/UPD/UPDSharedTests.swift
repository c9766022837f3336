import Basics
import Documents
import Formats
import Foundation
import Support
import Testing

/// Our titles against the tax service's own schemas, and its samples against our check. They are not
/// ours to keep, so KONTRAGENT_SHARED names the folder that has them.
struct UPDSharedTests {
    static let folder = ProcessInfo.processInfo.environment["KONTRAGENT_SHARED"].map { $0 + "/data/fns/upd" }

    static func schema(_ year: Int) -> String {
        (folder ?? "") + "/ON_NSCHFDOPPR_1_997_01_05_03_0\(year == 2025 ? 4 : 5).xsd"
    }

    @Test(.enabled(if: folder != nil, "skipped: KONTRAGENT_SHARED is not set"))
    func `our titles are valid by both schemas`() throws {
        let hostile = "ООО \"Рога & <Копыта>\" ₽ Қазақ \u{1}" + String(repeating: "я", count: 1000)
        let buyers = [UPDCast.romashka, UPDCast.petrov, UPDCast.altyn, UPDCast.entity(name: hostile)]
        for (year, month, rate) in [(2025, "2025-12", 20), (2026, "2026-10", 22)] {
            for (kind, buyer) in [DocumentKind.upd, .taxInvoice, .act].flatMap({ kind in
                buyers.map { (kind, $0) }
            }) {
                for rate in [VATRate.percent(rate), .none] {
                    for basis in ["Устав", "Доверенность № 1 от 01.02.2026", "Приказ"] {
                        let content = UPDCast.content(
                            kind, seller: UPDCast.seller(basis: basis), buyer: buyer, rate: rate,
                            month: UPDCast.month(month))
                        let bytes = try SellerTitle.write(content)
                        let findings = try XMLSchema.validate(bytes, schemaPath: Self.schema(year))
                        #expect(findings.isEmpty, "\(kind) \(buyer.name) \(findings)")
                        #expect(try SellerTitleCast.findings(content).isEmpty)
                    }
                }
            }
        }
    }

    @Test(.enabled(if: folder != nil, "skipped: KONTRAGENT_SHARED is not set"))
    func `22 per cent is not valid by the schema of 2025, and a spoilt title by none`() throws {
        let content = UPDCast.content(.upd)
        let early = try XMLSchema.validate(try SellerTitle.write(content), schemaPath: Self.schema(2025))
        #expect(!early.isEmpty)
        let spoilt = try SellerTitleCast.spoilt(content, [("НомСтр=\"2\"", "НомСтр=\"два\"")])
        let findings = try XMLSchema.validate(spoilt, schemaPath: Self.schema(2026))
        let ours = SellerTitleCheck.findings(bytes: spoilt)
        #expect(findings.first?.element == "СведТов")
        #expect(findings.first?.line == ours.first?.line)
    }

    @Test(.enabled(if: folder != nil, "skipped: KONTRAGENT_SHARED is not set"))
    func `the samples have no findings`() throws {
        let samples = (Self.folder ?? "") + "/samples"
        let names = try FileManager.default.contentsOfDirectory(atPath: samples)
            .filter { $0.hasPrefix("ON_NSCHFDOPPR_") }
        #expect(!names.isEmpty)
        for name in names {
            let bytes = Array(FileManager.default.contents(atPath: samples + "/" + name) ?? Data())
            let findings = SellerTitleCheck.findings(bytes: bytes, fileName: name)
            #expect(findings.isEmpty, "\(name) \(findings)")
        }
    }

    /// Attributes emptied, spoilt or gone, lines doubled, swapped or gone: what the schema refuses we
    /// refuse, and what it takes has no finding of form.
    @Test(.enabled(if: folder != nil, "skipped: KONTRAGENT_SHARED is not set"))
    func `our check and the schema refuse the same files`() throws {
        let seed = UInt64.random(in: 0...UInt64.max)
        var random = SplitMix64(seed: seed)
        let titles = try [DocumentKind.upd, .taxInvoice, .act].flatMap { kind in
            try [UPDCast.romashka, UPDCast.petrov, UPDCast.altyn].map {
                SellerTitleCast.unicode(try SellerTitle.write(UPDCast.content(kind, buyer: $0)))
            }
        }
        var refused = 0
        for _ in 0..<600 {
            let text = Self.mutated(random.pick(titles), &random)
            let bytes = try SellerTitleCast.windows(text)
            let theirs = try XMLSchema.validate(bytes, schemaPath: Self.schema(2026))
            refused += theirs.isEmpty ? 0 : 1
            let form: [UPDFinding.Rule] = [.structure, .value]
            let ours = SellerTitleCheck.findings(bytes: bytes).filter { form.contains($0.rule) }
            #expect(ours.isEmpty == theirs.isEmpty, "seed \(seed)\n\(ours)\n\(theirs)\n\(text)")
        }
        #expect((100..<590).contains(refused), "seed \(seed): \(refused)")
    }

    private static func mutated(_ title: String, _ random: inout SplitMix64) -> String {
        if random.chance(60) {
            let attributes = title.matches(of: /\ [А-Яа-я_]+="([^"]*)"/)
            let attribute = random.pick(attributes)
            if random.chance(30) { return title.replacing(attribute.0, with: "", maxReplacements: 1) }
            var spoilt = title
            let values = [
                "", "0", "00000", "1.005", "1.50", "1e5", "-1", "+1", "1.", ".5", ".", "abc", "22%", "20%",
                "99999999999999999999", "12345678901234567.89", "123456789012345678.9", "31.11.2026",
                "29.02.2027", "29.02.2028", "2026-10-31", "12.00.00", "24.00.00", "643", "0000000000",
                "7743001840", "500100732259", "СЧФ", "ИГ", "1", "5", "7", String(repeating: "я", count: 51),
                String(repeating: "я", count: 256), String(repeating: "9", count: 36),
            ]
            spoilt.replaceSubrange(attribute.1.startIndex..<attribute.1.endIndex, with: random.pick(values))
            return spoilt
        }
        // Only elements that stand in one line: the writer gives each its own.
        var lines = title.split(separator: "\n").map(String.init)
        let whole = lines.indices.filter {
            lines[$0].hasSuffix("/>") || lines[$0].dropFirst(9).contains("</")
        }
        let place = random.pick(whole)
        switch Int.random(in: 0..<4, using: &random) {
        case 0: lines.remove(at: place)
        case 1: lines.insert(lines[place], at: place)
        case 2: lines.insert(lines.remove(at: place), at: random.pick(whole))
        default: lines.insert(lines[random.pick(whole)], at: place)
        }
        return lines.joined(separator: "\n")
    }

    @Test func `a schema that is not there is named`() throws {
        let bytes = try SellerTitle.write(UPDCast.content(.upd))
        #expect {
            try XMLSchema.validate(bytes, schemaPath: "/nowhere/x.xsd")
        } throws: { error in
            guard case .schemaUnreadable("/nowhere/x.xsd", _) = error as? XMLProblem else { return false }
            return true
        }
    }
}
