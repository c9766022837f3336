import Basics
import Funding
import Notices
import Projects
import Regions
import Requisites
import Testing

@Suite struct StateWordsTests {
    private func frozen(due: String) throws -> ProjectState {
        .frozen(
            since: try #require(Moment("2026-10-31T21:05:00Z")), deletionDue: try #require(Moment(due)))
    }

    @Test func `a frozen project is told by the clocks of its region`() throws {
        let state = try frozen(due: "2026-11-03T21:05:00Z")
        let moscow = StateWords.phrase(state, in: .moscow)
        #expect(moscow.ru == "заморожен с 01.11.2026, 00:05, объекты удаляются после 04.11.2026, 00:05")
        #expect(
            moscow.en
                == "frozen since 1 November 2026, 00:05, objects are deleted after 4 November 2026, 00:05")
        let kazakhstan = StateWords.phrase(state, in: .kazakhstan)
        #expect(kazakhstan.ru.contains("01.11.2026, 02:05"))
        let conserved = ProjectState.conserved(since: try #require(Moment("2026-10-31T21:05:00Z")))
        #expect(
            StateWords.phrase(conserved, in: .moscow).ru
                == "законсервирован с 01.11.2026, 00:05, списаний нет")
        #expect(StateWords.phrase(.active, in: .moscow) == Phrase(en: "active", ru: "работает"))
    }

    @Test func `a change of state is told, no change is not`() throws {
        let pid = try #require(PID("mcs0000000001"))
        let short = try frozen(due: "2026-11-03T21:05:00Z")
        let long = try frozen(due: "2026-11-07T21:05:00Z")
        func change(_ old: ProjectState, _ new: ProjectState) -> Phrase? {
            StateWords.change(of: pid, in: .moscow, from: old, to: new)
        }
        let freezing = try #require(change(.active, short))
        let longer = try #require(change(short, long))
        let thaw = try #require(change(long, .active))
        #expect(thaw.ru == "Проект mcs0000000001 снова работает.")
        #expect(freezing.ru.contains("04.11.2026") && longer.ru.contains("08.11.2026"))
        for phrase in [freezing, longer, thaw] {
            SpeechChecks.check(phrase, "change")
            #expect(phrase.en.contains("mcs0000000001") && phrase.ru.contains("mcs0000000001"))
        }
        let conserved = ProjectState.conserved(since: try #require(Moment("2026-10-31T21:05:00Z")))
        let words = [(short, conserved), (conserved, .active), (.active, conserved)].compactMap(change)
        #expect(words.count == 3 && change(conserved, conserved) == nil)
        for phrase in words { SpeechChecks.check(phrase, "change") }
        #expect(change(conserved, short) == freezing)
        #expect(change(.active, .active) == nil)
        #expect(change(short, short) == nil)
    }

    @Test func `a package without documents says why`() {
        let spend = StateWords.skipped("no-bank-funded-spend")
        let contract = StateWords.skipped("non-resident-without-contract")
        let other = StateWords.skipped("strange")
        for phrase in [spend, contract, other] { SpeechChecks.check(phrase, "skipped") }
        #expect(spend.ru.contains("банковских переводов"))
        #expect(contract.ru.contains("нерезидент"))
        #expect(other.ru.contains("strange"))
    }

    @Test func `documents are called as accountants call them`() {
        #expect(DocumentKind.allCases.map(\.phrase.ru) == ["УПД", "счёт-фактура", "акт", "счёт на оплату"])
        #expect(DocumentKind.allCases.map(\.phrase.en) == ["UPD", "tax invoice", "act", "payment invoice"])
    }

    @Test func `money tells where it came from`() throws {
        let day = try #require(Day("2026-10-05"))
        let bank = LotSource.bank(payer: TaxID("7707083893"), number: "17", date: day)
        #expect(bank.phrase.ru == "банковский перевод № 17 от 05.10.2026, плательщик 7707083893")
        #expect(bank.phrase.en == "bank transfer No. 17 of 5 October 2026, payer 7707083893")
        let card = Instrument(first6: "220070", last4: "1234", scheme: "mir", issuerCountry: "RU")
        #expect(LotSource.card(card).phrase.ru == "банковская карта 220070…1234")
        #expect(LotSource.card(nil).phrase.en == "card")
        for source in [LotSource.sbp, .wallet, .mobile, .card(nil), .card(card), bank] {
            SpeechChecks.check(source.phrase, "source")
        }
    }

    @Test func `requisites, regions and schemes have names in both languages`() {
        let phrases =
            Requisite.allCases.map(\.phrase) + Region.allCases.map(\.phrase)
            + [PaymentScheme.prepaid, .postpaid].map(\.phrase) + [VATRate.none, .percent(22)].map(\.phrase)
            + ["matched", "unclear", "outgoing", "held"].map(StateWords.line)
        #expect(Set(phrases).count == phrases.count)
        for phrase in phrases { SpeechChecks.check(phrase, phrase.en) }
    }
}
