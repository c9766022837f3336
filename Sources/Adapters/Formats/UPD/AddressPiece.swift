import Documents
import Requisites

/// Адрес: by parts where the register's region is known, else as one text with its country.
enum AddressPiece {
    static func make(_ address: Address) -> XMLPiece {
        XMLPiece("Адрес", [:], [piece(address)])
    }

    private static func piece(_ address: Address) -> XMLPiece {
        guard case .parts(let parts) = address, parts.country == .russia, let code = parts.regionCode,
            let region = parts.regionName ?? RussianRegion(code)?.name
        else { return text(address) }
        return XMLPiece(
            "АдрРФ",
            [
                "Индекс": parts.postalCode,
                "КодРегион": code,
                "НаимРегион": region.fitted(51),
                "Район": parts.district?.fitted(255),
                "Город": parts.city?.fitted(255),
                "НаселПункт": parts.settlement?.fitted(255),
                "Улица": parts.street?.fitted(255),
                "Дом": parts.house?.fitted(50),
                "Корпус": parts.building?.fitted(50),
                "Кварт": parts.flat?.fitted(50),
                "ИныеСвед": parts.rest?.fitted(1000),
            ])
    }

    private static func text(_ address: Address) -> XMLPiece {
        XMLPiece(
            "АдрИнф",
            [
                "КодСтр": address.country.digits, "НаимСтран": address.country.name.fitted(255),
                "АдрТекст": address.line.fitted(1000),
            ])
    }
}
