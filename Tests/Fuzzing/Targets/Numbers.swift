import Basics
import Wording

extension FuzzTarget {
    /// Decimals, prices, quantities, sums of money, in figures and in words.
    static let numbers = FuzzTarget("numbers", longest: 128) { bytes in
        for digits in 0...9 {
            guard let value = DecimalText.parse(bytes, fractionDigits: digits) else { continue }
            let printed = DecimalText.print(Int128(value), fractionDigits: digits, least: 0)
            if value < 0 || DecimalText.parse(printed.utf8, fractionDigits: digits) != value {
                return "\(value) is printed as \(printed)"
            }
            if digits == 2, Money.range.contains(value),
                DecimalText.parse(Money.text(minor: value).utf8, fractionDigits: 2) != value,
                value < 100_000_000_000_000_000
            {
                return "the sum \(value) reads otherwise"
            }
        }
        if let price = UnitPrice(Oracle.text(bytes)), price.millionths < 100_000_000_000_000_000,
            UnitPrice(price.description) != price
        {
            return "the price \(price) reads otherwise"
        }
        var dice = Dice(bytes)
        return sumComplaint(dice.integer(), dice.integer())
    }

    private static func sumComplaint(_ a: Int64, _ b: Int64) -> String? {
        for language in [Language.ru, .en, .kk] {
            for currency in [Currency.rub, .kzt] {
                let money = Money(minor: a, currency)
                let words = [AmountInWords.text(money, language), Sums.signed(money, language)]
                if words.contains("") { return "\(a) has no words" }
            }
        }
        let exact = Int128(a) + Int128(b)
        let fits = Int128(Money.range.lowerBound)...Int128(Money.range.upperBound)
        do {
            if Int128(try Money.sum(a, b)) != exact { return "\(a) + \(b)" }
        } catch {
            if fits.contains(exact) { return "\(a) + \(b) refused" }
        }
        let vat = Rounding.vat(inGross: a, percent: Int(b.magnitude % 100))
        if vat.magnitude > a.magnitude { return "VAT of \(a) is \(vat)" }
        let accrual = Accrual(Quantity(thousandths: a), at: UnitPrice(millionths: b))
        do {
            let posted = try Rounding.dayLine(accrual)
            // Ten million billionths make a kopeck.
            let off = Int128(posted) * 10_000_000 - max(accrual.billionths, 0)
            if off.magnitude >= 10_000_000 || posted < 0 { return "\(accrual) is posted as \(posted)" }
            return nil
        } catch {
            return Oracle.refusal(error)
        }
    }
}
