extension UPDConditions {
    mutating func checkHeading(_ heading: XMLNode) {
        need(
            4, function != "СЧФ" || isAdvance || heading.first("ДокПодтвОтгрНом") != nil, at: heading,
            ru: "В счёте-фактуре не на аванс нужен документ об отгрузке ДокПодтвОтгрНом.",
            en: "A tax invoice that is not for an advance needs the delivery paper ДокПодтвОтгрНом.")
        if isTaxInvoice { checkAddresses(heading) }
        guard let circumstances else { return }
        for (attribute, allowed) in [
            ("СпОбстФСЧФ", "СЧФ"), ("СпОбстФСЧФДОП", "СЧФДОП"), ("СпОбстФДОП", "ДОП"),
        ] {
            need(
                6, circumstances[attribute] == nil || function == allowed, at: circumstances, attribute,
                ru: "\(attribute) бывает только при функции \(allowed).",
                en: "\(attribute) goes only with the function \(allowed).")
        }
    }

    private mutating func checkAddresses(_ heading: XMLNode) {
        var parties = heading.all("СвПрод") + heading.all("СвПокуп") + heading.all("ГрузПолуч")
        parties += heading.all("ГрузОт").flatMap { $0.all("ГрузОтпр") }
        parties += circumstances?.all("СвФактор") ?? []
        for party in parties {
            need(
                5, party.first("Адрес") != nil, at: party,
                ru: "При функции \(function) у \(party.name) нужен адрес.",
                en: "The function \(function) needs an address in \(party.name).")
        }
    }

    /// Conditions on elements that may stand in many places.
    mutating func checkAnywhere() {
        var nodes: [XMLNode] = []
        let names = ["СвИнНеУч", "ДаннИно", "АдрГАР", "ПредОргПер", "ФЛПер"]
        document.walk { if names.contains($0.name) { nodes.append($0) } }
        for node in nodes {
            switch node.name {
            case "АдрГАР":
                need(
                    13, node.first("Регион")?.text == "99" || node.first("МуниципРайон") != nil, at: node,
                    ru: "В адресе по ГАР вне региона 99 нужен МуниципРайон.",
                    en: "A register address outside the region 99 needs МуниципРайон.")
            case "ПредОргПер":
                need(
                    14, node["ИННЮЛПер"] != nil || node.first("ОснДоверОргПер") != nil, at: node,
                    ru: "Нужен ИННЮЛПер или основание доверия ОснДоверОргПер.",
                    en: "Needed: ИННЮЛПер or the ground of trust ОснДоверОргПер.")
            case "ФЛПер":
                need(
                    14, node["ИННФЛПер"] != nil || node.first("ОснДоверФЛ") != nil, at: node,
                    ru: "Нужен ИННФЛПер или основание доверия ОснДоверФЛ.",
                    en: "Needed: ИННФЛПер or the ground of trust ОснДоверФЛ.")
            default:
                need(
                    13, node["Идентиф"] != nil || node["ИныеСвед"] != nil, at: node,
                    ru: "У иностранного лица нужен Идентиф или ИныеСвед.",
                    en: "A foreign party needs Идентиф or ИныеСвед.")
            }
        }
    }
}
