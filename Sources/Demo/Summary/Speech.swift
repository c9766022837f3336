import Documents
import Wording

/// Words of the summary, and numbers with their nouns.
struct Speech {
    let language: Language

    init(_ language: Language) { self.language = language }

    func words(_ en: String, _ ru: String) -> String { language == .en ? en : ru }

    /// "4,230 events", «4 230 событий».
    func count(_ number: Int, _ noun: Noun) -> String {
        guard language == .en else { return noun.plural.counted(number) }
        return "\(Sums.grouped(number, .en)) \(noun.english)\(number == 1 ? "" : "s")"
    }

    enum Noun {
        case events
        case payments
        case documents
        case accounts
        case projects
        case files
        case lines

        fileprivate var english: String {
            switch self {
            case .events: "event"
            case .payments: "payment"
            case .documents: "document"
            case .accounts: "account"
            case .projects: "project"
            case .files: "file"
            case .lines: "line"
            }
        }

        fileprivate var plural: Plural {
            switch self {
            case .events: Plural(one: "событие", few: "события", many: "событий")
            case .payments: .payments
            case .documents: .documents
            case .accounts: Plural(one: "клиент", few: "клиента", many: "клиентов")
            case .projects: .projects
            case .files: Plural(one: "файл", few: "файла", many: "файлов")
            case .lines: .rows
            }
        }
    }
}

/// Columns of text for people.
enum Text {
    static func padded(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - text.count))
    }
}
