import Basics
import Notices
import Payments
import Testing

@Suite struct ReasonTests {
    @Test func `every reason of a match names what it rests on`() throws {
        let one = try #require(PID("mcs0000000001"))
        let two = try #require(PID("mcs0000000002"))
        let day = try #require(Day("2026-10-05"))
        let payer = TaxID("7707083893")
        let reasons: [(MatchReason, [String])] = [
            (.outgoing, []), (.directionUnknown, []), (.betweenOwnAccounts, []),
            (.otherCurrency("USD"), ["USD"]),
            (.pidQuoted(one), [one.text]),
            (.unknownPID(one), [one.text]),
            (.pidOfAnotherRegion(one, region: "kazakhstan"), [one.text]),
            (.severalPIDs([one, two]), [one.text, two.text]),
            (.invoiceQuoted(number: "17", date: day), ["17", "2026"]),
            (.unknownInvoice(number: "17", date: day), ["17", "2026"]),
            (.invoiceWithoutDate(number: "17"), ["17"]),
            (.ambiguousInvoice(number: "17", date: day), ["17", "2026"]),
            (.invoiceOfAnotherRegion(number: "17", date: day), ["17", "2026"]),
            (.restToFirst(one, amount: 500), [one.text, "5"]),
            (.onlyProjectOfPayer(payer, one), [payer.text, one.text]),
            (.payerWithoutTaxID, []),
            (.payerWithoutProject(payer), [payer.text]),
            (.payerWithSeveralProjects(payer, [one, two]), [payer.text, one.text, two.text]),
        ]
        #expect(Set(reasons.map(\.0.phrase)).count == reasons.count)
        for (reason, things) in reasons {
            let phrase = reason.phrase
            SpeechChecks.check(phrase, "\(reason)")
            for thing in things {
                #expect(phrase.en.contains(thing) && phrase.ru.contains(thing), "\(phrase.ru)")
            }
        }
    }

    @Test func `a project of another region is told with the region's name`() throws {
        let pid = try #require(PID("mcs0000000001"))
        let phrase = MatchReason.pidOfAnotherRegion(pid, region: "kazakhstan").phrase
        #expect(phrase.ru.hasPrefix("Проект mcs0000000001 — в регионе «Казахстан»"))
        #expect(phrase.en.hasPrefix("The project mcs0000000001 is of the region Kazakhstan"))
    }

    @Test func `a held file is told with every reason it waits for`() {
        let problems: [PaymentsProblem] = [
            .truncated(line: 42), .chainBroken(line: 7, account: "40702", closing: 1, opening: 2),
        ]
        let phrase = StatementVerdict.held(problems).phrase
        SpeechChecks.check(phrase, "held")
        for problem in problems {
            #expect(phrase.en.contains(problem.phrase.en))
            #expect(phrase.ru.contains(problem.phrase.ru))
        }
        #expect(StatementVerdict.sound.phrase.ru == "Выписка сходится и зачисляется.")
    }

    @Test func `every warning of a statement names its place`() {
        let warnings: [(StatementWarning, [String])] = [
            (.strayText(line: 42), ["42"]), (.repeatedKey(line: 42, key: "Дата"), ["42", "Дата"]),
            (.encodingNotAsStated, []),
            (
                .sumsDiffer(account: "40702", direction: .incoming, stated: 100, listed: 200),
                ["40702", "1", "2"]
            ),
        ]
        for (warning, things) in warnings {
            let phrase = warning.phrase
            SpeechChecks.check(phrase, "\(warning)")
            for thing in things { #expect(phrase.en.contains(thing) && phrase.ru.contains(thing)) }
        }
        #expect(
            warnings[3].0.phrase.ru
                == "Счёт 40702, входящие платежи: в файле указано 1,00, по документам 2,00. "
                + "Уточните в банке, не пропущены ли документы.")
    }
}
