import Counterparties
import Gateways
import Support
import UseCases

/// A stand-in for DaData and the gateway that asks it.
struct LookupWorld {
    static let lampINN = "7704123450"
    static let goneINN = "7705987653"
    static let bridgeINN = "7710112230"
    static let key = "a key"

    let standIn: DaDataStandIn

    init() throws { standIn = try DaDataStandIn(lines: LookupWorld.lines, key: LookupWorld.key) }

    func registry(key: String = LookupWorld.key) -> Registry {
        DaDataRegistry(
            key: key, address: standIn.address,
            outgoing: Outgoing(connectMilliseconds: 2000, wholeMilliseconds: 400)
        ).registry
    }

    static func line(
        _ inn: String, kpp: String, ogrn: String, name: String, status: String = "ACTIVE",
        branch: String = "MAIN"
    ) -> String {
        """
        {"value":"\(name)","data":{"inn":"\(inn)","kpp":"\(kpp)","ogrn":"\(ogrn)","type":"LEGAL","branch_type":"\(branch)",\
        "name":{"full_with_opf":"Общество «\(name)»","short_with_opf":"ООО «\(name)»"},"state":{"status":"\(status)"},\
        "address":{"unrestricted_value":"г Москва","data":{"postal_code":"119019","region_kladr_id":"7700000000000",\
        "city":"Москва","street_with_type":"ул Волхонка","house":"12"}}}}
        """
    }

    static let texts = [
        line(lampINN, kpp: "770401001", ogrn: "1157746000114", name: "Лампа"),
        line(goneINN, kpp: "770501001", ogrn: "1097746222331", name: "Свеча", status: "LIQUIDATED"),
        line(bridgeINN, kpp: "771001001", ogrn: "1027700132130", name: "Северный мост"),
        line(bridgeINN, kpp: "784143001", ogrn: "1027700132130", name: "Северный мост", branch: "BRANCH"),
        """
        {"data":{"bic":"044525225","correspondent_account":"30101810400000000225","name":{"payment":"ПАО СБЕРБАНК"},\
        "state":{"status":"ACTIVE"}}}
        """,
        """
        {"data":{"bic":"044525974","correspondent_account":"30101810145250000974","name":{"payment":"АО УШЕДШИЙ БАНК"},\
        "state":{"status":"LIQUIDATED"}}}
        """,
    ]

    static let lines = texts.map { Array($0.utf8)[...] }
}
