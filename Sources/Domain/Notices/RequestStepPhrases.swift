import Basics
package import Requests
import Wording

extension RequestState: Worded {
    package var phrase: Phrase {
        switch self {
        case .open: Phrase(en: "new", ru: "новый")
        case .assigned: Phrase(en: "in work", ru: "в работе")
        case .waiting: Phrase(en: "waits for the customer", ru: "ждёт клиента")
        case .done: Phrase(en: "done", ru: "выполнен")
        case .refused: Phrase(en: "refused", ru: "отказ")
        case .withdrawn: Phrase(en: "withdrawn", ru: "отозван")
        }
    }
}

extension RequestResult: Worded {
    package var phrase: Phrase {
        switch self {
        case .answer: Phrase(en: "answered", ru: "дан ответ")
        case .contract: Phrase(en: "the contract is concluded", ru: "договор заключён")
        case .documentFlow: Phrase(en: "the flow of documents is set up", ru: "документооборот настроен")
        case .papers: Phrase(en: "documents sent", ru: "документы отправлены")
        case .reconciliationAct: Phrase(en: "the reconciliation act is made", ru: "акт сверки составлен")
        case .invoice: Phrase(en: "the invoice is issued", ru: "счёт выставлен")
        case .reRegistration: Phrase(en: "the project is re-registered", ru: "проект переоформлен")
        case .refund: Phrase(en: "the money is returned", ru: "деньги возвращены")
        case .crediting: Phrase(en: "the money is credited", ru: "деньги зачислены")
        case .deferral: Phrase(en: "freezing is put off", ru: "блокировка отложена")
        case .thaw: Phrase(en: "the project works again", ru: "проект разблокирован")
        case .unlinking: Phrase(en: "unlinked", ru: "отвязано")
        case .servicesOff: Phrase(en: "the services are off", ru: "услуги отключены")
        case .bonus: Phrase(en: "bonuses granted", ru: "бонусы начислены")
        case .ownerChange: Phrase(en: "the owner is changed", ru: "владелец сменён")
        case .deletion: Phrase(en: "the project is deleted", ru: "проект удалён")
        case .phone: Phrase(en: "the phone is bound", ru: "телефон привязан")
        case .ending: Phrase(en: "the contract is ended", ru: "договор прекращён")
        }
    }
}

extension RequestAction: Worded {
    /// What was done.
    package var phrase: Phrase {
        switch self {
        case .invoice: Phrase(en: "A payment invoice is issued.", ru: "Выставлен счёт на оплату.")
        case .documents:
            Phrase(en: "Copies of the documents are attached.", ru: "Приложены копии документов.")
        case .crediting: Phrase(en: "A bank transfer is credited.", ru: "Зачислен банковский перевод.")
        case .moving:
            Phrase(
                en: "A bank transfer is moved to another project.",
                ru: "Банковский перевод перенесён на другой проект.")
        case .bonus: Phrase(en: "Bonuses are granted.", ru: "Начислены бонусы.")
        case .deferral:
            Phrase(en: "The freezing of the project is put off.", ru: "Блокировка проекта отложена.")
        case .ownerChange: Phrase(en: "The owner is changed.", ru: "Сменён владелец.")
        case .phone: Phrase(en: "The phone is bound.", ru: "Телефон привязан.")
        case .substitution:
            Phrase(
                en: "What the payment had paid is paid by the bank transfer and will stand in the documents.",
                ru: "Оплаченное платежом теперь оплачено банковским переводом и войдёт в документы.")
        case .assignment:
            Phrase(
                en: "The advance of the former party is assigned to the new one.",
                ru: "Аванс прежнего контрагента передан новому.")
        case .conservation:
            Phrase(
                en: "The project is conserved: nothing more is charged.",
                ru: "Проект законсервирован: списаний больше нет.")
        case .conservationEnd:
            Phrase(
                en: "The conservation of the project is ended.", ru: "Консервация проекта завершена.")
        case .passing:
            Phrase(
                en: "The project is re-registered to the account of another organisation.",
                ru: "Проект переоформлен на учётную запись другой организации.")
        }
    }
}

extension RequestStep {
    /// What was done, as the history says it.
    package var phrase: Phrase {
        switch self {
        case .made: Phrase(en: "Request made", ru: "Запрос создан")
        case .taken: Phrase(en: "Taken to work", ru: "Взят в работу")
        case .assigned: Phrase(en: "Given to an employee", ru: "Назначен исполнитель")
        case .replied: Phrase(en: "Reply of the customer", ru: "Ответ клиента")
        case .answered: Phrase(en: "Answer", ru: "Ответ поддержки")
        case .asked: Phrase(en: "Question to the customer", ru: "Вопрос клиенту")
        case .acted(let action, _): action.phrase
        case .finished(let result):
            Phrase(en: "Done: \(result.phrase.en)", ru: "Выполнен: \(result.phrase.ru)")
        case .refused: Phrase(en: "Refused", ru: "Отказ")
        case .withdrawn: Phrase(en: "Withdrawn by the customer", ru: "Отозван клиентом")
        }
    }
}

