import Basics
import Formats
import Foundation
import Payments
import Testing

/// Real banks' files, where somebody has a folder of them: `KONTRAGENT_SHARED` names it.
@Suite struct OneCSampleTests {
    private func sample(_ name: String) throws -> StatementFile? {
        guard let folder = ProcessInfo.processInfo.environment["KONTRAGENT_SHARED"] else {
            print("skipped: \(name) (KONTRAGENT_SHARED is not set)")
            return nil
        }
        let url = URL(filePath: folder).appending(path: "data/bank/1c/\(name)")
        return try OneCStatement.read([UInt8](Data(contentsOf: url)))
    }

    @Test(arguments: [
        ("clbnk__vtb_kl_to_1c.txt", 1, false), ("kilylabs__vtb24_v102.txt", 1, false),
        ("kz_bcc_v2.0_fragment.txt", 1, true), ("odin_palace__no_end_of_file.txt", 1, true),
        ("odin_palace__one_document.txt", 1, false), ("odin_palace__taxdev_4645.txt", 1, false),
        ("odin_palace__taxdev_4645_utf.txt", 1, false), ("odin_palace__two_accounts.txt", 2, false),
        ("odin_palace__unknown_direction.txt", 1, false), ("clbnk__to_bank.txt", 0, true),
    ])
    func `a real bank's file is read`(name: String, accounts: Int, isTruncated: Bool) throws {
        guard let file = try sample(name) else { return }
        #expect(file.flaws.isEmpty)
        #expect(Set(file.accounts.map(\.account)).count == accounts)
        #expect(file.isTruncated == isTruncated)
        #expect(!file.lines.isEmpty)
        if case .held(let reasons) = StatementTotals.check(file) {
            #expect(isTruncated, "\(reasons)")
        } else {
            #expect(!isTruncated)
        }
    }

    @Test func `incoming lines are known by the account though the bank fills the wrong date`() throws {
        guard let file = try sample("odin_palace__taxdev_4645_utf.txt") else { return }
        let lines = file.lines.map { BankLine($0, of: file, own: ["40802000000000000048"]) }
        #expect(lines.contains { $0.direction == .incoming && $0.line.receivedOn == nil })
        #expect(lines.allSatisfy { $0.direction != .unknown })
    }
}
