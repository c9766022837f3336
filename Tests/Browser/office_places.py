"""Where the pages of the provider's staff are: found by looking, as one of the staff finds them."""

import re

import cabinet_places
from places import bare

PASSWORD = "lemon tea in the garden"


def sign_in(person, email):
    page = person.page
    person.go("/sign-in?lang=ru")
    page.get_by_label("Почта").fill(email)
    page.get_by_label("Пароль").fill(PASSWORD)
    page.get_by_role("button", name="Войти").click()
    page.wait_for_url(re.compile(r"/(\?.*)?$"))


def of(person):
    """The addresses of one page of each kind, by name, for an administrator."""
    places = {
        "office": "/", "charts of a year": "/?month=2026-10&span=year", "bank": "/bank", "all bank lines": "/bank?state=all", "closings": "/closings",
        "journal": "/journal", "book": "/journal?chain=supplier/moscow", "verify": "/verify",
        "requests": "/requests", "closed requests": "/requests?part=closed", "letters": "/letters",
        "letters taken": "/letters?state=taken", "running": "/running", "founding": "/founding", "rates": "/rates/moscow", "audit": "/audit", "people": "/people", "found": "/search?q=1",
        "nothing found": "/search?q=nobody-is-so", "security": "/security",
    }
    page = person.page

    def first(path, pattern, last=False):
        person.go(path)
        found = page.eval_on_selector_all("main a[href]", "all => all.map(a => a.getAttribute('href'))")
        found = [bare(link) for link in found if re.match(pattern, link)]
        return found[-1 if last else 0] if found else None

    more = {
        "request": ("/requests?lang=ru", r"/requests/"),
        "letter": ("/letters?lang=ru", r"/letters/"),
        "unclear line": ("/bank?lang=ru", r"/bank/lines/"),
        "matched line": ("/bank?state=matched&lang=ru", r"/bank/lines/"),
        "bank file": ("/bank?lang=ru", r"/bank/files/"),
        "closing": ("/closings?lang=ru", r"/closings/\w+/\d"),
    }
    for name, (path, pattern) in more.items():
        place = first(path, pattern)
        if place:
            places[name] = place
    if "closing" in places:
        place = first("/closings/moscow/2026-09?lang=ru", r"/sending/")
        if place:
            places["what to send"] = place
    place = first("/search?q=a&lang=ru", r"/accounts/") or first("/search?q=ооо&lang=ru", r"/accounts/")
    if place:
        places["account"] = place
        contract = first(place + "?lang=ru", r"/contracts/")
        if contract:
            places["contract"] = contract
    project = first("/?lang=ru", r"/projects/")
    if project:
        own = cabinet_places.of_project(project.rsplit("/", 1)[1])
        places.update({f"of a project, {name}": path for name, path in own.items()})
    if "letter" in places:
        places["letter as a request"] = places["letter"] + "/request?kind=missing-documents&project=" + cabinet_places.OWNER
    month = first("/months?lang=ru", r"/months/")
    if month:
        places["months"], places["month"] = "/months", month
        document = first(month + "?lang=ru", r"/documents/[^.]*$", last=True)
        if document:
            places["document beside its file"] = document
            places["why a sum"] = first(document + "?lang=ru", r"/explain")
    return places
