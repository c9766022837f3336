"""Who a customer is, and what it has agreed: the procedures of the source documents, done in a real browser."""

import os
import re
from urllib.parse import urlsplit

import office_places
from browser import SMALL, fetched, hold, visitor
from usable import usable

PASSWORD = "lemon tea in the garden"


def site(address, name):
    return f"http://{name}.localhost:{urlsplit(address).port}"


def sign_in(person, email):
    person.go("/sign-in")
    person.page.get_by_label("Почта").fill(email)
    person.page.get_by_label("Пароль").fill(PASSWORD)
    person.page.get_by_role("button", name="Войти").click()


def sign_up(person, email, name):
    page = person.page
    person.go("/sign-up")
    page.get_by_label("Почта").fill(email)
    page.get_by_label("Пароль").fill(PASSWORD)
    page.get_by_label("Ваше имя").fill(name)
    page.get_by_role("button", name="Зарегистрироваться").click()
    person.go("/dev/mail")
    page.locator("article", has_text=email).get_by_role("link").first.click()
    page.get_by_label("Ваш пароль").fill(PASSWORD)
    page.get_by_role("button", name="Подтвердить").click()
    sign_in(person, email)
    page.locator("tbody th a").first.click()


def registration(address, folder):
    """Дорегистрация ЮЛ: by tax id, then what is left, then the legal address; an invoice names the payer from then on."""
    with visitor(site(address, "cabinet"), java_script_enabled=False) as person:
        page = person.page
        person.expects_refusals = True
        sign_up(person, "anna@lamp.example", "Анна Лампова")
        project = person.path()
        # The other entry points lead here too.
        page.locator(".steps").get_by_role("link", name="Укажите, кто платит").click()
        hold(person.path().endswith("/registration"), person.path())
        person.go(project + "/top-up")
        page.get_by_role("link", name="Добавить данные").click()
        hold(person.path().endswith("/registration"), person.path())
        person.go(project + "/settings")
        hold("Общая информация" in person.text(), "general information")
        page.get_by_role("link", name="Заполнить").click()
        hold("Шаг 1 из 2" in person.text(), "the first step")

        def find(number):
            page.get_by_label("ИНН").fill(number)
            page.get_by_role("button", name="Найти").click()

        find("7704123451")
        hold(page.get_by_role("alert").count() == 1 and page.get_by_label("ИНН").input_value() == "7704123451", "a wrong number stays")
        find("7705987653")
        hold("прекратило деятельность" in person.text(), "a liquidated company is refused")
        find("7710112230")
        hold(page.get_by_label("КПП").locator("option").count() == 3, "branches and both numbers of a head office are offered")
        person.go(project + "/registration")
        find("7707083893")
        hold("В реестре такого ИНН нет" in person.text(), "by hand")
        person.go(project + "/registration")
        find("7704123450")
        hold(page.get_by_label("Полное наименование").input_value().endswith("«Лампа»"), "the rest is filled in")
        hold(page.get_by_label("КПП").input_value() == "770401001" and "Лампова Анна" in person.text(), "and who heads it")
        page.get_by_label("БИК банка").fill("044525225")
        page.get_by_label("Расчётный счёт").fill("40702810938120061991")
        page.get_by_role("button", name="Следующий шаг").click()
        hold("Шаг 2 из 2" in person.text() and page.get_by_label("Улица").input_value() == "ул. Волхонка", "the legal address")
        page.get_by_label("Дом").fill("12А")
        page.get_by_role("button", name="Сохранить").click()
        hold(person.path().endswith("/settings") and "7704123450" in person.text() and "12А" in person.text(), "it is saved")
        hold("ООО «Лампа»" in page.locator(".whose").inner_text(), "the project is the company's")
        page.get_by_role("link", name="Изменить").click()
        hold(page.get_by_label("ИНН").input_value() == "7704123450", "and can be edited")
        # From now on an invoice names the payer.
        person.go(project + "/top-up")
        hold(page.get_by_role("link", name="Добавить данные").count() == 0, "nothing is asked for any more")
        page.get_by_label("Сколько").fill("5000")
        page.get_by_role("button", name="Выставить счёт").click()
        link = page.locator("tbody tr").first.get_by_role("link", name="PDF").get_attribute("href")
        status, body = fetched(person, link)
        hold(status == 200 and body.startswith(b"%PDF"), f"the invoice: {status}")
    with visitor(site(address, "cabinet"), viewport=SMALL) as person:
        person.expects_refusals = True
        sign_in(person, "anna@lamp.example")
        for path in ["/settings", "/registration", "/registration?by=hand", "/contract", "/top-up"]:
            person.go(project + path)
            usable(person, path)
        person.go(project + "/registration")
        person.page.get_by_label("ИНН").fill("7710112230")
        person.page.get_by_role("button", name="Найти").click()
        usable(person, "a choice")
        person.page.get_by_role("button", name="Выбрать").click()
        usable(person, "details")
        person.page.get_by_role("button", name="Следующий шаг").click()
        usable(person, "an address")
        person.go("/individuals-and-companies")
        usable(person, "differences")
    with visitor(site(address, "cabinet")) as person:
        person.expects_refusals = True
        sign_in(person, "owner@kazakhstan.example")
        person.page.locator("tbody th a").first.click()
        person.go(person.path() + "/registration")
        hold("accountvk@qazcloud.kz" in person.text() and person.page.get_by_label("ИНН").count() == 0, "Kazakhstan is told the way")


