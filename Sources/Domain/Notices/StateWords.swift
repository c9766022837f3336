package import Basics
package import Projects
package import Regions

/// States, and changes of them, as people read them.
package enum StateWords {
    /// A state by the clocks of its region.
    package static func phrase(_ state: ProjectState, in region: Region) -> Phrase {
        switch state {
        case .active: return name(state)
        case .conserved(let since):
            let conserved = Phrase(since, in: region.profile.zone)
            return Phrase(
                en: "conserved since \(conserved.en), nothing is charged",
                ru: "законсервирован с \(conserved.ru), списаний нет")
        case .frozen(let since, let due):
            let frozen = Phrase(since, in: region.profile.zone)
            let deletion = Phrase(due, in: region.profile.zone)
            return Phrase(
                en: "frozen since \(frozen.en), objects are deleted after \(deletion.en)",
                ru: "заморожен с \(frozen.ru), объекты удаляются после \(deletion.ru)")
        }
    }

    /// A state in one word.
    package static func name(_ state: ProjectState) -> Phrase {
        switch state {
        case .active: Phrase(en: "active", ru: "работает")
        case .frozen: Phrase(en: "frozen", ru: "заморожен")
        case .conserved: Phrase(en: "conserved", ru: "законсервирован")
        }
    }

    /// What the owner hears when a project's state changes; nil where nothing changed.
    package static func change(
        of pid: PID, in region: Region, from old: ProjectState, to new: ProjectState
    ) -> Phrase? {
        guard old != new else { return nil }
        switch (old, new) {
        case (_, .conserved):
            return Phrase(
                en: "The project \(pid) is conserved: nothing that is used from now on is charged.",
                ru: "Проект \(pid) законсервирован: использованное с этого момента не списывается.")
        case (.conserved, .active):
            return Phrase(
                en: "The project \(pid) is not conserved any more: what is used is charged again.",
                ru: "Проект \(pid) больше не законсервирован: использованное снова списывается.")
        case (.frozen, .active):
            return Phrase(
                en: "The project \(pid) is active again.", ru: "Проект \(pid) снова работает.")
        case (.active, .frozen(_, let due)), (.conserved, .frozen(_, let due)):
            let deletion = Phrase(due, in: region.profile.zone)
            return Phrase(
                en: "The project \(pid) is frozen: its balance fell below zero. Top it up before "
                    + "\(deletion.en); its objects are deleted after that.",
                ru:
                    "Проект \(pid) заморожен: баланс стал меньше нуля. Пополните его до \(deletion.ru) — потом "
                    + "объекты будут удалены.")
        case (.frozen, .frozen(_, let due)):
            let deletion = Phrase(due, in: region.profile.zone)
            return Phrase(
                en:
                    "The project \(pid) stays frozen, its objects are kept until \(deletion.en). Top it up above "
                    + "zero before that.",
                ru:
                    "Проект \(pid) остаётся замороженным, объекты хранятся до \(deletion.ru). Пополните баланс "
                    + "выше нуля до этого срока.")
        case (.active, .active): return nil
        }
    }

    /// What became of a bank line, by the word its record keeps.
    package static func line(_ state: String) -> Phrase {
        switch state {
        case "matched": Phrase(en: "matched", ru: "сопоставлена")
        case "unclear": Phrase(en: "unclear", ru: "невыясненная")
        case "outgoing": Phrase(en: "outgoing", ru: "исходящая")
        case "held": Phrase(en: "held with its file", ru: "задержана вместе с файлом")
        default: Phrase(state.shown)
        }
    }

    /// Why a package has no documents, by the word a closing lists.
    package static func skipped(_ reason: String) -> Phrase {
        switch reason {
        case "no-bank-funded-spend":
            Phrase(
                en:
                    "No documents: nothing was spent in the month from bank transfers of the counterparty itself.",
                ru: "Документов нет: за месяц ничего не списано из банковских переводов самого контрагента.")
        case "non-resident-without-contract":
            Phrase(
                en:
                    "No documents: the counterparty is a non-resident without a contract. Add its contract if it "
                    + "has one.",
                ru: "Документов нет: контрагент — нерезидент без договора. Внесите договор, если он есть.")
        default:
            Phrase(en: "No documents: \(reason.shown).", ru: "Документов нет: \(reason.shown).")
        }
    }
}
