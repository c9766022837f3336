import Basics
package import Requests
import Wording

extension RequestsProblem: Worded {
    package var phrase: Phrase {
        switch self {
        case .missingField(let kind, let field):
            Phrase(
                en:
                    "«\(field.phrase.text(.en))» is missing; «\(kind.phrase.text(.en))» needs it. Fill it in.",
                ru:
                    "Не заполнено поле «\(field.phrase.text(.ru))»: без него нет запроса «\(kind.phrase.text(.ru))». Заполните его."
            )
        case .foreignField(let kind, let name):
            Phrase(
                en: "«\(kind.phrase.text(.en))» has no field «\(name.shown)». Leave it away.",
                ru: "В запросе «\(kind.phrase.text(.ru))» нет поля «\(name.shown)». Уберите его.")
        case .badValue(let field, let value):
            Phrase(
                en:
                    "«\(value.shown)» does not fit «\(field.phrase.text(.en))»: \(field.shape.phrase.text(.en)).",
                ru:
                    "«\(value.shown)» не подходит полю «\(field.phrase.text(.ru))»: \(field.shape.phrase.text(.ru))."
            )
        case .notHere(let kind, let region):
            Phrase(
                en:
                    "«\(kind.phrase.text(.en))» is not for projects of \(region.phrase.text(.en)). Ask support what is.",
                ru:
                    "Запрос «\(kind.phrase.text(.ru))» недоступен проектам региона \(region.phrase.text(.ru)). Спросите поддержку, что доступно."
            )
        case .unknownKind(let text):
            Phrase(
                en: "There is no kind of request «\(text.shown)». `kontragent requests kinds` lists them.",
                ru: "Вида запроса «\(text.shown)» нет. Все виды показывает `kontragent requests kinds`.")
        case .unknownRequest(let text):
            Phrase(
                en: "There is no request № \(text.shown). Look at the list of requests.",
                ru: "Запроса № \(text.shown) нет. Посмотрите список запросов.")
        case .changedMeanwhile(let number):
            Phrase(
                en: "Somebody else has just worked on request № \(number). Read what was done, then go on.",
                ru:
                    "С запросом № \(number) только что работал кто-то ещё. Прочитайте, что сделано, и продолжите."
            )
        case .closed(let state):
            Phrase(
                en: "The request is closed: \(state.phrase.en). Make a new one.",
                ru: "Запрос закрыт: \(state.phrase.ru). Создайте новый.")
        case .tooLate(let days):
            Phrase(
                en: "The request was closed more than \(days) days ago. Make a new one.",
                ru: "Запрос закрыт больше \(days) дней назад. Создайте новый.")
        case .wrongResult(let kind, let result):
            Phrase(
                en: "«\(result.phrase.en)» is no result of «\(kind.phrase.en)». Choose another.",
                ru: "«\(result.phrase.ru)» — не результат запроса «\(kind.phrase.ru)». Выберите другой.")
        case .unknownResult(let text):
            Phrase(
                en: "There is no result «\(text.shown)». Choose one of the list.",
                ru: "Результата «\(text.shown)» нет. Выберите из списка.")
        case .noKey:
            Phrase(
                en: "The form came without its mark. Open the page again and send it from there.",
                ru: "Форма пришла без своей метки. Откройте страницу заново и отправьте её оттуда.")
        case .noText:
            Phrase(
                en: "Nothing is said. Write an answer, a question or a reason.",
                ru: "Текст пуст. Напишите ответ, вопрос или причину.")
        case .badText(let most):
            Phrase(
                en:
                    "The text is longer than \(most) characters or holds signs that cannot be seen. Shorten it.",
                ru: "Текст длиннее \(most) знаков или содержит невидимые символы. Сократите его.")
        case .badFile(let name):
            Phrase(
                en: "«\(name.shown)» is neither PDF nor PNG nor JPEG. Attach a scan or a picture.",
                ru: "«\(name.shown)» — не PDF, не PNG и не JPEG. Приложите скан или снимок.")
        case .largeFile(let name, let megabytes):
            Phrase(
                en: "«\(name.shown)» is larger than \(megabytes) MB. Attach a smaller file.",
                ru: "«\(name.shown)» больше \(megabytes) МБ. Приложите файл меньше.")
        case .tooManyFiles(let most):
            Phrase(
                en: "More than \(most) files at once. Send the others with another reply.",
                ru: "Больше \(most) файлов сразу. Остальные отправьте следующим ответом.")
        case .tooManyOpen(let most):
            Phrase(
                en: "\(most) requests of the project wait already. Withdraw some, or wait for answers.",
                ru: "Уже ждут ответа \(most) запросов проекта. Отзовите лишние или дождитесь ответов.")
        case .noDocuments(let month):
            Phrase(
                en:
                    "\(Phrase(month).en) has no documents that everybody who sees the request may see. Attach them by hand.",
                ru:
                    "Месяц \(Phrase(month).ru): нет документов, которые можно показать всем, кто видит запрос. Приложите их вручную."
            )
        case .foreignLine(let line, let pid):
            Phrase(
                en: "The money of the bank line \(line) does not lie on \(pid). Look for the payment again.",
                ru: "Деньги строки выписки \(line) лежат не на \(pid). Найдите платёж заново.")
        case .badDays(let text, let most):
            Phrase(
                en: "«\(text.shown)» is no number of days. Write one from 1 to \(most).",
                ru: "«\(text.shown)» — не число дней. Напишите от 1 до \(most).")
        case .unknownBonus(let type):
            Phrase(
                en: "No price of the region knows bonuses «\(type.shown)». Choose a type of the list.",
                ru: "Цены региона не знают бонусов «\(type.shown)». Выберите тип из списка.")
        case .largeBonus(let most):
            Phrase(
                en:
                    "Support grants up to \(Phrase(minor: most).en) by itself. Give the request to an administrator.",
                ru:
                    "Поддержка сама начисляет до \(Phrase(minor: most).ru). Передайте запрос администратору."
            )
        case .tooManySteps(let most):
            Phrase(
                en: "The request holds \(most) replies of yours already. Make a new one.",
                ru: "В запросе уже \(most) ваших ответов. Создайте новый.")
        case .tooManyToday(let most):
            Phrase(
                en: "\(most) requests of the project were made within a day. Reply in one of them, or wait.",
                ru: "За сутки создано \(most) запросов проекта. Ответьте в одном из них или подождите.")
        case .tooMuchToday(let megabytes):
            Phrase(
                en: "The project has sent \(megabytes) MB of files within a day. Send the others tomorrow.",
                ru: "За сутки проект отправил \(megabytes) МБ файлов. Остальные отправьте завтра.")
        case .unknownLetter(let text):
            Phrase(
                en: "There is no letter № \(text.shown). Look at the list of letters.",
                ru: "Письма № \(text.shown) нет. Посмотрите список писем.")
        case .letterDone(let number):
            Phrase(
                en: "Letter № \(number) has been dealt with already. Read what became of it.",
                ru: "Письмо № \(number) уже разобрано. Посмотрите, что с ним стало.")
        case .conserveFirst(let pid):
            Phrase(
                en:
                    "The project \(pid) is not conserved, and money goes back only from one that is. Conserve it, or ask its owner to: /projects/\(pid)/conservation.",
                ru:
                    "Проект \(pid) не законсервирован, а деньги возвращают только из законсервированного. Законсервируйте его или попросите владельца: /projects/\(pid)/conservation."
            )
        case .ownersWord(let pid):
            Phrase(
                en:
                    "The request was made by somebody who does not own the project \(pid), and only its owner has it conserved or ends that. Ask the owner to do it: /projects/\(pid)/conservation.",
                ru:
                    "Запрос сделан не владельцем проекта \(pid), а консервация начинается и завершается только по его воле. Попросите владельца: /projects/\(pid)/conservation."
            )
        case .noSpeaker(let pid):
            Phrase(
                en:
                    "Nobody signs in for the project \(pid), so nobody would read the answer. Invite its owner first.",
                ru:
                    "У проекта \(pid) нет пользователей: ответ никто не прочтёт. Сначала пригласите владельца."
            )
        }
    }
}

