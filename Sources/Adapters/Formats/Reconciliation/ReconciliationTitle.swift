import Basics
package import Documents
import Notices
import Requisites

/// Writes the sender's side of an act of reconciliation: format 5.01 of the tax service's order ЕД-7-26/405@. Made
/// from the frozen content alone, so the same bytes next year.
package enum ReconciliationTitle {
    package static func write(_ content: ReconciliationContent) throws -> [UInt8] {
        guard content.fileObstacle == nil, let file = content.file else {
            throw UPDProblem.fileNameMissing(number: content.number)
        }
        let root = XMLPiece(
            "Файл", ["ИдФайл": file.name, "ВерсФорм": "5.01", "ВерсПрог": SellerTitle.program],
            [document(content)])
        do { return try XMLText.bytes(root) } catch { throw UPDProblem.unwritable(number: content.number) }
    }

    private static func document(_ content: ReconciliationContent) -> XMLPiece {
        let made = MoscowTime(content.madeAt)
        return XMLPiece(
            "Документ",
            [
                "КНД": "1110332", "ДатаИнфОтпр": made.day.dotted,
                // This format writes its times with colons, the УПД with dots.
                "ВрИнфОтпр": made.clock.replacing(".", with: ":"),
                "ДатаНачПер": content.period.from.dotted, "ДатаОкПер": content.period.through.dotted,
                "НомерАкт": String(content.number),
            ],
            [
                XMLPiece(
                    "СвДокКрАкт", ["КодОКВ": content.currency.digits],
                    [sender(content), recipient(content)]),
                table(content), signatory(content),
            ])
    }

    private static func sender(_ content: ReconciliationContent) -> XMLPiece {
        let party = content.supplier
        return participant(
            "СвОтпр", party.shortName,
            organisation(party.name, party.taxID, kpp: party.kpp, ogrn: content.supplierOGRN))
    }

    private static func recipient(_ content: ReconciliationContent) -> XMLPiece {
        let party = content.counterparty
        let identity =
            switch party.identity {
            case .russianEntity(let inn, let kpp):
                organisation(party.name, inn, kpp: kpp, ogrn: content.counterpartyOGRN)
            case .russianProprietor(let inn, let ogrnip, _, let name):
                XMLPiece("СвИП", ["ИННФЛ": inn.text, "ОГРНИП": ogrnip], [PartyPiece.person(name)])
            case .foreign(let id), .kazakh(let id, _):
                XMLPiece(
                    "СвИнНеУч", ["НаимОрг": party.name.fitted(1000), "Идентиф": id.text.fitted(255)])
            }
        return participant("СвПол", party.shortName, identity)
    }

    /// The contact must be there and may be empty.
    private static func participant(_ element: String, _ short: String?, _ identity: XMLPiece) -> XMLPiece {
        XMLPiece(
            element, ["КраткНазв": short?.fitted(255)],
            [XMLPiece("ИдСв", [:], [identity]), XMLPiece("Контакт")])
    }

    private static func organisation(_ name: String, _ inn: TaxID, kpp: String?, ogrn: String?) -> XMLPiece {
        XMLPiece(
            "СвЮЛУч", ["НаимОрг": name.fitted(1000), "ИННЮЛ": inn.text, "КПП": kpp, "ОГРН": ogrn])
    }

    private static func table(_ content: ReconciliationContent) -> XMLPiece {
        var row = 0
        let contracts = content.contracts.map { contract -> XMLPiece in
            let documents = contract.operations.map { operation -> XMLPiece in
                row += 1
                return piece(operation, row)
            }
            let basis = contract.basis
            let named: [(String, String?)] = [
                ("ОписТипДог", basis.name.fitted(500)), ("НомДог", basis.number.fitted(50)),
                ("ДатаДог", basis.date.dotted),
            ]
            return XMLPiece(
                "ДогСв", pairs: named + sums(contract.opening, contract.debits, contract.credits), documents)
        }
        return XMLPiece(
            "ТаблАкт", pairs: sums(content.opening, content.debits, content.credits), contracts)
    }

    /// Of the two columns of a balance one is nothing.
    private static func sums(_ opening: Int64, _ debits: Int64, _ credits: Int64) -> [(String, String?)] {
        let closing = opening + debits - credits
        return [
            ("СальдоНачДеб", Money.text(minor: max(0, opening))),
            ("СальдоНачКр", Money.text(minor: max(0, -opening))),
            ("ОборотДеб", Money.text(minor: debits)), ("ОборотКр", Money.text(minor: credits)),
            ("СальдоКонДеб", Money.text(minor: max(0, closing))),
            ("СальдоКонКр", Money.text(minor: max(0, -closing))),
        ]
    }

    private static func piece(_ operation: SettledOperation, _ row: Int) -> XMLPiece {
        let (name, number, date): (String, String, Day) =
            switch operation.kind {
            case .document(let kind, let number): (kind.phrase.ru, String(number), operation.day)
            case .payment(let number, let date), .paymentTakenBack(let number, let date),
                .advanceAssigned(let number, let date, _), .advanceTaken(let number, let date, _):
                ("платежное поручение", number, date)
            case .carried(let basis): (basis.name, basis.number, basis.date)
            }
        return XMLPiece(
            "ДокСв",
            [
                "НаимДок": name.fitted(100), "НомДок": number.isEmpty ? "б/н" : number.fitted(50),
                "ДатаДок": date.dotted,
            ],
            [
                XMLPiece(
                    "СвОпер",
                    [
                        "НомСтр": String(row), "ДатаОпер": operation.day.dotted,
                        "НаимОпер": operation.phrase.ru.fitted(500),
                        "СумДебет": operation.debit == 0 ? nil : Money.text(minor: operation.debit),
                        "СумКредит": operation.credit == 0 ? nil : Money.text(minor: operation.credit),
                    ])
            ])
    }

    private static func signatory(_ content: ReconciliationContent) -> XMLPiece {
        let signatory = content.supplier.signatory
        return XMLPiece(
            "Подписант", ["ТипПодпис": "1", "Должн": signatory.post.fitted(255)],
            [PartyPiece.person(signatory.name)])
    }
}
