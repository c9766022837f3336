"""The source documents' procedures that a customer and the staff do together, each named by its heading, in a real browser."""

import datetime
import re
import subprocess
from contextlib import contextmanager
from urllib.parse import urlsplit

import cabinet_places
import office_places
import places
from browser import fetched, hold, visitor
from cabinet_places import letter, sign_in, sign_up


def site(address, name):
    return f"http://{name}.localhost:{urlsplit(address).port}"


def plain(text):
    """Without the thin and the unbreakable gaps."""
    return text.replace("\u202f", " ").replace("\u00a0", " ")


def said(pdf):
    return subprocess.run(["pdftotext", "-layout", "-", "-"], input=pdf, capture_output=True, check=True).stdout.decode()


def statement(amount, purpose, payer, name, account):
    """A day's transfer as a bank exports it to 1C, in windows-1251: 1CClientBankExchange."""
    day = datetime.datetime.now(datetime.timezone(datetime.timedelta(hours=3))).strftime("%d.%m.%Y")
    lines = [
        "1CClientBankExchange", "ВерсияФормата=1.03", "Кодировка=Windows", "Отправитель=Банк", f"ДатаСоздания={day}",
        "ВремяСоздания=10:00:00", f"ДатаНачала={day}", f"ДатаКонца={day}", f"РасчСчет={account}", "СекцияРасчСчет",
        f"ДатаНачала={day}", f"ДатаКонца={day}", f"РасчСчет={account}", "НачальныйОстаток=100.00", f"ВсегоПоступило={amount}",
        "ВсегоСписано=0.00", f"КонечныйОстаток={float(amount) + 100:.2f}", "КонецРасчСчет", "СекцияДокумент=Платежное поручение",
        "Номер=17", f"Дата={day}", f"Сумма={amount}", "ПлательщикСчет=40702810938120061991", f"Плательщик={name}",
        f"ПлательщикИНН={payer}", f"ПолучательСчет={account}", "Получатель=ООО \"ВК\"", "ПолучательИНН=7743001840",
        f"ДатаПоступило={day}", f"НазначениеПлатежа={purpose}", "КонецДокумента", "КонецФайла",
    ]
    return ("\r\n".join(lines) + "\r\n").encode("cp1251")


class Sides:
    """One browser that is at the customer's side and at the staff's in turn; each keeps its session."""

    def __init__(self, person, address):
        self.person = person
        self.page = person.page
        self.address = address
        person.expects_refusals = True
        person.others = {site(address, name) for name in ("cabinet", "office")}

    def at(self, name):
        self.person.address = site(self.address, name)
        return self.person

    def cabinet(self, path):
        return self.at("cabinet").go(places.saying(path, "ru"))

    def office(self, path):
        return self.at("office").go(places.saying(path, "ru"))

    def staff(self, role):
        """Comes to the office as one of the staff."""
        self.at("office")
        self.person.context.clear_cookies(domain="office.localhost")
        office_places.sign_in(self.person, f"{role}@office.example")

    def main(self):
        return plain(self.page.locator("main").inner_text())

    def pays(self, *transfer):
        """The provider's accountant gives the bank's file to the office."""
        self.staff("accountant")
        self.office("/bank")
        self.page.set_input_files(
            "#upload-file", {"name": "выписка.txt", "mimeType": "text/plain", "buffer": statement(*transfer)})
        self.page.get_by_role("button", name="Загрузить").click()

    def invoice(self, home, amount):
        """An invoice from the cabinet."""
        self.cabinet(home + "/top-up")
        self.page.get_by_label("Сколько").fill(amount)
        self.page.get_by_role("button", name="Выставить счёт").click()
        return self.paper(self.page.locator("tbody tr").first)

    def paper(self, row):
        """The invoice of a row, as PDF: what a transfer is to say, and the account it goes to."""
        status, body = fetched(self.person, row.get_by_role("link", name="PDF").get_attribute("href"))
        hold(status == 200 and body.startswith(b"%PDF"), f"the invoice as PDF: {status}")
        purpose = plain(row.locator("td").nth(2).inner_text())
        paper = " ".join(plain(said(body)).split())
        hold(purpose in paper, f"the paper asks for «{purpose}»: {paper}")
        return purpose, re.search(r"407\d{17}|KZ\w{18}", paper).group(0)


    def asks(self, home, kind, **values):
        """The customer fills in the form of a kind and sends it; answers with the request's number."""
        answer = self.cabinet(f"{home}/requests/new?kind={kind}")
        hold(answer.status == 200, f"{kind}: {answer.status}")
        form = self.page.locator("#request")
        for name, value in values.items():
            field = form.locator(f"[name=ask-{name.replace('_', '-')}]")
            if field.evaluate("e => e.localName") == "select":
                field.select_option(value)
            else:
                field.fill(value)
        form.locator("button").click()
        made = re.search(r"/requests/(\d+)", self.person.path())
        hold(made is not None and "новый" in self.page.locator(".lead").inner_text(), f"{kind}: {self.main()}")
        return made.group(1)

    def does(self, number, action, reason, **values):
        """The staff do it from the request's page, with a reason that the customer reads too."""
        self.office(f"/requests/{number}")
        form = self.page.locator(f"#act-{action}")
        for name, value in values.items():
            form.locator(f"[name={name}]").fill(value)
        form.locator("[name=text]").fill(reason)
        form.locator("button").click()
        hold(reason in self.page.locator(".thread").inner_text(), f"{action}: {self.main()}")

    def closes(self, number, result, text):
        self.office(f"/requests/{number}")
        form = self.page.locator("#finish")
        form.locator("[name=result]").select_option(result)
        form.locator("[name=text]").fill(text)
        form.locator("button").click()
        hold("выполнен" in self.page.locator(".lead").inner_text(), f"{result}: {self.main()}")

    def reads(self, home, number, *words):
        """The customer reads what was done and said."""
        self.cabinet(f"{home}/requests/{number}")
        read = self.main()
        for word in words:
            hold(word in read, f"request {number} says «{word}»: {read}")

    def balance(self, home, sum):
        self.cabinet(home)
        hold(sum in self.main(), f"the balance is {sum}: {self.main()}")


