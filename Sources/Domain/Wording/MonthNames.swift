/// The months by name, January first.
package enum MonthNames {
    /// «октябрь», "October", «қазан»: the month by itself.
    package static func nominative(_ number: Int, _ language: Language) -> String {
        name(number, of: language == .ru ? russian : language == .en ? english : kazakh)
    }

    /// «октября»: beside a day. English and Kazakh do not change the word.
    package static func genitive(_ number: Int, _ language: Language) -> String {
        language == .ru ? name(number, of: russianGenitive) : nominative(number, language)
    }

    private static func name(_ number: Int, of names: [String]) -> String {
        precondition((1...12).contains(number), "a month's number is 1 to 12")
        return names[number - 1]
    }

    private static let russian = [
        "январь", "февраль", "март", "апрель", "май", "июнь", "июль", "август", "сентябрь", "октябрь",
        "ноябрь", "декабрь",
    ]
    private static let russianGenitive = [
        "января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября",
        "ноября", "декабря",
    ]
    private static let english = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
        "November", "December",
    ]
    private static let kazakh = [
        "қаңтар", "ақпан", "наурыз", "сәуір", "мамыр", "маусым", "шілде", "тамыз", "қыркүйек", "қазан",
        "қараша", "желтоқсан",
    ]
}
