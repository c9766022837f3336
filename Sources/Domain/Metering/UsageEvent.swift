package import Basics

/// What a meter reports: so much of one SKU used by one resource between two instants of one
/// regional day.
package struct UsageEvent: Hashable, Sendable {
    /// Unique for ever within its source.
    package let id: String
    package let source: String
    package let type: String
    package let project: PID
    package let resource: ResourceID
    package let sku: SKU
    package let quantity: Quantity
    package let start: Moment
    /// The event's own instant in every order of movements (D8).
    package let end: Moment
    /// Labels in the order of their names.
    package let labels: [Label]

    package struct Label: Hashable, Sendable {
        package let name: String
        package let value: String

        package init(name: String, value: String) {
            self.name = name
            self.value = value
        }
    }

    package init(
        id: String, source: String, type: String, project: PID, resource: ResourceID, sku: SKU,
        quantity: Quantity, start: Moment, end: Moment, labels: [Label]
    ) {
        self.id = id
        self.source = source
        self.type = type
        self.project = project
        self.resource = resource
        self.sku = sku
        self.quantity = quantity
        self.start = start
        self.end = end
        self.labels = labels
    }
}
