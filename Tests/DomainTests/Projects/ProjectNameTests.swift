import Basics
import Projects
import Testing

/// What a project may be called (R19).
struct ProjectNameTests {
    private let pid = The.project("mcs0000000001")

    @Test(arguments: [
        "shop", "web-1", "_old", "-x-1", "a.b+c@d#e", "1234", "mcs0000000001",
        String(repeating: "a", count: 63),
    ])
    func `small Latin letters, digits and a few signs make a name`(_ text: String) throws {
        #expect(try ProjectName(typed: text, of: pid).text == text)
    }

    @Test(arguments: [
        "", "web", String(repeating: "a", count: 64), "Shop", "магазин", "my shop", "shop-", "shop_", "shop.",
        ".shop",
        "+shop", "@shop", "#shop", "shop#", "sh/op", "<b>shop</b>", "shop\n", "mcs0000000002",
    ])
    func `anything else is refused, another project's PID too`(_ text: String) {
        #expect(throws: ProjectsProblem.badName(String(text.prefix(80)))) {
            try ProjectName(typed: text, of: pid)
        }
    }
}
