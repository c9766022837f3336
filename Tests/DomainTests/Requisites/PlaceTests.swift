import Requisites
import Testing

@Suite struct PlaceTests {
    @Test func `all countries of ISO 3166 are known, each once`() {
        #expect(Country.all.count == 249)
        #expect(Set(Country.all.map(\.alpha2)).count == 249)
        #expect(Set(Country.all.map(\.digits)).count == 249)
        #expect(Set(Country.all.map(\.name)).count == 249)
        for country in Country.all {
            #expect(country.alpha2.count == 2 && country.digits.count == 3 && !country.name.isEmpty)
            #expect(Country(country.alpha2) == country)
            #expect(Country(digits: country.digits) == country)
        }
    }

    @Test func `Russia and Kazakhstan stand in the table as they stand alone`() {
        #expect(Country("RU") == .russia)
        #expect(Country("KZ") == .kazakhstan)
        #expect(Country.kazakhstan.name == "Казахстан")
        #expect(Country(digits: "643") == .russia)
        #expect(Country("AF")?.digits == "004")
    }

    @Test(arguments: ["", "ru", "XX", "RUS", "РУ"])
    func `what is no country is refused`(letters: String) {
        #expect(Country(letters) == nil)
    }

    @Test func `every subject of the federation has its code`() {
        #expect(RussianRegion.all.count == 90)
        #expect(RussianRegion("77")?.name == "г. Москва")
        #expect(RussianRegion("78")?.name == "г. Санкт-Петербург")
        #expect(RussianRegion("01")?.name == "Республика Адыгея")
        #expect(RussianRegion("00") == nil)
        #expect(RussianRegion("1") == nil)
    }

    @Test func `an address with a region's code only prints its name`() {
        let kazan = AddressParts(
            country: .russia, postalCode: "420111", regionCode: "16", city: "Казань",
            street: "ул. Баумана", house: "5")
        #expect(kazan.line == "420111, Республика Татарстан, г. Казань, ул. Баумана, д. 5")
    }

    @Test func `a city that is its own region is printed once`() {
        let moscow = AddressParts(
            country: .russia, postalCode: "125167", regionCode: "77", city: "Москва",
            street: "Ленинградский пр-кт", house: "39")
        #expect(moscow.line == "125167, г. Москва, Ленинградский пр-кт, д. 39")
    }

    @Test func `a foreign address takes no Russian region from its code`() {
        let almaty = AddressParts(country: .kazakhstan, regionCode: "77", city: "Алматы")
        #expect(almaty.line == "г. Алматы")
    }
}
