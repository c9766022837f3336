import Basics

/// Net plus VAT is gross, in every line and under them; totals are the sums of the lines; and the
/// rate is one that the document's date knows.
struct UPDFooting {
    var findings: UPDFindings
    let date: Day?

    mutating func check(_ table: XMLNode) {
        let lines = table.all("СведТов")
        let sums = lines.map { UPDSums($0, net: "СтТовБезНДС", gross: "СтТовУчНал", tax: "СумНал") }
        for (line, sums) in zip(lines, sums) {
            // Where the buyer reckons the tax as an agent, the columns follow other rules.
            if line["НалСт"] != VATRateSet.byAgent { checkCross(sums, at: line) }
            checkRate(line, sums)
        }
        guard let total = table.first("ВсегоОпл") else { return }
        let totals = UPDSums(total, net: "СтТовБезНДСВсего", gross: "СтТовУчНалВсего", tax: "СумНалВсего")
        if !lines.contains(where: { $0["НалСт"] == VATRateSet.byAgent }) { checkCross(totals, at: total) }
        checkTotal(totals.net, sums.map(\.net), "СтТовБезНДСВсего", at: total)
        checkTotal(totals.gross, sums.map(\.gross), "СтТовУчНалВсего", at: total)
        checkTotal(totals.vat, sums.map(\.vat), "СумНалВсего", at: total)
    }

    private mutating func checkCross(_ sums: UPDSums, at node: XMLNode) {
        guard let net = sums.net, let vat = sums.vat, let gross = sums.gross, net + vat != gross else {
            return
        }
        let (sum, whole) = (UPDNumber.text(kopecks: net + vat), UPDNumber.text(kopecks: gross))
        findings.add(
            .footing, at: node,
            ru: "Стоимость без налога и налог дают \(sum), а стоимость с налогом \(whole).",
            en: "The sum without tax and the tax make \(sum), while the sum with tax is \(whole).")
    }

    private mutating func checkTotal(_ total: Int128?, _ parts: [Int128?], _ name: String, at node: XMLNode) {
        let known = parts.compactMap { $0 }
        guard let total, known.count == parts.count, total != known.reduce(0, +) else { return }
        let (said, counted) = (UPDNumber.text(kopecks: total), UPDNumber.text(kopecks: known.reduce(0, +)))
        findings.add(
            .footing, at: node, ru: "\(name): в итоге \(said), а по строкам \(counted).",
            en: "\(name): the total says \(said), the lines make \(counted).")
    }

    private mutating func checkRate(_ line: XMLNode, _ sums: UPDSums) {
        guard let rate = line["НалСт"], VATRateSet.isKnown(rate) else { return }
        if let date, !VATRateSet.allows(rate, on: date) {
            findings.add(
                .rate, at: line, "НалСт", ru: "Ставки \(rate) на дату документа \(date.dotted) нет.",
                en: "There is no rate \(rate) on the document's date \(date.dotted).")
        }
        if (rate == VATRateSet.withoutVAT) != sums.isWithoutVAT, rate != VATRateSet.byAgent {
            findings.add(
                .rate, at: line, "НалСт", ru: "Ставка \(rate) не согласуется с суммой налога СумНал.",
                en: "The rate \(rate) does not agree with the tax in СумНал.")
        }
        checkAmount(line, rate, sums)
    }

    /// The tax may be reckoned from the net or from the gross sum, each with its rounding.
    private mutating func checkAmount(_ line: XMLNode, _ rate: String, _ sums: UPDSums) {
        guard let percent = VATRateSet.percent(rate), !sums.isWithoutVAT, let vat = sums.vat else { return }
        let byNet = sums.net.map { abs($0 * percent - vat * 100) <= 100 }
        let byGross = sums.gross.map { abs($0 * percent - vat * (100 + percent)) <= 100 + percent }
        guard byNet ?? byGross != nil, byNet != true, byGross != true else { return }
        findings.add(
            .rate, at: line, level: .warning,
            ru: "Налог \(UPDNumber.text(kopecks: vat)) не получается по ставке \(rate).",
            en: "The tax \(UPDNumber.text(kopecks: vat)) does not come of the rate \(rate).")
    }
}
