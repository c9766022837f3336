"""What people do with the pages, done in a real browser: jobs.py NAME ADDRESS [FOLDER]."""

import http.client
import io
import json
import os
import re
import subprocess
import tempfile
import xml.etree.ElementTree as xml
import zipfile
from urllib.parse import unquote, urlsplit

from axe_playwright_python.sync_playwright import Axe

import cabinet_places
import office_jobs
import party_jobs
import places
import rows
import story_jobs
from browser import PHONE, SMALL, WIDE, fetched, hold, run, visitor
from usable import BY_LIGHT, RULES, sweep, unfold, usable


def document(address, folder):
    """An accountant goes from the list of projects to a document and takes its PDF and its XML."""
    with visitor(address) as person:
        page = person.page
        person.go("/")
        page.get_by_label("Найти").fill("ветерок")
        page.get_by_role("button", name="Показать").click()
        hold(page.locator("tbody tr").count() == 1, "one project is named so")
        page.locator("tbody th a").first.click()
        hold("Ветерок" in page.locator(".whose").inner_text(), "the project's page bears its customer's name")
        page.get_by_role("link", name="Закрывающие документы").click()
        papers = page.get_by_role("region", name="Закрывающие документы, сначала последние")
        papers.get_by_role("link", name=re.compile("^УПД № ")).first.click()
        title = page.locator("h1").inner_text()
        hold(re.match(r"УПД № \d+, \d+ \w+ 20\d\d г\.", title), f"the document's page says «{title}»")
        hold(page.locator("tfoot").inner_text().strip().endswith("₽"), "its total bears the currency's sign")
        number = re.search(r"№ (\d+)", title).group(1)
        for kind in ["PDF", "XML"]:
            link = page.get_by_role("link", name=re.compile(f"^{kind}, УПД"))
            hold(link.inner_text() == kind, f"the button says {kind}")
            file = person.context.request.get(person.address + link.get_attribute("href"))
            hold(file.status == 200, f"{kind}: {file.status}")
            hold(f"-{number}.{kind.lower()}" in file.headers["content-disposition"], f"{kind}: its name")
            body = file.body()
            if kind == "PDF":
                hold(body.startswith(b"%PDF-") and len(body) > 10_000, "the PDF is one")
                text = said(body)
                hold("Ветерок" in text and "Счет-фактура" in text.replace("ё", "е"), "the PDF says what it is")
            else:
                root = xml.fromstring(body)
                hold(root.tag == "Файл", f"the XML's root is {root.tag}")
        # The same by a click: the XML is kept as a file, to be sent on.
        with page.expect_download() as download:
            page.get_by_role("link", name=re.compile("^XML, УПД")).click()
        hold(download.value.suggested_filename.endswith(f"-{number}.xml"), "the XML by a click")
        hold(page.locator("h1").inner_text() == title, "the page is still there")
        # The PDF is shown by the browser itself.
        with page.expect_response(lambda answer: answer.url.endswith(".pdf")) as answer:
            page.get_by_role("link", name=re.compile("^PDF, УПД")).click()
        hold(answer.value.status == 200, "the PDF by a click")
        page.wait_for_url(re.compile(r"\.pdf$"))


def plain(text):
    """Without the thin and the unbreakable gaps."""
    return text.replace("\u202f", " ").replace("\u00a0", " ")


def explain(address, folder):
    """Where does this kopeck come from: from a document's sum down to the events and the bank's line."""
    with visitor(address) as person:
        page = person.page
        person.go("/months")
        page.locator("tbody th a").first.click()
        page.get_by_role("link", name=re.compile("^УПД № ")).last.click()
        gross = page.locator("tbody tr td:last-child a").first
        total = gross.inner_text()
        gross.click()
        hold("Почему" in page.locator("h1").inner_text(), "the sum leads to its explanation")
        hold(plain(total) in plain(person.text()), f"the explanation names {total}")
        hold("Пересчитано заново: всё сходится." in person.text(), "everything was added up again")
        line = page.locator("main a[href*='/explain?address=mcs']").first
        line.click()
        hold(re.search(r"mcs\d+/\d{4}-\d\d-\d\d/", page.locator("h1").inner_text()), "a day line follows")
        hold("событи" in person.text(), "with its events")
        page.get_by_role("navigation", name="Выше этой страницы").get_by_role("link").last.click()
        hold(page.locator("svg.chart").count() == 1, "and back to the project's month")
        page.get_by_role("link", name="Баланс").click()
        money = page.get_by_role("region", name="Сначала последние").locator("td.sum a").first
        money.click()
        hold("bank/" in person.text(), "money leads to the bank's line")
        # The three sums of a closed month, each down to its own parts.
        person.go("/months/2026-09")
        figure = page.locator("#tie-out-moscow td.sum a").first
        total = plain(figure.inner_text())
        figure.click()
        hold(plain(person.text()).count(total.removesuffix(" ₽")) >= 6, f"portions, documents and books make {total}")
        hold("всё сходится" in person.text(), "and they were added up again")
        page.locator("main a[href*='/costs?month=']").first.click()
        hold(page.locator("svg.chart").count() == 1, "a part leads to its project's month")
        # By the address alone, typed into the head of the page.
        page.get_by_label("Почему?").fill("moscow/upd/2026/5")
        page.get_by_label("Почему?").press("Enter")
        hold("УПД № 5" in person.text(), "an address that was typed is explained")
        person.expects_refusals = True
        page.get_by_label("Почему?").fill("нет такого")
        page.get_by_label("Почему?").press("Enter")
        hold("нет такого" in page.locator("main").inner_text(), "what is not there is said so")


