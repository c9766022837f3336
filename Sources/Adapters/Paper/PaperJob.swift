package import Basics

/// One paper to print: which form, what it says, what goes with it.
package struct PaperJob: Sendable {
    package let form: Form
    /// JSON of finished strings.
    package let sheet: [UInt8]
    /// The code for payment, as SVG.
    package let code: [UInt8]?
    /// A file inside the paper (PDF/A-3): the formalised XML.
    package let attachment: [UInt8]?
    /// What the paper gives as the time it was made, so that equal contents make equal bytes.
    package let madeAt: Moment
    /// For how long to wait, beside the usual.
    package let lines: Int

    package enum Form: String, CaseIterable, Sendable {
        case upd
        case taxInvoice
        case act
        case invoice
        case kazakhAct
        case kazakhInvoice
        case reconciliation
        case contract
    }

    package init(
        form: Form, sheet: [UInt8], code: [UInt8]?, attachment: [UInt8]?, madeAt: Moment, lines: Int
    ) {
        self.form = form
        self.sheet = sheet
        self.code = code
        self.attachment = attachment
        self.madeAt = madeAt
        self.lines = lines
    }
}
