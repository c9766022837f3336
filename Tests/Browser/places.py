"""Where the pages of a world are: found by looking, as a person finds them."""

import re


def of(person):
    """The addresses of one page of each kind, by name; the world may lack some."""
    places = {"projects": "/", "months": "/months", "nothing": "/projects?what", "search": "/?q=nobody-is-so"}
    page = person.page
    person.go("/?lang=ru")

    def links(pattern):
        found = page.eval_on_selector_all("main a[href]", "all => all.map(a => a.getAttribute('href'))")
        return [bare(link) for link in found if re.match(pattern, link)]

    projects = links(r"/projects/")
    for name, place in zip(["project", "second project", "third project"], projects[:3]):
        places[name] = place
    frozen = page.locator("tr:has(.tag.bad) th a")
    if frozen.count():
        places["frozen project"] = bare(frozen.first.get_attribute("href"))
    if projects:
        for name, path in [("costs", "/costs"), ("detail", "/detail"), ("closing documents", "/documents"), ("prices", "/prices"),
                           ("an act", "/documents/reconciliation?from=2026-07-01&through=2026-09-30"), ("reports", "/documents/reports"), ("document flow", "/documents/flow")]:
            places[name] = projects[0] + path
        person.go(projects[0] + "/detail?kind=charges&lang=ru")
        days = links(r"/projects/\w+/costs\?day=")
        if days:
            places["costs of a day"] = days[0]
        places["why a state"] = "/explain?address=" + projects[0].rsplit("/", 1)[1]
    person.go("/months?lang=ru")
    months = links(r"/months/")
    if months:
        places["month"] = months[0]
        person.go(months[0])
        ties = [link for link in links(r"/explain") if "tie-out" in link]
        if ties:
            places["why a month"] = ties[0]
        documents = links(r"/documents/[^.]*$")
        if documents:
            places["document"] = documents[-1]
            person.go(documents[-1])
            sums = [link for link in links(r"/explain") if "%23" in link]
            if sums:
                places["why a line"] = sums[0]
    places["empty month"] = "/months/2031-01"
    places["refusal"] = "/projects/mcs0999999999"
    places.pop("nothing")
    return places


def bare(link):
    """The address without the language that links keep."""
    return re.sub(r"[?&]lang=\w+$", "", re.sub(r"lang=\w+&", "", link))


def saying(path, language):
    return path + ("&" if "?" in path else "?") + "lang=" + language
