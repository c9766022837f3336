package import Regions

/// Who answers: people behind one mailbox.
package enum Department: String, CaseIterable, Hashable, Sendable {
    /// The document department.
    case documents
    /// Technical support.
    case support
    /// Support for compensation under the SLA, by a mailbox of its own.
    case serviceLevel = "service-level"

    /// Where letters for it go by default (D26: as the source documents name them).
    package func mailbox(in region: Region) -> String {
        switch (self, region) {
        case (.documents, .moscow): "docs_vktech@vk.company"
        case (.documents, .kazakhstan): "accountvk@qazcloud.kz"
        case (.support, _), (.serviceLevel, _): "support@mcs.mail.ru"
        }
    }
}
