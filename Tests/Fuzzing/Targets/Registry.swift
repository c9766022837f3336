import Counterparties
import Formats
import Requisites

extension FuzzTarget {
    /// What a registry says: DaData's answers, a line of a registry file, the tax service's answer.
    static let registry = FuzzTarget("registry", longest: 8 << 10) { bytes in
        do {
            for party in try DaData.parties(bytes) {
                guard (try? INN(party.draft.inn ?? "")) != nil else {  // that it is none is the complaint
                    return "a party without a tax id: \(party)"
                }
            }
        } catch { if let complaint = Oracle.refusal(error) { return complaint } }
        do { _ = try DaData.banks(bytes) } catch {
            if let complaint = Oracle.refusal(error) { return complaint }
        }
        do {
            if case .party(let party) = try DaData.record(bytes[...]) {
                do { _ = try party.draft.checked() } catch {
                    if let complaint = Oracle.refusal(error) { return complaint }
                }
            }
        } catch { if let complaint = Oracle.refusal(error) { return complaint } }
        do { _ = try TaxServiceCheck.answer(bytes, to: try INN("7704123450")) } catch {
            if let complaint = Oracle.refusal(error) { return complaint }
        }
        return nil
    }
}
