import Basics

/// Which time costs are shown of: a month with charges, alone or with the eleven before it.
struct CostsPicker {
    let months: [Month]
    let month: Month
    let isYear: Bool
    let visit: Visit

    func markup(_ path: String, beside: Markup? = nil) -> Markup? {
        guard !months.isEmpty else { return nil }
        let all = months.contains(month) ? months : [month] + months
        let options = all.map { month -> Markup in
            let chosen: Markup? = month == self.month ? " selected=\"selected\"" : nil
            return "<option value=\"\(month.description)\"\(chosen)>\(visit.month(month))</option>"
        }
        let year: Markup? = isYear ? " selected=\"selected\"" : nil
        return """
            <form class="bar" action="\(path)" method="get">
            <label for="month">\(visit.words("Month", "Месяц"))</label>
            <select class="form-select" id="month" name="month">\(options)</select>
            <label for="span">\(visit.words("as", "показать"))</label>
            <select class="form-select" id="span" name="span"><option value="">\(visit.words("one month", "один месяц"))</option><option value="year"\(year)>\(visit.words("twelve months to it", "двенадцать месяцев по него"))</option></select>
            \(visit.kept)<button class="btn btn-primary">\(visit.words("Show", "Показать"))</button>\(beside)
            </form>
            """
    }
}
