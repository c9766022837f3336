import Basics
import Testing
import Wording

@Suite struct DatesTests {
    @Test func `a day is written out in three languages`() throws {
        let day = try #require(Day("2026-10-31"))
        #expect(Dates.long(day, .ru) == "31 октября 2026 г.")
        #expect(Dates.long(day, .en) == "31 October 2026")
        #expect(Dates.long(day, .kk) == "2026 ж. 31 қазан")
    }

    @Test func `a day before the tenth has no leading zero in words and has one in figures`() throws {
        let day = try #require(Day("2026-05-01"))
        #expect(Dates.long(day, .ru) == "1 мая 2026 г.")
        #expect(Dates.short(day) == "01.05.2026")
    }

    @Test func `a month stands by itself in the nominative`() throws {
        let month = try #require(Month("2026-10"))
        #expect(Dates.month(month, .ru) == "октябрь 2026 г.")
        #expect(Dates.month(month, .en) == "October 2026")
        #expect(Dates.month(month, .kk) == "2026 ж. қазан")
    }

    @Test(arguments: Language.allCases)
    func `every month has its own name`(language: Language) {
        #expect(Set((1...12).map { MonthNames.nominative($0, language) }).count == 12)
        #expect(Set((1...12).map { MonthNames.genitive($0, language) }).count == 12)
    }

    @Test func `there is no thirteenth month`() async {
        await #expect(processExitsWith: .failure) { _ = MonthNames.nominative(13, .ru) }
    }
}
