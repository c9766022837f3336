import Foundation

/// A dataset folder as another program would write it: every line is the text that stands in the file.
struct Dataset {
    var manifest: String? = #"{"format":"kontragent-dataset/1"}"#
    var suppliers: [String] = [Dataset.moscow, Dataset.qazcloud]
    var accounts: [String] = []
    var prices: [String] = []
    var credits: [String] = []
    var usage: [String: [String]] = [:]
    var statements: [String: [UInt8]] = [:]

    static let priceHeader = "sku,service,name,unit,price,currency,region,bonusType,validFrom"

    /// Writes it into a folder of the test's and answers with the folder's name.
    @discardableResult
    func write(_ name: String = "data", in folder: TestFolder) throws -> String {
        try FileManager.default.createDirectory(
            atPath: folder.file(name), withIntermediateDirectories: true)
        if let manifest { try folder.write(manifest + "\n", to: "\(name)/manifest.json") }
        if !suppliers.isEmpty {
            try folder.write(
                "[\n" + suppliers.joined(separator: ",\n") + "\n]\n", to: "\(name)/suppliers.json")
        }
        try write(accounts, "\(name)/accounts.jsonl", folder)
        if !prices.isEmpty { try write([Dataset.priceHeader] + prices, "\(name)/prices.csv", folder) }
        try write(credits, "\(name)/credits.jsonl", folder)
        for (file, lines) in usage { try write(lines, "\(name)/usage/\(file)", folder) }
        for (file, bytes) in statements { try folder.write(bytes, to: "\(name)/statements/\(file)") }
        return name
    }

    private func write(_ lines: [String], _ name: String, _ folder: TestFolder) throws {
        guard !lines.isEmpty else { return }
        try folder.write(lines.joined(separator: "\n") + "\n", to: name)
    }

    static let signatory =
        #""signatory":{"lastName":"Иванова","firstName":"Анна","middleName":"Петровна","#
        + #""post":"Главный бухгалтер","basis":"Устав"}"#

    static let moscow = #"{"region":"moscow",\#(signatory)}"#

    static let qazcloud =
        #"{"region":"kazakhstan","name":"ТОО «QazCloud»","bin":"050141000631","#
        + #""account":"KZ698562203124676325","bik":"CASPKZKA","bank":"АО «Kaspi Bank»","kbe":"17","knp":"859","#
        + #""address":{"country":"KZ","text":"г. Астана, ул. Достык, 1"},\#(signatory)}"#
}
