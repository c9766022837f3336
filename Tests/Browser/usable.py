"""Whether a page can be used by everybody: what axe (WCAG 2.2 AA) says of it, and whether it fits its window."""

from axe_playwright_python.sync_playwright import Axe

import places
import rows
from browser import PHONE, SMALL, WIDE, hold

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# What light and width can change; all else is the same in the dark.
BY_LIGHT = ["color-contrast", "target-size", "link-in-text-block", "scrollable-region-focusable"]


def unfold(page):
    page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")


def usable(person, name, only=None):
    """Axe finds nothing on the page that is open, and nothing but tables is moved sideways."""
    person.holds_still()
    asked = {"type": "rule", "values": only} if only else {"type": "tag", "values": RULES}
    result = Axe().run(person.page, options={"runOnly": asked, "resultTypes": ["violations"]}).response
    found = [f"{v['id']}: {v['nodes'][0]['html'][:200]} {v['nodes'][0]['failureSummary'][:300]}" for v in result["violations"]]
    hold(not found, f"{name}: " + "\n".join(found))
    hold(only or len(result["passes"]) >= 15, f"{name}: axe asked little")


def sweep(person, found, seen, of=""):
    """Each page by axe in light; one of each kind, as `seen` remembers, in the dark on a telephone and enlarged four times."""
    known = rows.pages()
    for number, (name, path) in enumerate(found.items()):
        name = f"{of}{name}"
        person.page.set_viewport_size(WIDE)
        person.page.emulate_media(color_scheme="light")
        answer = person.go(places.saying(path, "ru" if number % 2 else "en"))
        hold(answer.status == 200, f"{name}, {path}: {answer.status}")
        row = rows.row_of(path, known)
        hold(row is not None and row.fits(person.path()), f"{name}: {path} leads to {person.path()}")
        unfold(person.page)
        usable(person, f"{name}, light")
        if row.path in seen:
            continue
        seen.add(row.path)
        person.page.emulate_media(color_scheme="dark")
        person.page.set_viewport_size(PHONE)
        usable(person, f"{name}, dark", BY_LIGHT)
        person.page.set_viewport_size(SMALL)
        person.holds_still()
