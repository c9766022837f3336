import Basics
import Notices

/// What can be wrong with how the program is started.
enum SettingsProblem: Problem, Worded {
    case noPostgres
    case noRandomness
    case unreadable(String, String)
    case unwritable(String, String)
    case noListening(String, String)

    var code: String {
        switch self {
        case .noPostgres: "settings.no-postgres"
        case .noRandomness: "settings.no-randomness"
        case .unreadable: "settings.unreadable"
        case .unwritable: "settings.unwritable"
        case .noListening: "settings.no-listening"
        }
    }

    var kind: ProblemKind {
        switch self {
        case .unwritable: .unavailable
        default: .invalid
        }
    }

    var phrase: Phrase {
        switch self {
        case .noPostgres:
            Phrase(
                en: "This version keeps its data in SQLite only. Give --db a path.",
                ru: "Эта версия хранит данные только в SQLite. Укажите в --db путь к файлу.")
        case .noRandomness:
            Phrase(
                en: "The system gives no random numbers. Check /dev/urandom.",
                ru: "Система не даёт случайных чисел. Проверьте /dev/urandom.")
        case .unreadable(let path, let why):
            Phrase(
                en: "\(path) cannot be read: \(why). Check the path and its rights.",
                ru: "\(path) не читается: \(why). Проверьте путь и права.")
        case .unwritable(let path, let why):
            Phrase(
                en: "\(path) cannot be written: \(why). Check the space and the rights.",
                ru: "\(path) не записать: \(why). Проверьте место и права.")
        case .noListening(let address, let why):
            Phrase(
                en: "Cannot listen at \(address): \(why). Name another address, or end who listens there.",
                ru:
                    "По адресу \(address) слушать нельзя: \(why). Укажите другой или завершите того, кто занял."
            )
        }
    }
}
