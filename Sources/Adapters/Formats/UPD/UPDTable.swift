import Basics
import Documents

/// ТаблСчФакт: a line per service, and the sums under them.
enum UPDTable {
    static func piece(_ content: DocumentContent) throws -> XMLPiece {
        guard !content.lines.isEmpty else { throw UPDProblem.linesMissing(number: content.number) }
        var rows: [XMLPiece] = []
        for (index, line) in content.lines.enumerated() {
            rows.append(try row(line, place: index + 1, content))
        }
        return XMLPiece("ТаблСчФакт", [:], rows + [try total(content.lines)])
    }

    /// Quantity one, so the price is the net sum (D19); 876 is ОКЕИ's «условная единица».
    private static func row(_ line: DocumentLine, place: Int, _ content: DocumentContent) throws -> XMLPiece {
        guard line.net > 0 else {
            throw UPDProblem.notPositive(service: line.service.text, number: content.number)
        }
        guard let rate = VATRateSet.text(line.vatRate) else {
            throw UPDProblem.unknownRate(line.vatRate, number: content.number)
        }
        let net = Money.text(minor: line.net)
        return XMLPiece(
            "СведТов",
            [
                "НомСтр": String(place), "НаимТов": name(line, month: content.month),
                "ОКЕИ_Тов": "876", "НаимЕдИзм": "усл. ед.", "КолТов": "1", "ЦенаТов": net,
                "СтТовБезНДС": net, "НалСт": rate, "СтТовУчНал": Money.text(minor: line.gross),
            ],
            [
                XMLPiece("ДопСведТов", ["ПрТовРаб": "3"]),
                XMLPiece("Акциз", [:], [XMLPiece("БезАкциз", text: "без акциза")]),
                XMLPiece("СумНал", [:], [tax(line.vatRate == .none ? nil : line.vat)]),
            ])
    }

    /// A service of an earlier month says so in its line (D19, D20).
    private static func name(_ line: DocumentLine, month: Month) -> String {
        let service = line.service.text
        guard line.serviceMonth != month else { return service.fitted(2000) }
        let earlier = line.serviceMonth
        let tail = ", услуги за \(months[earlier.monthNumber - 1]) \(earlier.year) г."
        return service.fitted(2000 - tail.unicodeScalars.count) + tail
    }

    private static let months = [
        "январь", "февраль", "март", "апрель", "май", "июнь", "июль", "август", "сентябрь", "октябрь",
        "ноябрь", "декабрь",
    ]

    private static func tax(_ minor: Int64?) -> XMLPiece {
        guard let minor else { return XMLPiece("БезНДС", text: "без НДС") }
        return XMLPiece("СумНал", text: Money.text(minor: minor))
    }

    private static func total(_ lines: [DocumentLine]) throws -> XMLPiece {
        let net = try lines.reduce(0) { try Money.sum($0, $1.net) }
        let vat = try lines.reduce(0) { try Money.sum($0, $1.vat) }
        let gross = try lines.reduce(0) { try Money.sum($0, $1.gross) }
        let isFree = lines.allSatisfy { $0.vatRate == .none }
        return XMLPiece(
            "ВсегоОпл",
            ["СтТовБезНДСВсего": Money.text(minor: net), "СтТовУчНалВсего": Money.text(minor: gross)],
            [XMLPiece("СумНалВсего", [:], [tax(isFree ? nil : vat)])])
    }
}