extension RequestField.Shape: Worded {
    package var phrase: Phrase {
        switch self {
        case .line: Phrase(en: "write one line", ru: "напишите одну строку")
        case .text: Phrase(en: "write a text of up to 4000 characters", ru: "напишите текст до 4000 знаков")
        case .email:
            Phrase(
                en: "write an address such as anna@example.com", ru: "напишите адрес вида anna@example.com")
        case .phone: Phrase(en: "write 7 to 15 digits", ru: "напишите от 7 до 15 цифр")
        case .day: Phrase(en: "write a day as 2026-03-31", ru: "напишите день так: 2026-03-31")
        case .period:
            Phrase(
                en: "write two days as 2026-01-01/2026-03-31",
                ru: "напишите два дня так: 2026-01-01/2026-03-31")
        case .amount: Phrase(en: "write a sum such as 1500.50", ru: "напишите сумму вида 1500.50")
        case .project: Phrase(en: "write a PID such as mcs0123456789", ru: "напишите PID вида mcs0123456789")
        case .digits(let count): Phrase(en: "write \(count) digits", ru: "напишите \(count) цифр")
        case .choice(let words):
            Phrase(
                en: "choose of \(words.joined(separator: ", "))",
                ru: "выберите из: \(words.joined(separator: ", "))")
        case .flag: Phrase(en: "yes or no", ru: "да (yes) или нет (no)")
        case .file: Phrase(en: "attach a file", ru: "приложите файл")
        }
    }
}

