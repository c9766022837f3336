package import Basics
import Formats
import Synchronization

/// The Bank of Russia's page of daily rates on this machine, for tests and trials: of any day it gives the file of that
/// day or the last one before it, as the real one does, and says so where a date is none.
package final class BankOfRussiaStandIn: Sendable {
    package enum Fault: String, CaseIterable, Sendable {
        case silent
        /// Something broke there.
        case broken
        /// A page for people with the status of an answer.
        case page
        /// Half a file.
        case garbage
        /// What was set today does not show yet.
        case late
    }

    package var port: Int { server.port }
    package var address: String { "http://127.0.0.1:\(port)/scripts/XML_daily.asp" }
    private let server: StandInServer
    private let state: State

    private final class State: Sendable {
        let files: Mutex<[Day: [UInt8]]>
        let fault: Mutex<Fault?>
        let spoiled = Mutex<Day?>(nil)
        let asked = Mutex<[Day]>([])

        init(_ files: [Day: [UInt8]], _ fault: Fault?) {
            self.files = Mutex(files)
            self.fault = Mutex(fault)
        }
    }

    /// Files as the bank writes them, of any days. Port 0 lets the kernel choose. Throws `StandInPortTaken`, or what is
    /// wrong with a file.
    package init(files: [[UInt8]], port: Int = 0, fault: Fault? = nil) throws {
        let dated = try files.compactMap { file in
            try BankOfRussiaRates.read(file).first.map { ($0.day, file) }
        }
        let state = State(Dictionary(dated) { $1 }, fault)
        self.state = state
        server = try StandInServer(port: port) { BankOfRussiaStandIn.reply(to: $0, state) }
    }

    /// From now on; nil = none.
    package func fail(_ fault: Fault?) { state.fault.withLock { $0 = fault } }

    /// Half a file for this day alone, from now on; nil = for none.
    package func spoil(_ day: Day?) { state.spoiled.withLock { $0 = day } }

    /// The days that were asked for, in order.
    package var asked: [String] { state.asked.withLock(\.self).map(\.description) }

    /// What the bank has set meanwhile.
    package func publish(_ file: [UInt8]) throws {
        guard let day = try BankOfRussiaRates.read(file).first?.day else { return }
        state.files.withLock { $0[day] = file }
    }

    package func stop() { server.stop() }

    private static func reply(to question: StandInServer.Question, _ state: State) -> StandInServer.Reply {
        func xml(_ body: [UInt8]) -> StandInServer.Reply {
            .answer(200, type: "application/xml; charset=windows-1251", body)
        }
        func page(_ status: Int) -> StandInServer.Reply {
            .answer(status, type: "text/html", Array("<html><body>\(status)</body></html>".utf8))
        }
        let parts = question.path.split(separator: "?", maxSplits: 1)
        guard parts.first == "/scripts/XML_daily.asp" else { return page(404) }
        guard question.method == "GET" else { return page(405) }
        guard let day = parts.last.flatMap(day) else {
            return xml(
                Array(
                    #"<?xml version="1.0" encoding="windows-1251"?><ValCurs>Error in parameters</ValCurs>"#
                        .utf8)
            )
        }
        state.asked.withLock { $0.append(day) }
        let fault = state.spoiled.withLock { $0 == day } ? .garbage : state.fault.withLock(\.self)
        let files = state.files.withLock(\.self)
        let days = files.keys.sorted().filter { $0 <= day }
        switch fault {
        case .silent: return .silence
        case .broken: return page(503)
        case .page: return page(200)
        case .garbage: return xml(Array((days.last.flatMap { files[$0] } ?? []).prefix(200)))
        case .late, nil:
            // The real one has files since 1992: of days before all here there is none but the first.
            let last = (fault == .late ? days.filter { $0 < day }.last : days.last) ?? files.keys.min()
            return last.flatMap { files[$0] }.map(xml) ?? page(404)
        }
    }

    /// `date_req=28/11/2026`
    private static func day(_ query: Substring) -> Day? {
        guard query.hasPrefix("date_req=") else { return nil }
        let parts = query.dropFirst("date_req=".count).split(separator: "/", omittingEmptySubsequences: false)
        guard parts.map(\.utf8.count) == [2, 2, 4] else { return nil }
        return Day("\(parts[2])-\(parts[1])-\(parts[0])")
    }
}
