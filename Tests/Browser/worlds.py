"""Datasets that no cast would play, for the eyes and for the tests: worlds.py long|now|hostile|card FOLDER.

`long`: names of people, firms, services and machines that are as long as they may be, and large sums.
`now`: the days before today, so that money is about to run out: a forecast, bonuses, a frozen project.
`hostile`: each text of hostile.jsonl in every field that a page shows.
`card`: for the demo's ООО «Ромашка», a card payment and a month still open in which it is spent in part.
"""

import csv
import datetime
import json
import os
import sys

ADDRESS = {"country": "RU", "postalCode": "117312", "regionCode": "77", "city": "Москва", "street": "ул. Вавилова", "house": "19"}
SIGNATORY = {"lastName": "Иванова", "firstName": "Анна", "middleName": "Петровна", "post": "Главный бухгалтер", "basis": "Устав"}


def inn(number):
    nine = f"77{number:07}"
    total = sum(int(digit) * weight for digit, weight in zip(nine, [2, 4, 10, 3, 5, 9, 4, 6, 8]))
    return nine + str(total % 11 % 10)


def ogrn(number):
    twelve = f"10277{number:07}"
    return twelve + str(int(twelve) % 11 % 10)


def company(number, name, short, address=None, contract=None):
    record = {
        "account": f"company-{number}", "email": f"c{number}@example.test", "locale": "ru", "registered": "2025-08-10T09:00:00Z",
        "counterparty": {
            "kind": "legalEntity", "residency": "RU", "inn": inn(number), "kpp": "773601001", "ogrn": ogrn(number),
            "name": name, "shortName": short, "address": address or ADDRESS,
        },
        "projects": [{"pid": pid(number), "region": "moscow", "created": "2025-08-10T09:00:00Z"}],
    }
    if contract:
        record["contract"] = contract
    return record


def pid(number):
    return f"mcs{number + 1:010}"


def event(name, number, day, sku, resource, quantity):
    return {
        "specversion": "1.0", "id": name, "source": "meter", "type": "cloud.usage.v1", "time": f"{day}T10:05:00Z",
        "subject": pid(number),
        "data": {"resource": resource, "sku": sku, "quantity": str(quantity), "start": f"{day}T10:00:00Z", "end": f"{day}T10:05:00Z"},
    }


def card(name, number, amount, at="2026-02-02T10:00:00Z"):
    return {"id": name, "kind": "card", "project": pid(number), "amount": amount, "at": at}


def bonus(name, number, kind, amount):
    return {
        "id": name, "kind": "bonus", "project": pid(number), "amount": amount, "bonusType": kind,
        "granted": "2026-02-01T00:00:00Z", "expires": "2026-12-31T21:00:00Z",
    }


def contract(number, scheme="postpaid"):
    return {"type": "individual", "number": number, "date": "2025-08-12", "scheme": scheme, "documents": []}


def write(folder, accounts, prices, credits, events, supplies=True):
    os.makedirs(os.path.join(folder, "usage"), exist_ok=True)

    def lines(name, records):
        with open(os.path.join(folder, name), "w", encoding="utf-8") as file:
            for record in records:
                file.write(json.dumps(record, ensure_ascii=False) + "\n")

    with open(os.path.join(folder, "manifest.json"), "w", encoding="utf-8") as file:
        json.dump({"format": "kontragent-dataset/1"}, file)
    lines("credits.jsonl", credits)
    lines("usage/events.jsonl", events)
    if not supplies:
        return
    with open(os.path.join(folder, "suppliers.json"), "w", encoding="utf-8") as file:
        json.dump([{"region": "moscow", "signatory": SIGNATORY}], file, ensure_ascii=False)
    lines("accounts.jsonl", accounts)
    with open(os.path.join(folder, "prices.csv"), "w", encoding="utf-8", newline="") as file:
        table = csv.writer(file)
        table.writerow("sku service name unit price currency region bonusType validFrom".split())
        table.writerows(prices)


