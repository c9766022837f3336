package import Notices

extension DatasetProblem: Worded {
    package var phrase: Phrase { Phrase(en: text(russian: false), ru: text(russian: true)) }
}
