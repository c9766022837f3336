package import Basics
package import Contracts
import Counterparties
import Formats
import Payments
package import Regions
import Requisites
package import UseCases

/// Makers of the recurring people and firms: a test says only what matters, the rest is filled in.
package enum Make {
    /// ООО «Ромашка», on the public offer unless a contract is given.
    package static func romashka(
        account: String = "romashka", pids: [String] = ["mcs0000000001"], contract: ContractDraft? = nil,
        registered: String = "2025-08-01T09:00:00Z", region: String = "moscow"
    ) -> AccountDraft {
        var party = CounterpartyDraft()
        party.kind = "legalEntity"
        party.residency = "RU"
        party.inn = romashkaINN
        party.kpp = "773601001"
        party.ogrn = "1027700132195"
        party.name = "Общество с ограниченной ответственностью «Ромашка»"
        party.shortName = "ООО «Ромашка»"
        party.address = moscowAddress()
        return draft(account, party, pids, contract, registered, region)
    }

    package static let romashkaINN = "7707083893"

    /// One of many companies: the n-th, with a right check digit.
    package static func company(_ number: Int, pid: String) -> AccountDraft {
        var draft = romashka(account: "company-\(number)", pids: [pid])
        draft.counterparty.inn = inn(number)
        draft.counterparty.ogrn = nil
        draft.counterparty.shortName = "ООО «Фирма \(number)»"
        return draft
    }

    package static func inn(_ number: Int) -> String {
        let nine = "77" + ("0000000" + String(number)).suffix(7)
        let weights = [2, 4, 10, 3, 5, 9, 4, 6, 8]
        let sum = zip(nine.utf8, weights).reduce(0) { $0 + Int($1.0 - 48) * $1.1 }
        return nine + String(sum % 11 % 10)
    }

    /// ИП Петров.
    package static func petrov(
        account: String = "petrov", pids: [String] = ["mcs0000000002"], contract: ContractDraft? = nil,
        registered: String = "2025-08-01T09:00:00Z"
    ) -> AccountDraft {
        var party = CounterpartyDraft()
        party.kind = "soleProprietor"
        party.residency = "RU"
        party.inn = petrovINN
        party.ogrnip = "304500116000157"
        party.ogrnipDate = "2004-06-01"
        party.lastName = "Петров"
        party.firstName = "Пётр"
        party.middleName = "Петрович"
        party.address = moscowAddress()
        return draft(account, party, pids, contract, registered, "moscow")
    }

    package static let petrovINN = "500100732259"

    /// ТОО «Алтын» in Kazakhstan.
    package static func altyn(
        account: String = "altyn", pids: [String] = ["mcs0000000003"], contract: ContractDraft? = nil,
        registered: String = "2023-08-01T09:00:00Z", region: String = "kazakhstan"
    ) -> AccountDraft {
        var party = CounterpartyDraft()
        party.kind = "legalEntity"
        party.residency = "KZ"
        party.bin = altynBIN
        party.name = "Товарищество с ограниченной ответственностью «Алтын»"
        party.shortName = "ТОО «Алтын»"
        var address = AddressDraft()
        address.country = "KZ"
        address.text = "г. Алматы, пр. Абая, 10"
        party.address = address
        return draft(account, party, pids, contract, registered, region)
    }

    package static let altynBIN = "971240001315"

    /// Иван Сидоров, an individual.
    package static func sidorov(
        account: String = "sidorov", pids: [String] = ["mcs0000000004"],
        registered: String = "2025-08-01T09:00:00Z", region: String = "moscow"
    ) -> AccountDraft {
        var party = CounterpartyDraft()
        party.kind = "individual"
        party.residency = "RU"
        party.name = "Сидоров Иван"
        return draft(account, party, pids, nil, registered, region)
    }

    /// An individual contract, prepaid unless told.
    package static func contract(
        scheme: String = "prepaid", documents: [String]? = nil, from: String? = nil,
        date: String = "2025-08-01", number: String = "ВК-17/2026", perProject: Bool? = nil,
        vat: String? = nil, region: String? = nil, prices: [ContractPriceDraft]? = nil
    ) -> ContractDraft {
        var draft = ContractDraft()
        draft.type = "individual"
        draft.number = number
        draft.date = date
        draft.from = from
        draft.scheme = scheme
        draft.documents = documents
        draft.perProject = perProject
        draft.vat = vat
        draft.region = region
        draft.prices = prices
        return draft
    }

    package static func moscowSupplier() -> SupplierDraft {
        var draft = SupplierDraft()
        draft.region = "moscow"
        draft.signatory = signatory()
        return draft
    }

    package static func kazakhSupplier() -> SupplierDraft {
        var draft = SupplierDraft()
        draft.region = "kazakhstan"
        draft.bin = "050141000631"
        draft.account = kazakhAccount
        draft.bik = "CASPKZKA"
        draft.bank = "АО «Kaspi Bank»"
        draft.kbe = "17"
        draft.knp = "859"
        var address = AddressDraft()
        address.country = "KZ"
        address.text = "г. Астана, ул. Достык, 1"
        draft.address = address
        draft.signatory = signatory()
        return draft
    }

    /// EDM from a month's documents on, unless told.
    package static func flow(
        _ region: Region = .moscow, from month: Month, documents: Set<DocumentKind> = [],
        perProject: Bool = false, _ delivery: DocumentFlow.Delivery = .edm,
        copies: DocumentFlow.Copies = .none
    ) -> DocumentFlow {
        DocumentFlow(
            region: region, from: month, documents: documents, perProject: perProject, delivery: delivery,
            contact: DocumentFlow.Contact(name: "Смирнова Ольга Ивановна", phone: "+7 495 000-00-00"),
            copies: copies)
    }

    /// As little as is taken for a PDF.
    package static let scan = Array("%PDF-1.7\n%\u{E4}\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n".utf8)

    package static let moscowAccount = "40702810100000003759"
    package static let kazakhAccount = "KZ698562203124676325"

    /// One incoming transfer of a bank file.
    package struct Transfer: Sendable {
        package var amount: String
        package var payer: String?
        package var purpose: String
        package var number: String
        package var date: String
        package var account: String
        package var name: String

        package init(
            _ amount: String, from payer: String? = Make.romashkaINN, for purpose: String, on date: String,
            number: String = "1", account: String = "40702810938120061991", named name: String = "Плательщик"
        ) {
            self.name = name
            self.amount = amount
            self.payer = payer
            self.purpose = purpose
            self.number = number
            self.date = date
            self.account = account
        }
    }

    /// A bank file of a region's account with these transfers; sound, unless its closing balance is
    /// misstated by some kopecks or its end is cut off.
    package static func statement(
        _ transfers: [Transfer], region: Region = .moscow, misstatedBy error: Int64 = 0,
        isTruncated: Bool = false
    ) throws -> [UInt8] {
        let own = region.profile.supplier.bank?.account ?? kazakhAccount
        let lines = try transfers.enumerated().map { index, transfer in
            guard let date = Day(transfer.date),
                let minor = DecimalText.parse(transfer.amount.utf8, fractionDigits: 2)
            else { throw TownProblem.badText(transfer.amount) }
            return StatementLine(
                lineNumber: index + 1, kind: "Платежное поручение", number: transfer.number, date: date,
                amount: minor,
                payer: StatementParty(
                    name: transfer.name, taxID: transfer.payer.map(TaxID.init), accounts: [transfer.account]),
                payee: StatementParty(name: "Получатель", accounts: [own]), receivedOn: date,
                purpose: transfer.purpose)
        }
        let total = lines.reduce(0) { $0 + $1.amount }
        let dates = lines.map(\.date)
        guard let first = dates.min(), let last = dates.max() else { throw TownProblem.badText("no lines") }
        return try OneCWriter.write(
            StatementFile(
                accounts: [
                    StatementAccount(
                        lineNumber: 1, account: own, from: first, to: last, opening: 0, received: total,
                        spent: 0, closing: total + error)
                ], lines: lines, isTruncated: isTruncated), createdOn: last)
    }

    private static func moscowAddress() -> AddressDraft {
        var address = AddressDraft()
        address.country = "RU"
        address.postalCode = "117312"
        address.regionCode = "77"
        address.city = "Москва"
        address.street = "ул. Вавилова"
        address.house = "19"
        return address
    }

    private static func signatory() -> SignatoryDraft {
        var draft = SignatoryDraft()
        draft.lastName = "Иванова"
        draft.firstName = "Анна"
        draft.middleName = "Петровна"
        draft.post = "Главный бухгалтер"
        draft.basis = "Устав"
        return draft
    }

    private static func draft(
        _ id: String, _ party: CounterpartyDraft, _ pids: [String], _ contract: ContractDraft?,
        _ registered: String, _ region: String
    ) -> AccountDraft {
        var draft = AccountDraft()
        draft.account = id
        draft.email = "\(id)@example.test"
        draft.locale = "ru"
        draft.registered = registered
        draft.counterparty = party
        draft.contract = contract
        draft.projects = pids.map { ProjectDraft(pid: $0, region: region, created: nil) }
        return draft
    }
}
