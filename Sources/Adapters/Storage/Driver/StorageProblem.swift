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
        }
    }

    package var kind: ProblemKind {
        switch self {
        case .otherWriter, .newerSchema, .alreadyThere, .inUse, .damagedCopy, .olderSchema: .conflict
        case .missing: .missing
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
            "SQLite runs with \(name) = \(value), which would not be durable. The program does not start so."
        case .damaged(let text): "The database holds what must not be: \(text). Restore a backup."
        case .missing(let path): "There is no database at \(path). Name it with --db, or import first."
        case .alreadyThere(let path): "\(path) is there already and is not overwritten. Name another file."
        case .inUse(let path): "\(path) is in use. End the programs that have it open, then try again."
        case .damagedCopy(let path, let findings):
            "\(path) does not verify (\(findings) findings) and was not put in place."
                + " See `kontragent verify --db \(path)`, or take an earlier copy."
        case .olderSchema(let found):
            "The database has the older schema \(found). Run `kontragent migrate` first."
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
            "SQLite работает с \(name) = \(value), это ненадёжно. Так программа не запускается."
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
        }
    }
}
