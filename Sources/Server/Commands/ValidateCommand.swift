import ArgumentParser
import Basics
import Formats
import Foundation
import Wording

struct ValidateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "validate",
        abstract: "Check an UPD file (5.03, seller's title) by the rules of its format.")

    @OptionGroup var options: Options

    @Argument(help: "The XML file.", completion: .file(extensions: ["xml"]))
    var file: String

    @Option(
        help: "A folder with the tax service's XSD files, to check against them too.", completion: .directory)
    var schemas: String?

    func run() throws {
        try options.run { terminal in
            guard let bytes = try Folder.bytes(file) else {
                throw SettingsProblem.unreadable(file, terminal.words("no such file", "нет такого файла"))
            }
            let name = URL(fileURLWithPath: file).lastPathComponent
            var findings = SellerTitleCheck.findings(bytes: bytes, fileName: name).map {
                Line(
                    rule: $0.rule.code, element: $0.element, line: $0.line, isError: $0.level == .error,
                    text: terminal.isRussian ? $0.russian : $0.english)
            }
            if let schemas { findings += try againstSchema(bytes, in: schemas, terminal) }
            if options.json {
                terminal.say(JSONWriter.text(.array(findings.map(\.json))))
            } else {
                for finding in findings { terminal.say("\(file):\(finding.text(terminal))") }
                if findings.isEmpty {
                    terminal.say(terminal.words("\(file): no findings", "\(file): замечаний нет"))
                }
            }
            return findings.contains(where: \.isError) ? .violation : .done
        }
    }

    private func againstSchema(
        _ bytes: [UInt8], in folder: String, _ terminal: Terminal
    ) throws -> [Line] {
        // The schema of 2026 knows the 22 % rate; a file of an earlier date goes by the one before.
        let date = try XMLTree.parse(bytes).root.children.first?.children.first?["ДатаДок"] ?? ""
        let is2026 = (Int(date.suffix(4)) ?? 9999) >= 2026
        let edition = is2026 ? "05_03_05" : "05_03_04"
        let path = "\(folder)/ON_NSCHFDOPPR_1_997_01_\(edition).xsd"
        return try XMLSchema.validate(bytes, schemaPath: path).map {
            Line(rule: "xsd", element: $0.element, line: $0.line, isError: true, text: $0.message)
        }
    }

    private struct Line {
        let rule: String
        let element: String
        let line: Int
        let isError: Bool
        let text: String

        func text(_ terminal: Terminal) -> String {
            let level = isError ? "" : terminal.words(" (warning)", " (предупреждение)")
            return "\(line): \(rule)\(level): \(element): \(text)"
        }

        var json: JSONValue {
            .object([
                JSONValue.Member("rule", .string(rule)), JSONValue.Member("element", .string(element)),
                JSONValue.Member("line", .integer(line)),
                JSONValue.Member("level", .string(isError ? "error" : "warning")),
                JSONValue.Member("message", .string(text)),
            ])
        }
    }
}
