extension UPDConditions {
    mutating func checkTable(_ table: XMLNode) {
        for line in table.all("СведТов") {
            checkNames(line)
            checkMeasures(line)
            checkSums(line, net: "СтТовБезНДС", gross: "СтТовУчНал")
            checkGoods(line)
        }
        if let total = table.first("ВсегоОпл") {
            checkSums(total, net: "СтТовБезНДСВсего", gross: "СтТовУчНалВсего")
        }
    }

    private mutating func checkNames(_ line: XMLNode) {
        let hasName = line["НаимТов"] != nil
        if isTaxInvoice {
            need(
                7, hasName, at: line, "НаимТов", ru: "При функции \(function) нужно НаимТов.",
                en: "The function \(function) needs НаимТов.")
        } else if function == "ДОП" {
            let details = line.first("ДопСведТов")
            let others = ["ХарактерТов", "АртикулТов", "КодТов"]
            need(
                7, hasName || others.contains { details?[$0] != nil }, at: line,
                ru: "Нужно хотя бы одно из: НаимТов, ХарактерТов, АртикулТов, КодТов.",
                en: "Needed: at least one of НаимТов, ХарактерТов, АртикулТов, КодТов.")
        }
    }

    private mutating func checkMeasures(_ line: XMLNode) {
        let hasUnit = line["ОКЕИ_Тов"] != nil
        let hasQuantity = line["КолТов"] != nil
        need(
            8, !hasUnit || line["НаимЕдИзм"] != nil, at: line, "НаимЕдИзм",
            ru: "К коду единицы ОКЕИ_Тов нужно её наименование НаимЕдИзм.",
            en: "The unit's code ОКЕИ_Тов needs its name НаимЕдИзм.")
        guard isTaxInvoice else { return }
        need(
            8, !hasUnit || hasQuantity, at: line, "КолТов", ru: "К коду единицы ОКЕИ_Тов нужно КолТов.",
            en: "The unit's code ОКЕИ_Тов needs КолТов.")
        let price = line["ЦенаТов"].flatMap { UPDNumber($0) }
        need(
            8, !hasQuantity || (price.map { $0.units > 0 } ?? false), at: line, "ЦенаТов",
            ru: "К количеству КолТов нужна цена ЦенаТов больше нуля.",
            en: "The quantity КолТов needs a price ЦенаТов above zero.")
    }

    private mutating func checkSums(_ node: XMLNode, net: String, gross: String) {
        if isTaxInvoice {
            need(
                9, isAdvance || node[net] != nil, at: node, net, ru: "Нужна стоимость без налога \(net).",
                en: "The sum without tax \(net) is needed.")
            need(
                9, node[gross] != nil, at: node, gross, ru: "Нужна стоимость с налогом \(gross).",
                en: "The sum with tax \(gross) is needed.")
        } else if function == "ДОП", circumstances?["СпОбстФДОП"] == nil {
            need(
                9, node[net] != nil || node[gross] != nil, at: node,
                ru: "Нужна хотя бы одна стоимость: \(net) или \(gross).",
                en: "Needed: at least one sum, \(net) or \(gross).")
        }
    }

    private mutating func checkGoods(_ line: XMLNode) {
        let details = line.first("ДопСведТов")
        need(
            12, details?["КодВидПр"] == nil || line.first("Акциз") != nil, at: line,
            ru: "К коду КодВидПр нужен Акциз.", en: "The code КодВидПр needs Акциз.")
        let hasOrigin = line.all("СвДТ").contains { $0["КодПроисх"] != nil }
        need(
            12, !hasOrigin || details?.first("КрНаимСтрПр") != nil, at: line,
            ru: "К коду страны происхождения КодПроисх нужно КрНаимСтрПр.",
            en: "The code of origin КодПроисх needs the country's name КрНаимСтрПр.")
    }
}
