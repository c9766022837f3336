/// Records of a dataset in few words; what a test does not say is filled in.
extension Dataset {
    static let moscowAccount = "40702810100000003759"
    static let address =
        #"{"country":"RU","postalCode":"117312","regionCode":"77","city":"Москва","street":"ул. Вавилова","#
        + #""house":"19"}"#

    /// A Russian company with a number made to order; number 0 is ООО «Ромашка».
    static func company(
        _ number: Int = 0, account: String? = nil, pids: [String] = ["mcs0000000001"],
        region: String = "moscow", more: String = "", party: String? = nil
    ) -> String {
        record(
            account ?? (number == 0 ? "a-001" : "company-\(number)"), party ?? companyParty(number), pids,
            region, more)
    }

    static func companyParty(_ number: Int, inn: String? = nil, kpp: String = "773601001") -> String {
        let inn = inn ?? CheckDigits.inn(number)
        let name = number == 0 ? "Ромашка" : "Ромашка-\(number)"
        return #"{"kind":"legalEntity","residency":"RU","inn":"\#(inn)","kpp":"\#(kpp)","#
            + #""ogrn":"\#(CheckDigits.ogrn(number))","#
            + #""name":"Общество с ограниченной ответственностью «\#(name)»","shortName":"ООО «\#(name)»","#
            + #""address":\#(address)}"#
    }

    /// ТОО «Алтын».
    static func altyn(pids: [String] = ["mcs0000000003"], region: String = "kazakhstan", more: String = "")
        -> String
    {
        record(
            "altyn",
            #"{"kind":"legalEntity","residency":"KZ","bin":"971240001315","#
                + #""name":"Товарищество с ограниченной ответственностью «Алтын»","shortName":"ТОО «Алтын»","#
                + #""address":{"country":"KZ","text":"г. Алматы, пр. Абая, 10"}}"#,
            pids, region, more)
    }

    /// Иван Сидоров, an individual.
    static func sidorov(
        account: String = "sidorov", pids: [String] = ["mcs0000000004"], more: String = ""
    ) -> String {
        record(
            account, #"{"kind":"individual","name":"Сидоров Иван","residency":"RU"}"#, pids, "moscow", more)
    }

    /// An individual contract as a member of an account, after a comma.
    static func contract(_ scheme: String = "postpaid", documents: String = "", more: String = "") -> String {
        #","contract":{"type":"individual","number":"ВК-17/2026","date":"2025-08-12","scheme":"\#(scheme)","#
            + #""documents":[\#(documents)]\#(more)}"#
    }

    static func record(
        _ account: String, _ party: String, _ pids: [String], _ region: String, _ more: String
    ) -> String {
        let projects = pids.map {
            #"{"pid":"\#($0)","region":"\#(region)","created":"2025-08-10T09:00:00Z"}"#
        }
        return #"{"account":"\#(account)","email":"\#(account)@example.test","locale":"ru","#
            + #""registered":"2025-08-10T09:00:00Z","counterparty":\#(party)\#(more),"#
            + #""projects":[\#(projects.joined(separator: ","))]}"#
    }

    static func price(
        _ sku: String = "compute.vcpu", _ price: String = "10", currency: String = "RUB",
        region: String = "moscow", bonus: String = "", from: String = "2026-01-01",
        service: String = "Облачные вычисления"
    ) -> String {
        "\(sku),\(service),\(sku),шт,\(price),\(currency),\(region),\(bonus),\(from)"
    }

    /// A usage event of five minutes that ends at an instant of a day.
    static func event(
        _ id: String, _ pid: String = "mcs0000000001", quantity: String = "\"1\"",
        sku: String = "compute.vcpu", start: String, end: String, resource: String = "vm-1",
        source: String = "meter", more: String = "", dataMore: String = ""
    ) -> String {
        #"{"specversion":"1.0","id":"\#(id)","source":"\#(source)","type":"cloud.usage.v1","#
            + #""time":"\#(end)","subject":"\#(pid)"\#(more),"data":{"resource":"\#(resource)","#
            + #""sku":"\#(sku)","quantity":\#(quantity),"start":"\#(start)","end":"\#(end)"\#(dataMore)}}"#
    }

    static func event(
        _ id: String, _ pid: String = "mcs0000000001", quantity: String = "1", on day: String,
        sku: String = "compute.vcpu", resource: String = "vm-1"
    ) -> String {
        event(
            id, pid, quantity: "\"\(quantity)\"", sku: sku, start: "\(day)T10:00:00Z",
            end: "\(day)T10:05:00Z", resource: resource)
    }

    static func credit(
        _ id: String, _ kind: String = "card", _ pid: String = "mcs0000000001", amount: String = "500.00",
        at: String = "2026-02-05T10:00:00Z", more: String = ""
    ) -> String {
        #"{"id":"\#(id)","kind":"\#(kind)","project":"\#(pid)","amount":"\#(amount)","at":"\#(at)"\#(more)}"#
    }

    static func grant(
        _ id: String, _ pid: String = "mcs0000000001", amount: String = "2000.00", type: String = "compute",
        granted: String = "2026-02-01T00:00:00Z", expires: String = "2026-11-30T21:00:00Z"
    ) -> String {
        #"{"id":"\#(id)","kind":"bonus","project":"\#(pid)","amount":"\#(amount)","bonusType":"\#(type)","#
            + #""granted":"\#(granted)","expires":"\#(expires)"}"#
    }
}