extension RequestStanding.Urgency: Worded {
    package var phrase: Phrase {
        switch self {
        case .late: Phrase(en: "late", ru: "просрочен")
        case .soon: Phrase(en: "less than a day", ru: "меньше суток")
        case .fine: Phrase(en: "in time", ru: "в срок")
        }
    }
}

extension CannedAnswer: Worded {
    /// Its name in a list; what it says is `answer`.
    package var phrase: Phrase {
        switch self {
        case .moreDetails: Phrase(en: "details are missing", ru: "не хватает данных")
        case .proofNeeded: Phrase(en: "proof of the payment is needed", ru: "нужно подтверждение платежа")
        case .paymentFound: Phrase(en: "the payment is found", ru: "платёж найден")
        case .paymentNotFound: Phrase(en: "the payment has not come", ru: "платёж не поступил")
        case .documentsSent: Phrase(en: "documents attached", ru: "документы приложены")
        case .setUp: Phrase(en: "document flow is set up", ru: "документооборот настроен")
        case .edmOnlyRussia:
            Phrase(en: "EDM for Russian organisations only", ru: "ЭДО только для резидентов РФ")
        case .cardToDocuments: Phrase(en: "card and documents", ru: "карта и документы")
        case .conserveFirst: Phrase(en: "conserve before a refund", ru: "консервация до возврата")
        case .memberFirst: Phrase(en: "invite the new owner first", ru: "сначала пригласить владельца")
        case .thawTime: Phrase(en: "thawing takes 15 minutes", ru: "разблокировка за 15 минут")
        case .contractForForeign: Phrase(en: "contract for foreign companies", ru: "договор для нерезидентов")
        }
    }

    package var answer: Phrase {
        switch self {
        case .moreDetails:
            Phrase(
                en:
                    "Please tell us the full name and details of your organisation; without them we cannot go on.",
                ru:
                    "Пожалуйста, сообщите полное название и реквизиты организации: без них мы не можем продолжить."
            )
        case .proofNeeded:
            Phrase(
                en: "Please attach the payment order with the bank's mark, or a receipt.",
                ru: "Пожалуйста, приложите платёжное поручение с отметкой банка или чек.")
        case .paymentFound:
            Phrase(
                en: "We found the payment and credited it to your project.",
                ru: "Мы нашли платёж и зачислили его на ваш проект.")
        case .paymentNotFound:
            Phrase(
                en:
                    "The payment has not reached our account yet. Ask your bank whether it was sent; a transfer takes up to "
                    + "three working days.",
                ru:
                    "Платёж ещё не поступил на наш счёт. Уточните в банке, отправлен ли он: перевод идёт до трёх рабочих "
                    + "дней.")
        case .documentsSent:
            Phrase(
                en: "Copies of the documents are attached as PDF.",
                ru: "Копии документов приложены в формате PDF.")
        case .setUp:
            Phrase(
                en: "The flow of documents is set up. The next package comes in the new form.",
                ru: "Документооборот настроен. Следующий пакет придёт в новом виде.")
        case .edmOnlyRussia:
            Phrase(
                en:
                    "EDM is for organisations registered in Russia that work in the region Moscow. We can send originals on "
                    + "paper and copies as PDF.",
                ru:
                    "ЭДО доступен организациям, зарегистрированным в РФ, в регионе Москва. Мы можем отправлять бумажные "
                    + "оригиналы и копии в PDF.")
        case .cardToDocuments:
            Phrase(
                en:
                    "Only bank transfers reach the documents of a legal entity. Pay the same sum by bank transfer; the card "
                    + "payment is then returned.",
                ru:
                    "В документы юридического лица попадают только банковские переводы. Пополните баланс на ту же сумму "
                    + "переводом, платёж с карты будет возвращён.")
        case .conserveFirst:
            Phrase(
                en:
                    "Before money is returned the project must be conserved: stop and delete everything that is charged, then "
                    + "conserve it in the cabinet, on the project's page “Conservation”.",
                ru:
                    "Перед возвратом денег проект нужно законсервировать: остановите и удалите всё, за что идут списания, "
                    + "затем законсервируйте его в кабинете, на странице проекта «Консервация»."
            )
        case .memberFirst:
            Phrase(
                en:
                    "Please invite the new owner to the project first; we change the owner once the invitation is accepted.",
                ru:
                    "Сначала пригласите нового владельца в проект: мы сменим владельца, когда он примет приглашение."
            )
        case .thawTime:
            Phrase(
                en: "The project works again within 15 minutes after its balance is above zero.",
                ru: "Проект снова заработает в течение 15 минут после того, как баланс станет положительным.")
        case .contractForForeign:
            Phrase(
                en:
                    "Organisations that are not residents of the region's country work by an individual contract. Please tell "
                    + "us a contact person and a phone.",
                ru:
                    "Нерезиденты страны региона работают по индивидуальному договору. Сообщите, пожалуйста, контактное лицо и "
                    + "телефон.")
        }
    }
}
