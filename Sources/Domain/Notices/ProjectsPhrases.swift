import Basics
package import Projects
import Wording

extension ProjectsProblem: Worded {
    package var phrase: Phrase {
        switch self {
        case .missing(let field):
            Phrase(
                en: "The field «\(field.shown)» is missing or incomplete. Fill it in.",
                ru: "Поле «\(field.shown)» отсутствует или заполнено не до конца. Заполните его.")
        case .badMoment(let field, let text):
            Phrase(
                en: "The field «\(field.shown)» is «\(text.shown)», which is no date. Write an instant as "
                    + "2026-10-05T10:00:00Z, a day as 2026-10-05.",
                ru:
                    "В поле «\(field.shown)» указано «\(text.shown)», такой даты нет. Момент времени пишется как "
                    + "2026-10-05T10:00:00Z, день — как 2026-10-05.")
        case .badPID(let text):
            Phrase(
                en: "«\(text.shown)» is no PID. A PID is mcs and 9 or 10 digits: mcs0000000001.",
                ru: "«\(text.shown)» — не PID. PID — это mcs и 9 или 10 цифр: mcs0000000001.")
        case .unknownRegion(let text):
            Phrase(
                en: "The region «\(text.shown)» is unknown. Write \(Phrase.regionTexts.en).",
                ru: "Неизвестный регион «\(text.shown)». Укажите \(Phrase.regionTexts.ru).")
        case .twoProjects(let pid):
            Phrase(
                en: "The project \(pid) is named twice in one account. Leave one of the two.",
                ru: "Проект \(pid) указан в учётной записи дважды. Оставьте один.")
        case .otherBody(let account):
            Phrase(
                en:
                    "The account «\(account.text.shown)» is known with other details. Nothing was changed; give "
                    + "the account as it was, or another id.",
                ru: "Учётная запись «\(account.text.shown)» уже известна с другими сведениями. Ничего не "
                    + "изменено; укажите прежние сведения или другой идентификатор.")
        case .projectTaken(let pid, let account):
            Phrase(
                en: "The project \(pid) belongs to the account «\(account.text.shown)». Correct the PID.",
                ru: "Проект \(pid) принадлежит учётной записи «\(account.text.shown)». Исправьте PID.")
        case .otherProject(let pid):
            Phrase(
                en:
                    "The project \(pid) is known with another region or day of creation. Nothing was changed; "
                    + "give it as it was.",
                ru: "Проект \(pid) уже известен с другим регионом или другой датой создания. Ничего не "
                    + "изменено; укажите прежние сведения.")
        case .createdInClosedMonth(let pid, let month):
            Phrase(
                en: "The project \(pid) was created in \(month) or before, and that month is closed for its "
                    + "account. Give a later instant, or none.",
                ru: "Проект \(pid) создан не позже \(month), а этот месяц для его учётной записи закрыт. "
                    + "Укажите более позднее время или не указывайте его.")
        case .unknownAccount(let account):
            Phrase(
                en: "There is no account «\(account.text.shown)». Check its id, or send the account first.",
                ru: "Нет учётной записи «\(account.text.shown)». Проверьте идентификатор или сначала "
                    + "передайте её.")
        case .unknownProject(let text):
            Phrase(
                en: "There is no project \(text.shown). Check the PID, or import its account first.",
                ru: "Нет проекта \(text.shown). Проверьте PID или сначала загрузите его учётную запись.")
        case .unknownSupplierField(let field):
            Phrase(
                en: "The supplier's field «\(field.shown)» is unknown. Check its spelling.",
                ru: "Неизвестное поле поставщика «\(field.shown)». Проверьте, так ли оно называется.")
        case .badLimit(let text, let least, let most):
            Phrase(
                en: "«\(text.shown)» is no limit. Write a whole sum from \(Sums.grouped(least, .en)) to "
                    + "\(Sums.grouped(most, .en)).",
                ru:
                    "«\(text.shown)» не годится как лимит. Укажите целую сумму от \(Sums.grouped(least, .ru)) до "
                    + "\(Sums.grouped(most, .ru)).")
        case .badName(let text):
            Phrase(
                en: "«\(text.shown)» is no name of a project. Write 4 to 63 small Latin letters, digits and "
                    + "_ - . + @ #, with a letter or a digit at the end; not another project's PID.",
                ru:
                    "«\(text.shown)» не годится как имя проекта. Напишите от 4 до 63 строчных латинских букв, цифр и "
                    + "_ - . + @ #, в конце букву или цифру; не PID другого проекта.")
        case .tooManyRows(let most):
            Phrase(
                en:
                    "There are more than \(Sums.grouped(most, .en)) rows. Choose a shorter period and download "
                    + "it in parts.",
                ru: "Строк больше \(Sums.grouped(most, .ru)). Выберите период короче и скачайте по частям.")
        case .contractData(let number):
            Phrase(
                en:
                    "These details stand in the contract No. \(number.shown) and are changed together with it. "
                    + "Write to your manager or to sales-team@mcs.mail.ru.",
                ru:
                    "Эти сведения записаны в договоре № \(number.shown) и меняются вместе с ним. Напишите своему "
                    + "менеджеру или на sales-team@mcs.mail.ru.")
        case .conservedAlready(let pid):
            Phrase(
                en: "The project \(pid) is conserved already. Look at its page “Conservation”.",
                ru: "Проект \(pid) уже законсервирован. Посмотрите страницу проекта «Консервация».")
        case .notConserved(let pid):
            Phrase(
                en:
                    "The project \(pid) is not conserved, so there is nothing to end. Look at its page “Conservation”.",
                ru:
                    "Проект \(pid) не законсервирован, завершать нечего. Посмотрите страницу проекта «Консервация»."
            )
        case .refundedMeanwhile(let pid):
            Phrase(
                en:
                    "Money of the project \(pid) was paid back while it was conserved. Write to support, who ends the conservation when the account is in order.",
                ru:
                    "Пока проект \(pid) был законсервирован, его деньги вернули. Напишите в поддержку: она завершит консервацию, когда счёт будет приведён в порядок."
            )
        case .turnedTooOften(let pid, let most):
            Phrase(
                en:
                    "The project \(pid) was conserved and woken \(most) times within a day. Come again tomorrow.",
                ru:
                    "Консервацию проекта \(pid) за сутки начинали и завершали \(most) раз. Повторите завтра.")
        case .openMonth(let month):
            Phrase(
                en:
                    "Services of \(month) are still to be documented for the organisation. Become an individual "
                    + "when that month is closed and nothing is used any more.",
                ru:
                    "За \(month) ещё не составлены документы на организацию. Перейдите к работе как физическое лицо, "
                    + "когда этот месяц будет закрыт, а услуги остановлены.")
        case .passToSameParty(let pid, let account):
            Phrase(
                en:
                    "The account «\(account.text.shown)» is of the same party that has the project \(pid): there is "
                    + "nothing to re-register. Name the account of the other organisation.",
                ru:
                    "Учётная запись «\(account.text.shown)» — того же лица, у которого проект \(pid): переоформлять "
                    + "нечего. Укажите учётную запись другой организации.")
        case .passToFormerParty(let pid, let account):
            Phrase(
                en:
                    "The project \(pid) was the account «\(account.text.shown)»'s before, which is or was the same "
                    + "party. Pass the project back to that account.",
                ru:
                    "Проект \(pid) уже был у учётной записи «\(account.text.shown)» — того же лица, сейчас или "
                    + "прежде. Верните проект ей.")
        case .passWithoutDocuments(let account):
            Phrase(
                en:
                    "The account «\(account.text.shown)» gets no documents in this region. Enter the organisation's "
                    + "details in it first.",
                ru:
                    "Учётная запись «\(account.text.shown)» не получает документов в этом регионе. Сначала внесите в "
                    + "неё реквизиты организации.")
        case .passOpenMonth(let month):
            ProjectsProblem.passing(Phrase(month))
        case .passComingParty(let pid, let month):
            ProjectsProblem.passing(pid, in: Phrase(month))
        case .passPostpaid(let account, let month):
            ProjectsProblem.passing(account, Phrase(month))
        case .passPostpaidOpen(let pid):
            Phrase(
                en:
                    "Post-paid services of the project \(pid) are not documented or not paid yet. Close their month, "
                    + "have the invoice paid, then re-register the project.",
                ru:
                    "Услуги проекта \(pid) по постоплате ещё не вошли в документы или не оплачены. Закройте их месяц, "
                    + "дождитесь оплаты счёта, затем переоформите проект.")
        }
    }

