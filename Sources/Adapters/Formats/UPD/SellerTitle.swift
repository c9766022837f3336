import Basics
package import Documents

/// Writes the seller's title of an УПД, tax invoice or act: format 5.03 of the tax service's order
/// ЕД-7-26/970@. Made from the frozen content alone, so the same bytes next year.
package enum SellerTitle {
    static let program = "Kontragent 1"

    package static func write(_ content: DocumentContent) throws -> [UInt8] {
        guard let function = UPDFunction(content) else {
            throw UPDProblem.notFormalised(content.kind, number: content.number)
        }
        guard content.currency == .rub else {
            throw UPDProblem.notRoubles(content.currency, number: content.number)
        }
        guard let file = content.file else { throw UPDProblem.fileNameMissing(number: content.number) }
        let root = XMLPiece(
            "Файл", ["ИдФайл": file.name, "ВерсФорм": "5.03", "ВерсПрог": program],
            [try document(content, function)])
        do {
            return try XMLText.bytes(root)
        } catch {
            throw UPDProblem.unwritable(number: content.number)
        }
    }

    private static func document(_ content: DocumentContent, _ function: UPDFunction) throws -> XMLPiece {
        let made = MoscowTime(content.issuedAt)
        let isPrimary = function != .taxInvoice
        var parts = [heading(content, function), try UPDTable.piece(content)]
        if isPrimary { parts.append(transfer(content)) }
        parts.append(SignatoryPiece.make(content.supplier.signatory, signed: content.date))
        return XMLPiece(
            "Документ",
            [
                "КНД": "1115131",
                "Функция": function.rawValue,
                "ПоФактХЖ": isPrimary ? fact : nil,
                "НаимДокОпр": isPrimary ? UPDFunction.title(of: content.kind) : nil,
                "ДатаИнфПр": made.day.dotted,
                "ВремИнфПр": made.clock,
                "НаимЭконСубСост": composer(content.supplier),
            ], parts)
    }

    private static let fact =
        "Документ об отгрузке товаров (выполнении работ), передаче имущественных прав "
        + "(документ об оказании услуг)"

    private static func composer(_ supplier: SupplierParty) -> String {
        let numbers = [supplier.taxID.text, supplier.kpp ?? ""].filter { !$0.isEmpty }.joined(separator: "/")
        let tail = ", \(supplier.kpp == nil ? "ИНН" : "ИНН/КПП") \(numbers)"
        return supplier.shortName.fitted(1000 - tail.unicodeScalars.count) + tail
    }

    private static func heading(_ content: DocumentContent, _ function: UPDFunction) -> XMLPiece {
        var parts = [PartyPiece.seller(content.supplier)]
        // Line 5 is the tax invoice's; an act has nowhere to print it.
        if content.kind != .act { parts += content.payments.map(payment) }
        if content.kind != .act { parts.append(shipment(content)) }
        parts.append(PartyPiece.buyer(content.counterparty))
        parts.append(
            XMLPiece("ДенИзм", ["КодОКВ": content.currency.digits, "НаимОКВ": "Российский рубль"]))
        parts.append(notes(content, function))
        return XMLPiece(
            "СвСчФакт", ["НомерДок": String(content.number), "ДатаДок": content.date.dotted], parts)
    }

    private static func payment(_ payment: PaymentReference) -> XMLPiece {
        XMLPiece(
            "СвПРД",
            [
                "НомерПРД": payment.number.fitted(30), "ДатаПРД": payment.date.dotted,
                "СуммаПРД": Money.text(minor: payment.amount),
            ])
    }

    /// Line 5а: a tax invoice names the act of its package. A УПД is its own proof of delivery, and a
    /// tax invoice whose services no other paper shows names itself too; rule 4 wants something there.
    private static func shipment(_ content: DocumentContent) -> XMLPiece {
        let shown =
            content.shipment
            ?? DocumentReference(content.kind, number: content.number, date: content.date)
        return reference(
            "ДокПодтвОтгрНом", name: UPDFunction.title(of: shown.kind), number: String(shown.number),
            date: shown.date)
    }

    static func reference(_ element: String, name: String, number: String, date: Day) -> XMLPiece {
        XMLPiece(
            element,
            [
                "РеквНаимДок": name.fitted(255), "РеквНомерДок": number.fitted(255),
                "РеквДатаДок": date.dotted,
            ])
    }

    /// What the format has no field for: projects, the month and, in a tax invoice, the contract.
    private static func notes(_ content: DocumentContent, _ function: UPDFunction) -> XMLPiece {
        let period = "\(content.month.firstDay.dotted)-\(content.month.lastDay.dotted)"
        var notes = content.projects.map { note("project_id", $0.text) } + [note("period", period)]
        if function == .taxInvoice {
            let basis = content.basis
            notes.append(note("basis", "\(basis.name) № \(basis.number) от \(basis.date.dotted)"))
        }
        return XMLPiece("ИнфПолФХЖ1", [:], notes)
    }

    private static func note(_ name: String, _ value: String) -> XMLPiece {
        XMLPiece("ТекстИнф", ["Идентиф": name, "Значен": value.fitted(2000)])
    }

    private static func transfer(_ content: DocumentContent) -> XMLPiece {
        let basis = content.basis
        let transfer = XMLPiece(
            "СвПер",
            [
                "СодОпер": "Услуги оказаны в полном объеме",
                "ВидОпер": "Оказание услуг",
                "ДатаПер": content.date.dotted,
                "ДатаНачПер": content.month.firstDay.dotted,
                "ДатаОконПер": content.month.lastDay.dotted,
            ], [reference("ОснПер", name: basis.name, number: basis.number, date: basis.date)])
        return XMLPiece("СвПродПер", [:], [transfer])
    }
}