def languages(address, folder):
    """Both languages: the browser's own, the other by a link, kept from page to page."""
    with visitor(address, language="en-GB") as person:
        page = person.page
        person.go("/")
        hold(page.locator("html").get_attribute("lang") == "en", "a browser that prefers English gets it")
        hold(page.locator("h1").inner_text() == "Projects", "English words")
        hold(re.search(r"₽\d{1,3}(,\d{3})*\.\d\d", person.text()), "English figures")
        page.get_by_role("link", name="Русский").click()
        hold(page.locator("html").get_attribute("lang") == "ru", "Russian by a link")
        hold(re.search("\\d\u202f\\d{3},\\d\\d\u00a0₽", page.locator("main").inner_text()), "thin gaps between threes")
        page.locator("tbody th a").first.click()
        page.get_by_role("link", name="Расходы на сервисы").click()
        page.get_by_role("button", name="Показать").click()
        page.get_by_role("link", name="Месяцы").first.click()
        page.locator("tbody th a").first.click()
        hold(page.locator("html").get_attribute("lang") == "ru", "kept through links and forms")
        shared = page.url
        page.get_by_role("link", name="English").click()
        hold(page.locator("html").get_attribute("lang") == "en", "and back")
        hold(person.path().split("?")[0] == shared.replace(person.address, "").split("?")[0], "on the same page")
        for place in places.of(person).values():
            person.expects_refusals = True
            person.go(places.saying(place, "en"))
            main = page.locator("main").inner_text()
            own = re.sub(r"«[^»]*»|https?\S+", "", page.locator("h1, h2, th[scope=col], label, button").all_inner_texts().__str__())
            left = set(re.findall(r"[А-Яа-яЁё]{3,}", own)) & {"Проекты", "Месяцы", "Показать", "Почему", "Документы"}
            hold(main and not left, f"{place}: Russian words {left} in English")


def background(page):
    return page.evaluate("getComputedStyle(document.body).backgroundColor")


def looks(address, folder):
    """Light and dark: the system's wish, then the reader's own, kept when the browser is opened again."""
    light, dark = "rgb(244, 246, 249)", "rgb(15, 19, 25)"
    with tempfile.TemporaryDirectory(prefix="kontragent-profile-") as profile:
        with visitor(address, profile=profile, color_scheme="dark") as person:
            page = person.page
            person.go("/months?lang=ru")
            hold(background(page) == dark, "dark where the system is")
            page.get_by_role("button", name="Светлая").click()
            hold(person.path() == "/months?lang=ru", "the same page afterwards")
            hold(background(page) == light, "light by choice in a dark system")
            hold(page.get_by_role("button", name="Светлая").get_attribute("aria-pressed") == "true", "it is said")
            page.locator("tbody th a").first.click()
            hold(background(page) == light, "kept on the next page")
        with visitor(address, profile=profile, color_scheme="dark") as person:
            page = person.page
            person.go("/")
            hold(background(page) == light, "kept when the browser is opened again")
            person.expects_refusals = True
            person.go("/no-such-page")
            hold(background(page) == light, "kept where there is no page")
            person.go("/")
            page.get_by_role("button", name="Как в системе").click()
            hold(background(page) == dark and not person.context.cookies(), "and given back to the system")
        with visitor(address, profile=profile, color_scheme="light") as person:
            person.go("/")
            hold(background(person.page) == light, "light where the system is")
            person.page.get_by_role("button", name="Тёмная").click()
            hold(background(person.page) == dark, "dark by choice in a light system")


def phone(address, folder):
    """A telephone, and a page enlarged four times (320 px): nothing but tables is moved sideways."""
    with visitor(address, viewport=PHONE, is_mobile=True, has_touch=True) as person:
        person.expects_refusals = True
        found = places.of(person)
        for size, language in [(PHONE, "ru"), (SMALL, "en")]:
            person.page.set_viewport_size(size)
            for path in found.values():
                person.go(places.saying(path, language))
                unfold(person.page)
                person.holds_still()
        person.go(found["costs"])
        person.page.locator("summary").first.tap()
        hold(person.page.locator("details[open] table").count() == 1, "a folded part opens under a finger")
        tops = person.page.locator(".top a, .top input, .top button")
        for place in range(tops.count()):
            box = tops.nth(place).bounding_box()
            hold(box and box["width"] >= 24 and box["height"] >= 24, "what is touched is large enough")


def plain_page(address, folder):
    """Without JavaScript everything works."""
    with visitor(address, java_script_enabled=False) as person:
        page = person.page
        person.go("/?lang=ru")
        page.locator("#state").select_option("frozen")
        page.get_by_role("button", name="Показать").click()
        hold(page.locator("tbody tr").count() == 1, "one project is frozen")
        page.locator("tbody th a").click()
        hold("заморожен" in page.locator(".whose").inner_text(), "it says so")
        hold("Объекты будут удалены после" in person.text(), "and until when its objects are kept")
        person.go("/projects/mcs0000000001/costs?month=2026-09&lang=ru")
        months = page.locator("#month option").count()
        page.locator("#month").select_option("2026-05")
        page.get_by_role("button", name="Показать").click()
        hold(months > 10 and "май 2026" in page.locator("h2").all_inner_texts().__str__(), "a month is chosen")
        page.locator("summary").first.click()
        hold(page.locator("details[open] tbody tr").count() == 31, "the chart's figures, a row for each day")
        page.locator("details[open] td.sum a").first.click()
        page.get_by_role("button", name="Тёмная").click()
        hold(background_without_script(page) == "dark", "dark without a script")


def background_without_script(page):
    return page.locator("html").get_attribute("data-theme")


FOCUSED = """() => {
    const e = document.activeElement
    if (!e || e === document.body) return null
    const s = getComputedStyle(e), b = e.getBoundingClientRect()
    return {
        tag: e.tagName.toLowerCase(), text: (e.innerText || e.getAttribute('aria-label') || e.id || '').slice(0, 40),
        ring: s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 2,
        seen: b.width > 0 && b.height > 0 && b.bottom > 0 && b.top < innerHeight && b.right > 0 && b.left < innerWidth,
        top: b.top + scrollY, isMain: e.id === 'main'
    }
}"""


