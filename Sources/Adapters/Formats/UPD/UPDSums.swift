/// Sums of a line or of the total, in kopecks; nil where the file has none or has it wrong.
struct UPDSums {
    let net: Int128?
    let gross: Int128?
    /// Zero where the line says «без НДС».
    let vat: Int128?
    let isWithoutVAT: Bool

    init(_ node: XMLNode, net: String, gross: String, tax: String) {
        let box = node.first(tax)
        self.net = UPDSums.kopecks(node[net])
        self.gross = UPDSums.kopecks(node[gross])
        isWithoutVAT = box?.first("БезНДС") != nil
        vat = isWithoutVAT ? 0 : UPDSums.kopecks(box?.first("СумНал")?.text)
    }

    /// A number longer than the format's nineteen digits is a wrong value already; many of them would
    /// outgrow what can be added up.
    private static func kopecks(_ text: String?) -> Int128? {
        guard let kopecks = text.flatMap({ UPDNumber($0)?.kopecks }), kopecks.magnitude < most else {
            return nil
        }
        return kopecks
    }

    private static let most: UInt128 = 1_000_000_000_000_000_000_000
}
