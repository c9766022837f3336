import Documents
import Formats

extension FuzzTarget {
    /// A document's frozen content: only what would be frozen again to the same bytes is thawed.
    static let frozen = FuzzTarget("frozen", longest: 16 << 10) { bytes in
        do throws(FrozenProblem) {
            let content = try DocumentJSON.thaw(bytes)
            if DocumentJSON.freeze(content) != bytes { return "thawed and frozen, it is another" }
            return paperComplaint(content)
        } catch {
            if let complaint = Oracle.refusal(error) { return complaint }
        }
        do throws(FrozenProblem) {
            let invoice = try PaymentInvoiceJSON.thaw(bytes)
            return PaymentInvoiceJSON.freeze(invoice) == bytes ? nil : "an invoice is another"
        } catch {
            return Oracle.refusal(error)
        }
    }

    /// Whatever thaws can be written as XML or is refused with a reason.
    private static func paperComplaint(_ content: DocumentContent) -> String? {
        do { _ = try SellerTitle.write(content) } catch {
            if let complaint = Oracle.refusal(error) { return complaint }
        }
        do { _ = try ESFDraft.write(content) } catch { return Oracle.refusal(error) }
        return nil
    }
}
