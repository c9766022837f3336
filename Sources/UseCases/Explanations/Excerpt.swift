/// How much of a long list an explanation shows.
package struct ExcerptSize: Hashable, Sendable {
    package let rows: Int
    /// Shows the rows behind this one; nil = the first and the last of the list.
    package let after: Int?

    package init(rows: Int = 6, after: Int? = nil) {
        self.rows = max(0, rows)
        self.after = after.map { max(0, $0) }
    }

    /// The places shown of a list, counted from 1.
    package func places(of count: Int) -> [ClosedRange<Int>] {
        if let after { return range(after + 1, min(count, after + rows)) }
        if count <= rows { return range(1, count) }
        return range(1, (rows + 1) / 2) + range(count - rows / 2 + 1, count)
    }

    package func shows(_ place: Int, of count: Int) -> Bool {
        places(of: count).contains { $0.contains(place) }
    }

    private func range(_ first: Int, _ last: Int) -> [ClosedRange<Int>] {
        first <= last ? [first...last] : []
    }
}

/// Some rows of a list, with their places in it.
package struct Excerpt<Element: Sendable>: Sendable {
    /// How many the list has.
    package let count: Int
    package let rows: [Row]

    package struct Row: Sendable {
        /// Counted from 1.
        package let place: Int
        package let element: Element
    }

    init(count: Int, rows: [Row]) {
        self.count = count
        self.rows = rows
    }

    init(_ list: [Element], _ size: ExcerptSize) {
        count = list.count
        rows = size.places(of: list.count).flatMap { places in
            places.map { Row(place: $0, element: list[$0 - 1]) }
        }
    }
}