def keyboard(address, folder):
    """The keyboard alone: skip the head, go through everything in order, see where one is, do a job."""
    with visitor(address) as person:
        page = person.page
        person.go("/?lang=ru")
        page.keyboard.press("Tab")
        first = page.evaluate(FOCUSED)
        hold(first["text"] == "К содержанию" and first["seen"] and first["ring"], f"first comes the way past the head: {first}")
        page.keyboard.press("Enter")
        hold(page.evaluate(FOCUSED)["isMain"], "it leads to the content")
        page.keyboard.press("Tab")
        hold(page.evaluate("document.activeElement.closest('.cards .big') !== null"), "the next stop is the content's first sum")
        for path in ["/?lang=ru", "/projects/mcs0000000001/costs?month=2026-09&lang=ru", "/documents/moscow/upd/2026/79?lang=ru"]:
            person.go(path)
            wanted = page.evaluate("""() => [...document.querySelectorAll(
                'a[href]:not([tabindex="-1"]), button, input:not([type=hidden]), select, summary, [tabindex="0"]')]
                .filter(e => e.checkVisibility()).length""")
            seen = []
            for _ in range(wanted):
                page.keyboard.press("Tab")
                at = page.evaluate(FOCUSED)
                hold(at is not None, f"{path}: after {len(seen)} stops of {wanted} there is none")
                hold(at["ring"], f"{path}: «{at['text']}» ({at['tag']}) has no ring around it")
                hold(at["seen"], f"{path}: «{at['text']}» is out of sight")
                seen.append(at["text"])
            hold(seen[:4] == ["К содержанию", "Kontragent", "Проекты", "Месяцы"], f"{path}: begins {seen[:4]}")
            hold(seen[-3:] == ["Светлая", "Тёмная", "Как в системе"], f"{path}: ends {seen[-3:]}")
        # A job: find a project, choose its month, unfold the figures, ask why.
        person.go("/?lang=ru")
        page.locator("#q").focus()
        page.keyboard.type("одуванчик")
        page.keyboard.press("Enter")
        page.wait_for_url(re.compile(r"/\?q="))
        page.locator("tbody th a").first.focus()
        page.keyboard.press("Enter")
        page.wait_for_url(re.compile("/projects/"))
        page.get_by_role("link", name="Расходы на сервисы").focus()
        page.keyboard.press("Enter")
        page.wait_for_url(re.compile("/costs"))
        page.locator("summary").nth(1).focus()
        page.keyboard.press("Space")
        hold(page.locator("details[open]").count() == 1, "the space bar unfolds a service")
        page.locator("details[open] summary").nth(1).focus()
        page.keyboard.press("Space")
        hold(page.locator("details[open]").count() == 2, "and a resource in it")
        page.locator("details[open] details[open] a").first.focus()
        page.keyboard.press("Enter")
        page.wait_for_url(re.compile("/explain"))
        hold("Почему" in page.locator("h1").inner_text(), "and the sum is explained")


def axe(address, scheme, viewport=WIDE, rules=None):
    """All rules, or those alone that light and width can change; of pages of one kind, one."""
    ask = {"type": "rule", "values": rules} if rules else {"type": "tag", "values": RULES}
    with visitor(address, viewport=viewport, color_scheme=scheme) as person:
        person.expects_refusals = True
        found = {name: path for name, path in places.of(person).items() if name.split()[0] not in ("second", "third")}
        asked = Axe()
        findings = []
        for number, (name, path) in enumerate(found.items()):
            person.go(places.saying(path, "ru" if number % 2 else "en"))
            unfold(person.page)
            result = asked.run(person.page, options={"runOnly": ask, "resultTypes": ["violations"]})
            for violation in result.response["violations"]:
                nodes = violation["nodes"]
                findings.append(f"{name}: {violation['id']} ({len(nodes)}×): {nodes[0]['html'][:160]} {nodes[0]['failureSummary'][:300]}")
            hold(len(result.response["passes"]) >= (1 if rules else 15), f"{name}: axe asked little")
        hold(not findings, "\n".join(findings))


def axe_light(address, folder):
    """WCAG 2.2 AA as far as axe can tell, on every page, in light."""
    axe(address, "light")


def axe_dark(address, folder):
    """What light and width can change, in dark, on a telephone."""
    axe(address, "dark", PHONE, rules=BY_LIGHT)


def said(pdf):
    with tempfile.NamedTemporaryFile(suffix=".pdf") as file:
        file.write(pdf)
        file.flush()
        return subprocess.run(
            ["pdftotext", "-layout", file.name, "-"], capture_output=True, text=True, check=True).stdout


def paper(address, folder):
    """On paper: the thing alone, black on white even where the reader likes dark, rows whole, heads repeated."""
    with visitor(address, color_scheme="dark") as person:
        page = person.page
        person.go("/?lang=ru")
        page.get_by_role("button", name="Тёмная").click()
        for name, path, words in [
            ("document", "/documents/moscow/upd/2026/79?lang=ru", ["УПД № 79", "Исполнитель", "Ветерок", "Всего"]),
            ("month", "/months/2026-09?lang=ru", ["сентябрь 2026", "Сверка", "Казахстан"]),
            ("costs", "/projects/mcs0000000001/costs?month=2026-09&lang=ru", ["Ромашка", "Облачные диски", "compute.vcpu"]),
            ("documents", "/projects/mcs0000000001/documents?lang=ru", ["УПД № 74", "Состояние", "12 147,60"]),
        ]:
            person.go(path)
            page.emulate_media(media="print")
            colours = page.evaluate("""() => [...document.querySelectorAll('body, h1, td, th, caption, a, .tag')]
                .filter(e => e.checkVisibility()).map(e => getComputedStyle(e).color)""")
            hold(set(colours) == {"rgb(0, 0, 0)"}, f"{name}: printed in {set(colours)}")
            hold(background(page) == "rgb(255, 255, 255)", f"{name}: on {background(page)}")
            # As wide as a sheet of A4 between its margins: nothing is cut off.
            page.set_viewport_size({"width": 703, "height": 1000})
            person.holds_still()
            cut = page.evaluate("""() => [...document.querySelectorAll('.panel, .scroll, table')]
                .filter(e => e.getBoundingClientRect().right > innerWidth + 1).map(e => e.innerText.slice(0, 60))""")
            hold(not cut, f"{name}: cut off at the right: {cut}")
            page.set_viewport_size(WIDE)
            pdf = page.pdf(format="A4", prefer_css_page_size=True)
            page.emulate_media(media="screen")
            if folder:
                with open(os.path.join(folder, f"printed-{name}.pdf"), "wb") as file:
                    file.write(pdf)
            text = said(pdf)
            flat = re.sub(r"\s+", " ", plain(text))
            for word in words:
                hold(word in flat, f"{name}: «{word}» is not on paper")
            for word in ["Объяснить", "К содержанию", "Светлая", "Показать", "JSON"]:
                hold(word not in flat, f"{name}: «{word}» is on paper")
            sheets = text.strip("\f").split("\f")
            if name == "month":
                hold(len(sheets) >= 2, "a long month takes more than a sheet")
            if name == "document":
                hold(len(sheets) == 1, f"a short document takes {len(sheets)} sheets")
            for sheet in sheets:
                hold(sheet.strip(), f"{name}: an empty sheet")