@contextmanager
def sides(address):
    with visitor(site(address, "cabinet"), java_script_enabled=False) as person:
        yield Sides(person, address)


def newcomer_pays(address, folder):
    """From nothing to the first money: sign up, an invoice, the bank's statement, the balance and where it came from."""
    with sides(address) as both:
        home = sign_up(both.person, "vera@lamp.example", "Вера Лампова")
        pid = home.rsplit("/", 1)[1]
        both.balance(home, "0,00 ₽")
        purpose, account = both.invoice(home, "5000")
        hold(pid in purpose, f"the transfer is to name the project: {purpose}")
        both.pays("5000.00", purpose, "7704123450", "ООО Лампа", account)
        row = both.page.locator("tbody tr")
        hold("сопоставлена" in row.inner_text() and pid in row.inner_text(), f"the transfer finds its project: {row.inner_text()}")
        both.balance(home, "5 000,00 ₽")
        hold("банковский перевод № 17" in both.main(), "with the transfer that brought it")
        both.cabinet(home + "/detail")
        row = both.page.locator("tbody tr").first
        hold("5 000,00" in plain(row.inner_text()) and "7704123450" in row.inner_text(), "it stands among the movements")
        row.get_by_role("link").first.click()
        hold("bank/" in both.main() and "всё сходится" in both.main(), f"and leads to the bank's line: {both.main()}")


ABROAD = "«Հայ Ամպ» LLC, Ереван, рег. № 286.110.1234567"


def foreign_start(address, folder):
    """Мы компания не из РФ, как начать работать с VK Cloud? Москва: support binds the phone, a contract is asked for."""
    with sides(address) as both:
        home = sign_up(both.person, "armen@cloud.example", "Армен Амбарцумян")
        phone = both.asks(home, "foreign-phone", phone="+374 10 123456")
        contract = both.asks(
            home, "individual-contract", organisation=ABROAD, contact_name="Армен Амбарцумян", contact_phone="+374 10 123456")
        both.staff("support")
        both.does(phone, "phone", "Номер проверен звонком")
        both.closes(phone, "phone", "Телефон привязан")
        both.reads(home, phone, "выполнен", "Телефон привязан", "+374 10 123456")
        # On the public offer it cannot work as a company from abroad, whoever types it.
        both.staff("document-specialist")
        both.office(home + "/settings")
        form = both.page.locator("#profile")
        form.get_by_label("Вы работаете").select_option("legalEntity")
        form.get_by_label("Полное наименование").fill("«Հայ Ամպ» LLC")
        form.get_by_label("Налоговый номер").fill("02651234")
        form.get_by_label("Страна резидентства").fill("AM")
        form.get_by_label("Почему").fill("по письму клиента")
        form.locator("button").click()
        hold("договор" in both.page.get_by_role("alert").inner_text().lower(), f"a contract is needed: {both.main()}")
        both.office(f"/requests/{contract}")
        both.page.locator("#take button").click()
        answer = both.page.locator("#answer")
        answer.locator("[name=text]").fill("Валюта договора — рубли, НДС не начисляется. Согласны?")
        answer.get_by_label("ждать ответа клиента").check()
        answer.locator("button").click()
        both.reads(home, contract, "НДС не начисляется", ABROAD)


