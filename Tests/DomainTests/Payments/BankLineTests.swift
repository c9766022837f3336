import Basics
import Payments
import Testing

@Suite struct BankLineTests {
    @Test func `a line's id is its normal form`() {
        let line = MakePayment.bankLine(MakePayment.line(number: "000123", amount: 100_050))
        #expect(
            line.id.text == "bank|40702810000000000010|123|2026-10-05|1000.50|40702810938120061991")
    }

    @Test(arguments: [
        ("FDC240", "FDC240"), ("00NT-475719", "NT-475719"), ("0", "0"), ("000", "0"), ("10", "10"),
    ])
    func `leading zeros of a number make no other line`(number: String, normal: String) {
        let line = MakePayment.bankLine(MakePayment.line(number: number, amount: 5))
        #expect(line.id.text == "bank|40702810000000000010|\(normal)|2026-10-05|0.05|40702810938120061991")
    }

    @Test func `an outgoing line's id names the supplier's account twice`() {
        let line = MakePayment.bankLine(
            MakePayment.line(payer: MakePayment.supplier(), payee: MakePayment.payer()))
        #expect(
            line.id.text == "bank|40702810000000000010|123|2026-10-05|1000.00|40702810000000000010")
        #expect(line.direction == .outgoing)
        #expect(line.other.name == "ООО «Ромашка»")
    }

    @Test func `the account decides the direction and the dates do not`() {
        let day = MakePayment.day("2026-10-06")
        let line = MakePayment.bankLine(MakePayment.line(debitedOn: day))
        #expect(line.direction == .incoming)
        #expect(line.ownAccount == MakePayment.own)
        #expect(line.other.taxID == MakePayment.romashka)
        #expect(line.creditedOn == MakePayment.day("2026-10-05"))
        #expect(line.valueDate == day)
    }

    @Test func `the second account of a side counts too`() {
        let payee = MakePayment.supplier(["47422810119484000074", MakePayment.own])
        let line = MakePayment.bankLine(MakePayment.line(payee: payee))
        #expect(line.direction == .incoming)
        #expect(line.ownAccount == MakePayment.own)
    }

    @Test func `a line is credited on the day it was received`() {
        let line = MakePayment.bankLine(
            MakePayment.line(
                receivedOn: MakePayment.day("2026-10-07"), debitedOn: MakePayment.day("2026-10-06")))
        #expect(line.creditedOn == MakePayment.day("2026-10-07"))
        #expect(line.valueDate == MakePayment.day("2026-10-07"))
    }

    @Test func `a line that touches no account of the supplier has no direction`() {
        let stranger = MakePayment.supplier(["40802000000000000007"])
        let line = MakePayment.bankLine(
            MakePayment.line(payee: stranger, receivedOn: MakePayment.day("2026-10-07")))
        #expect(line.direction == .unknown)
        #expect(line.ownAccount == MakePayment.own)
        #expect(line.valueDate == MakePayment.day("2026-10-05"))
    }

    @Test func `a stated direction counts only where the accounts do not tell`() {
        let nameless = MakePayment.supplier([])
        let stated = MakePayment.line(payee: nameless, statedDirection: .incoming)
        #expect(MakePayment.bankLine(stated).direction == .incoming)
        #expect(MakePayment.bankLine(stated).ownAccount == MakePayment.own)
        #expect(MakePayment.bankLine(stated, stated: ["40802000000000000007"]).direction == .unknown)
        let wrong = MakePayment.line(statedDirection: .outgoing)
        #expect(MakePayment.bankLine(wrong).direction == .incoming)
    }

    @Test func `money between own accounts is seen from the account the file is about`() {
        let line = MakePayment.line(payer: MakePayment.supplier([MakePayment.secondOwn]))
        let both: Set<String> = [MakePayment.own, MakePayment.secondOwn]
        let incoming = MakePayment.bankLine(line, own: both)
        #expect(incoming.direction == .incoming)
        #expect(incoming.isBetweenOwnAccounts)
        let outgoing = MakePayment.bankLine(line, stated: [MakePayment.secondOwn], own: both)
        #expect(outgoing.direction == .outgoing)
        #expect(incoming.id != outgoing.id)
        #expect(MakePayment.bankLine(line, stated: Array(both), own: both).direction == .unknown)
    }
}
