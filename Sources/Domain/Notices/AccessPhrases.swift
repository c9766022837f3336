package import Access
import Basics

extension AccessProblem: Worded {
    package var phrase: Phrase {
        switch self {
        case .badEmail(let text):
            Phrase(
                en: "«\(text.shown)» is no e-mail address. Write one such as anna@example.com.",
                ru: "«\(text.shown)» — не адрес электронной почты. Он пишется так: anna@example.com.")
        case .shortPassword(let least):
            Phrase(
                en: "The password is too short. Take at least \(least) characters; several words do well.",
                ru:
                    "Пароль слишком короткий. Нужно не меньше \(least) знаков; хорошо подходят несколько слов."
            )
        case .longPassword(let most):
            Phrase(
                en: "The password is longer than \(most) bytes. Take a shorter one.",
                ru: "Пароль длиннее \(most) байт. Выберите короче.")
        case .passwordIsEmail:
            Phrase(
                en: "The password repeats the e-mail address. Take another one.",
                ru: "Пароль повторяет адрес почты. Выберите другой.")
        case .commonPassword:
            Phrase(
                en: "This password is among the first that are tried. Take another one.",
                ru: "Такой пароль пробуют первым. Выберите другой.")
        case .wrongSignIn:
            Phrase(
                en:
                    "E-mail or password is wrong, or the address is not confirmed yet. Try again, or set a new "
                    + "password by a letter.",
                ru:
                    "Неверны почта или пароль, или адрес ещё не подтверждён. Попробуйте снова или задайте новый "
                    + "пароль через письмо.")
        case .wrongPassword:
            Phrase(
                en: "This is not your present password. Nothing was changed.",
                ru: "Это не ваш нынешний пароль. Ничего не изменено.")
        case .wrongCode:
            Phrase(
                en: "The code is wrong or was used already. Wait for the next one and type that.",
                ru: "Код неверен или уже использован. Дождитесь следующего и введите его.")
        case .tooManyTries(let seconds):
            Phrase(
                en: "There were too many tries. Wait \(seconds) s and try again.",
                ru: "Слишком много попыток. Подождите \(seconds) с и повторите.")
        case .deadLink:
            Phrase(
                en: "This link has been used, or is too old. Ask for a new letter.",
                ru: "Ссылка уже использована или устарела. Запросите новое письмо.")
        case .notSignedIn:
            Phrase(
                en: "You are not signed in, or were for too long. Sign in again.",
                ru: "Вы не вошли, или прошло слишком много времени. Войдите снова.")
        case .notAsked:
            Phrase(
                en: "The second step was not begun, or is on already. Look at the security page again.",
                ru: "Второй шаг не начат или уже включён. Откройте страницу безопасности заново.")
        case .tooManyInvitations(let most):
            Phrase(
                en:
                    "\(most) invitations to this project wait already. Take one back, or wait until one is accepted.",
                ru:
                    "В проект уже отправлено приглашений: \(most). Отзовите одно или дождитесь, пока какое-то примут."
            )
        case .noRole:
            Phrase(en: "Choose at least one role.", ru: "Выберите хотя бы одну роль.")
        case .unknownRole(let text):
            Phrase(
                en: "There is no role «\(text.shown)». Choose one of the list.",
                ru: "Роли «\(text.shown)» нет. Выберите из списка.")
        case .ownerIsGiven:
            Phrase(
                en: "A project has one owner. To change the owner, write to support.",
                ru: "У проекта один владелец. Чтобы сменить владельца, напишите в поддержку.")
        case .ownerStays:
            Phrase(
                en:
                    "The owner can neither be removed nor given other roles. To change the owner, write to support.",
                ru: "Владельца нельзя удалить или дать ему другие роли. Чтобы сменить владельца, напишите в "
                    + "поддержку.")
        case .memberAlready(let email):
            Phrase(
                en: "\(email) is a member already. Change the roles in the list.",
                ru: "\(email) уже участник. Измените роли в списке.")
        case .noMember:
            Phrase(
                en: "This person is no member any more. Look at the list again.",
                ru: "Этот человек больше не участник. Откройте список заново.")
        case .emailTaken(let email):
            Phrase(
                en: "There is a user \(email) already. Take another address.",
                ru: "Пользователь \(email) уже есть. Укажите другой адрес.")
        case .noUser(let text):
            Phrase(
                en: "There is no user «\(text.shown)». `kontragent users list` shows them all.",
                ru: "Пользователя «\(text.shown)» нет. Всех показывает `kontragent users list`.")
        case .noName:
            Phrase(en: "Write a name.", ru: "Напишите имя.")
        case .quota(let most):
            Phrase(
                en: "You own \(most) projects, which is as many as you may. Write to support to have more.",
                ru: "У вас уже \(most) проектов — столько, сколько разрешено. Чтобы иметь больше, напишите в "
                    + "поддержку.")
        case .noAccount:
            Phrase(
                en:
                    "You are a guest in other people's projects and have no account of your own. Sign up for one "
                    + "with another address.",
                ru:
                    "Вы участвуете в чужих проектах, своей учётной записи у вас нет. Заведите её на другой адрес."
            )
        case .notAllowed:
            Phrase(
                en: "Your roles do not allow this. Ask an owner or an administrator.",
                ru: "Ваши роли этого не позволяют. Обратитесь к владельцу или администратору.")
        case .elsewhere:
            Phrase(
                en:
                    "The form was not sent from this site, or the page was too old. Open it again and repeat.",
                ru:
                    "Форма отправлена не с этого сайта, или страница устарела. Откройте её заново и повторите."
            )
        case .noReason:
            Phrase(
                en: "A reason is missing. Write in a sentence why you do it: it is kept for good.",
                ru: "Не указана причина. Напишите одной фразой, почему вы это делаете: она хранится всегда.")
        case .lastAdministrator:
            Phrase(
                en:
                    "This is the last administrator, without whom nobody could let anybody in. Make another one "
                    + "first.",
                ru:
                    "Это последний администратор: без него никто никого не впустит. Сначала назначьте другого."
            )
        case .noSecretKey:
            Phrase(
                en:
                    "The second step cannot be checked: this server was started without the key that its secrets "
                    + "are locked by. Tell your administrator, who can give it the key or turn your second step off.",
                ru:
                    "Второй шаг не проверить: сервер запущен без ключа, которым закрыты его секреты. Сообщите "
                    + "администратору: он задаст ключ или отключит ваш второй шаг.")
        case .otherSecretKey:
            Phrase(
                en:
                    "The second step cannot be checked: its secrets are locked by another key than this server's. "
                    + "Tell your administrator, who can give it the right key or turn your second step off.",
                ru: "Второй шаг не проверить: его секреты закрыты не тем ключом, что у сервера. Сообщите "
                    + "администратору: он задаст верный ключ или отключит ваш второй шаг.")
        case .secretKeyInUse(let host, let process):
            Phrase(
                en:
                    "Process \(process) on \(host.shown) still works with the key before. Stop every node "
                    + "(`kontragent nodes` shows them), then replace the key.",
                ru: "Процесс \(process) на \(host.shown) ещё работает с прежним ключом. Остановите все узлы "
                    + "(их показывает `kontragent nodes`), потом меняйте ключ.")
        }
    }
}

extension CustomerRole: Worded {
    package var phrase: Phrase {
        switch self {
        case .owner: Phrase(en: "owner", ru: "владелец")
        case .superadministrator: Phrase(en: "superadministrator", ru: "суперадминистратор")
        case .projectAdministrator: Phrase(en: "project administrator", ru: "администратор проекта")
        case .iamAdministrator: Phrase(en: "IAM administrator", ru: "администратор доступа")
        case .billingAdministrator: Phrase(en: "billing administrator", ru: "администратор биллинга")
        case .viewer: Phrase(en: "viewer", ru: "наблюдатель")
        case .accountant: Phrase(en: "accountant", ru: "бухгалтер")
        }
    }
}

extension StaffRole: Worded {
    package var phrase: Phrase {
        switch self {
        case .documentSpecialist: Phrase(en: "document specialist", ru: "специалист по документам")
        case .support: Phrase(en: "support", ru: "поддержка")
        case .salesManager: Phrase(en: "sales manager", ru: "менеджер по продажам")
        case .accountant: Phrase(en: "accountant", ru: "бухгалтер")
        case .administrator: Phrase(en: "administrator", ru: "администратор")
        }
    }
}