def long(folder):
    ministry = (
        "Федеральное государственное бюджетное образовательное учреждение дополнительного профессионального "
        "образования «Северо-Западный межрегиональный институт повышения квалификации работников облачной "
        "промышленности имени Трижды Героя Труда академика Константина Константиновича Константинопольского»")
    unbroken = "ООО «" + "Рентгеноэлектрокардиографического" * 3 + "»"
    kazakh = "ТОО «Қазақстан Республикасының Өңірлік Ақпараттық Технологияларды Дамыту Орталығы»"
    accounts = [
        company(1, ministry, ministry, {**ADDRESS, "street": "проспект " + "Четырёхсотлетия " * 5}, contract("МЕЖРЕГ-2025/08-0012345/ПРИЛОЖЕНИЕ-17-БИС")),
        company(2, unbroken, unbroken), company(3, kazakh, kazakh), company(4, "شركة السحابة «اختبار»", "شركة السحابة"),
    ]
    prices, events, credits = [], [], []
    services = [
        "Облачные вычисления", "Управляемые базы данных PostgreSQL высокой доступности с репликацией между зонами",
        "Объектное хранилище холодных архивов", "Кластеры Kubernetes", "Сети доставки содержимого", "Балансировщики нагрузки",
        "Защита от распределённых атак", "Резервное копирование", "Очереди сообщений", "Графические ускорители для обучения моделей",
    ]
    for place, service in enumerate(services):
        sku = f"service-{place}.with.a.rather.long.name.of.its.own"
        prices.append([sku, service, service, "гибибайт·месяц", str(3 + place), "RUB", "moscow", "compute", "2026-01-01"])
        for day in range(1, 29):
            machine = f"prod-eu-north-1-{'very-' * 6}long-machine-name-{place:03}"
            events.append(event(f"l{place}-{day}", 1, f"2026-02-{day:02}", sku, machine, 90_000 + 7_000 * place + 1_300 * (day * (place + 3) % 11)))
    events.append(event("second", 2, "2026-02-03", "service-0.with.a.rather.long.name.of.its.own", "vm-1", 1_000))
    events.append(event("third", 3, "2026-02-03", "service-1.with.a.rather.long.name.of.its.own", "vm-1", 5))
    credits += [card("large", 1, "987654321.09"), card("third", 3, "100.00"), bonus("b1", 1, "compute", "1234567.89"), bonus("b2", 3, "маркетинговая-программа-для-новых-клиентов", "5000.00")]
    write(folder, accounts, prices, credits, events)


def now(folder):
    today = datetime.datetime.now(datetime.timezone.utc).date()
    days = [(today - datetime.timedelta(days=back)).isoformat() for back in range(9, 0, -1)]
    then = f"{days[0]}T08:00:00Z"
    accounts = [company(1, "ООО «Фонарь»", "ООО «Фонарь»"), company(2, "ООО «Свеча»", "ООО «Свеча»")]
    accounts[0]["projects"].append({"pid": pid(11), "region": "moscow", "created": "2025-08-10T09:00:00Z"})
    prices = [
        ["vm", "Облачные вычисления", "vCPU", "шт·ч", "10", "RUB", "moscow", "compute", "2026-01-01"],
        ["disk", "Облачные диски", "Диск SSD", "ГБ·ч", "0.5", "RUB", "moscow", "storage", "2026-01-01"],
    ]
    events = []
    for day in days:
        for number in (1, 2):
            events += [
                event(f"v{number}-{day}", number, day, "vm", "lamp", 24), event(f"d{number}-{day}", number, day, "disk", "lamp-disk", 240)]
    credits = [card("c1", 1, "6000.00", then), card("c2", 2, "1500.00", then)]
    ends = [(today + datetime.timedelta(days=ahead)).isoformat() for ahead in (3, 40)]
    for name, kind, amount, end in [("b1", "compute", "3000.00", ends[0]), ("b2", "storage", "900.00", ends[1])]:
        credits.append({
            "id": name, "kind": "bonus", "project": pid(1), "amount": amount, "bonusType": kind, "granted": then,
            "expires": f"{end}T21:00:00Z"})
    write(folder, accounts, prices, credits, events)


def hostile(folder):
    with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "hostile.jsonl"), encoding="utf-8") as file:
        corpus = [json.loads(line) for line in file]
    accounts, prices, credits, events = [], [], [], []
    for number, text in enumerate(corpus):
        accounts.append(company(number, text, text, {**ADDRESS, "street": text, "city": text}, contract(text) if number % 2 else None))
        sku = f"{number}{text}"
        prices.append([sku, text, text, text, "10", "RUB", "moscow", text, "2026-01-01"])
        events.append(event(f"e{number}", number, "2026-02-06", sku, text, 1))
        # One project shows them all at once.
        events.append(event(f"a{number}", 0, "2026-02-07", sku, text, 1))
        credits += [card(f"c{number}{text}", number, "500.00"), bonus(f"b{number}{text}", number, text, "100.00")]
    write(folder, accounts, prices, credits, events)


def card_spent(folder):
    credits = [card("card-october", 0, "3000.00", "2026-10-01T10:00:00Z")]
    write(folder, [], [], credits, [event("licences", 0, "2026-10-02", "licence.windows", "office", 100)], supplies=False)


{"long": long, "now": now, "hostile": hostile, "card": card_spent}[sys.argv[1]](sys.argv[2])
