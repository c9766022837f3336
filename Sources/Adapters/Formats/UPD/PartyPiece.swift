import Basics
import Documents
import Requisites

/// СвПрод and СвПокуп: who sells and who buys.
enum PartyPiece {
    static func seller(_ party: SupplierParty) -> XMLPiece {
        // A seller with twelve digits is a sole proprietor, and signs for itself.
        let identity =
            party.taxID.text.utf8.count == 12
            ? proprietor(party.taxID, ogrnip: nil, registered: nil, name: party.signatory.name)
            : organisation(party.name, party.taxID, kpp: party.kpp)
        return XMLPiece(
            "СвПрод", ["СокрНаим": party.shortName.fitted(510)],
            [XMLPiece("ИдСв", [:], [identity]), AddressPiece.make(party.address), bank(party.bank)])
    }

    static func buyer(_ party: BuyerParty) -> XMLPiece {
        XMLPiece(
            "СвПокуп", ["СокрНаим": party.shortName?.fitted(510)],
            [XMLPiece("ИдСв", [:], [identity(of: party)]), AddressPiece.make(party.address)])
    }

    private static func identity(of party: BuyerParty) -> XMLPiece {
        switch party.identity {
        case .russianEntity(let inn, let kpp): organisation(party.name, inn, kpp: kpp)
        case .russianProprietor(let inn, let ogrnip, let registered, let name):
            proprietor(inn, ogrnip: ogrnip, registered: registered, name: name)
        case .foreign(let taxID): foreign(party, taxID, status: "ИО")
        case .kazakh(let taxID, let isProprietor): foreign(party, taxID, status: isProprietor ? "ИГ" : "ИО")
        }
    }

    private static func organisation(_ name: String, _ inn: TaxID, kpp: String?) -> XMLPiece {
        XMLPiece("СвЮЛУч", ["НаимОрг": name.fitted(1000), "ИННЮЛ": inn.text, "КПП": kpp])
    }

    private static func proprietor(
        _ inn: TaxID, ogrnip: String?, registered: Day?, name: PersonName
    ) -> XMLPiece {
        XMLPiece(
            "СвИП", ["ИННФЛ": inn.text, "ОГРНИП": ogrnip, "ДатаОГРНИП": registered?.dotted], [person(name)])
    }

    /// ИО is a foreign organisation, ИГ a foreign citizen; neither stands on a Russian register.
    private static func foreign(_ party: BuyerParty, _ taxID: TaxID, status: String) -> XMLPiece {
        XMLPiece(
            "СвИнНеУч",
            [
                "ИдСтат": status, "КодСтр": party.country.digits, "НаимСтран": party.country.name.fitted(255),
                "Наим": party.name.fitted(1000), "Идентиф": taxID.text.fitted(255),
            ])
    }

    private static func bank(_ bank: BankDetails) -> XMLPiece {
        XMLPiece(
            "БанкРекв", ["НомерСчета": bank.account.fitted(34)],
            [
                XMLPiece(
                    "СвБанк",
                    [
                        "НаимБанк": bank.bank?.fitted(1000), "БИК": bank.bik,
                        "КорСчет": bank.correspondent?.fitted(34),
                    ])
            ])
    }

    static func person(_ name: PersonName) -> XMLPiece {
        XMLPiece(
            "ФИО",
            [
                "Фамилия": name.last.fitted(60), "Имя": name.first.fitted(60),
                "Отчество": name.middle?.fitted(60),
            ])
    }
}
