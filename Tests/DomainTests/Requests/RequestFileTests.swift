import Basics
import Requests
import Testing

/// Files that come with requests are what their bytes say, whatever they call themselves.
@Suite struct RequestFileTests {
    private let pdf = Array("%PDF-1.7\n".utf8)

    @Test func `PDF, PNG and JPEG are known by their first bytes`() throws {
        for (bytes, type) in [
            (pdf, ScanType.pdf), ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0], .png),
            ([0xFF, 0xD8, 0xFF, 0xE0], .jpeg),
        ] {
            #expect(try RequestFile(named: "scan.exe", bytes).type == type)
        }
    }

    @Test(arguments: [
        Array("<html><script>alert(1)</script>".utf8), Array("MZ\u{90}".utf8), [], Array("%PDF".utf8),
        Array(" %PDF-1.7".utf8), Array("PK\u{3}\u{4}".utf8), Array("<svg onload='x'/>".utf8),
    ])
    func `anything else is refused, though it calls itself a PDF`(_ bytes: [UInt8]) {
        #expect(throws: RequestsProblem.badFile("заявление.pdf")) {
            try RequestFile(named: "заявление.pdf", bytes)
        }
    }

    @Test func `what is larger than 10 MB is refused, what is as large is kept`() throws {
        var bytes = pdf + [UInt8](repeating: 0, count: RequestFile.largest - pdf.count)
        #expect(try RequestFile(named: "a.pdf", bytes).bytes.count == RequestFile.largest)
        bytes.append(0)
        #expect(throws: RequestsProblem.largeFile("a.pdf", megabytes: 10)) {
            try RequestFile(named: "a.pdf", bytes)
        }
    }

    @Test(arguments: [
        ("../../etc/passwd", "passwd"), ("C:\\Users\\x\\счёт.pdf", "счёт.pdf"), ("", "file"), ("   ", "file"),
        ("a\u{202E}fdp.exe", "afdp.exe"), ("\u{0}x\n\r\".pdf", "x\".pdf"), ("/", "file"),
        (String(repeating: "д", count: 500), String(repeating: "д", count: 120)),
        ("<script>alert(1)</script>.pdf", "script>.pdf"),
    ])
    func `a hostile name is brought down to what can be shown`(_ name: String, _ shown: String) throws {
        #expect(try RequestFile(named: name, pdf).name == shown)
    }
}
