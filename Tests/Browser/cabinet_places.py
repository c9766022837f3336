"""Where the pages of the cabinet are, for each who comes to it: a stranger, who has signed up just now, an owner.

What a page needs to be there (a letter with a link, a second step, a request) is done first, by the forms.
"""

import base64
import hashlib
import hmac
import re
import struct
import time

import places
from browser import hold

PASSWORD = "lemon tea in the garden"
OWNER = "mcs0000000001"


def sign_in(person, email, password=PASSWORD):
    """As somebody else from now on; whoever was there is gone."""
    person.context.clear_cookies()
    person.go("/sign-in?lang=ru")
    person.page.get_by_label("Почта").fill(email)
    person.page.get_by_label("Пароль").fill(password)
    person.page.get_by_role("button", name="Войти").click()


def letter(person, to):
    """The link of the letter that came last."""
    person.go("/dev/mail?lang=ru")
    link = person.page.locator("article", has_text=to).get_by_role("link").first.get_attribute("href")
    return re.sub(r"^\w+://[^/]+", "", link)


def sign_up(person, email, name):
    """A new user with a first project, whose address is answered."""
    page = person.page
    person.context.clear_cookies()
    person.go("/sign-up?lang=ru")
    page.get_by_label("Почта").fill(email)
    page.get_by_label("Пароль").fill(PASSWORD)
    page.get_by_label("Ваше имя").fill(name)
    page.get_by_role("button", name="Зарегистрироваться").click()
    person.go(letter(person, email))
    page.get_by_label("Ваш пароль").fill(PASSWORD)
    page.get_by_role("button", name="Подтвердить").click()
    sign_in(person, email)
    page.locator("tbody th a").first.click()
    return places.bare(person.path())


def code(secret):
    """What an authenticator shows now (RFC 6238)."""
    digest = hmac.new(base64.b32decode(secret), struct.pack(">Q", int(time.time()) // 30), hashlib.sha1).digest()
    at = digest[-1] & 15
    return f"{(int.from_bytes(digest[at:at + 4], 'big') & 0x7FFFFFFF) % 1_000_000:06}"


def second_step(person, email):
    """Turns the second step on; from then on a password alone leads to the page that asks for a code."""
    page = person.page
    sign_in(person, email)
    person.go("/security?lang=ru")
    page.locator("#begin").get_by_label("Ваш пароль").fill(PASSWORD)
    page.locator("#begin").get_by_role("button").click()
    secret = page.locator("main code").first.inner_text()
    page.locator("#confirm").get_by_label("Код").fill(code(secret))
    page.locator("#confirm").get_by_role("button").click()
    hold(page.locator("#remove").count() == 1, "the second step is on")


def of_project(pid):
    """The pages of a project, whoever may see them."""
    home = f"/projects/{pid}"
    return {
        "balance": home, "detail": home + "/detail", "costs": home + "/costs", "costs of a year": home + "/costs?span=year", "closing documents": home + "/documents",
        "document flow": home + "/documents/flow", "reports": home + "/documents/reports",
        "reconciliation": home + "/documents/reconciliation?from=2026-07-01&through=2026-09-30",
        "requests": home + "/requests", "limits": home + "/limits", "prices": home + "/prices",
        "conservation": home + "/conservation",
        "settings": home + "/settings", "registration": home + "/registration",
        "registration by hand": home + "/registration?by=hand", "contract": home + "/contract",
        "members": home + "/members", "top-up": home + "/top-up",
    }


STRANGER = {
    "sign in": "/sign-in", "sign up": "/sign-up", "letter sent": "/letter-sent", "done": "/done",
    "confirmation": "/confirmation?code=typed", "lost password": "/reset", "new password": "/new-password?code=typed",
    "differences": "/individuals-and-companies", "supplier": "/supplier",
}
# The forms: a short one, one with choices and files, the longest.
KINDS = ["contract-terms", "documents", "personal-refund"]


def request(person, home):
    """A request of the project, made by its form."""
    page = person.page
    person.go(home + "/requests/new?kind=deletion-time&lang=ru")
    page.locator("#request").get_by_role("button").last.click()
    hold(re.search(r"/requests/\d+", person.path()) is not None, f"a request is made: {person.path()}")
    return places.bare(person.path())


def owner(person, email="owner@moscow.example", pid=OWNER):
    """The pages of who owns a project in which much has happened."""
    page = person.page
    home = f"/projects/{pid}"
    sign_in(person, email)
    found = {"projects": "/", "security": "/security", "tokens": "/tokens", "new project": "/new-project", **of_project(pid)}
    found["new request"] = home + "/requests/new"
    for kind in KINDS:
        found[f"new request {kind}"] = home + f"/requests/new?kind={kind}"
    found["request"] = request(person, home)
    found["why a state"] = f"/explain?address={pid}"
    person.go(home + "/documents?lang=ru")
    papers = page.eval_on_selector_all("main a[href^='/documents/']", "all => all.map(a => a.getAttribute('href'))")
    papers = [paper for paper in map(places.bare, papers) if not re.search(r"\.\w+$", paper)]
    if papers:
        found["document"] = papers[0]
    return found


def of(person):
    """Who comes, and the pages each sees by name: [(who, e-mail or nothing, places)]."""
    page = person.page
    newcomer = sign_up(person, "newcomer@lamp.example", "Анна Лампова")
    second_step(person, "viewer@moscow.example")
    owned = owner(person)
    person.go(owned["members"] + "?lang=ru")
    page.get_by_label("Почта").fill("invited@moscow.example")
    page.get_by_role("button", name="Пригласить").click()
    return [
        ("stranger", None, {**STRANGER, "invitation": letter(person, "invited@moscow.example"), "letters": "/dev/mail"}),
        ("second step", "viewer@moscow.example", {"second step": "/second-step"}),
        ("owner", "owner@moscow.example", owned),
        ("newcomer", "newcomer@lamp.example", of_project(newcomer.rsplit("/", 1)[1])),
        ("Kazakhstan", "owner@kazakhstan.example", of_project("mcs0000000003")),
    ]


def visit(person, who, email):
    """Comes as one of them."""
    if email:
        sign_in(person, email)
    else:
        person.context.clear_cookies()
