import Formats

extension FuzzTarget {
    /// The tax service's XML, as anybody may send it to be checked.
    static let sellerTitle = FuzzTarget("seller-title", longest: 32 << 10) { bytes in
        let findings = SellerTitleCheck.findings(bytes: bytes, fileName: "in/ON_NSCHFDOPPR_x.xml")
        if findings.count > 201 { return "\(findings.count) findings" }
        if bytes.count <= FuzzLimits.big,
            findings != SellerTitleCheck.findings(bytes: bytes, fileName: "in/ON_NSCHFDOPPR_x.xml")
        {
            return "other findings the second time"
        }
        for finding in findings {
            if finding.russian.isEmpty || finding.english.isEmpty || !finding.element.hasPrefix("/") {
                return "a finding that says nothing: \(finding)"
            }
        }
        return nil
    }
}
