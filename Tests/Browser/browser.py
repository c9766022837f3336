"""A browser that looks at the pages of a running `kontragent serve`, and complains of whatever no page may do.

Chromium is the system's own; it has a profile of its own in a temporary folder and speaks to the server
alone. What a page says on the console, asks of another host or pops up is a failure.
"""

import http.client
import os
import sys
import tempfile
from contextlib import contextmanager
from urllib.parse import urlsplit

from playwright.sync_api import sync_playwright

CHROMIUM = "/usr/bin/chromium"
WIDE = {"width": 1280, "height": 900}
PHONE = {"width": 375, "height": 740}
SMALL = {"width": 320, "height": 640}


class Broken(Exception):
    """What a job found that is not as it should be."""


def fetched(person, path):
    """A file as the browser's session gets it; names of .localhost are the browser's alone."""
    parts = urlsplit(person.address)
    cookies = "; ".join(f"{cookie['name']}={cookie['value']}" for cookie in person.context.cookies())
    asked = http.client.HTTPConnection("127.0.0.1", parts.port, timeout=60)
    asked.request("GET", path, headers={"Host": parts.netloc, "Cookie": cookies})
    answer = asked.getresponse()
    return answer.status, answer.read()


def hold(condition, says):
    if not condition:
        raise Broken(says)


class Visitor:
    """One browser with its own profile; `page` is its one tab."""

    def __init__(self, context, address):
        self.context = context
        self.address = address.rstrip("/")
        # Other sites of the same server that the job goes to as well.
        self.others = set()
        self.complaints = []
        # A refusal's status is told on the console too; jobs that ask for one say so.
        self.expects_refusals = False
        self.page = context.pages[0] if context.pages else context.new_page()
        context.on("page", self.watch)
        self.watch(self.page)

    def watch(self, page):
        page.on("console", self.heard)
        page.on("pageerror", lambda error: self.complaints.append(f"error of a page: {error}"))
        page.on("dialog", self.popped)
        page.on("request", self.asked)

    def heard(self, message):
        if self.expects_refusals and "Failed to load resource" in message.text:
            return
        self.complaints.append(f"console at {self.page.url}: {message.text}")

    def popped(self, dialog):
        self.complaints.append(f"a dialog: {dialog.message}")
        dialog.dismiss()

    def asked(self, request):
        parts = urlsplit(request.url)
        if parts.scheme in ("data", "blob", "chrome", "chrome-extension"):
            return
        if f"{parts.scheme}://{parts.netloc}" not in {self.address, *self.others}:
            self.complaints.append(f"a request elsewhere: {request.url}")

    def go(self, path):
        answer = self.page.goto(self.address + path)
        hold(answer is not None, f"{path}: no answer")
        return answer

    def text(self):
        return self.page.locator("body").inner_text()

    def path(self):
        parts = urlsplit(self.page.url)
        return parts.path + ("?" + parts.query if parts.query else "")

    def holds_still(self):
        """Whether the page fits its window: nothing but tables and charts is moved sideways."""
        width = self.page.evaluate("document.documentElement.scrollWidth")
        room = self.page.evaluate("window.innerWidth")
        hold(width <= room, f"{self.path()} is {width} px wide in a window of {room}")

    def end(self):
        hold(not self.complaints, "; ".join(self.complaints[:10]))


@contextmanager
def visitor(address, profile=None, viewport=WIDE, language="ru-RU", **more):
    """Opens a browser and closes it; whatever it complained of meanwhile is raised."""
    arguments = ["--disable-background-networking", "--disable-component-update", "--no-first-run"]
    if os.getuid() == 0:
        # Chromium's sandbox refuses to be used by root, as a container runs tests.
        arguments.append("--no-sandbox")
    with tempfile.TemporaryDirectory(prefix="kontragent-browser-") as own, sync_playwright() as playwright:
        # Whatever it keeps outside its profile goes the same way.
        home = {name: value for name, value in os.environ.items() if not name.startswith("XDG_")}
        home["HOME"] = own
        context = playwright.chromium.launch_persistent_context(
            profile or os.path.join(own, "profile"), executable_path=CHROMIUM, headless=True, args=arguments,
            env=home, viewport=viewport, locale=language, timezone_id="Europe/Moscow", reduced_motion="reduce",
            **more)
        context.set_default_timeout(60_000)
        try:
            person = Visitor(context, address)
            yield person
            person.end()
        finally:
            context.close()


def run(jobs):
    """Runs the job named on the command line: NAME ADDRESS [FOLDER]."""
    name, address = sys.argv[1], sys.argv[2]
    folder = sys.argv[3] if len(sys.argv) > 3 else None
    try:
        jobs[name](address, folder)
    except Broken as broken:
        print(f"{name}: {broken}")
        sys.exit(1)
    print(f"{name}: done")
