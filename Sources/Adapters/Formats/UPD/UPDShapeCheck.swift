/// Holds a file against the format's shapes.
struct UPDShapeCheck {
    var findings: UPDFindings

    mutating func check(_ node: XMLNode, _ shape: UPDShape) {
        checkAttributes(node, shape)
        checkText(node, shape)
        checkOrder(node, shape)
        for part in shape.parts { checkPart(node, part) }
        for child in node.children {
            if let (_, element) = place(of: child, in: shape) { check(child, element.shape) }
        }
    }

    private mutating func checkAttributes(_ node: XMLNode, _ shape: UPDShape) {
        for attribute in shape.attributes {
            guard let text = node[attribute.name] else {
                if attribute.isRequired {
                    findings.add(
                        .structure, at: node, attribute.name,
                        ru: "Нет обязательного атрибута \(attribute.name).",
                        en: "The required attribute \(attribute.name) is missing.")
                }
                continue
            }
            checkValue(text, attribute.value, at: node, attribute.name)
        }
        for attribute in node.attributes
        where !attribute.name.hasPrefix("{http://www.w3.org/2001/XMLSchema-instance}")
            && !shape.attributes.contains(where: { $0.name.isSameBytes(attribute.name) })
        {
            findings.add(
                .structure, at: node, attribute.name,
                ru: "Атрибута \(attribute.name.quoted) в формате нет.",
                en: "The format has no attribute \(attribute.name.quoted).")
        }
    }

    private mutating func checkValue(
        _ text: String, _ value: UPDValue, at node: XMLNode, _ attribute: String?
    ) {
        guard !value.accepts(text) else { return }
        let name = attribute ?? node.name
        findings.add(
            .value, at: node, attribute,
            ru: "\(name): значение \(text.quoted) не подходит, нужно: \(value.expectation.ru).",
            en: "\(name): the value \(text.quoted) does not fit, expected \(value.expectation.en).")
    }

    private mutating func checkText(_ node: XMLNode, _ shape: UPDShape) {
        if let value = shape.value { return checkValue(node.text, value, at: node, nil) }
        guard !node.text.allSatisfy(\.isWhitespace) else { return }
        findings.add(
            .structure, at: node, ru: "В элементе \(node.name) не должно быть текста.",
            en: "The element \(node.name) must not hold text.")
    }

    /// The schema's order is strict: an element after one of a later place is out of order.
    private mutating func checkOrder(_ node: XMLNode, _ shape: UPDShape) {
        var reached = 0
        for child in node.children {
            guard let (index, _) = place(of: child, in: shape) else {
                findings.add(
                    .structure, at: child, ru: "Элемента \(child.name.quoted) здесь в формате нет.",
                    en: "The format has no element \(child.name.quoted) here.")
                continue
            }
            if index < reached {
                findings.add(
                    .structure, at: child, ru: "Элемент \(child.name) стоит не на своём месте.",
                    en: "The element \(child.name) is out of order.")
            }
            reached = max(reached, index)
        }
    }

    private mutating func checkPart(_ node: XMLNode, _ part: UPDShape.Part) {
        let present = part.elements.map { (element: $0, found: node.all($0.name)) }
            .filter { !$0.found.isEmpty }
        let names = part.elements.map(\.name).joined(separator: ", ")
        if present.isEmpty, part.isRequired {
            findings.add(
                .structure, at: node,
                ru: part.elements.count == 1
                    ? "Нет элемента \(names)." : "Нужен один из элементов: \(names).",
                en: part.elements.count == 1
                    ? "The element \(names) is missing." : "One of the elements is needed: \(names).")
        }
        if present.count > 1 {
            findings.add(
                .structure, at: present[1].found[0], ru: "Из элементов \(names) может быть только один.",
                en: "Only one of the elements may be present: \(names).")
        }
        for (element, found) in present where found.count > element.most {
            findings.add(
                .structure, at: found[element.most],
                ru: "Элемент \(element.name) может стоять только один раз.",
                en: "The element \(element.name) may stand only once.")
        }
    }

    private func place(of child: XMLNode, in shape: UPDShape) -> (Int, UPDShape.Element)? {
        for (index, part) in shape.parts.enumerated() {
            if let element = part.elements.first(where: { $0.name.isSameBytes(child.name) }) {
                return (index, element)
            }
        }
        return nil
    }
}
