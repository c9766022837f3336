/// The forms and the worker's own text, inside the program: no path is needed when it runs.
enum Templates {
    static let worker = PackageResources.worker_py

    /// A form's whole text by its name: what it shares with others first, for a template may not import.
    static let all: [String: String] = Dictionary(
        uniqueKeysWithValues: PaperJob.Form.allCases.map { form in
            (
                form.rawValue,
                parts(of: form).map { String(decoding: $0, as: UTF8.self) }.joined(separator: "\n")
            )
        })

    private static func parts(of form: PaperJob.Form) -> [[UInt8]] {
        let common = PackageResources.common_typ
        return switch form {
        case .upd: [common, PackageResources.tax_typ, PackageResources.upd_typ]
        case .taxInvoice: [common, PackageResources.tax_typ, PackageResources.tax_invoice_typ]
        case .act: [common, PackageResources.act_typ]
        case .invoice: [common, PackageResources.invoice_typ]
        case .kazakhAct: [common, PackageResources.act_r1_typ]
        case .kazakhInvoice: [common, PackageResources.invoice_kz_typ]
        case .reconciliation: [common, PackageResources.reconciliation_typ]
        case .contract: [common, PackageResources.contract_typ]
        }
    }
}
