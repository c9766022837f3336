import Testing

/// A disk that does not take a copy: nothing is called a backup that is not on the disk.
@Suite struct BackupErrorTests {
    @Test(arguments: ["EIO", "ENOSPC"])
    func `a backup the disk did not take is not called made`(error: String) throws {
        let folder = try TestFolder()
        guard let strace = try Strace.found(in: folder) else { return }
        try #expect(folder.kontragent("migrate").status == 0)
        var hits = 0
        while true {
            let name = "copy-\(hits).db"
            let (ran, hit) = try strace.fail(
                at: hits + 1, of: "fsync", as: error, ["backup", name], in: folder)
            guard hit else {
                #expect(ran.status == 0, "a disk that works takes it: \(ran.err)")
                #expect(folder.has(name))
                break
            }
            hits += 1
            #expect(ran.status == 3, "call \(hits): \(ran.out) \(ran.err)")
            #expect(ran.err.hasPrefix("storage."), "call \(hits): \(ran.err)")
            #expect(!folder.has(name + ".part"), "call \(hits): half a copy is left")
        }
        #expect(hits == 2, "the copy and the folder that names it")
    }
}
