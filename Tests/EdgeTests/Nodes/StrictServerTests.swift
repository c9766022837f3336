import Foundation
import Glibc
import Support
import Testing

/// Servers that ask for a password, show a certificate, are full, too old, or follow another one.
@Suite(.enabled(if: TestDatabase.hasServer), .serialized) struct StrictServerTests {
    private let folder: TestFolder

    init() throws { folder = try TestFolder.quick() }

    private func ran(_ words: [String], on url: String) throws -> Tool.Ran {
        try folder.run(Tool.path, words + ["--db", url])
    }

    @Test func `a wrong password, a role that has no connection left, and the right one`() throws {
        let server = try OwnServer(folder, "strict")
        let raw = try RawPostgres(server.url)
        try raw.run("CREATE ROLE billing LOGIN PASSWORD 'richtig' CONNECTION LIMIT 1")
        try raw.run("GRANT CREATE, USAGE ON SCHEMA public TO billing")
        try Data("local all postgres trust\nlocal all all scram-sha-256\n".utf8)
            .write(to: URL(fileURLWithPath: "\(server.place)/data/pg_hba.conf"))
        try raw.run("SELECT pg_reload_conf()")
        let right = server.url.replacing("postgres@", with: "billing:richtig@")
        for wrong in ["billing:geheim@", "billing@"] {
            let ran = try ran(["migrate"], on: server.url.replacing("postgres@", with: wrong))
            #expect(ran.status != 0 && ran.err.hasPrefix("storage.not-admitted: "), "\(ran.err)")
            #expect(!ran.err.contains("geheim"))
        }
        let holder = try RawPostgres(right)
        let full = try ran(["migrate"], on: right)
        #expect(full.status != 0 && full.err.hasPrefix("storage.no-room: "), "\(full.err)")
        #expect(try raw.rows("SELECT to_regclass('accounts')")[0][0] == nil, "nothing of ours was made")
        withExtendedLifetime(holder) {}
        try raw.run("ALTER ROLE billing CONNECTION LIMIT 9")
        #expect(try ran(["migrate"], on: right).status == 0)
        #expect(try ran(["verify"], on: right).status == 0)
    }

    @Test func `a server far away shows the right certificate, or is not spoken to`() throws {
        guard let openssl = Tool.installed("openssl") else {
            print("skipped: openssl is not installed, so no certificate can be made")
            return
        }
        for name in ["ours", "foreign"] {
            let made = try folder.run(
                openssl,
                [
                    "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=localhost",
                    "-addext", "subjectAltName=DNS:localhost", "-keyout", "\(name).key", "-out",
                    "\(name).crt",
                ])
            #expect(made.status == 0, "\(made.err)")
        }
        let port = try OwnServer.freePort()
        let server = try OwnServer(folder, "shown")
        try server.stop()
        for (name, mode) in [("ours.crt", 0o644), ("ours.key", 0o600)] {
            let copy = "\(server.place)/data/\(name)"
            try Data(folder.bytes(name)).write(to: URL(fileURLWithPath: copy))
            #expect(chmod(copy, mode_t(mode)) == 0)
            var status = stat()
            stat("\(server.place)/data", &status)
            if geteuid() == 0 { #expect(chown(copy, status.st_uid, status.st_gid) == 0) }
        }
        try server.start(
            [
                "-c", "listen_addresses=127.0.0.1", "-c", "ssl=on", "-c", "ssl_cert_file=ours.crt", "-c",
                "ssl_key_file=ours.key",
            ], port: port)
        func url(_ host: String, _ root: String) throws -> String {
            "postgres://postgres@\(host):\(port)/kontragent?sslmode=verify-full&sslrootcert="
                + folder.file(root)
        }
        let good = try url("localhost", "ours.crt")
        #expect(try ran(["migrate"], on: good).status == 0)
        #expect(
            try RawPostgres(good).rows("SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()") == [["t"]])
        for bad in [try url("localhost", "foreign.crt"), try url("127.0.0.1", "ours.crt")] {
            let ran = try ran(["verify"], on: bad)
            #expect(ran.status != 0 && ran.err.hasPrefix("storage.unreachable: "), "\(ran.err)")
            #expect(ran.err.contains("certificate"), "\(ran.err)")
        }
    }

    @Test(arguments: [("fsync", "off"), ("full_page_writes", "off")])
    func `a server that may lose what it has answered for is refused before anything is written`(
        name: String, value: String
    ) throws {
        let server = try OwnServer(folder, "loose-\(name)", options: ["-c", "\(name)=\(value)"])
        let ran = try ran(["migrate"], on: server.url)
        #expect(ran.status != 0 && ran.err.hasPrefix("storage.wrong-setting: "), "\(ran.err)")
        #expect(ran.err.contains(name) && ran.err.contains(value), "\(ran.err)")
        #expect(try RawPostgres(server.url).rows("SELECT to_regclass('accounts')")[0][0] == nil)
    }

    @Test
    func
        `a server that answers before its log is written, in another zone and encoding, is put right or refused`()
        throws
    {
        let server = try OwnServer(
            folder, "elsewhere", options: ["-c", "synchronous_commit=off", "-c", "timezone=Asia/Almaty"])
        #expect(try ran(["migrate"], on: server.url).status == 0, "both are set for our own connections")
        let raw = try RawPostgres(server.url)
        try raw.run("CREATE DATABASE latin ENCODING 'LATIN1' LOCALE 'C' TEMPLATE template0")
        let latin = try ran(["migrate"], on: server.url.replacing("/kontragent?", with: "/latin?"))
        #expect(latin.status != 0 && latin.err.hasPrefix("storage.wrong-setting: "), "\(latin.err)")
        #expect(latin.err.contains("LATIN1"), "\(latin.err)")
    }

    @Test func `a server of an older version is refused before anything is written`() throws {
        let url = try TestDatabase.schema()
        defer { TestDatabase.drop(url) }
        let proxy = try CuttingProxy(before: url)
        defer { proxy.end() }
        proxy.turn(.disguiseAsOld)
        let ran = try ran(["migrate"], on: proxy.url)
        #expect(ran.status != 0 && ran.err.hasPrefix("storage.old-server: "), "\(ran.err)")
        #expect(ran.err.contains("14"))
        #expect(try RawPostgres(url).rows("SELECT to_regclass('accounts')")[0][0] == nil)
    }

    /// Runs in a namespace of its own, where a small disk can be mounted for the server.
    private static let smallDisk = #"""
        set -u
        tool="$1"; server="$2"; disk="$3"; free="$4"
        mount -t tmpfs -o size=200m tmpfs "$disk" || exit 99
        url=$("$server" start "$disk") || exit 98
        trap '"$server" stop "$disk"' EXIT
        step() { name="$1"; shift; "$tool" "$@" --db "$url" >"$name.out" 2>"$name.err"; echo $? >"$name.rc"; }
        step first import first
        step before balance mcs0000000001 --json
        dd if=/dev/zero of="$disk/ballast" bs=64k >/dev/null 2>&1
        truncate -s "-$free" "$disk/ballast"
        step full import data
        step during balance mcs0000000001 --json
        rm "$disk/ballast"
        "$server" start "$disk" >/dev/null
        step again import data --json
        step repeat import first --json
        step verified verify
        """#

    @Test(arguments: ["0", "600K", "3000K"])
    func `a server whose disk is full says so, and all goes on when there is space`(free: String) throws {
        guard let unshare = Tool.installed("unshare") else {
            print("skipped: unshare is not installed, so no small disk can be made")
            return
        }
        var first = Dataset()
        first.accounts = [Dataset.company()]
        first.prices = [Dataset.price(bonus: "compute")]
        first.credits = [Dataset.credit("first", at: "2026-01-02T10:00:00Z")]
        try first.write("first", in: folder)
        try Province.dataset().write(in: folder)
        try folder.write(StrictServerTests.smallDisk, to: "script.sh")
        let disk = "/dev/shm/kontragent-small-\(getpid())-\(free)"
        try FileManager.default.createDirectory(atPath: disk, withIntermediateDirectories: true)
        defer { rmdir(disk) }
        // PostgreSQL refuses root, also one that is root in a namespace alone.
        let whose = geteuid() == 0 ? ["-m"] : ["-Um", "-c", "--keep-caps"]
        let server = FileManager.default.currentDirectoryPath + "/scripts/postgres"
        let ran = try folder.run(
            unshare, whose + ["/bin/bash", "script.sh", Tool.path, server, disk, free])
        guard folder.has("first.rc") else {
            print("skipped: no small disk can be mounted for a server here: \(ran.err)")
            return
        }
        func status(_ step: String) throws -> String { try folder.text("\(step).rc") }
        let (begun, verified) = (try folder.text("first.err"), try folder.text("verified.out"))
        #expect(try status("first") == "0\n", "\(begun)")
        let complaint = try folder.text("full.err")
        #expect(try status("full") == "3\n", "\(free) free: \(complaint)")
        print("a server's full disk, \(free) free: \(complaint.prefix(100))")
        // Where the log itself finds no room the server falls and rises again: then it is the link that broke.
        let words = ["storage.disk-full: ", "storage.unreachable: "]
        #expect(words.contains { complaint.contains($0) }, "\(complaint)")
        if try status("during") == "0\n" {
            #expect(try folder.text("during.out") == folder.text("before.out"), "nothing answered is lost")
        }
        let later = try folder.text("repeat.err") + folder.text("again.err")
        #expect(try status("again") == "0\n", "\(later)")
        #expect(try status("repeat") == "0\n", "\(later)")
        #expect(try JSON.read(folder.text("repeat.out"))["duplicate"].int == 3, "all of it was kept")
        #expect(try status("verified") == "0\n", "\(verified)")
    }

    /// Runs in a network of its own, where the way back from the server can be swallowed: what is sent arrives, nothing
    /// comes back, nobody is told.
    private static let silence = #"""
        set -u
        tool="$1"; server="$2"; place="$3"; export PGPORT=55990
        ip link set lo up || exit 99
        "$server" start "$place" -c listen_addresses=127.0.0.2 >/dev/null || exit 98
        trap '"$server" stop "$place"' EXIT
        db="postgres://postgres@127.0.0.2:$PGPORT/kontragent?sslmode=disable"
        "$tool" migrate --db "$db" >/dev/null || exit 97
        "$tool" token create --name x --scope read --db "$db" >token || exit 96
        "$tool" serve --db "$db" --listen 127.0.0.3:0 --control 127.0.0.3:0 --quiet >ports 2>log & node=$!
        for wait in $(seq 300); do [ "$(wc -l <ports)" -ge 2 ] && break; sleep 0.1; done
        ask() {
            curl -s --interface 127.0.0.3 -o /dev/null -m 60 -w "%{http_code}\n" \
                -H "Authorization: Bearer $(head -n 1 token)" "$(head -n 1 ports)/v1/projects/mcs0000000001"
        }
        links() { ss -tnH state established dst 127.0.0.2 | awk '{print $3}' | sort; }
        ask >before.answer
        links >links.before
        ip route replace blackhole 127.0.0.1/32 table local || exit 95
        began=$(date +%s%N)
        ask >during.answer & asking=$!
        for wait in $(seq 300); do
            links >links.now
            [ -z "$(comm -12 links.before links.now)" ] && break
            sleep 0.05
        done
        echo $(( ($(date +%s%N) - began) / 1000000 )) >milliseconds
        wait $asking
        ip route del blackhole 127.0.0.1 table local
        ip route add local 127.0.0.1 dev lo table local src 127.0.0.1 scope host proto kernel
        ask >after.answer
        kill $node
        wait $node
        echo $? >ended
        """#

    @Test
    func `a link that goes silent is given up within five seconds, and the node is there again with it`()
        throws
    {
        guard let unshare = Tool.installed("unshare"), Tool.installed("ip") != nil,
            Tool.installed("ss") != nil, Tool.installed("curl") != nil
        else {
            print("skipped: unshare, ip, ss or curl is not installed, so no link can be made silent")
            return
        }
        try folder.write(StrictServerTests.silence, to: "script.sh")
        let whose = geteuid() == 0 ? ["-n"] : ["-Urn"]
        let place = "/dev/shm/kontragent-silent-\(getpid())"
        let server = FileManager.default.currentDirectoryPath + "/scripts/postgres"
        let ran = try folder.run(unshare, whose + ["/bin/bash", "script.sh", Tool.path, server, place])
        _ = try folder.run("/bin/bash", [server, "drop", place])
        guard folder.has("links.before") else {
            print("skipped: no network of one's own can be made here: \(ran.err)")
            return
        }
        let links = try folder.text("links.before").split(separator: "\n").count
        let milliseconds = try Int(folder.text("milliseconds").prefix { $0 != "\n" }) ?? .max
        print("silent link: \(links) connections given up after \(milliseconds) ms")
        // Two seconds for looking, on a machine with much else to do.
        #expect(links > 0 && milliseconds < 7_000, "\(milliseconds) ms: \(ran.err)")
        #expect(try folder.text("before.answer") == "404\n")
        #expect(try folder.text("during.answer") == "503\n", "told in words, not left waiting")
        #expect(try folder.text("after.answer") == "404\n")
        #expect(try folder.text("ended") == "0\n")
    }

    @Test func `the server dies, its standby takes over: nodes go on and nothing answered is lost`() throws {
        let primary = try OwnServer(folder, "first")
        let county = try County(on: primary.url)
        let standby = try OwnServer(folder, "second", behind: primary)
        // From now on an answer means that both have it.
        let raw = try RawPostgres(primary.url)
        try raw.run("ALTER SYSTEM SET synchronous_standby_names = '*'")
        try raw.run("SELECT pg_reload_conf()")
        #expect(try ran(["verify"], on: standby.url).status == 0, "a standby is read from")
        let words = ["token", "create", "--name", "x", "--scope", "usage"]
        let refused = try ran(words, on: standby.url)
        #expect(refused.status != 0 && refused.err.hasPrefix("storage.read-only: "), "\(refused.err)")
        let either =
            "postgres:///kontragent?user=postgres&host=\(primary.place),\(standby.place)"
            + "&target_session_attrs=read-write"
        let nodes = [try county.serve(by: either), try county.serve(by: either)]
        let ports = nodes.map(\.port)
        var outage = 0.0
        try county.underLoad(feeders: 4, rounds: 120, ports: { ports }) { isOver in
            // In the middle of the load, however quick the machine.
            while county.acknowledged < 2_000, !isOver() { usleep(5_000) }
            #expect(!isOver(), "the load went on when the server died")
            let start = Date()
            try primary.kill()
            try standby.promote()
            // Nobody stands behind the new one.
            try RawPostgres(standby.url).run("ALTER SYSTEM SET synchronous_standby_names = ''")
            try RawPostgres(standby.url).run("SELECT pg_reload_conf()")
            while Date().timeIntervalSince(start) < 60,
                try Wire(port: ports[0]).ask("GET", "/v1/projects/\(County.pids[0])", token: county.token)
                    .status != 200
            {
                usleep(20_000)
            }
            outage = Date().timeIntervalSince(start)
            #expect(outage < 60, "no node answered for a minute after the standby took over")
        }
        for node in nodes { #expect(node.end().status == 0, "a node outlives its database") }
        try county.expectWhole(on: standby.url)
        print("failover: a node answered again after \(outage) s, \(county.acknowledged) events answered")
    }
}
