/// What pages link of our own: the sheet over Bootstrap (decision 0025) and the sign in a browser's tab.
package enum Style {
    package static let css: [UInt8] = PackageResources.kontragent_css
    /// Keys and live progress for the staff's pages.
    package static let script: [UInt8] = PackageResources.office_js

    /// The letter K; the head of a page has it too.
    package static let icon = Array(
        """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 28 28"><rect width="28" height="28" rx="7" fill="#1450b0"/>\
        <path d="M9 7v14M19 7l-9 7 9 7" fill="none" stroke="#fff" stroke-width="2.6" stroke-linecap="round"/></svg>
        """.utf8)

    static let mark: Markup = """
        <svg viewBox="0 0 28 28" aria-hidden="true"><rect width="28" height="28" rx="7"/><path d="M9 7v14M19 7l-9 7 9 7"/></svg>
        """
}
