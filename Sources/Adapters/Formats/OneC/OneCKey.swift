/// The words of the exchange format that are read, its Russian and its Kazakh dialect alike. Banks
/// spell them in any case.
enum OneCKey: String, CaseIterable {
    case start = "1CClientBankExchange"
    case end = "КонецФайла"
    case accountSection = "СекцияРасчСчет"
    case accountEnd = "КонецРасчСчет"
    case documentSection = "СекцияДокумент"
    case documentEnd = "КонецДокумента"

    case version = "ВерсияФормата"
    case encoding = "Кодировка"
    case sender = "Отправитель"
    case recipient = "Получатель"
    case createdOn = "ДатаСоздания"
    case createdAt = "ВремяСоздания"
    case from = "ДатаНачала"
    case to = "ДатаКонца"
    case account = "РасчСчет"

    case opening = "НачальныйОстаток"
    case received = "ВсегоПоступило"
    case spent = "ВсегоСписано"
    case closing = "КонечныйОстаток"

    case number = "Номер"
    case date = "Дата"
    case amount = "Сумма"
    case receivedOn = "ДатаПоступило"
    case debitedOn = "ДатаСписано"
    case payerAccount = "ПлательщикСчет"
    case payerBankAccount = "ПлательщикРасчСчет"
    case payer = "Плательщик"
    case payerName = "Плательщик1"
    case payerTaxID = "ПлательщикИНН"
    case payerKPP = "ПлательщикКПП"
    case payerBIK = "ПлательщикБИК"
    case payerBank = "ПлательщикБанк1"
    case payeeAccount = "ПолучательСчет"
    case payeeBankAccount = "ПолучательРасчСчет"
    case payeeName = "Получатель1"
    case payeeTaxID = "ПолучательИНН"
    case payeeKPP = "ПолучательКПП"
    case payeeBIK = "ПолучательБИК"
    case payeeBank = "ПолучательБанк1"
    case purpose = "НазначениеПлатежа"
    case purpose1 = "НазначениеПлатежа1"
    case purpose2 = "НазначениеПлатежа2"
    case purpose3 = "НазначениеПлатежа3"
    case purpose4 = "НазначениеПлатежа4"
    case purpose5 = "НазначениеПлатежа5"
    case purpose6 = "НазначениеПлатежа6"

    case documentKind = "ВидДокумента"
    case documentNumber = "НомерДокумента"
    case documentDate = "ДатаДокумента"
    case operationDate = "ДатаОперации"
    case valueDate = "ДатаВалютирования"
    case amountIn = "СуммаПриход"
    case amountOut = "СуммаРасход"
    case currency = "Валюта"
    case payerTitle = "ПлательщикНаименование"
    case payerBIN = "ПлательщикБИН_ИИН"
    case payerIBAN = "ПлательщикИИК"
    case payerBankTitle = "ПлательщикБанкНаименование"
    case payerBankBIK = "ПлательщикБанкБИК"
    case payeeTitle = "ПолучательНаименование"
    case payeeBIN = "ПолучательБИН_ИИН"
    case payeeIBAN = "ПолучательИИК"
    case payeeBankTitle = "ПолучательБанкНаименование"
    case payeeBankBIK = "ПолучательБанкБИК"

    /// Finds the key by its bytes in UTF-8, in any case.
    init?(utf8 bytes: ArraySlice<UInt8>) {
        guard bytes.count <= OneCKey.longest, let key = OneCKey.byFolded[OneCKey.folded(bytes)] else {
            return nil
        }
        self = key
    }

    private static let byFolded: [[UInt8]: OneCKey] = Dictionary(
        uniqueKeysWithValues: allCases.map { (folded(Array($0.rawValue.utf8)[...]), $0) })

    private static let longest = allCases.map(\.rawValue.utf8.count).max() ?? 0

    /// Small letters for capital ones, Latin and Russian; the length stays.
    private static func folded(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        var result = Array(bytes)
        for index in result.indices {
            let byte = result[index]
            if (0x41...0x5A).contains(byte) {
                result[index] = byte + 0x20
            } else if index > 0, result[index - 1] == 0xD0 {
                switch byte {
                case 0x90...0x9F: result[index] = byte + 0x20
                case 0xA0...0xAF:
                    result[index - 1] = 0xD1
                    result[index] = byte - 0x20
                default: break
                }
            }
        }
        return result
    }
}
