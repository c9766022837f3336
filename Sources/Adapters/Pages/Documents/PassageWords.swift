import Basics
import Contracts
import Regions
import UseCases
import Wording

/// How far a package has come on its way to the customer, in the customer's words.
struct PassageWords {
    private let visit: Visit
    private let region: Region

    init(_ visit: Visit, _ region: Region) {
        self.visit = visit
        self.region = region
    }

    /// A line for the originals, if they go anywhere, and one for the copies, if any were asked for.
    func lines(_ passage: PackagePassage) -> [Markup] {
        [passage.delivery.map { originals($0, passage.state) }, copies(passage.copies)].compactMap(\.self)
    }

    private func originals(_ delivery: DocumentFlow.Delivery, _ state: PackageState) -> Markup {
        let words = visit.words
        switch (delivery, state.sentAt) {
        case (.edm, let at?): return sent(words("sent by EDM", "отправлен по ЭДО"), at)
        case (.edm, nil): return visit.tag(words("to be sent by EDM", "будет отправлен по ЭДО"))
        case (.paper(.post, _), let at?): return sent(words("sent by post", "отправлен почтой"), at)
        case (.paper(.courier, _), let at?): return sent(words("sent by courier", "отправлен курьером"), at)
        case (.paper, nil) where state.address == nil:
            return visit.tag(words("on paper: waits for an address", "на бумаге: ждёт адреса"), "warn")
        case (.paper(.post, _), nil): return visit.tag(words("to be sent by post", "будет отправлен почтой"))
        case (.paper(.courier, _), nil):
            return visit.tag(words("to be sent by courier", "будет отправлен курьером"))
        }
    }

    private func copies(_ copies: PackagePassage.Copies) -> Markup? {
        let words = visit.words
        return switch copies {
        case .unasked: nil
        case .sent(let at): sent(words("copies sent by e-mail", "копии отправлены на почту"), at)
        case .onTheirWay: visit.tag(words("copies go by e-mail", "копии придут на почту"))
        case .refused:
            visit.tag(words("the copies did not arrive by e-mail", "копии не дошли на почту"), "warn")
        }
    }

    private func sent(_ text: String, _ at: Moment) -> Markup {
        "\(visit.tag(text, "good")) <span class=\"dim\">\(Dates.short(region.profile.zone.day(of: at)))</span>"
    }
}
