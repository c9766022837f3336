"""What the provider's staff do in the office, done in a real browser, each role within its rights."""

import os
import re
import xml.etree.ElementTree as xml
from urllib.parse import urlsplit

import office_places
import rows
from browser import PHONE, fetched, hold, visitor
from usable import sweep, unfold
from usable import usable as usable_as_it_is


def office(address):
    return f"http://office.localhost:{urlsplit(address).port}"


def usable(person, name):
    """With all that is folded opened."""
    unfold(person.page)
    usable_as_it_is(person, name)


def match(address, folder):
    """An accountant gives unclear money to a project by one key, takes it back with a reason, gives it again."""
    with visitor(office(address)) as person:
        page = person.page
        person.expects_refusals = True
        office_places.sign_in(person, "accountant@office.example")
        page.get_by_role("link", name="Банк").click()
        usable(person, "the bank")
        page.get_by_role("link", name="Начать с первой").click()
        line = person.path()
        usable(person, "an unclear line")
        hold("невыясненная" in page.locator(".lead").inner_text(), "it waits")
        project = page.locator(".candidates a").first.inner_text()
        page.keyboard.press("1")
        page.wait_for_url(re.compile(re.escape(line) + "$"))
        page.get_by_role("heading", name="Отменить зачисление").wait_for()
        hold("сопоставлена" in page.locator(".lead").inner_text(), "one key gives it to the first candidate")
        hold(project in page.locator("main").inner_text(), f"to {project}")
        usable(person, "a matched line")
        page.get_by_role("link", name="Объяснить").first.click()
        hold("bank/" in person.text() and "всё сходится" in person.text(), "where it went is explained")
        person.go(line)
        page.get_by_label("Почему").fill("не тот клиент")
        page.get_by_role("button", name="Отменить").click()
        hold("невыясненная" in page.locator(".lead").inner_text(), "it waits again")
        hold("не тот клиент" in page.locator("main").inner_text(), "the reason is kept")
        # By search instead, and by a click.
        page.get_by_label("Другой проект").fill("тишина")
        page.get_by_role("button", name="Искать").click()
        cards = page.locator(".candidates > li", has_text="найден поиском")
        hold(cards.count() >= 1, "a project is found by its customer's name")
        cards.first.get_by_role("button").click()
        hold("сопоставлена" in page.locator(".lead").inner_text(), "given by a click")
        person.go("/audit")
        hold(page.locator("tbody tr").count() >= 3, "all of it stands in the trail")
        hold("не тот клиент" in page.locator("main").inner_text(), "with the reason")
        usable(person, "the audit trail")
        page.keyboard.press("?")
        hold(page.locator("dialog[open]").count() == 1, "the keys are listed")
        page.keyboard.press("Escape")
        page.keyboard.press("/")
        hold(page.evaluate("document.activeElement.id") == "find", "a key leads to the search")
    # The same without a script, from a file that a person gives.
    with visitor(office(address), java_script_enabled=False) as person:
        page = person.page
        person.expects_refusals = True
        office_places.sign_in(person, "accountant@office.example")
        person.go("/bank?lang=ru")
        broken = os.path.join(folder, "no-statement.txt")
        with open(broken, "w", encoding="utf-8") as file:
            file.write("not a statement <script>alert(1)</script>")
        page.set_input_files("#upload-file", broken)
        page.get_by_role("button", name="Загрузить").click()
        hold("не выписка" in page.locator("#upload-problem").inner_text(), "what is no statement is refused")
        person.go("/bank?lang=ru")
        held = page.locator("tr", has_text="задержана").get_by_role("link").first
        held.click()
        hold("Почему она задержана" in page.locator("main").inner_text(), "a held file says why")
        page.locator("#refuse").get_by_label("Почему").fill("банк прислал новую")
        page.get_by_role("button", name="Отклонить").click()
        hold("отклонена" in page.locator(".lead").inner_text(), "it is turned away")
        page.locator("#accept").get_by_label("Почему").fill("сверено с банком")
        page.get_by_role("button", name="Принять и зачислить").click()
        hold("принята сотрудником" in page.locator(".lead").inner_text(), "and accepted after all")