def bare(address, folder):
    """Where Bootstrap is not installed, pages are plainer and can be read."""
    with visitor(address) as person:
        person.expects_refusals = True
        page = person.page
        for path in places.of(person).values():
            for size in [WIDE, PHONE]:
                page.set_viewport_size(size)
                person.go(path)
                hold(page.locator("link[rel=stylesheet]").count() == 1, "one sheet, our own")
                person.holds_still()
        person.go("/?lang=ru")
        right = page.locator("td.sum").first.evaluate("e => getComputedStyle(e).textAlign")
        hold(right == "right", "figures stand at the right")


def empty(address, folder):
    """Where there is nothing yet, a page says what to do next."""
    with visitor(address) as person:
        person.expects_refusals = True
        page = person.page
        for path, word in [("/", "kontragent import"), ("/months", "kontragent close"), ("/months/2026-10", "kontragent close 2026-10")]:
            for language in ["ru", "en"]:
                person.go(places.saying(path, language))
                hold(page.locator(".empty").count() == 1, f"{path}: it is said that there is nothing")
                hold(any(code.startswith(word) for code in page.locator(".empty code").all_inner_texts()), f"{path}: what to do next")
        person.go("/?lang=ru")
        hold(page.locator("form.bar").count() == 0, "nothing is to be searched where there is nothing")
    axe(address, "dark", rules=["color-contrast", "landmark-one-main", "page-has-heading-one", "region"])


# The whole of what the templates write; whatever else stands in a page came out of somebody's text.
ELEMENTS = set("""html head meta title link body a header div svg rect path nav form label input button main h1 h2 ul li
    p dl dt dd select option table caption thead tbody tfoot tr th td span bdi footer ol details summary figure figcaption
    line text g code br section h3 fieldset legend b""".split())
ATTRIBUTES = set("""lang xmlns charset name content rel type href class id viewBox aria-hidden width height rx d aria-label
    aria-current action method role for value placeholder required autocomplete spellcheck tabindex hreflang formaction
    aria-pressed scope selected data-theme data-key x x1 x2 y y1 y2 text-anchor open aria-labelledby checked
    preserveAspectRatio""".split())

INSIDE = """() => {
    const found = {elements: {}, attributes: {}, links: []}
    for (const e of document.querySelectorAll('*')) {
        // A rectangle of the chart may tell its day: the one title outside the head.
        found.elements[e.tagName.toLowerCase()] = 1
        for (const a of e.attributes) {
            found.attributes[a.name] = 1
            if (['href', 'action', 'formaction', 'src'].includes(a.name)) found.links.push(a.value)
        }
    }
    return found
}"""


def hostile(address, folder):
    """Names that try to be more than names: every page holds the template's elements and nothing else."""
    with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "hostile.jsonl"), encoding="utf-8") as file:
        corpus = [json.loads(line) for line in file]
    with visitor(address) as person:
        person.expects_refusals = True
        page = person.page
        waiting, seen, kinds = ["/?lang=ru", "/months?lang=ru"], set(), {}
        texts = []
        while waiting:
            path = waiting.pop(0)
            if path in seen:
                continue
            # Each page of a project is a kind of its own.
            kind = "/".join(re.match(r"/(\w*)(?:/mcs\d+/([\w-]+))?", path).groups("")) + ("?onward" if re.search(r"[?&](after|documents-|customers-)", path) else "")
            kinds[kind] = kinds.get(kind, 0) + 1
            if kinds[kind] > 8:
                continue
            seen.add(path)
            person.go(path)
            inside = page.evaluate(INSIDE)
            strange = set(inside["elements"]) - ELEMENTS
            hold(not strange, f"{unquote(path)}: elements {strange}")
            strange = set(inside["attributes"]) - ATTRIBUTES
            hold(not strange, f"{unquote(path)}: attributes {strange}")
            for link in inside["links"]:
                hold(re.match(r"(/(?![/\\])|#)", link), f"{unquote(path)}: leads to {link}")
            if not kind.startswith("explain"):
                texts.append(page.evaluate("document.body.textContent"))
            for link in inside["links"]:
                if re.match(r"/(projects|months|documents|explain|\?)", link) and not re.search(r"\.(pdf|xml|json|csv|zip)(\?|$)", link):
                    waiting.append(link.split("#")[0])
        hold(len(seen) > 25, f"{len(seen)} pages were seen")
        whole = "".join(texts)
        shown = sum(1 for text in corpus if text in whole)
        hold(shown > 190, f"{shown} of {len(corpus)} hostile texts were shown as they are")
        # What is asked for comes back in the answer too.
        for text in corpus[::12]:
            person.go("/?q=nobody-is-so&lang=ru")
            page.locator("#q").evaluate("(e, text) => e.value = text", text)
            page.get_by_role("button", name="Показать").click()
            strange = set(page.evaluate(INSIDE)["elements"]) - ELEMENTS
            hold(not strange, f"search for {text}: elements {strange}")


