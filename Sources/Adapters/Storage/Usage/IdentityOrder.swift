import UseCases

/// A batch in the order in which identities are kept: neighbours in a table are written one after the other,
/// so that a page is found and filled once. Of equal identities the first that came stays first.
struct IdentityOrder {
    /// Places in the batch.
    let places: [Int]
    /// Where in `places` an identity begins.
    private let starts: [Int]

    init(_ events: [IdentifiedEvent]) {
        let precedes = { (a: Int, b: Int) in
            events[a].identity.lexicographicallyPrecedes(events[b].identity)
        }
        let places = Array(events.indices)
        let isOrdered = zip(places, places.dropFirst()).allSatisfy { !precedes($1, $0) }
        let sorted = isOrdered ? places : places.sorted(by: precedes)
        self.places = sorted
        starts = sorted.indices.filter {
            $0 == 0 || events[sorted[$0 - 1]].identity != events[sorted[$0]].identity
        }
    }

    /// For each identity the places of the events that bear it.
    var groups: [ArraySlice<Int>] {
        starts.indices.map { place in
            places[starts[place]..<(place + 1 < starts.count ? starts[place + 1] : places.count)]
        }
    }
}
