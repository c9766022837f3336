import Basics
import Documents
import Formats
import Notices
import Paper
import Synchronization
import UseCases
import Wording

/// The press as the use cases know it; its processes start with the first paper.
final class Printing: Sendable {
    private let settings: @Sendable () throws -> PaperSettings
    private let press = Mutex<Press?>(nil)

    init(_ settings: @escaping @Sendable () throws -> PaperSettings) { self.settings = settings }

    func printer(places: Int) -> Printer {
        Printer(
            places: places,
            print: { [self] content, name in
                try started().print(try Printing.job(content), named: name)
            },
            trouble: { error in
                if let problem = error as? any Problem {
                    return "\(problem.code): \(Wordbook.phrase(problem).text(.en))"
                }
                return "\(error)"
            })
    }

    private func started() throws -> Press {
        try press.withLock { press in
            if let press { return press }
            let made = Press(try settings())
            press = made
            return made
        }
    }

    private static func job(_ content: Printer.Content) throws -> PaperJob {
        switch content {
        case .document(let document):
            try PaperJob(document, xml: document.file == nil ? nil : SellerTitle.write(document))
        case .paymentInvoice(let invoice): try PaperJob(invoice)
        case .reconciliation(let act):
            try PaperJob(act, xml: act.fileObstacle == nil ? ReconciliationTitle.write(act) : nil)
        case .contract(let paper): try PaperJob(paper)
        }
    }
}
