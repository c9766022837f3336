"""Pictures of every page of a running server: screens.py ADDRESS FOLDER [--readme FOLDER]."""

import os
import re
import sys

import office_jobs
import office_places
import places
from browser import PHONE, WIDE, visitor


def pictures(address, folder):
    os.makedirs(folder, exist_ok=True)
    for size, viewport in [("wide", WIDE), ("phone", PHONE)]:
        for scheme in ["light", "dark"]:
            with visitor(address, viewport=viewport, color_scheme=scheme) as person:
                person.expects_refusals = True
                for name, path in places.of(person).items():
                    # Both languages in light; dark differs by its colours alone.
                    for language in ["ru", "en"] if scheme == "light" else ["ru"]:
                        person.go(places.saying(path, language))
                        file = f"{name.replace(' ', '-')}-{size}-{scheme}-{language}.png"
                        person.page.screenshot(path=os.path.join(folder, file), full_page=True)
                        person.holds_still()


SIGNED = ["", "/detail", "/costs", "/documents", "/limits", "/prices", "/settings", "/members", "/top-up"]


def signed(address, folder):
    """The pages that a customer signs in to, of a project of the demo."""
    os.makedirs(folder, exist_ok=True)
    cabinet = re.sub(r"//[^:/]+", "//cabinet.localhost", address)
    for size, viewport in [("wide", WIDE), ("phone", PHONE)]:
        for scheme in ["light", "dark"]:
            with visitor(cabinet, viewport=viewport, color_scheme=scheme) as person:
                person.go("/sign-in?lang=ru")
                person.page.get_by_label("Почта").fill("owner@moscow.example")
                person.page.get_by_label("Пароль").fill("lemon tea in the garden")
                person.page.get_by_role("button", name="Войти").click()
                for path in ["/projects/mcs0000000001" + page for page in SIGNED] + ["/supplier", "/security"]:
                    for language in ["ru", "en"] if scheme == "light" else ["ru"]:
                        person.go(places.saying(path, language))
                        name = path.rsplit("/", 1)[1].replace("mcs0000000001", "balance")
                        file = f"signed-{name}-{size}-{scheme}-{language}.png"
                        person.page.screenshot(path=os.path.join(folder, file), full_page=True)
                        person.holds_still()


def for_readme(address, folder):
    """Three pictures, small enough to be kept: a project in light, a document in dark, a telephone."""
    for name, path, scheme, viewport in [
        ("project", "/projects/mcs0000000001/costs?month=2026-09&lang=en", "light", {"width": 1100, "height": 800}),
        ("document", "/documents/moscow/upd/2026/79?lang=en", "dark", {"width": 960, "height": 660}),
        ("phone", "/projects/mcs0000000005/costs?month=2026-09&lang=en", "light", {"width": 390, "height": 844}),
    ]:
        with visitor(address, viewport=viewport, color_scheme=scheme, language="en-GB") as person:
            person.go(path)
            person.page.screenshot(path=os.path.join(folder, f"{name}.png"))


def office(address, folder):
    """The staff's pages, as an administrator sees them."""
    os.makedirs(folder, exist_ok=True)
    for size, viewport, scheme, language in [
        ("wide", WIDE, "light", "ru"), ("wide", WIDE, "dark", "en"), ("phone", PHONE, "light", "ru"),
        ("phone", PHONE, "dark", "en"),
    ]:
        with visitor(office_jobs.office(address), viewport=viewport, color_scheme=scheme) as person:
            person.expects_refusals = True
            office_places.sign_in(person, "administrator@office.example")
            for name, path in office_places.of(person).items():
                person.go(places.saying(path, language))
                file = f"{name.replace(' ', '-')}-{size}-{scheme}-{language}.png"
                person.page.screenshot(path=os.path.join(folder, file), full_page=True)
                person.holds_still()


if "--office" in sys.argv:
    office(sys.argv[1], sys.argv[2])
else:
    pictures(sys.argv[1], sys.argv[2])
if "--signed" in sys.argv:
    signed(sys.argv[1], sys.argv[2])
if "--readme" in sys.argv:
    for_readme(sys.argv[1], sys.argv[sys.argv.index("--readme") + 1])