def close(address, folder):
    """A document specialist tries a month dry, closes it, watches, and takes a document with its file."""
    with visitor(office(address)) as person:
        page = person.page
        person.expects_refusals = True
        office_places.sign_in(person, "document-specialist@office.example")
        page.get_by_role("link", name="Закрытие").click()
        usable(person, "months to close")
        page.get_by_role("link", name="Перейти к закрытию").first.click()
        month = person.path()
        page.get_by_role("button", name="Проверить вхолостую").click()
        page.get_by_text("Проверено вхолостую").wait_for(timeout=60_000)
        hold("ничего не записано" in page.locator("main").inner_text(), "a dry run writes nothing")
        hold(page.locator("h1 + .lead .tag").inner_text() == "открыт", "the month is open still")
        usable(person, "a dry run")
        page.get_by_role("button", name="Закрыть месяц").click()
        hold(person.path() == month or person.path().startswith(month), "a reason is asked for by the browser")
        page.get_by_label("Почему").fill("срок закрытия")
        page.get_by_role("button", name="Закрыть месяц").click()
        page.get_by_text("Готово: документов").wait_for(timeout=120_000)
        hold(page.locator("h1 + .lead .tag").inner_text() == "закрыт", "the month is closed")
        hold(page.get_by_role("region", name=re.compile("Сверка")).count() == 1, "its sums tie out")
        usable(person, "a closed month")
        page.get_by_role("link", name="Документы месяца").click()
        page.get_by_role("link", name=re.compile("^УПД № ")).first.click()
        usable(person, "a document beside its file")
        hold(page.locator(".xml li").count() > 20, "its file stands beside, line by line")
        hold("замечаний не нашла" in page.locator("main").inner_text(), "the validator finds nothing")
        for kind in ["PDF", "XML"]:
            link = page.get_by_role("link", name=re.compile(f"^{kind}, УПД"))
            status, body = fetched(person, link.get_attribute("href"))
            hold(status == 200, f"{kind}: {status}")
            if kind == "XML":
                hold(xml.fromstring(body).tag == "Файл", "the XML is one")
            else:
                hold(body.startswith(b"%PDF-"), "the PDF is one")
        hold(person.go("/people").status == 404, "people are not for a document specialist")
        hold(person.go("/journal").status == 404, "nor are the books")


def roles(address, folder):
    """Support and sales see their part and no more; an administrator lets somebody in, and stays the last one."""
    with visitor(office(address)) as person:
        page = person.page
        person.expects_refusals = True
        office_places.sign_in(person, "support@office.example")
        shown = page.get_by_role("navigation", name="Разделы").get_by_role("link").all_inner_texts()
        hold("Банк" not in shown and "Люди" not in shown and "Работа" in shown, f"support is shown {shown}")
        for path in ["/bank", "/bank/lines/1", "/closings", "/people", "/audit"]:
            hold(person.go(path).status == 404, f"{path} is not there for support")
        person.go("/running?lang=ru")
        usable(person, "what runs")
        person.go("/?lang=ru")
        page.get_by_label("Найти", exact=True).first.fill("Ромашка")
        page.get_by_label("Найти", exact=True).first.press("Enter")
        page.get_by_role("region", name="Клиенты").get_by_role("link").first.click()
        hold("Что происходило" in person.text(), "a customer's story is found by name")
        usable(person, "a customer")
        explained = page.get_by_role("region", name="Последние сверху").get_by_role("link", name="объяснить").first
        explained.click()
        hold("всё сходится" in person.text(), "a sum of it is explained")
    with visitor(office(address)) as person:
        person.expects_refusals = True
        office_places.sign_in(person, "sales-manager@office.example")
        for path in ["/bank", "/closings", "/people", "/audit", "/running", "/journal"]:
            hold(person.go(path).status == 404, f"{path} is not there for sales")
        hold(person.go("/search?q=1").status == 200, "sales may look for customers")
    with visitor(office(address)) as person:
        page = person.page
        person.expects_refusals = True
        office_places.sign_in(person, "administrator@office.example")
        person.go("/people?lang=ru")
        usable(person, "people")
        form = page.locator("#make")
        form.get_by_label("Почта").fill("new@office.example")
        form.get_by_label("Имя").fill("Новая <b>Сотрудница</b>")
        form.get_by_label("поддержка").check()
        form.get_by_label("Почему").fill("вышла на работу")
        form.get_by_role("button").click()
        hold("приглашён" in page.locator("details", has_text="new@office.example").inner_text(), "she is invited")
        hold(page.locator("main b").count() == 0, "a name stays text")
        person.go("/dev/mail?lang=ru")
        hold("new@office.example" in person.text(), "a letter waits for her")
        person.go("/people?lang=ru")
        own = page.locator("details", has_text="administrator@office.example")
        own.locator("summary").click()
        own.get_by_label("Почему").last.fill("ухожу")
        own.get_by_role("button", name="Закрыть доступ").click()
        hold("последний администратор" in page.locator("main").inner_text(), "the last administrator stays")
        person.go("/verify?lang=ru")
        page.get_by_role("button", name="Проверить сейчас").click()
        page.get_by_text("всё сходится").wait_for(timeout=240_000)
        usable(person, "a clean check")


