import Basics
import Documents
import Notices
import Payments
import Regions
import Requisites
import Testing
import Wording

@Suite struct WordbookTests {
    @Test func `every problem names its things in both languages`() {
        #expect(!EveryProblem.all.isEmpty)
        for named in EveryProblem.all {
            let phrase = Wordbook.phrase(named.problem)
            for thing in named.things {
                #expect(phrase.en.contains(thing.en), "\(named.problem.code): \(phrase.en)")
                #expect(phrase.ru.contains(thing.ru), "\(named.problem.code): \(phrase.ru)")
            }
        }
    }

    @Test func `every problem is a sentence or two in its own letters`() {
        for named in EveryProblem.all {
            let phrase = Wordbook.phrase(named.problem)
            SpeechChecks.check(phrase, named.problem.code)
            #expect(phrase.en.hasSuffix(".") && phrase.ru.hasSuffix("."), "\(named.problem.code)")
            #expect(!phrase.ru.contains(".."), "\(phrase.ru)")
        }
    }

    @Test func `the list of problems holds every code of the rooms`() {
        let codes = Dictionary(
            grouping: Set(EveryProblem.all.map(\.problem.code)), by: { $0.split(separator: ".").first ?? "" })
        let counts = codes.mapValues(\.count)
        let expected: [Substring: Int] = [
            "basics": 2, "requisites": 5, "ledger": 1, "counterparties": 7, "contracts": 39, "projects": 28,
            "metering": 13, "funding": 12, "payments": 19, "documents": 39, "access": 31, "requests": 31,
            "registration": 9,
        ]
        #expect(counts == expected)
    }

    @Test func `a supplier without requisites is told which, and where they are given`() {
        let problem = DocumentsProblem.supplierRequisitesMissing(.kazakhstan, [.taxID, .signatory])
        let phrase = Wordbook.phrase(problem)
        #expect(
            phrase.en
                == "The supplier of the region Kazakhstan, ТОО «QazCloud», lacks for its documents: tax id, "
                + "signatory. Give these details in suppliers.json of a dataset, import it and close the month "
                + "again.")
        #expect(
            phrase.ru
                == "У поставщика региона «Казахстан», ТОО «QazCloud», не хватает для документов: налоговый "
                + "номер (ИНН или БИН), подписант. Укажите эти реквизиты в файле suppliers.json набора данных, "
                + "загрузите его и закройте месяц снова.")
    }

    @Test func `totals that do not tie are told with the account, the line and both sums`() {
        let problem = PaymentsProblem.totalsDiffer(
            line: 9, account: "40702810100000003759", counted: 1_234_567_89, stated: -5)
        #expect(
            problem.phrase.ru == "Строка 9: итоги счёта 40702810100000003759 не сходятся: по остатку, "
                + "поступлениям и списаниям выходит 1\u{A0}234\u{A0}567,89, в файле -0,05. Сверьтесь с банком, "
                + "выгрузите файл заново или примите его.")
    }

    @Test func `a problem nobody has worded is told by its code and kind`() {
        struct Strange: Problem {
            let code = "strange.thing"
            let kind: ProblemKind
        }
        let kinds: [ProblemKind] = [.invalid, .missing, .conflict, .forbidden, .unavailable]
        let phrases = kinds.map { Wordbook.phrase(Strange(kind: $0)) }
        #expect(Set(phrases).count == kinds.count)
        for phrase in phrases {
            #expect(phrase.en.contains("strange.thing") && phrase.ru.contains("strange.thing"))
            SpeechChecks.check(phrase, "strange")
        }
    }

    @Test func `a problem of an adapter is told in its own words`() {
        struct Outside: Problem, Worded {
            let code = "outside.thing"
            let kind = ProblemKind.unavailable
            let phrase = Phrase(en: "The disk is full.", ru: "Диск полон.")
        }
        let phrase = Wordbook.phrase(Outside())
        #expect(phrase == Phrase(en: "The disk is full.", ru: "Диск полон."))
    }

    @Test func `what somebody typed stays on one line and does not grow without end`() {
        let problem = RequisitesProblem.notDigits(
            .inn, "12\n34\u{202E}" + String(repeating: "5", count: 1_000))
        #expect(problem.phrase.en.contains("«12 34 555"))
        #expect(problem.phrase.en.contains("…»"))
        #expect(problem.phrase.en.unicodeScalars.count < 300)
    }

    @Test func `who reads Kazakh is answered in Russian`() {
        let phrase = Region.moscow.phrase
        #expect(phrase.text(.kk) == "Москва")
        #expect(phrase.text(.ru) == "Москва")
        #expect(phrase.text(.en) == "Moscow")
    }
}
