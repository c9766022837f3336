import Basics
import Regions
import Requests
import Wording

/// Letters about requests: to the customer of what the staff do, to the staff of what the customer does.
extension LetterText {
    /// The same subject for all letters of a request, so that they stand together; by its mark an answer finds the way
    /// back.
    static func request(_ number: Int64, _ kind: RequestKind, _ pid: PID) -> Phrase {
        let token = LetterToken.request(number, in: pid.text)
        return Phrase(
            en: "Request № \(number): \(kind.phrase.en) \(token)",
            ru: "Запрос № \(number): \(kind.phrase.ru) \(token)")
    }

    static func incomplete(_ number: Int64, _ kind: RequestKind) -> Phrase {
        let token = LetterToken.letter(number)
        return Phrase(
            en: "Something is missing: \(kind.phrase.en) \(token)",
            ru: "Не хватает данных: \(kind.phrase.ru) \(token)")
    }

    /// The fields as lines to be filled in; a file is attached.
    static func incomplete(_ kind: RequestKind, _ lacking: [RequestField]) -> Phrase {
        func lines(_ text: (RequestField) -> (label: String, hint: String)) -> String {
            lacking.map { field in
                let (label, hint) = text(field)
                return "\(label): (\(hint))"
            }.joined(separator: "\n")
        }
        return Phrase(
            en: """
                We have your letter and understand it as the request “\(kind.phrase.en)”. Something is missing or not as it \
                should be. Reply to this letter and put behind each colon what belongs there, instead of the brackets; attach \
                what is a file:

                \(lines { ($0.phrase.en, $0.shape.phrase.en) })
                """,
            ru: """
                Мы получили ваше письмо и поняли его как запрос «\(kind.phrase.ru)». Не хватает данных, или они указаны не \
                так. Ответьте на это письмо и впишите после каждого двоеточия нужное вместо скобок, файлы приложите:

                \(lines { ($0.phrase.ru, $0.shape.phrase.ru) })
                """)
    }

    var requestBody: Phrase {
        switch self {
        case .requestMade(_, _, let pid, let due, let region):
            let until = Phrase(due, in: region.profile.zone)
            return Phrase(
                en:
                    "We have received your request for the project \(pid). It is to be done by \(until.en).\n\n"
                    + LetterText.place(pid).en,
                ru: "Мы получили ваш запрос по проекту \(pid). Срок выполнения — \(until.ru).\n\n"
                    + LetterText.place(pid).ru)
        case .requestAnswered(_, _, let pid, let text, let asks):
            let ask =
                asks
                ? Phrase(
                    en: "Your answer is needed to go on.\n\n",
                    ru: "Чтобы продолжить, нужен ваш ответ.\n\n") : Phrase("")
            return Phrase(
                en: "\(text)\n\n\(ask.en)\(LetterText.place(pid).en)",
                ru: "\(text)\n\n\(ask.ru)\(LetterText.place(pid).ru)")
        case .requestClosed(_, _, let pid, let result, let text):
            let what =
                result.map {
                    Phrase(
                        en: "Your request is done: \($0.phrase.en).",
                        ru: "Ваш запрос выполнен: \($0.phrase.ru).")
                } ?? Phrase(en: "Your request is refused.", ru: "По вашему запросу отказано.")
            let said = text.isEmpty ? "" : "\n\n\(text)"
            return Phrase(
                en: "\(what.en)\(said)\n\nA reply within 30 days opens it again. \(LetterText.place(pid).en)",
                ru:
                    "\(what.ru)\(said)\n\nОтвет в течение 30 дней откроет его снова. \(LetterText.place(pid).ru)"
            )
        case .requestReplied(_, _, let pid, let text):
            let said = text.isEmpty ? "" : "\n\n\(text)"
            return Phrase(
                en: "The customer of the project \(pid) has answered or withdrawn the request.\(said)",
                ru: "Клиент проекта \(pid) ответил по запросу или отозвал его.\(said)")
        case .requestAssigned(_, _, let pid, let by):
            return Phrase(
                en: "\(by.shown) gave you this request of the project \(pid).",
                ru: "\(by.shown) передаёт вам этот запрос проекта \(pid).")
        default: preconditionFailure("\(kind) is no letter about a request")
        }
    }

    private static func place(_ pid: PID) -> Phrase {
        Phrase(
            en:
                "State, deadline and history are in the cabinet, on the page “Requests” of the project \(pid).",
            ru: "Состояние, срок и история — в личном кабинете, на странице «Запросы» проекта \(pid).")
    }
}
