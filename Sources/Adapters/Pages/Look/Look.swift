/// How pages are dressed: the addresses of the style sheets and of the sign that each of them links, and the
/// reader's choice of light or dark.
package struct Look: Sendable {
    package let styles: [String]
    package let icon: String
    package let theme: Theme
    /// What the staff's pages do besides; they work without it.
    package let script: String?

    package init(styles: [String], icon: String, theme: Theme = .auto, script: String? = nil) {
        self.script = script
        self.styles = styles
        self.icon = icon
        self.theme = theme
    }

    package func chosen(_ theme: Theme) -> Look {
        Look(styles: styles, icon: icon, theme: theme, script: script)
    }
}