extension RequestField: Worded {
    package var phrase: Phrase {
        switch self {
        case .organisation: Phrase(en: "organisation and its details", ru: "организация и её реквизиты")
        case .formerOrganisation: Phrase(en: "former organisation", ru: "прежняя организация")
        case .newOrganisation: Phrase(en: "new organisation", ru: "новая организация")
        case .contactName: Phrase(en: "contact's full name", ru: "ФИО контактного лица")
        case .contactPhone: Phrase(en: "contact's phone", ru: "телефон контактного лица")
        case .documentList: Phrase(en: "documents", ru: "состав документов")
        case .form: Phrase(en: "form of documents", ru: "формат документов")
        case .carrier: Phrase(en: "post or courier", ru: "почта или курьер")
        case .recipient: Phrase(en: "recipient's full name", ru: "ФИО получателя")
        case .postalAddress: Phrase(en: "postal address", ru: "почтовый адрес")
        case .isLegalAddress: Phrase(en: "is it the legal address", ru: "совпадает ли с юридическим")
        case .email: Phrase(en: "e-mail", ru: "электронная почта")
        case .newOwnerEmail: Phrase(en: "new owner's e-mail", ru: "почта нового владельца")
        case .everyMonth: Phrase(en: "every month", ru: "каждый месяц")
        case .period: Phrase(en: "period", ru: "период")
        case .project: Phrase(en: "project (PID)", ru: "проект (PID)")
        case .amount: Phrase(en: "sum", ru: "сумма")
        case .paidOn: Phrase(en: "day of the payment", ru: "дата платежа")
        case .chargedOn: Phrase(en: "day of the charge", ru: "дата списания")
        case .cardDigits:
            Phrase(en: "first 6 and last 4 digits of the card", ru: "первые 6 и последние 4 цифры карты")
        case .lastDigits: Phrase(en: "last 4 digits of the card", ru: "последние 4 цифры карты")
        case .reason: Phrase(en: "reason", ru: "причина")
        case .accountData: Phrase(en: "the account", ru: "данные аккаунта")
        case .ticket: Phrase(en: "ticket's number", ru: "номер обращения")
        case .ticketDay: Phrase(en: "ticket's day", ru: "дата обращения")
        case .phone: Phrase(en: "phone", ru: "телефон")
        case .proof: Phrase(en: "proof of the payment", ru: "подтверждение платежа")
        case .application: Phrase(en: "signed application", ru: "подписанное заявление")
        }
    }
}

extension LetterState: Worded {
    package var phrase: Phrase {
        switch self {
        case .waiting: Phrase(en: "waits for a person", ru: "ждёт сотрудника")
        case .asked: Phrase(en: "sender asked for more", ru: "запрошены данные")
        case .taken: Phrase(en: "in a request", ru: "в запросе")
        case .bounce: Phrase(en: "undelivered", ru: "недоставленное")
        case .automatic: Phrase(en: "automatic", ru: "автоответ")
        case .aside: Phrase(en: "set aside", ru: "отложено")
        }
    }
}

extension LetterWait: Worded {
    package var phrase: Phrase {
        switch self {
        case .unknownSender:
            Phrase(
                en: "nobody signs in with the sender's address",
                ru: "адрес отправителя не принадлежит ни одному пользователю")
        case .unprovenSender:
            Phrase(
                en: "the mail server has not proved the sender's address",
                ru: "почтовый сервер не подтвердил адрес отправителя")
        case .noKind: Phrase(en: "the subject tells no kind of request", ru: "по теме не понять вид запроса")
        case .severalKinds:
            Phrase(
                en: "the subject fits several kinds of requests",
                ru: "тема подходит нескольким видам запросов")
        case .foreign:
            Phrase(
                en: "it names a project or a request that the sender may not speak for",
                ru: "назван проект или запрос, по которому отправитель не вправе обращаться")
        case .incomplete:
            Phrase(
                en: "something is still missing after we asked",
                ru: "после уточнения данных всё ещё не хватает")
        case .tooMany:
            Phrase(
                en: "too many letters of one sender today", ru: "слишком много писем от отправителя за сутки")
        case .tooLarge:
            Phrase(
                en: "too large: only its head was read, the letter is in the mailbox",
                ru: "слишком большое: прочитан только заголовок, само письмо — в ящике")
        case .refused:
            Phrase(
                en: "the request it belongs to does not take it",
                ru: "запрос, к которому оно относится, его не принимает")
        }
    }
}

