package import Basics

/// The purpose of a payment as payers write it: free text in which a project or an invoice is named.
package enum Purpose {
    /// Different PIDs in the order they appear: `mcs` and 9 or 10 digits, any case, not inside a longer
    /// word (D14). Cyrillic letters that look like Latin ones count as those; a space or № may stand
    /// between the letters and the digits.
    package static func pids(in purpose: String) -> [PID] {
        let letters = PurposeText(purpose)
        var found: [PID] = []
        var seen: Set<PID> = []
        for start in letters.indices where letters.startsWord("mcs", at: start) {
            var at = start + 3
            letters.skipSpace(&at)
            if letters[at] == "№" {
                at += 1
                letters.skipSpace(&at)
            }
            let digits = letters.digits(at: at, atMost: 11)
            let end = at + digits.unicodeScalars.count
            guard !letters.isWordPart(end), let pid = PID("mcs\(digits)"), seen.insert(pid).inserted
            else { continue }
            found.append(pid)
        }
        return found
    }

    /// Different invoices in the order they appear; see `InvoiceReader` for what counts as one.
    package static func invoices(in purpose: String) -> [QuotedInvoice] {
        var reader = InvoiceReader(PurposeText(purpose))
        return reader.read()
    }
}
