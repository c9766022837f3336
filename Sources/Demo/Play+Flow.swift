import Access
import Basics
import Contracts
import UseCases

extension Play {
    /// Some customers have said how their documents come: by EDM, by post and by courier.
    func flows() throws {
        let ways:
            [(pid: String, from: String, delivery: DocumentFlow.Delivery, copies: DocumentFlow.Copies)] = [
                (
                    "mcs0000000001", "2026-09-01", .paper(.post, recipient: "Иванова Анна Петровна"),
                    .monthly(["buh@romashka.example"])
                ),
                ("mcs0000000032", "2026-08-01", .edm, .none),
                (
                    "mcs0000000031", "2026-09-01",
                    .paper(.courier(phone: "+7 843 555-01-02"), recipient: "Галеева Дина Ринатовна"), .none
                ),
                ("mcs0000000035", "2026-09-01", .edm, .once(["docs@ladoga.example"])),
            ]
        for way in ways {
            try app.flow.ask(of: Play.pid(way.pid), seen: 0, for: .house) { region, _ in
                DocumentFlow(
                    region: region, from: Play.literal(way.from).month, documents: [],
                    perProject: way.pid == "mcs0000000035", delivery: way.delivery,
                    contact: .init(name: "Иванова Анна Петровна", phone: "+7 495 123-45-67"),
                    copies: way.copies)
            }
        }
    }
}