def kazakhstan_start(address, folder):
    """Мы компания не из РФ, как начать работать с VK Cloud? Казахстан: on that region's site, on its offer, in tenge."""
    with visitor(site(address, "kz"), java_script_enabled=False) as person:
        page = person.page
        person.expects_refusals = True
        person.go("/sign-up?lang=ru")
        hold("Казахстан" in page.locator("main").inner_text() and "QazCloud" in person.text(), "whose site and offer it is")
        page.get_by_label("Почта").fill("aliya@arna.example")
        page.get_by_label("Пароль").fill(cabinet_places.PASSWORD)
        page.get_by_label("Ваше имя").fill("Алия Арнова")
        page.get_by_label("Вы", exact=True).select_option("legalEntity")
        page.get_by_label("Название компании").fill("ТОО «Арна»")
        number = page.get_by_label("Налоговый номер")
        number.fill("971240001316")
        page.get_by_role("button", name="Зарегистрироваться").click()
        hold(page.get_by_role("alert").count() == 1, f"a wrong БИН is refused: {person.text()}")
        number.fill("971240001315")
        page.get_by_label("Пароль").fill(cabinet_places.PASSWORD)
        page.get_by_role("button", name="Зарегистрироваться").click()
        hold(person.path().startswith("/letter-sent"), f"a letter is on its way: {person.text()}")
        person.go(letter(person, "aliya@arna.example"))
        page.get_by_label("Ваш пароль").fill(cabinet_places.PASSWORD)
        page.get_by_role("button", name="Подтвердить").click()
        sign_in(person, "aliya@arna.example")
        page.locator("tbody th a").first.click()
        home = places.bare(person.path())
        hold("ТОО «Арна»" in person.text() and "0,00 ₸" in plain(person.text()), f"a company's project, in tenge: {person.text()}")
        person.go(home + "/contract?lang=ru")
        hold("публичной оферте" in person.text(), "on the public offer")
        person.go("/supplier?lang=ru")
        hold("QazCloud" in person.text(), "the supplier is another")
        # An invoice is asked for, of the region's own department.
        person.go(home + "/top-up?lang=ru")
        hold("Запросите счёт" in page.locator("main").inner_text(), f"an invoice is asked for: {person.text()}")
        person.go(home + "/requests/new?lang=ru")
        hold(page.get_by_role("link", name="Привязать иностранный телефон").count() == 0, "no foreign phones in Kazakhstan")


def foreign_payment(address, folder):
    """Мы компания не из РФ, как оплатить сервисы? An invoice is asked for, made from the request, paid from abroad."""
    with sides(address) as both:
        home = sign_up(both.person, "mher@cloud.example", "Мгер Амбарцумян")
        number = both.asks(home, "foreign-invoice", organisation=ABROAD, amount="150 000")
        both.staff("document-specialist")
        both.does(number, "invoice", "Счёт по запросу")
        both.closes(number, "invoice", "Счёт лежит на странице «Пополнить»")
        both.reads(home, number, "выполнен", "Счёт лежит на странице")
        both.cabinet(home + "/top-up")
        row = both.page.locator("tbody tr").first
        hold("150 000,00" in plain(row.inner_text()), f"the sum that was asked for: {row.inner_text()}")
        purpose, account = both.paper(row)
        both.pays("150000.00", purpose, "", "HAY AMP LLC YEREVAN", account)
        both.balance(home, "150 000,00 ₽")
        # In Kazakhstan its own department is asked.
        both.at("cabinet")
        sign_in(both.person, "owner@kazakhstan.example")
        both.cabinet("/projects/mcs0000000003/requests/new?kind=foreign-invoice")
        hold("accountvk@qazcloud.kz" in both.main(), f"Kazakhstan's department answers: {both.main()}")
        both.asks("/projects/mcs0000000003", "foreign-invoice", organisation=ABROAD, amount="900 000")


