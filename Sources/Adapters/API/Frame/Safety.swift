import HTTPTypes

/// What every answer tells a browser to keep to, whichever route gave it (docs/operating.md). An answer that
/// says something of its own keeps it.
enum Safety {
    static func add(to fields: inout HTTPFields, isBehindTLS: Bool) {
        for (name, value) in always where !fields.contains(name) { fields[name] = value }
        // Only where somebody said so: a browser would refuse plain HTTP for a year.
        if isBehindTLS { fields[.strictTransportSecurity] = "max-age=31536000" }
    }

    private static let always: [(HTTPField.Name, String)] = [
        (.xContentTypeOptions, "nosniff"),
        (
            .contentSecurityPolicy,
            "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
        ),
        (.own("Referrer-Policy"), "same-origin"),
        (.own("Cross-Origin-Opener-Policy"), "same-origin"),
        (.own("Cross-Origin-Resource-Policy"), "same-origin"),
        (.own("Permissions-Policy"), denied),
    ]

    /// None of what a browser can lend a page is asked for.
    private static let denied = [
        "accelerometer", "autoplay", "camera", "clipboard-read", "display-capture", "encrypted-media",
        "fullscreen", "geolocation", "gyroscope", "hid", "idle-detection", "magnetometer", "microphone",
        "midi",
        "payment", "picture-in-picture", "publickey-credentials-get", "screen-wake-lock", "serial", "usb",
        "xr-spatial-tracking",
    ].map { "\($0)=()" }.joined(separator: ", ")
}
