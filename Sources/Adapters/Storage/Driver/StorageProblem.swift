package import Basics
package import Notices

/// What can be wrong with the place where everything is kept.
package enum StorageProblem: Problem, Worded, Equatable {
    case newerSchema(found: Int, known: Int)
    case changedMigration(Int)
    case otherWriter(path: String, pid: Int32)
    case diskFull(String)
    case unreadable(String)
    case notADatabase(String)
    case wrongSetting(String, String)
    case damaged(String)
    case missing(String)
    case alreadyThere(String)
    case inUse(String)
    case damagedCopy(String, Int)
    case olderSchema(found: Int)
    case badURL(String)
    case oldServer(Int)
    case notAdmitted(String, String)
    case noRight(String)
    case noRoom(String)
    case readOnly(String)
    case unreachable(String, String)
    case tookTooLong(String)
    case contended(String)
    case unknownOutcome(String)
    case noCitus

    package var code: String {
        switch self {
        case .newerSchema: "storage.newer-schema"
        case .changedMigration: "storage.changed-migration"
        case .otherWriter: "storage.other-writer"
        case .diskFull: "storage.disk-full"
        case .unreadable: "storage.unreadable"
        case .notADatabase: "storage.not-a-database"
        case .wrongSetting: "storage.wrong-setting"
        case .damaged: "storage.damaged"
        case .missing: "storage.missing"
        case .alreadyThere: "storage.already-there"
        case .inUse: "storage.in-use"
        case .damagedCopy: "storage.damaged-copy"
        case .olderSchema: "storage.older-schema"
        case .badURL: "storage.bad-url"
        case .oldServer: "storage.old-server"
        case .notAdmitted: "storage.not-admitted"
        case .noRight: "storage.no-right"
        case .noRoom: "storage.no-room"
        case .readOnly: "storage.read-only"
        case .unreachable: "storage.unreachable"
        case .tookTooLong: "storage.took-too-long"
        case .contended: "storage.contended"
        case .unknownOutcome: "storage.unknown-outcome"
        case .noCitus: "storage.no-citus"
        }
    }

    package var kind: ProblemKind {
        switch self {
        case .otherWriter, .newerSchema, .alreadyThere, .inUse, .damagedCopy, .olderSchema: .conflict
        case .missing: .missing
        case .badURL, .noCitus: .invalid
        default: .unavailable
        }
    }

    package var phrase: Phrase { Phrase(en: en, ru: ru) }

    private var en: String {
        switch self {
        case .newerSchema(let found, let known):
            "The database has schema \(found), this program knows up to \(known). Use the newer program."
        case .changedMigration(let number):
            "Migration \(number) of this program is not the one the database was made with."
                + " Use the program of that version."
        case .otherWriter(let path, let pid):
            "\(path) is being written by \(pid > 0 ? "process \(pid)" : "another process")."
                + " Wait for it or stop it, then try again."
        case .diskFull(let path):
            "The disk of \(path) is full; what was acknowledged is kept. Free some space and try again."
        case .unreadable(let text): "The database cannot be read or written: \(text)"
        case .notADatabase(let path): "\(path) is not a Kontragent database. Name another file with --db."
        case .wrongSetting(let name, let value):
            "The database runs with \(name) = \(value), which would not be safe. Set it right: the program does"
                + " not start so."
        case .damaged(let text): "The database holds what must not be: \(text). Restore a backup."
        case .missing(let path): "There is no database at \(path). Name it with --db, or import first."
        case .alreadyThere(let path): "\(path) is there already and is not overwritten. Name another file."
        case .inUse(let path): "\(path) is in use. End the programs that have it open, then try again."
        case .damagedCopy(let path, let findings):
            "\(path) does not verify (\(findings) findings) and was not put in place."
                + " See `kontragent verify --db \(path)`, or take an earlier copy."
        case .olderSchema(let found):
            "The database has the older schema \(found). Run `kontragent migrate` first."
        case .badURL(let text):
            "The database's URL cannot be read: \(text)."
                + " Write postgres://user:password@host:5432/name, or postgres:///name?host=/folder for a socket."
        case .oldServer(let version): "The server is PostgreSQL \(version); 15 or newer is needed."
        case .notAdmitted(let place, let text):
            "\(place) does not let this user in: \(text). Check user, password and pg_hba.conf."
        case .noRight(let text):
            "The database's user may not do this: \(text). Grant it the right, or use the owner for `migrate`."
        case .noRoom(let place):
            "\(place) has no connection left. Raise max_connections, or start fewer processes."
        case .readOnly(let place):
            "\(place) is a read-only copy of another server. Name the primary to write."
        case .unreachable(let place, let text):
            "\(place) cannot be reached: \(text). Check that the server runs and the address is right."
        case .tookTooLong(let place):
            "\(place) took longer than a statement may. What was begun is undone; try again."
        case .contended(let text):
            "Too many wanted to write the same at once: \(text). Nothing was changed; try again."
        case .unknownOutcome(let place):
            "The link to \(place) broke while it was committing, and it cannot say what became of it."
                + " Look whether it was done, or repeat it with its Idempotency-Key: what has a key or an id is not done"
                + " twice."
        case .noCitus:
            "This database has no Citus extension, so its tables stay where they are. Install Citus on the server"
                + " and its workers, set shared_preload_libraries = 'citus', run CREATE EXTENSION citus here as a"
                + " superuser, add the workers with citus_add_node, then try again."
        }
    }

    private var ru: String {
        switch self {
        case .newerSchema(let found, let known):
            "Схема базы — \(found), эта программа знает схемы до \(known). Возьмите программу новее."
        case .changedMigration(let number):
            "Миграция \(number) этой программы не та, с которой создана база. Возьмите программу той версии."
        case .otherWriter(let path, let pid):
            "В \(path) пишет \(pid > 0 ? "процесс \(pid)" : "другой процесс")."
                + " Дождитесь его или остановите и повторите."
        case .diskFull(let path):
            "На диске с \(path) нет места; всё подтверждённое сохранено. Освободите место и повторите."
        case .unreadable(let text): "База не читается или не пишется: \(text)"
        case .notADatabase(let path): "\(path) — не база Контрагента. Укажите другой файл в --db."
        case .wrongSetting(let name, let value):
            "База работает с \(name) = \(value), это ненадёжно. Поправьте: так программа не запускается."
        case .damaged(let text): "В базе то, чего быть не может: \(text). Восстановите копию."
        case .missing(let path): "Базы \(path) нет. Укажите её в --db или сначала сделайте импорт."
        case .alreadyThere(let path): "Файл \(path) уже есть, он не перезаписан. Укажите другой."
        case .inUse(let path):
            "База \(path) открыта. Завершите программы, которые с ней работают, и повторите."
        case .damagedCopy(let path, let findings):
            "Копия \(path) не прошла сверку (замечаний: \(findings)) и не поставлена на место."
                + " Смотрите `kontragent verify --db \(path)` или возьмите копию раньше."
        case .olderSchema(let found):
            "Схема базы — \(found), она старее этой программы. Сначала выполните `kontragent migrate`."
        case .badURL(let text):
            "Адрес базы не разобрать: \(text)."
                + " Напишите postgres://user:password@host:5432/name или postgres:///name?host=/папка для сокета."
        case .oldServer(let version): "Сервер — PostgreSQL \(version), нужен 15 или новее."
        case .notAdmitted(let place, let text):
            "\(place) не впускает пользователя: \(text). Проверьте имя, пароль и pg_hba.conf."
        case .noRight(let text):
            "Пользователю базы этого нельзя: \(text). Дайте ему право или выполните `migrate` от владельца."
        case .noRoom(let place):
            "У \(place) кончились соединения. Увеличьте max_connections или запустите меньше процессов."
        case .readOnly(let place): "\(place) — копия только для чтения. Для записи укажите основной сервер."
        case .unreachable(let place, let text):
            "До \(place) не достучаться: \(text). Проверьте, что сервер работает и адрес верен."
        case .tookTooLong(let place):
            "\(place) отвечает дольше, чем можно. Начатое отменено; повторите."
        case .contended(let text):
            "Слишком многие разом писали одно и то же: \(text). Ничего не изменено; повторите."
        case .unknownOutcome(let place):
            "Связь с \(place) оборвалась на записи, и чем она кончилась, сервер не знает."
                + " Посмотрите, сделано ли это, или повторите с тем же Idempotency-Key: что имеет ключ или номер, дважды"
                + " не сделается."
        case .noCitus:
            "В этой базе нет расширения Citus, таблицы остаются на месте. Установите Citus на сервер и его"
                + " исполнителей, задайте shared_preload_libraries = 'citus', выполните здесь CREATE EXTENSION"
                + " citus от суперпользователя, добавьте исполнителей через citus_add_node и повторите."
        }
    }
}