def contract_terms(address, folder):
    """Как узнать условия моего договора с VK Cloud? On a page; the department answers who would rather ask."""
    home = "/projects/mcs0000000001"
    with sides(address) as both:
        sign_in(both.person, "owner@moscow.example")
        both.cabinet(home + "/settings")
        both.page.get_by_role("link", name="Условия договора").click()
        hold("по публичной оферте, по предоплате" in both.main(), f"the offer's terms: {both.main()}")
        number = both.asks(home, "contract-terms", organisation="ООО «Ромашка», ИНН 7707083893")
        both.staff("document-specialist")
        both.closes(number, "answer", "Публичная оферта от дня регистрации, оплата вперёд")
        both.reads(home, number, "выполнен", "Публичная оферта от дня регистрации")


def re_registration(address, folder):
    """Как переоформить проект на другое юрлицо? First the owner, then the organisation; what was issued stays the former's."""
    home = "/projects/mcs0000000001"
    with sides(address) as both:
        page = both.page
        sign_in(both.person, "owner@moscow.example")
        number = both.asks(home, "owner-change", new_owner_email="superadministrator@moscow.example")
        both.staff("support")
        both.does(number, "owner-change", "По заявлению владельца")
        both.closes(number, "owner-change", "Владелец сменён")
        both.at("cabinet")
        sign_in(both.person, "superadministrator@moscow.example")
        both.cabinet(home + "/documents")
        before = page.locator("tbody tr").count()
        hold(before > 5, f"the former party's documents: {before}")
        number = both.asks(
            home, "re-registration", former_organisation="ООО «Ромашка», ИНН 7707083893", new_organisation="ООО «Лампа», ИНН 7704123450")
        # A Russian company in Moscow gives the new details itself.
        both.cabinet(home + "/registration")
        page.get_by_label("ИНН").fill("7704123450")
        page.get_by_role("button", name="Найти").click()
        page.get_by_role("button", name="Следующий шаг").click()
        page.get_by_role("button", name="Сохранить").click()
        hold("ООО «Лампа»" in page.locator(".whose").inner_text(), f"the project is the new party's: {both.main()}")
        both.staff("document-specialist")
        both.closes(number, "re-registration", "Переоформлено с открытого месяца")
        both.reads(home, number, "Переоформлено с открытого месяца")
        # What was issued is the former party's, and not to be seen by the new one.
        both.cabinet(home + "/documents")
        hold(page.locator("tbody tr").count() == 0 and "документов пока нет" in both.main(), f"the new party's documents: {both.main()}")


def project_passes(address, folder):
    """One project of several, re-registered to another organisation that is a customer already: it goes with its money, and
    the papers of before stay where they were."""
    home = "/projects/mcs0000000001"
    with sides(address) as both:
        page = both.page
        sign_in(both.person, "owner@moscow.example")
        number = both.asks(
            home, "re-registration", former_organisation="ООО «Ромашка», ИНН 7707083893", new_organisation="ООО «Одуванчик», ИНН 7725000064")
        both.staff("administrator")
        both.office(f"/requests/{number}")
        seen = both.main()
        hold("Что изменит переоформление" in seen and "ООО «Одуванчик»" in seen, f"the staff see what passes: {seen}")
        # The former one's month before is closed first: the page says so, and it is done.
        hold("Закройте его, затем переоформите" in seen, f"October is open: {seen}")
        both.office("/closings/moscow/2026-10")
        page.get_by_label("Почему").fill("перед переоформлением")
        page.get_by_role("button", name="Закрыть месяц").click()
        for _ in range(120):
            both.office("/closings/moscow/2026-10")
            if page.locator("h1 + .lead .tag").inner_text() == "закрыт":
                break
            page.wait_for_timeout(500)
        reason = "По письму обеих организаций от 28.09"
        both.does(number, "passing", reason, account="oduvanchik")
        both.closes(number, "re-registration", "Проект переоформлен")
        both.office("/accounts/romashka")
        hold("Проект переоформлен" in both.main(), f"the former account's story tells it: {both.main()}")
        both.cabinet(home)
        hold("ООО «Одуванчик»" in page.locator(".whose").inner_text(), f"the project is the other account's: {both.main()}")
        both.cabinet(home + "/documents")
        hold(page.locator("tbody tr").count() == 0, f"none of the former one's papers: {both.main()}")


def conservation(address, folder):
    """The owner has a project conserved before a refund, and wakes it again."""
    home = "/projects/mcs0000000001"
    with sides(address) as both:
        page = both.page
        sign_in(both.person, "owner@moscow.example")
        both.cabinet(home + "/conservation")
        page.get_by_role("button", name="Законсервировать проект").click()
        both.cabinet(home)
        hold("законсервирован" in page.locator(".whose").inner_text(), f"the state is told: {page.locator('.whose').inner_text()}")
        both.cabinet(home + "/conservation")
        page.get_by_role("button", name="Завершить консервацию").click()
        both.cabinet(home)
        hold("законсервирован" not in page.locator(".whose").inner_text(), "it works again")