def contract(address, folder):
    """Заключение индивидуального договора: terms, what they come to, the paper, signing; the customer reads it, locked."""
    scan = os.path.join(folder, "signed.pdf")
    with visitor(site(address, "office")) as person:
        page = person.page
        person.expects_refusals = True
        office_places.sign_in(person, "sales-manager@office.example")
        person.go("/search?q=mcs0000000001")
        page.locator("main a[href^='/accounts/']").first.click()
        page.get_by_role("link", name=re.compile("^Договор: условия")).click()
        hold("Публичная оферта" in person.text(), "the offer is in force")
        usable(person, "a customer without a contract")
        page.get_by_label("Номер").fill("ВК-5/2026")
        page.get_by_label("Дата договора").fill("2026-10-03")
        page.get_by_label("Действует с").fill("2020-01-01")
        page.get_by_label("Схема").select_option("postpaid")
        page.get_by_label("Свои цены").fill("compute.vcpu 0.001\ncompute.ram 0.001")
        page.get_by_role("button", name="Посмотреть").click()
        hold("самая ранняя дата" in person.text(), "a contract does not begin in the past")
        hold(page.get_by_label("Номер").input_value() == "ВК-5/2026", "what was typed stays")
        page.get_by_label("Действует с").fill("2031-01-01")
        page.get_by_role("button", name="Посмотреть").click()
        hold(page.get_by_role("region", name="Сколько стоили бы последние месяцы").count() <= 1, "what months would have cost")
        hold("постоплата" in page.get_by_role("region", name="Что изменится").inner_text(), "what changes")
        usable(person, "terms")
        status, body = fetched(person, page.get_by_role("link", name=re.compile("^Договор в PDF")).get_attribute("href"))
        hold(status == 200 and body.startswith(b"%PDF"), f"the paper: {status}")
        with open(scan, "wb") as file:
            file.write(body)
        page.get_by_label("Подписанный договор").set_input_files(scan)
        page.get_by_role("button", name="Подписан, ввести в действие").click()
        hold("01.01.2031" in page.get_by_role("region", name="Редакции").inner_text(), "it stands among the versions")
        link = page.get_by_role("region", name="Редакции").get_by_role("link").first.get_attribute("href")
        hold(fetched(person, link)[1] == body, "and what was signed is kept")
        usable(person, "a signed contract")
    with visitor(site(address, "cabinet")) as person:
        person.expects_refusals = True
        sign_in(person, "owner@moscow.example")
        person.go("/projects/mcs0000000001/settings")
        hold("ВК-5/2026" in person.text() and "sales-team@mcs.mail.ru" in person.text(), "details are locked")
        hold(person.page.get_by_role("link", name="Изменить").count() == 0, "and not to be edited")
        usable(person, "locked settings")
        hold(person.go("/contracts/anything").status == 404, "the office's page is not a customer's")


def document_flow(address, folder):
    """Настройка документооборота: which way documents come, where paper goes; the office sends them."""
    with visitor(site(address, "cabinet"), java_script_enabled=False) as person:
        page = person.page
        person.expects_refusals = True
        sign_in(person, "owner@moscow.example")
        person.go("/projects/mcs0000000001/documents")
        page.get_by_role("link", name="Документооборот").click()
        hold("на бумаге почтой" in person.text(), "what is in force")
        asked = page.get_by_label("Адрес для документов за сентябрь 2026")
        send = page.get_by_role("button", name="Отправить сюда")
        send.click()
        hold(page.get_by_role("alert").count() == 1, "the legal address is not taken silently")
        asked.fill("101000, Москва, а/я 7")
        send.click()
        hold(asked.count() == 0, "an address was given")
        page.get_by_label("Как получать").select_option("courier")
        page.get_by_role("button", name="Сохранить").click()
        hold(page.get_by_role("alert").count() == 1, "a courier calls first")
        hold(page.get_by_label("Как получать").input_value() == "courier", "what was chosen stays")
        page.get_by_label("Как получать").select_option("edm")
        page.get_by_role("button", name="Сохранить").click()
        hold("электронно, через оператора ЭДО" in page.locator("dl.facts").inner_text(), "EDM from the open month on")
    with visitor(site(address, "cabinet"), viewport=SMALL) as person:
        person.expects_refusals = True
        sign_in(person, "owner@moscow.example")
        person.go("/projects/mcs0000000001/documents/flow")
        usable(person, "document flow")
    with visitor(site(address, "cabinet")) as person:
        person.expects_refusals = True
        sign_in(person, "owner@kazakhstan.example")
        person.page.locator("tbody th a").first.click()
        person.go(person.path() + "/documents/flow")
        hold(person.page.locator("option[value=edm]").count() == 0, "no EDM in Kazakhstan")
        usable(person, "document flow in Kazakhstan")
    with visitor(site(address, "office")) as person:
        page = person.page
        person.expects_refusals = True
        office_places.sign_in(person, "document-specialist@office.example")
        person.go("/closings/moscow/2026-09")
        page.get_by_role("link", name="Отправка документов").click()
        link = page.get_by_role("link", name=re.compile("^Файлы для оператора")).get_attribute("href")
        status, body = fetched(person, link)
        hold(status == 200 and body.startswith(b"PK"), f"the operator's files: {status}")
        usable(person, "by EDM")
        page.get_by_role("link", name="на бумаге").click()
        row = page.locator("tbody tr", has_text="Ромашка")
        hold("а/я 7" in row.inner_text(), "where the customer said")
        hold("ждёт адреса" in page.locator("tbody tr", has_text="Север").inner_text(), "another waits for an address")
        row.locator("summary").click()
        row.get_by_label("Чем").fill("Почта РФ, 80112233445566")
        row.get_by_role("button", name="Отправлено").click()
        row = page.locator("tbody tr", has_text="Ромашка")
        hold("отправлен" in row.inner_text(), "it went out")
        usable(person, "on paper")


JOBS = {"registration": registration, "contract": contract, "document-flow": document_flow}
