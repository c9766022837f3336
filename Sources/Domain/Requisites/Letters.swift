/// ASCII classes of the codes that mix letters and digits.
extension UInt8 {
    var isDigit: Bool { (48...57).contains(self) }
    var isCapital: Bool { (65...90).contains(self) }
    var isSmall: Bool { (97...122).contains(self) }
}