PASSWORD = "lemon tea in the garden"


def site(address, name):
    """The same server by a name of one of its sites."""
    return re.sub(r"//[^:/]+", f"//{name}.localhost", address)


def sign_in(person, email, password=PASSWORD):
    person.go("/sign-in")
    person.page.get_by_label("Почта").fill(email)
    person.page.get_by_label("Пароль").fill(password)
    person.page.get_by_role("button", name="Войти").click()


def top_up(person):
    """An invoice for a bank transfer: a wrong sum, too small a one, a right one; its PDF bears sum and purpose."""
    page = person.page
    person.go("/projects/mcs0000000001")
    page.get_by_role("link", name="Пополнить").first.click()
    usable(person, "topping up")
    for typed, said_so in [("сто", "не сумма"), ("1", "меньше наименьшего платежа")]:
        page.get_by_label("Сколько").fill(typed)
        page.get_by_role("button", name="Выставить счёт").click()
        hold(said_so in person.text(), f"{typed}: {said_so}")
        hold(page.get_by_label("Сколько").input_value() == typed, "what was typed stays")
    usable(person, "a sum that is too small")
    page.get_by_label("Сколько").fill("1 500,50")
    page.get_by_role("button", name="Выставить счёт").click()
    row = page.locator("tbody tr").first
    hold("1 500,50" in plain(row.inner_text()) and "mcs0000000001" in row.inner_text(), row.inner_text())
    usable(person, "invoices")
    link = row.get_by_role("link", name="PDF").get_attribute("href")
    status, body = fetched(person, link)
    hold(status == 200, f"{link}: {status}")
    text = plain(said(body))
    hold("1 500,50" in text and "mcs0000000001" in text, "the PDF bears the sum and the purpose")
    hold(fetched(person, link.replace("mcs0000000001", "mcs0000000003"))[0] == 404, "another's invoice is not there")


TABS = ["Баланс", "Детализация", "Расходы на сервисы", "Закрывающие документы", "Запросы", "Лимиты", "Цены", "Настройки", "Участники", "Пополнить"]


def tabs(person):
    return person.page.get_by_role("navigation", name="Страницы проекта").get_by_role("link").all_inner_texts()


def tab(person, name):
    person.page.get_by_role("navigation", name="Страницы проекта").get_by_role("link", name=name).click()
    hold(person.page.locator("h1").inner_text() == name, f"«{name}» is opened")


def unpacked(body):
    with zipfile.ZipFile(io.BytesIO(body)) as archive:
        hold(archive.testzip() is None, "the archive is whole")
        return {name: archive.read(name) for name in archive.namelist()}


def detail(person):
    """Where the money went: by period and kind, page by page, down to the day lines and the bank's transfer; CSV."""
    page = person.page
    tab(person, "Детализация")
    usable(person, "detail")
    rows = page.locator("tbody tr")
    hold(rows.count() == 50, "fifty movements a page")
    last = rows.last.inner_text()
    page.get_by_role("link", name="Дальше →").click()
    hold(rows.first.inner_text() != last and page.get_by_role("link", name="В начало").count() == 1, "the next page goes on")
    page.get_by_label("С", exact=True).fill("2026-09-01")
    page.get_by_label("по", exact=True).fill("2026-09-30")
    page.get_by_label("Что").select_option(label="зачисления")
    page.get_by_role("button", name="Показать").click()
    hold(rows.count() == 1 and "12 000,00" in plain(rows.inner_text()), "one transfer came in September")
    hold("зачислено 12 000,00 ₽" in plain(page.locator(".sums").inner_text()), "and the period's sum says so")
    status, body = fetched(person, page.get_by_role("link", name="CSV").get_attribute("href") + "&lang=ru")
    lines = body.decode("utf-8-sig").splitlines()
    hold(status == 200 and body.startswith(b"\xef\xbb\xbf") and len(lines) == 2, f"the CSV has one row: {lines[:3]}")
    hold(lines[1].split(";")[5] == "12000,00", f"its sum is one that a Russian spreadsheet adds up: {lines[1]}")
    rows.first.get_by_role("link").click()
    hold("bank/" in person.text(), "money leads to the bank's line")
    person.go("/projects/mcs0000000001/detail?from=2030-01-01&to=2030-01-31")
    usable(person, "detail of nothing")
    hold("Таких движений нет" in person.text(), "an empty period says so")


def costs(person):
    """What a month went on: a service, its resource, its days; each sum says why."""
    page = person.page
    person.go("/projects/mcs0000000001")
    tab(person, "Расходы на сервисы")
    page.get_by_label("Месяц").select_option("2026-09")
    page.get_by_role("button", name="Показать").click()
    hold(page.locator("svg.chart rect").count() > 60, "a picture by day and service")
    unfold(page)
    usable(person, "costs")
    total = plain(page.locator("h2 .sum").inner_text())
    hold(plain(page.locator("tfoot td").last.inner_text()) == total, f"the figures make {total} too")
    services = [plain(text) for text in page.locator("details.panel > summary .sum").all_inner_texts()]
    kopecks = [int(re.sub(r"\D", "", text)) for text in services]
    hold(sum(kopecks) == int(re.sub(r"\D", "", total)), f"{services} make {total}")
    page.get_by_role("region", name="То же в цифрах").locator("tbody td:last-child a").first.click()
    hold("Расход за" in page.locator("h1").inner_text(), "a day's sum leads to the day")
    usable(person, "costs of a day")
    lines = [int(re.sub(r"\D", "", text)) for text in page.get_by_role("region", name="Строки дня").locator("tbody td:last-child").all_inner_texts()]
    day = page.get_by_role("region", name="По сервисам").locator("tfoot td").last.inner_text()
    hold(sum(lines) == int(re.sub(r"\D", "", day)), f"{lines} make {day}")
    page.get_by_role("region", name="Строки дня").locator("td.sum a").first.click()
    hold(re.search(r"mcs\d+/2026-09-", page.locator("h1").inner_text()), "a day line is explained")