extension Department: Worded {
    package var phrase: Phrase {
        switch self {
        case .documents: Phrase(en: "document department", ru: "отдел документооборота")
        case .support: Phrase(en: "technical support", ru: "техническая поддержка")
        case .serviceLevel: Phrase(en: "support, compensation", ru: "поддержка, компенсации")
        }
    }
}

extension RequestTerms.Deadline: Worded {
    package var phrase: Phrase {
        switch self {
        case .hours(let count): Phrase(en: "\(count) hours", ru: "\(count) ч")
        case .workingDays(let count): Phrase(en: "\(count) working days", ru: "рабочих дней: \(count)")
        case .calendarDays(let count): Phrase(en: "\(count) days", ru: "дней: \(count)")
        }
    }
}

extension RequestKind: Worded {
    package var phrase: Phrase {
        switch self {
        case .individualContract:
            Phrase(en: "conclude an individual contract", ru: "заключить индивидуальный договор")
        case .documentFlow: Phrase(en: "set up the flow of documents", ru: "настроить документооборот")
        case .documents: Phrase(en: "receive reporting documents", ru: "получать отчётные документы")
        case .edm: Phrase(en: "connect EDM", ru: "подключить ЭДО")
        case .paperFlow: Phrase(en: "originals on paper", ru: "бумажные оригиналы")
        case .scans: Phrase(en: "scans of documents", ru: "сканы документов")
        case .reconciliationAct: Phrase(en: "reconciliation act", ru: "акт сверки")
        case .foreignInvoice:
            Phrase(en: "invoice for a foreign company", ru: "счёт иностранной компании")
        case .contractTerms: Phrase(en: "terms of the contract", ru: "условия договора")
        case .reRegistration:
            Phrase(en: "re-register to another organisation", ru: "переоформить на другую организацию")
        case .foundingDocuments:
            Phrase(en: "the provider's founding documents", ru: "учредительные документы")
        case .personalRefund: Phrase(en: "refund to a person", ru: "возврат физическому лицу")
        case .companyRefund: Phrase(en: "refund to a company", ru: "возврат организации")
        case .cardIntoDocuments:
            Phrase(en: "a card payment into documents", ru: "учесть оплату картой в документах")
        case .paymentTrace: Phrase(en: "find a payment", ru: "найти платёж")
        case .freezeDelay:
            Phrase(en: "no freezing while a transfer is on its way", ru: "не блокировать, пока идёт перевод")
        case .thaw: Phrase(en: "unblock by hand", ru: "разблокировать вручную")
        case .deletionTime: Phrase(en: "time left before deletion", ru: "сколько осталось до удаления")
        case .instrumentUnlinking: Phrase(en: "unlink a card or SBP", ru: "отвязать карту или СБП")
        case .unknownCharge: Phrase(en: "unknown charge of a card", ru: "неизвестное списание с карты")
        case .servicesOff: Phrase(en: "switch paid services off", ru: "отключить платные услуги")
        case .misplacedMoney:
            Phrase(en: "move wrongly credited money", ru: "перенести ошибочно зачисленное")
        case .receipt: Phrase(en: "receipt of a payment", ru: "чек за оплату")
        case .missingBonus: Phrase(en: "bonus not received", ru: "не пришли бонусы")
        case .slaCompensation: Phrase(en: "compensation under the SLA", ru: "компенсация по SLA")
        case .ownerChange: Phrase(en: "change the owner", ru: "сменить владельца")
        case .projectDeletion: Phrase(en: "delete a project", ru: "удалить проект")
        case .foreignPhone: Phrase(en: "bind a foreign phone", ru: "привязать иностранный телефон")
        case .missingDocuments: Phrase(en: "documents not received", ru: "не пришли документы")
        case .contractCopy: Phrase(en: "copy of the contract", ru: "копия договора")
        case .successionRefusal:
            Phrase(en: "refuse the contract's succession", ru: "отказ от передачи договора")
        }
    }
}
