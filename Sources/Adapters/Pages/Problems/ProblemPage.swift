package import Basics
import Notices
import Wording

/// A refusal as a page: what happened and what to do.
package struct ProblemPage {
    private let visit: Visit
    private let problem: any Problem
    private let asked: String

    package init(_ problem: any Problem, asked: String = "", _ visit: Visit) {
        self.problem = problem
        self.asked = asked
        self.visit = visit
    }

    package var markup: Markup {
        let title = visit.words("This cannot be shown", "Это показать нельзя")
        let back = visit.words("To the projects", "К проектам")
        return Frame(visit: visit, title: title, path: "/", asked: asked).page(
            """
            <h1>\(title)</h1>
            <div class="alert alert-warning"><p>\(Wordbook.phrase(problem).text(visit.language))</p></div>
            <p><code>\(problem.code)</code></p>
            <p><a class="btn btn-outline-primary" href="\(visit.link("/"))">\(back)</a></p>
            """)
    }
}
