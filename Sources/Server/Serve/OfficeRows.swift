/// Pages of the provider's staff.
enum OfficeRows {
    static let all: [PageRow] =
        BankRows.all + AuditRows.all + ClosingRows.all + LookupRows.all + HouseRows.all
}
