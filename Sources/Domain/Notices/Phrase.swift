package import Wording

/// A sentence in the languages we speak.
package struct Phrase: Hashable, Sendable {
    package let en: String
    package let ru: String

    package init(en: String, ru: String) {
        self.en = en
        self.ru = ru
    }

    /// Notices are written in English and Russian; who reads Kazakh is answered in Russian.
    package func text(_ language: Language) -> String {
        switch language {
        case .en: en
        case .ru, .kk: ru
        }
    }
}
