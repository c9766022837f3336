import Basics
import Documents
import Requisites

/// Подписант: who signs, when, and how the power to sign is shown.
enum SignatoryPiece {
    /// The papers of a month are signed with its last date (R101). ТипПодпис 1 is the qualified
    /// electronic signature, the only one a tax invoice may bear.
    static func make(_ signatory: Signatory, signed: Day) -> XMLPiece {
        let power = SigningPower(basis: signatory.basis)
        return XMLPiece(
            "Подписант",
            [
                "Должн": signatory.post.fitted(255), "ТипПодпис": "1", "ДатаПодДок": signed.dotted,
                "СпосПодтПолном": power.code, "ДопСведПодп": signatory.basis.fitted(255),
            ],
            [PartyPiece.person(signatory.name)] + power.pieces)
    }
}
