import Basics
import Notices

/// What can be wrong with how the program is started.
enum SettingsProblem: Problem, Worded {
    case fileOnly(String)
    case serverOnly(String)
    case noRandomness
    case unreadable(String, String)
    case unwritable(String, String)
    case noListening(String, String)
    case openPagesOffLoopback(String)
    case noBootstrap(String)
    case noRegistryKey(String)
    case badSecretKey(String)

    var code: String {
        switch self {
        case .fileOnly: "settings.file-only"
        case .serverOnly: "settings.server-only"
        case .noRandomness: "settings.no-randomness"
        case .unreadable: "settings.unreadable"
        case .unwritable: "settings.unwritable"
        case .noListening: "settings.no-listening"
        case .openPagesOffLoopback: "settings.open-pages-off-loopback"
        case .noBootstrap: "settings.no-bootstrap"
        case .noRegistryKey: "settings.no-registry-key"
        case .badSecretKey: "settings.bad-secret-key"
        }
    }

    var kind: ProblemKind {
        switch self {
        case .unwritable, .noBootstrap: .unavailable
        default: .invalid
        }
    }

    var phrase: Phrase {
        switch self {
        case .fileOnly(let command):
            Phrase(
                en:
                    "`\(command)` works on a SQLite file. Give --db a path; see docs/operating.md for a server.",
                ru:
                    "`\(command)` работает с файлом SQLite. Укажите в --db путь; о сервере — docs/operating.md."
            )
        case .serverOnly(let command):
            Phrase(
                en: "`\(command)` works on a PostgreSQL server. Give --db its URL, postgres://….",
                ru: "`\(command)` работает с сервером PostgreSQL. Укажите в --db адрес postgres://….")
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
        case .noRegistryKey(let name):
            Phrase(
                en: "--registry dadata needs the key of DaData in the environment, as \(name). Set it.",
                ru: "Для --registry dadata нужен ключ DaData в переменной окружения \(name). Задайте его.")
        case .badSecretKey(let place):
            Phrase(
                en:
                    "\(place) holds no key: a key is 32 bytes, written as 64 hex digits. Give the one used before.",
                ru: "В \(place) не ключ: ключ — 32 байта, 64 шестнадцатеричные цифры. Дайте прежний.")
        case .openPagesOffLoopback(let address):
            Phrase(
                en:
                    "--open-pages shows everything to whoever reaches the port, so it listens on this machine "
                    + "alone, not at \(address). Take --listen 127.0.0.1:8080, or leave --open-pages out.",
                ru: "--open-pages показывает всё любому, кто дойдёт до порта, поэтому слушает только на этой "
                    + "машине, а не по адресу \(address). Укажите --listen 127.0.0.1:8080 или уберите --open-pages."
            )
        case .noBootstrap(let path):
            Phrase(
                en:
                    "Pages are shown plainer: there is no sheet of Bootstrap at \(path). Install Debian's package "
                    + "with `apt-get install libjs-bootstrap5`, or name the file with --bootstrap, and start again.",
                ru: "Страницы показаны проще: по пути \(path) нет таблицы стилей Bootstrap. Установите пакет "
                    + "Debian: `apt-get install libjs-bootstrap5`, или укажите файл в --bootstrap, и запустите снова."
            )
        case .noListening(let address, let why):
            Phrase(
                en: "Cannot listen at \(address): \(why). Name another address, or end who listens there.",
                ru:
                    "По адресу \(address) слушать нельзя: \(why). Укажите другой или завершите того, кто занял."
            )
        }
    }
}