def papers(person):
    """Two documents in one archive: a PDF and an XML of each; nothing ticked is told."""
    page = person.page
    person.go("/projects/mcs0000000001")
    tab(person, "Закрывающие документы")
    usable(person, "closing documents")
    page.get_by_role("button", name="Выбранные одним ZIP").click()
    hold("Документы не выбраны" in person.text(), "nothing ticked is told")
    usable(person, "no document is chosen")
    person.go("/projects/mcs0000000001/documents?year=2026&kind=upd")
    boxes = page.get_by_role("checkbox")
    hold(boxes.count() == 9, "nine УПД of this year")
    chosen = [boxes.nth(place).get_attribute("value") for place in range(2)]
    for place in range(2):
        boxes.nth(place).check()
    with page.expect_download() as download:
        page.get_by_role("button", name="Выбранные одним ZIP").click()
    hold(download.value.suggested_filename == "documents-mcs0000000001.zip", "an archive by a click")
    path = "/projects/mcs0000000001/documents.zip?" + "&".join(f"document={key}" for key in chosen)
    status, body = fetched(person, path)
    files = unpacked(body)
    hold(status == 200 and len(files) == 4, f"a PDF and an XML of each: {sorted(files)}")
    hold(all(body.startswith(b"%PDF-") for name, body in files.items() if name.endswith(".pdf")), "the PDFs are some")
    hold(sum("ON_NSCHFDOPPR_" in name for name in files) == 2, "an XML bears the name of the tax service")
    hold(fetched(person, path)[1] == body, "the same bytes again")
    hold(fetched(person, path.replace("mcs0000000001", "mcs0000000003"))[0] == 404, "another's archive is not there")


def limit(person):
    """A monthly limit: a wrong one comes back, a right one is kept."""
    page = person.page
    person.go("/projects/mcs0000000001")
    tab(person, "Лимиты")
    usable(person, "no limit")
    for wrong in ["0", "1,50", "1000000000"]:
        page.get_by_label("Лимит на месяц").fill(wrong)
        page.get_by_role("button", name="Сохранить").click()
        hold("не годится как лимит" in person.text(), f"{wrong} is refused")
        hold(page.get_by_label("Лимит на месяц").input_value() == wrong, "what was typed stays")
    usable(person, "a wrong limit")
    page.get_by_label("Лимит на месяц").fill("15 000")
    page.get_by_role("button", name="Сохранить").click()
    hold("из 15 000,00 ₽" in plain(person.text()) and "в пределах лимита" in person.text(), "the limit is kept")
    usable(person, "a limit")


def prices(person):
    page = person.page
    tab(person, "Цены")
    usable(person, "prices")
    page.get_by_label("Найти").fill("ПАМЯТЬ")
    page.get_by_label("На день").fill("2026-03-15")
    page.get_by_role("button", name="Показать").click()
    hold(page.locator("tbody tr").count() == 1 and "compute.ram" in person.text(), "memory is found in small letters")
    hold("публичный прайс" in person.text(), "and where its price comes from")
    page.get_by_label("Найти").fill("нет такого")
    page.get_by_role("button", name="Показать").click()
    hold("Цен с таким названием нет" in person.text(), "what is not there is said so")
    usable(person, "no prices")


def cabinet(address, folder):
    """An owner goes through her project's pages: where money went, what of it documents show, limits, prices, details."""
    with visitor(site(address, "cabinet")) as owner:
        page = owner.page
        owner.expects_refusals = True
        sign_in(owner, "owner@moscow.example")
        page.locator("tbody th a").first.click()
        hold(tabs(owner) == TABS, f"an owner's pages are {tabs(owner)}")
        usable(owner, "balance")
        detail(owner)
        costs(owner)
        papers(owner)
        limit(owner)
        prices(owner)
        tab(owner, "Настройки")
        usable(owner, "settings")
        hold(page.get_by_role("link", name="Изменить").count() == 1, "her details can be edited")
        page.get_by_role("link", name="Реквизиты исполнителя").click()
        usable(owner, "the supplier's details")
        hold("7743001840" in owner.text(), "the supplier's number")
        page.set_viewport_size(SMALL)
        for path in ["", "/detail", "/costs", "/documents", "/requests", "/limits", "/prices", "/settings"]:
            owner.go("/projects/mcs0000000001" + path + "?lang=en")
            unfold(page)
            owner.holds_still()
            words = page.locator("h1, h2, th[scope=col], label, button").all_inner_texts()
            own = [text for text in words if re.search("[А-Яа-я]{3,}", text) and not re.match("Облачн|Объект|Русский", text)]
            hold(not own, f"{path}: Russian words {own} in English")


def cabinet_pages(address, folder):
    """Every page of the cabinet, by the server's own table: axe in light, one of each kind in the dark and enlarged."""
    with visitor(site(address, "cabinet")) as person:
        person.expects_refusals = True
        parts = cabinet_places.of(person)
        left = rows.left_out("cabinet", [path for _, _, found in parts for path in found.values()])
        hold(not left, f"cabinet_places.py leaves out {left}")
        seen = set()
        for who, email, found in parts:
            # Of who has signed up just now and of Kazakhstan, what differs.
            if who in ("newcomer", "Kazakhstan"):
                found = {name: found[name] for name in ("balance", "contract", "top-up", "registration")}
            cabinet_places.visit(person, who, email)
            sweep(person, found, seen, f"{who}, ")


