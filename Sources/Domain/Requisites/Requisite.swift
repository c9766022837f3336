/// The numbers by which a party, its bank and its account are known.
package enum Requisite: String, CaseIterable, Hashable, Sendable {
    /// ИНН, the Russian tax number.
    case inn
    /// КПП, the ground on which a tax office keeps the organisation.
    case kpp
    /// ОГРН, the number of an organisation in the state register.
    case ogrn
    /// ОГРНИП, the same of a sole proprietor.
    case ogrnip
    /// ОКПО, the statistical number.
    case okpo
    /// СНИЛС, the pension insurance number of a person.
    case snils
    /// БИК, the Russian bank code.
    case bik
    /// БИН or ИИН, the Kazakh tax number.
    case kazakhID = "kazakh-id"
    /// IBAN; in Kazakhstan the ИИК.
    case iban
    /// SWIFT; in Kazakhstan the БИК.
    case swift
    /// Расчётный счёт.
    case account
    /// Корреспондентский счёт.
    case correspondentAccount = "correspondent-account"
    /// Идентификатор участника ЭДО.
    case edmID = "edm-id"
}
