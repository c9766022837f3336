/// Everybody who plays.
enum Cast {
    static let all = MoscowOffer.all + MoscowContracts.all + MoscowPostpaid.all + Kazakhs.all
}