def act(address, folder):
    """«Как получить акт сверки за нужный период?», «Как получить отчетные документы для бухгалтерии?», «Наша служба
    безопасности требует сканы ваших учредительных документов»: by the customer herself, in seconds."""
    with visitor(site(address, "office")) as clerk:
        page = clerk.page
        sign_in(clerk, "document-specialist@office.example")
        clerk.go("/founding?lang=ru")
        form = page.locator("#add-moscow")
        form.get_by_label("Что это за документ").fill("Устав <b>общества</b>")
        form.get_by_label("Дата документа").fill("2024-05-07")
        form.get_by_label("Файл").set_input_files({"name": "устав.pdf", "mimeType": "text/html", "buffer": SCAN})
        form.get_by_role("button", name="Добавить").click()
        hold("виден клиентам" in clerk.text() and page.locator("main b").count() == 0, "the charter lies in the folder")
        usable(clerk, "the folder")
    with visitor(site(address, "cabinet")) as owner:
        page = owner.page
        owner.expects_refusals = True
        sign_in(owner, "owner@moscow.example")
        owner.go("/projects/mcs0000000001")
        tab(owner, "Закрывающие документы")
        page.get_by_role("link", name="Акт сверки").click()
        usable(owner, "no period yet")
        page.get_by_role("navigation", name="Обычные периоды").get_by_role("link").nth(1).click()
        hold("Сальдо конечное" in owner.text() and "Оплата (" in owner.text(), "the quarter is shown")
        usable(owner, "an act shown")
        page.get_by_role("button", name="Составить акт").click()
        row = page.get_by_role("region", name="Составленные акты, сначала последние").locator("tbody tr")
        hold(row.count() == 1, "one act")
        for kind, start in [("PDF", b"%PDF-"), ("XML", b"<?xml")]:
            status, body = fetched(owner, row.get_by_role("link", name=re.compile(f"^{kind}")).get_attribute("href"))
            hold(status == 200 and body.startswith(start), f"{kind}: {status}")
            if kind == "PDF":
                hold("Акт сверки" in said(body) and "задолженность" in said(body), "the PDF says what it is")
        # The same days again are the same act, and days that are not over are told.
        page.get_by_role("navigation", name="Обычные периоды").get_by_role("link").nth(1).click()
        page.get_by_role("button", name="Составить акт").click()
        hold(row.count() == 1, "no second one")
        owner.go("/projects/mcs0000000001/documents/reconciliation?from=2026-09-01&through=2031-01-01&lang=ru")
        hold("ещё не закончилось" in owner.text(), "a day that is not over is told")
        usable(owner, "a refusal")
        hold(owner.go("/projects/mcs0000000003/documents/reconciliation").status == 404, "another's acts are not there")
        owner.go("/projects/mcs0000000001/documents?lang=ru")
        page.get_by_role("link", name="Отчёты").click()
        usable(owner, "reports")
        page.get_by_label("С", exact=True).fill("2026-08-01")
        page.get_by_label("По", exact=True).fill("2026-09-30")
        page.get_by_label("Для бухгалтерии").check()
        with page.expect_download() as download:
            page.get_by_role("button", name="XLSX").click()
        hold(download.value.suggested_filename.startswith("accounting-mcs0000000001-"), "a report by a click")
        sheet = unpacked(fetched(owner, "/projects/mcs0000000001/documents/report.xlsx?kind=accounting&from=2026-09-01&through=2026-09-30&lang=ru")[1])
        hold("УПД №".encode() in sheet["xl/worksheets/sheet1.xml"], "its rows are the documents' lines")
        status, table = fetched(owner, "/projects/mcs0000000001/documents/report.csv?kind=granular&from=2026-09-01&through=2026-09-30&lang=ru")
        hold(status == 200 and "итого" in table.decode().splitlines()[-1], "a CSV ends with its total")
        owner.go("/supplier?lang=ru")
        usable(owner, "the supplier's details")
        link = page.get_by_role("region", name="Копии учредительных документов").get_by_role("link")
        with page.expect_download() as download:
            link.click()
        hold(download.value.suggested_filename == "founding-moscow-1.pdf", "the charter is loaded")
    with visitor(site(address, "cabinet")) as stranger:
        stranger.expects_refusals = True
        stranger.go("/supplier?lang=ru")
        hold("Устав" not in stranger.text(), "who has not signed in sees no copies")


SCAN = b"%PDF-1.7\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n"


def roles(address, folder):
    """Each role of a customer sees as much as it may, without a script too."""
    def look(role, wanted):
        with visitor(site(address, "cabinet"), java_script_enabled=False) as person:
            person.expects_refusals = True
            sign_in(person, f"{role}@moscow.example")
            person.go("/projects/mcs0000000001")
            hold(tabs(person) == wanted, f"the pages of a {role} are {tabs(person)}")
            there = {tab: person.go("/projects/mcs0000000001" + path).status for tab, path in zip(
                TABS, ["", "/detail", "/costs", "/documents", "/requests", "/limits", "/prices", "/settings", "/members", "/top-up"])}
            hold(all((status == 200) == (name in wanted or name == "Баланс") for name, status in there.items()), f"{role}: {there}")
            person.go("/projects/mcs0000000001")
            yield person

    for person in look("superadministrator", TABS):
        hold(person.go("/projects/mcs0000000001/requests/new?kind=owner-change").status != 200, "the owner alone hands the project over")
    for person in look("project-administrator", ["Баланс", "Детализация", "Расходы на сервисы", "Цены"]):
        hold("2 396,73" in plain(person.text()) and person.go("/tokens").status == 200, "a project administrator sees the balance")
        hold("mcs0000000001" in person.text(), "and makes tokens for programs")
    for person in look("iam-administrator", ["Баланс"]):
        hold("2 396,73" not in plain(person.text()), "an IAM administrator sees no money")
    for person in look("billing-administrator", [name for name in TABS if name not in ("Лимиты", "Участники")]):
        hold("2 396,73" in plain(person.text()), "a billing administrator sees the balance")
    for person in look("viewer", ["Баланс", "Цены"]):
        hold("2 396,73" in plain(person.text()) and "Последние поступления" not in person.text(), "a viewer sees the balance alone")
    for person in look("accountant", ["Баланс", "Закрывающие документы"]):
        page = person.page
        hold("2 396,73" not in plain(person.text()), "an accountant sees no balance")
        page.locator(".empty").get_by_role("link", name="Закрывающие документы").click()
        for place in range(2):
            page.get_by_role("checkbox").nth(place).check()
        with page.expect_download() as download:
            page.get_by_role("button", name="Выбранные одним ZIP").click()
        hold(download.value.suggested_filename.endswith(".zip"), "documents come in an archive without a script")
        status, body = fetched(person, "/projects/mcs0000000001/costs.csv?month=2026-09")
        hold(status == 200 and body.count(b"\n") == 151, f"a month's charges as CSV: {status}, {body.count(10)} lines")
        hold(fetched(person, "/projects/mcs0000000003/costs.csv")[0] == 404, "and nobody else's")


