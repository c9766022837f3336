import Foundation
import Testing

@testable import kontragent

/// `kontragent registry import`: a party a line, however many, a bad line by its number.
@Suite struct RegistryCommandTests {
    private func line(_ inn: String, _ name: String, status: String = "ACTIVE") -> String {
        """
        {"data":{"inn":"\(inn)","kpp":"770401001","type":"LEGAL","name":{"full_with_opf":"ООО «\(name)»"},\
        "state":{"status":"\(status)"}}}
        """
    }

    @Test func `good lines are kept, bad ones are named with number and reason`() throws {
        let folder = try TestFolder()
        let bank =
            #"{"data":{"bic":"044525225","name":{"payment":"ПАО СБЕРБАНК"},"correspondent_account":"30101810400000000225"}}"#
        let lines = [
            line("7704123450", "Лампа"), "", line("7704123451", "Ошибка"), "{",
            line("7705987653", "Свеча", status: "GONE"),
            bank, line("7709556672", "Якорь"),
        ]
        try folder.write(Array(lines.joined(separator: "\n").utf8), to: "registry.jsonl")
        let ran = try folder.kontragent("registry", "import", "registry.jsonl", "--json")
        #expect(ran.status == 2)
        #expect(ran.out.contains(#"{"parties":2,"banks":1,"refused":3}"#), "\(ran.out)")
        for (number, code) in [
            (3, "requisites.wrong-check-digits"), (4, "dataset.bad-json"), (5, "registration.bad-record"),
        ] { #expect(ran.err.contains("registry.jsonl:\(number): \(code): "), "\(ran.err)") }
        // The same again replaces what is there.
        #expect(try folder.kontragent("registry", "import", "registry.jsonl", "--json").out == ran.out)
        #expect(try folder.kontragent("verify").status == 0)
    }

    @Test func `a long file is read piece by piece`() throws {
        let folder = try TestFolder()
        let text = repeatElement(line("7704123450", "Лампа"), count: 2500).joined(separator: "\n")
        try folder.write(Array(text.utf8), to: "registry.jsonl")
        let ran = try folder.kontragent("registry", "import", "registry.jsonl")
        #expect(ran.status == 0 && ran.out.contains("parties: 2500, banks: 0, refused: 0"), "\(ran.out)")
    }

    @Test func `DaData is not asked without a key, nor over plain HTTP`() throws {
        let folder = try TestFolder()
        let keyless = try folder.kontragent("serve", "--registry", "dadata", "--listen", "127.0.0.1:0")
        #expect(keyless.status == 2 && keyless.err.contains("settings.no-registry-key"))
        let plain = try folder.kontragent("serve", "--dadata-url", "http://dadata.example/x")
        #expect(plain.status == 64, "\(plain.err)")
    }
}
