import Foundation
import Glibc
import Testing

/// A small disk of a test's own that is full: clear words, nothing acknowledged lost, and all goes on
/// once there is space.
@Suite(.serialized) struct DiskFullTests {
    /// Runs in a namespace of its own, where a small disk can be mounted without being root.
    private static let script = #"""
        set -u
        mkdir disk && mount -t tmpfs -o size=48m tmpfs disk || exit 99
        tool="$1"; free="$2"
        step() { name="$1"; shift; "$tool" "$@" --db disk/k.db >"$name.out" 2>"$name.err"; echo $? >"$name.rc"; }
        step first import first
        step before balance mcs0000000001 --json
        dd if=/dev/zero of=disk/ballast bs=64k >/dev/null 2>&1
        truncate -s "-$free" disk/ballast
        step full import data
        step during balance mcs0000000001 --json
        rm disk/ballast
        step again import data --json
        step repeat import first --json
        step january close 2026-01 --json
        step february close 2026-02 --json
        for pid in $3; do "$tool" balance "$pid" --json --db disk/k.db; done >balances
        """#

    /// How much is left on the disk when it is called full.
    static let spaces =
        ProcessInfo.processInfo.environment["KONTRAGENT_CAMPAIGN"] == "nightly"
        ? ["0", "40K", "100K", "300K", "600K", "1000K"] : ["0", "300K"]

    @Test(arguments: spaces)
    func `on a full disk the program says so, and goes on when there is space`(free: String) throws {
        guard let unshare = Tool.installed("unshare") else {
            print("skipped: unshare is not installed, so no small disk can be made")
            return
        }
        let folder = try TestFolder()
        // What is acknowledged first: ООО «Ромашка» with some money.
        var first = Dataset()
        first.accounts = [Dataset.company()]
        first.prices = [Dataset.price(bonus: "compute")]
        first.credits = [Dataset.credit("first", at: "2026-01-02T10:00:00Z")]
        try first.write("first", in: folder)
        try Province.dataset().write(in: folder)
        try folder.write(DiskFullTests.script, to: "script.sh")
        let pids = Province.pids.joined(separator: " ")
        let ran = try folder.run(
            unshare, ["-Urm", "/bin/sh", "script.sh", Tool.path, free, pids])
        guard folder.has("first.rc") else {
            print("skipped: no disk can be mounted here: \(ran.err)")
            return
        }
        func status(_ step: String) throws -> String { try folder.text("\(step).rc") }
        #expect(try status("first") == "0\n")
        #expect(try status("full") == "3\n", "\(free) free")
        let complaint = try folder.text("full.err")
        #expect(complaint.contains("storage.disk-full: "), "\(complaint)")
        #expect(complaint.contains("Free some space"), "\(complaint)")
        let reader = try folder.text("during.err")
        #expect(try status("during") == "0\n", "readers go on: \(reader)")
        #expect(try folder.text("during.out") == folder.text("before.out"), "nothing acknowledged is lost")
        let later = try folder.text("repeat.err") + folder.text("again.err")
        #expect(try status("repeat") == "0\n", "\(later)")
        #expect(try JSON.read(folder.text("repeat.out"))["duplicate"].int == 3, "all of it was kept")
        #expect(try status("again") == "0\n", "\(later)")
        let calm = try TestFolder.quick()
        for (name, data) in [("first", first), ("data", Province.dataset())] {
            try data.write(name, in: calm)
            #expect(try calm.kontragent("import", name).status == 0)
        }
        let books = try Books(calm)
        #expect(try folder.text("balances") == books.balances.joined())
        for (step, closing) in zip(["january", "february"], books.closings) {
            #expect(try JSON.read(folder.text("\(step).out")).without(["files"]) == closing)
        }
    }
}