def pages(address, folder):
    """Every page of the office, by the server's own table: axe in light, one of each kind in the dark and enlarged."""
    with visitor(office(address)) as person:
        person.expects_refusals = True
        office_places.sign_in(person, "administrator@office.example")
        found = office_places.of(person)
        left = rows.left_out("office", found.values())
        hold(not left, f"office_places.py leaves out {left}")
        sweep(person, found, set())


def requests(address, folder):
    """A customer asks with a file, support asks back, the customer answers, support puts the freezing off and closes."""
    scan = os.path.join(folder, "скан.pdf")
    with open(scan, "wb") as file:
        file.write(b"%PDF-1.4\n%%EOF\n")
    cabinet = f"http://cabinet.localhost:{urlsplit(address).port}"
    with visitor(cabinet) as person:
        page = person.page
        office_places.sign_in(person, "owner@moscow.example")
        page.locator("tbody th a").first.click()
        page.get_by_role("navigation", name="Страницы проекта").get_by_role("link", name="Запросы").click()
        usable(person, "a project's requests")
        page.get_by_role("link", name="Новый запрос").click()
        usable(person, "kinds of requests")
        page.get_by_role("link", name="Не блокировать, пока идёт перевод").click()
        usable(person, "a form")
        form = page.locator("#request")
        form.get_by_label("Подтверждение платежа").set_input_files(scan)
        form.get_by_label("Комментарий").fill("Перевод ушёл вчера <b>вечером</b>")
        form.get_by_role("button", name="Отправить").click()
        hold("новый" in page.locator(".lead").inner_text(), "it is made")
        hold(page.locator("main b").count() == 0, "what is said stays text")
        made = person.path()
        usable(person, "a request")
        status, body = fetched(person, page.locator(".thread a").first.get_attribute("href"))
        hold(status == 200 and body.startswith(b"%PDF-"), "the file comes back")
    place = "/requests/" + re.search(r"requests/(\d+)", made).group(1)
    with visitor(office(address), viewport=PHONE, color_scheme="dark") as person:
        page = person.page
        office_places.sign_in(person, "support@office.example")
        person.go("/requests?lang=ru")
        usable(person, "the queue")
        person.go(place + "?lang=ru")
        usable(person, "a request in the office")
        page.locator("#take").get_by_role("button").click()
        answer = page.locator("#answer")
        answer.get_by_label("Готовый ответ").select_option("proof-needed")
        answer.get_by_label("ждать ответа клиента").check()
        answer.get_by_role("button", name="Ответить").click()
        hold("ждёт клиента" in page.locator(".lead").inner_text(), "it waits for the customer")
    with visitor(cabinet) as person:
        page = person.page
        office_places.sign_in(person, "owner@moscow.example")
        person.go(made)
        hold("платёжное поручение" in page.locator(".thread").inner_text(), "the question is read")
        page.locator("#reply").get_by_label("Ответ").fill("Вот отметка банка")
        page.locator("#reply").get_by_role("button", name="Отправить").click()
        hold("в работе" in page.locator(".lead").inner_text(), "the answer goes back to work")
    with visitor(office(address)) as person:
        page = person.page
        office_places.sign_in(person, "support@office.example")
        person.go(place + "?lang=ru")
        page.locator("#act-deferral").get_by_label("Причина").fill("Перевод в пути")
        page.locator("#act-deferral").get_by_role("button", name="Отложить блокировку").click()
        hold("отложена" in page.locator(".thread").inner_text(), "the freezing is put off from here")
        finish = page.locator("#finish")
        finish.get_by_label("Результат").select_option("deferral")
        finish.get_by_role("button", name="Закрыть с результатом").click()
        hold("выполнен" in page.locator(".lead").inner_text(), "it is done")
        usable(person, "a closed request")


def letters(address, folder):
    """A letter of somebody nobody knows is made a request of the project it is about."""
    with visitor(office(address)) as person:
        page = person.page
        office_places.sign_in(person, "support@office.example")
        person.go("/requests?lang=ru")
        page.get_by_role("link", name="Письма, которые ждут сотрудника").click()
        usable(person, "letters")
        page.locator("tbody a").first.click()
        usable(person, "a letter")
        hold("адрес отправителя" in page.locator(".lead").inner_text(), "it is told why it waits")
        make = page.locator("#make")
        make.get_by_label("О чём запрос").select_option("missing-documents")
        make.get_by_label("Проект").fill("mcs0000000001")
        make.get_by_role("button", name="Дальше").click()
        usable(person, "a letter as a request")
        page.locator("#request").get_by_role("button", name="Создать запрос").click()
        hold("/requests/" in person.path(), "it is a request")
        hold("Мы оплатили счёт в августе" in page.locator(".thread").inner_text(), "with what the letter said")


JOBS = {"office-letters": letters, "office-requests": requests, "office-match": match, "office-close": close, "office-roles": roles, "office-pages": pages}