def official_rates(address, folder):
    """The accountant keeps a rate that the bank's site would not give, once."""
    with sides(address) as both:
        page = both.page
        both.staff("accountant")
        for sum, last in (("98,7654", "98,7654"), ("99,0000", "курсы не меняются")):
            both.office("/rates/moscow")
            form = page.locator("#rate")
            form.locator("[name=currency]").select_option("EUR")
            form.locator("[name=units]").fill("1")
            form.locator("[name=price]").fill(sum)
            form.locator("[name=reason]").fill("сайт банка не отвечает")
            form.locator("button").click()
            hold(last in both.main().lower() or last in both.main(), f"{sum}: {both.main()}")


def scans(address, folder):
    """Нам нужны сканы наших отчетных документов, как их получить? Asked for, sent with the request, each month from then on."""
    home = "/projects/mcs0000000001"
    with sides(address) as both:
        sign_in(both.person, "owner@moscow.example")
        number = both.asks(
            home, "scans", organisation="ООО «Ромашка», ИНН 7707083893", document_list="УПД за сентябрь 2026",
            email="buh@romashka.example", every_month="yes")
        both.staff("document-specialist")
        both.does(number, "documents", "Копии за сентябрь", month="2026-09")
        both.closes(number, "papers", "Копии приложены")
        both.reads(home, number, "выполнен", "Копии приложены")
        files = both.page.locator(".thread a[href*='/files/']")
        hold(files.count() >= 1, "a copy of each document")
        status, body = fetched(both.person, files.first.get_attribute("href"))
        hold(status == 200 and "7707083893" in said(body), f"a PDF of the customer's own: {status}")
        both.cabinet(home + "/documents/flow")
        both.page.get_by_label("Копии в PDF на почту").select_option(label="каждый месяц")
        both.page.get_by_label("На какие адреса").fill("scans@romashka.example")
        both.page.get_by_role("button", name="Сохранить").click()
        hold("каждый месяц: scans@romashka.example" in both.main(), f"each month they come by themselves: {both.main()}")


def card_into_documents(address, folder):
    """Как провести платеж с карты в отчетных документах для юрлица? The same sum by transfer, which then pays what the card
    has paid; the refund waits for support."""
    home = "/projects/mcs0000000001"
    with sides(address) as both:
        sign_in(both.person, "owner@moscow.example")
        number = both.asks(home, "card-into-documents", amount="3000", paid_on="2026-09-10")
        both.staff("administrator")
        both.does(number, "invoice", "Оплатите ту же сумму переводом")
        both.at("cabinet")
        both.reads(home, number, "Оплатите ту же сумму переводом")
        both.cabinet(home + "/top-up")
        row = both.page.locator("tbody tr").first
        hold("3 000,00" in plain(row.inner_text()), f"an invoice for the same sum: {row.inner_text()}")
        purpose, account = both.paper(row)
        both.pays("3000.00", purpose, "7707083893", "ООО Ромашка", account)
        both.balance(home, "4 546,73 ₽")
        both.staff("administrator")
        both.office(f"/requests/{number}")
        offered = plain(both.page.locator("#act-substitution").locator("xpath=..").inner_text())
        hold("1 453,27 ₽" in offered, f"what the card has paid can move: {offered}")
        both.does(number, "substitution", "Перевод на ту же сумму пришёл")
        hold("ничего не потрачено" in both.main(), f"nothing is left to move: {both.main()}")
        both.balance(home, "4 546,73 ₽")
        both.reads(home, number, "теперь оплачено банковским переводом")
        both.cabinet("/explain?address=credit/card-october")
        told = both.main()
        hold("замена финансирования" in told and "1 453,27 ₽" in told, f"the card tells who pays now: {told}")
        both.staff("support")
        both.closes(number, "answer", "Перевод зачислен и войдёт в документы месяца")
        both.reads(home, number, "выполнен", "войдёт в документы")


JOBS = {
    "newcomer-pays": newcomer_pays, "foreign-start": foreign_start, "kazakhstan-start": kazakhstan_start,
    "foreign-payment": foreign_payment, "contract-terms": contract_terms, "re-registration": re_registration, "scans": scans,
    "card-into-documents": card_into_documents, "project-passes": project_passes, "conservation": conservation,
    "official-rates": official_rates,
}