def newcomer(address, folder):
    """Who has just signed up is told what to do next, and becomes a company before the first month is closed."""
    with visitor(site(address, "cabinet")) as person:
        page = person.page
        person.expects_refusals = True
        person.go("/sign-up")
        page.get_by_label("Почта").fill("new@lamp.example")
        page.get_by_label("Пароль").fill(PASSWORD)
        page.get_by_label("Ваше имя").fill("Анна Лампова")
        page.get_by_role("button", name="Зарегистрироваться").click()
        person.go("/dev/mail")
        page.locator("article", has_text="new@lamp.example").get_by_role("link").first.click()
        page.get_by_label("Ваш пароль").fill(PASSWORD)
        page.get_by_role("button", name="Подтвердить").click()
        sign_in(person, "new@lamp.example")
        page.locator("tbody th a").first.click()
        steps = page.locator(".steps h3").all_inner_texts()
        hold(steps == ["Укажите, кто платит", "Пополните счёт", "Пригласите коллег", "Задайте лимит"], f"steps {steps}")
        usable(person, "a new project")
        for name in ["Детализация", "Расходы на сервисы", "Закрывающие документы"]:
            tab(person, name)
            hold(page.locator(".empty").count() == 1, f"{name}: it is said that there is nothing")
            usable(person, f"{name} of a new project")
        page.get_by_role("link", name="Работать как компания или ИП").click()
        usable(person, "details to fill in")
        page.get_by_role("link", name="Заполнить", exact=True).click()
        page.get_by_label("ИНН").fill("7704123450")
        page.get_by_role("button", name="Найти").click()
        page.get_by_role("button", name="Следующий шаг").click()
        page.get_by_role("button", name="Сохранить").click()
        hold("ООО «Лампа»" in page.locator(".whose").inner_text(), "the project is the company's")
        tab(person, "Закрывающие документы")
        hold("Они появляются в начале месяца" in person.text(), "and its documents will come")


def member(address, folder):
    """An owner signs in, sees what is hers, invites a colleague, who reads the letter and sees as much as he may."""
    with visitor(site(address, "cabinet")) as owner:
        page = owner.page
        owner.expects_refusals = True
        owner.go("/projects/mcs0000000001")
        hold(owner.path() == "/sign-in", f"a stranger is sent to {owner.path()}")
        usable(owner, "signing in")
        sign_in(owner, "owner@moscow.example", "not the password at all")
        hold("Неверны почта или пароль" in owner.text(), "a wrong password is said so")
        usable(owner, "a wrong password")
        sign_in(owner, "owner@moscow.example")
        hold(page.locator("tbody tr").count() == 1, "she has one project")
        hold(owner.go("/projects/mcs0000000003").status == 404, "another's is not there")
        hold(owner.go("/months").status == 404, "all customers' months are not hers")
        for path in ["/security", "/projects/mcs0000000001", "/new-project"]:
            hold(owner.go(path).status == 200, path)
            usable(owner, path)
        top_up(owner)
        page.set_viewport_size(SMALL)
        owner.go("/projects/mcs0000000001/members")
        usable(owner, "members on a telephone")
        page.get_by_label("Почта").fill("colleague@moscow.example")
        page.get_by_role("button", name="Пригласить").click()
        hold("colleague@moscow.example" in owner.text(), "who was invited is listed")
        page.get_by_role("button", name="Выйти").click()
        owner.go("/security")
        hold(owner.path() == "/sign-in", "signed out")
    with visitor(site(address, "cabinet"), color_scheme="dark", viewport=PHONE) as colleague:
        page = colleague.page
        colleague.expects_refusals = True
        colleague.go("/dev/mail")
        usable(colleague, "letters")
        page.locator("article", has_text="colleague@moscow.example").get_by_role("link").first.click()
        usable(colleague, "an invitation")
        page.get_by_label("Ваше имя").fill("Пётр Коллегин")
        page.get_by_label(re.compile("пароль")).fill("a kettle on the stove")
        page.locator("main button").first.click()
        sign_in(colleague, "colleague@moscow.example", "a kettle on the stove")
        hold(page.locator("tbody tr").count() == 1, "the project is his too")
        hold(colleague.go("/projects/mcs0000000001/members").status == 404, "its members are not shown to a viewer")
    with visitor(site(address, "office")) as staff:
        staff.expects_refusals = True
        sign_in(staff, "owner@moscow.example")
        hold("Неверны почта или пароль" in staff.text(), "a customer has nothing to do in the office")
        sign_in(staff, "accountant@office.example")
        hold(staff.page.locator("tbody tr").count() > 1, "staff see all projects")
        hold(staff.go("/months").status == 200, "and the months")
        usable(staff, "months in the office")


run({
    "member": member, "act": act, "cabinet": cabinet, "cabinet-pages": cabinet_pages, "roles": roles, "newcomer": newcomer, "document": document, "explain": explain, "languages": languages, "looks": looks, "phone": phone,
    "plain": plain_page, "keyboard": keyboard, "axe-light": axe_light, "axe-dark": axe_dark, "paper": paper,
    "bare": bare, "empty": empty, "hostile": hostile, **office_jobs.JOBS, **party_jobs.JOBS, **story_jobs.JOBS,
})
