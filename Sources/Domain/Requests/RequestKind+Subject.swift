extension RequestKind {
    /// The kinds that the subject of a letter may mean: a kind's own name (`payment-trace`), or all beginnings of words
    /// that tell it. Whoever knows the heading of a source document and writes it is understood.
    package static func meant(by subject: String) -> [RequestKind] {
        let low = subject.lowercased().replacing("ё", with: "е")
        let named = allCases.filter { low.contains($0.rawValue) && $0.rawValue.contains("-") }
        if named.count == 1 { return named }
        let words = low.split { !$0.isLetter && !$0.isNumber }
        let told = allCases.map { kind in
            (
                kind,
                kind.subjects.filter { beginnings in
                    beginnings.allSatisfy { beginning in words.contains { $0.hasPrefix(beginning) } }
                }.map { Set($0) }
            )
        }.filter { !$0.1.isEmpty }
        // What says the same and more is meant: electronic document flow is no mere document flow.
        return told.filter { _, own in
            !told.contains { _, others in
                own.allSatisfy { set in others.contains { set.isStrictSubset(of: $0) } }
            }
        }.map(\.0)
    }

    /// Sets of beginnings of words, Russian and English; one whole set tells the kind.
    private var subjects: [[String]] {
        switch self {
        case .individualContract: [["индивидуальн", "договор"], ["individual", "contract"]]
        case .documentFlow: [["документооборот"], ["document", "flow"]]
        case .documents:
            [["получ", "отчетн", "документ"], ["reporting", "documents"]]
        case .edm: [["эдо"], ["электронн", "документооборот"], ["edm"]]
        case .paperFlow: [["бумажн", "документ"], ["оригинал", "документ"], ["paper", "documents"]]
        case .scans: [["скан"], ["scan"]]
        case .reconciliationAct: [["акт", "сверк"], ["reconciliation"]]
        case .foreignInvoice: [["счет", "нерезидент"], ["foreign", "invoice"]]
        case .contractTerms: [["услови", "договор"], ["terms", "contract"]]
        case .reRegistration: [["переоформ"], ["re", "registration"]]
        case .foundingDocuments: [["учредительн"], ["founding", "documents"]]
        // Which of them, the payer's kind says.
        case .personalRefund, .companyRefund: [["возврат", "денежн"], ["возврат", "средств"], ["refund"]]
        case .cardIntoDocuments: [["карт", "отчетн"], ["card", "documents"]]
        case .paymentTrace: [["не", "поступил", "плат"], ["розыск", "плат"], ["payment", "trace"]]
        case .freezeDelay: [["отложи", "заморозк"], ["отсроч", "заморозк"], ["delay", "freez"]]
        case .thaw: [["разморо"], ["thaw"]]
        case .deletionTime: [["срок", "удален"], ["deletion", "time"]]
        case .instrumentUnlinking: [["отвяз", "карт"], ["unlink", "card"]]
        case .unknownCharge: [["неизвестн", "списан"], ["unknown", "charge"]]
        case .servicesOff: [["отключ", "услуг"], ["отключ", "сервис"], ["services", "off"]]
        case .misplacedMoney: [["ошибочн", "зачисл"], ["ошибочн", "плат"], ["misplaced", "money"]]
        case .receipt: [["чек"], ["receipt"]]
        case .missingBonus: [["бонус"], ["bonus"]]
        case .slaCompensation: [["компенсаци", "sla"], ["sla", "compensation"]]
        case .ownerChange: [["смен", "владельц"], ["owner", "change"]]
        case .projectDeletion: [["удал", "проект"], ["project", "deletion"], ["delete", "project"]]
        case .foreignPhone: [["иностранн", "телефон"], ["foreign", "phone"]]
        case .missingDocuments:
            [["нет", "документ"], ["не", "получ", "документ"], ["missing", "documents"]]
        case .contractCopy: [["копи", "договор"], ["copy", "contract"]]
        case .successionRefusal: [["отказ", "передач"], ["succession", "refusal"]]
        }
    }
}
