"""Pictures of every page of a running server: screens.py ADDRESS FOLDER [--readme FOLDER] [--signed demo|long]."""

import os
import re
import sys

import cabinet_places
import office_jobs
import office_places
import places
import rows
from browser import PHONE, WIDE, Broken, visitor


# Pages that do not fit their window: told at the end, when all pictures are there.
moving = []


def still(person):
    try:
        person.holds_still()
    except Broken as broken:
        moving.append(str(broken))


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
                        still(person)


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


# Both languages, both lights, both widths; dark differs by its colours alone.
VIEWS = [("wide", WIDE, "light", "ru"), ("wide", WIDE, "dark", "en"), ("phone", PHONE, "light", "ru"), ("phone", PHONE, "dark", "en")]


def walk(person, found, folder, view, of=""):
    size, _, scheme, language = view
    for name, path in found.items():
        person.go(places.saying(path, language))
        file = f"{of}{re.sub('[ ,]+', '-', name)}-{size}-{scheme}-{language}.png"
        person.page.screenshot(path=os.path.join(folder, file), full_page=True)
        still(person)


def complete(side, found):
    """Whether each page of the server's own table is among them."""
    left = rows.left_out(side, found)
    if left:
        sys.exit(f"screens: {side}: no list has {left}")


def cabinet(address, folder, world):
    """What customers see: who comes for the first time, who signs in, whose project is frozen; those with long names."""
    os.makedirs(folder, exist_ok=True)
    site = office_jobs.office(address).replace("office.", "cabinet.")
    with visitor(site) as person:
        person.expects_refusals = True
        if world == "long":
            pid = "mcs0000000002"
            parts = [("long", "owner@long.example", cabinet_places.owner(person, "owner@long.example", pid))]
        else:
            parts = cabinet_places.of(person)
            complete("cabinet", [path for _, _, found in parts for path in found.values()])
            parts.append(("frozen", "owner@frozen.example", cabinet_places.of_project("mcs0000000006")))
    for view in VIEWS:
        with visitor(site, viewport=view[1], color_scheme=view[2]) as person:
            person.expects_refusals = True
            for who, email, found in parts:
                cabinet_places.visit(person, who, email)
                walk(person, found, folder, view, of=who.replace(" ", "-") + "-")


def office(address, folder, world):
    """The staff's pages, as an administrator sees them."""
    os.makedirs(folder, exist_ok=True)
    for view in VIEWS:
        with visitor(office_jobs.office(address), viewport=view[1], color_scheme=view[2]) as person:
            person.expects_refusals = True
            office_places.sign_in(person, "administrator@office.example")
            found = office_places.of(person)
            if world == "demo":
                complete("office", found.values())
            walk(person, found, folder, view)


pictures(sys.argv[1], sys.argv[2])
if "--signed" in sys.argv:
    world = sys.argv[sys.argv.index("--signed") + 1]
    office(sys.argv[1], f"{sys.argv[2]}-office", world)
    cabinet(sys.argv[1], f"{sys.argv[2]}-cabinet", world)
if "--readme" in sys.argv:
    for_readme(sys.argv[1], sys.argv[sys.argv.index("--readme") + 1])
if moving:
    sys.exit("screens: " + "\n".join(moving))
