import Basics
import Metering
import Regions

/// What the provider of the demo sells.
enum Ware: CaseIterable {
    case cores
    case memory
    case disk
    case address
    case objects
    case licence

    var sku: SKU { SKU(row.sku) }

    /// The region's first listing of it.
    func listing(in region: Region) -> PriceListing {
        switch region {
        case .moscow: listing(row.roubles, in: region, from: "2025-08-01")
        case .kazakhstan: listing(row.tenge, in: region, from: "2025-08-01")
        }
    }

    /// The row of the list at another price from a day on.
    func listing(_ price: String, in region: Region, from day: String) -> PriceListing {
        guard let exact = UnitPrice(price), let validFrom = Day(day) else {
            preconditionFailure("a ware of the demo has no price: \(row.sku)")
        }
        return PriceListing(
            sku: sku, region: region.rawValue, service: ServiceName(row.service), name: row.name,
            unit: row.unit, price: exact, currency: region.profile.currency,
            bonusType: row.bonus.map(BonusType.init), validFrom: validFrom)
    }

    private struct Row {
        let sku: String
        let service: String
        let name: String
        let unit: String
        let roubles: String
        let tenge: String
        var bonus: String?
    }

    private var row: Row {
        switch self {
        case .cores:
            Row(
                sku: "compute.vcpu", service: "Облачные вычисления", name: "vCPU", unit: "шт·мин",
                roubles: "0.0145", tenge: "0.0870", bonus: "compute")
        case .memory:
            Row(
                sku: "compute.ram", service: "Облачные вычисления", name: "Оперативная память",
                unit: "ГБ·мин", roubles: "0.0039", tenge: "0.0234", bonus: "compute")
        case .disk:
            Row(
                sku: "disk.ssd", service: "Облачные диски", name: "Диск SSD", unit: "ГБ·мин",
                roubles: "0.000310", tenge: "0.001860")
        case .address:
            Row(
                sku: "net.public-ip", service: "Облачные сети", name: "Публичный IP-адрес",
                unit: "шт·мин", roubles: "0.0038", tenge: "0.0228")
        case .objects:
            Row(
                sku: "storage.object", service: "Объектное хранилище", name: "Хранение объектов",
                unit: "ГБ·ч", roubles: "0.0029", tenge: "0.0174", bonus: "storage")
        case .licence:
            Row(
                sku: "licence.windows", service: "Лицензии", name: "Windows Server", unit: "шт·сут",
                roubles: "38.50", tenge: "231.00")
        }
    }
}
