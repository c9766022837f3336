package import Counterparties
import Regions
import Requests

extension RegistrationProblem: Worded {
    package var phrase: Phrase {
        switch self {
        case .notInRegion(let region):
            let (name, mailbox) = (region.phrase, Department.documents.mailbox(in: region))
            return Phrase(
                en:
                    "Details are filled in here only in the region Moscow and only by Russian companies and sole "
                    + "proprietors. In the region \(name.en) write to \(mailbox): the full name and the details of "
                    + "the organisation.",
                ru:
                    "Реквизиты заполняют в кабинете только в регионе «Москва» и только российские компании и ИП. "
                    + "В регионе «\(name.ru)» напишите на \(mailbox): полное название организации и её реквизиты."
            )
        case .notResident(let region):
            let (name, mailbox) = (region.phrase, Department.documents.mailbox(in: region))
            return Phrase(
                en:
                    "In the region \(name.en) only residents of the country fill their details in here. Others work "
                    + "under an individual contract: write to \(mailbox), with the full name and the details of the "
                    + "organisation.",
                ru:
                    "В регионе «\(name.ru)» реквизиты в кабинете заполняют только резиденты страны. Остальные "
                    + "работают по индивидуальному договору: напишите на \(mailbox) полное название организации и "
                    + "её реквизиты.")
        case .ended(let name):
            return Phrase(
                en:
                    "By the registry «\(name.shown)» is liquidated, so it cannot be registered. Check the tax number.",
                ru: "По данным реестра «\(name.shown)» прекратило деятельность, зарегистрировать его нельзя. "
                    + "Проверьте ИНН.")
        case .bankEnded(let name):
            return Phrase(
                en: "By the directory the bank «\(name.shown)» works no more. Give another account.",
                ru: "По данным справочника банк «\(name.shown)» больше не работает. Укажите другой счёт.")
        case .badRecord(let field):
            return Phrase(
                en:
                    "The registry's record lacks the field «\(field.shown)», or it cannot be right. Correct the record.",
                ru: "В записи реестра нет поля «\(field.shown)» или оно неверно. Исправьте запись.")
        case .registrySilent:
            return Phrase(
                en:
                    "The registry does not answer at the moment. Fill the fields in by hand, or try again later.",
                ru: "Реестр сейчас не отвечает. Заполните поля вручную или повторите позже.")
        case .registryBusy:
            return Phrase(
                en:
                    "The registry takes no more questions at the moment. Fill the fields in by hand, or try again later.",
                ru: "Реестр сейчас не принимает запросы. Заполните поля вручную или повторите позже.")
        case .registryUnreadable:
            return Phrase(
                en: "The registry's answer cannot be read. Fill the fields in by hand, or try again later.",
                ru: "Ответ реестра не удалось прочитать. Заполните поля вручную или повторите позже.")
        case .registryLocked:
            return Phrase(
                en:
                    "The registry does not take the provider's key. Fill the fields in by hand; the staff must look at "
                    + "the key.",
                ru:
                    "Реестр не принимает ключ поставщика. Заполните поля вручную; ключ должны проверить сотрудники."
            )
        }
    }
}
