import Formats
import Regions
import UseCases

extension FuzzTarget {
    /// The suppliers' file and the manifest of a dataset.
    static let suppliers = FuzzTarget("suppliers", longest: 8 << 10) { bytes in
        do throws(DatasetProblem) { _ = try Manifest.check(bytes[...]) } catch {
            if let complaint = Oracle.refusal(error) { return complaint }
        }
        let file = SuppliersFile(bytes[...])
        let last = 1 + bytes.count { $0 == 0x0A }
        for line in file.entries.map(\.line) + file.refused.map(\.line) where !(1...last).contains(line) {
            return "line \(line) of \(last)"
        }
        for entry in file.entries {
            do { _ = try entry.draft.completing(try entry.draft.checkedRegion().profile.supplier) } catch {
                if let complaint = Oracle.refusal(error) { return complaint }
            }
        }
        return nil
    }
}