    private static func passing(_ open: Phrase) -> Phrase {
        Phrase(
            en:
                "The project's present account has a month open: \(open.en). Close it, then re-register the project.",
            ru:
                "Месяц нынешней учётной записи проекта (\(open.ru)) не закрыт. Закройте его, затем переоформите "
                + "проект.")
    }

    private static func passing(_ pid: PID, in month: Phrase) -> Phrase {
        Phrase(
            en:
                "The present account of the project \(pid) is another organisation from \(month.en) on, whose "
                + "transfers are in the project already. Re-register it once that month has begun and the months before "
                + "are closed.",
            ru:
                "Нынешняя учётная запись проекта \(pid) — другая организация начиная с месяца \(month.ru), и её платежи "
                + "уже есть в проекте. Переоформите его, когда этот месяц начнётся, а прежние будут закрыты.")
    }

    private static func passing(_ account: AccountID, _ month: Phrase) -> Phrase {
        Phrase(
            en:
                "The account «\(account.text.shown)» pays afterwards in \(month.en). End its contract or make it "
                + "prepaid, and re-register the project in the month after.",
            ru:
                "Учётная запись «\(account.text.shown)» за \(month.ru) платит по постоплате. Завершите договор или "
                + "переведите его на предоплату и переоформите проект в следующем месяце.")
    }
}
