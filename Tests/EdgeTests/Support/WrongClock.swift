import Foundation

/// A library that stands before the system's and tells the program a wall clock of our own.
struct WrongClock {
    private let library: String

    /// Nil where there is no C compiler; says so.
    static func made(in folder: TestFolder) throws -> WrongClock? {
        guard let compiler = Tool.installed("cc") ?? Tool.installed("gcc") ?? Tool.installed("clang") else {
            print("skipped: there is no C compiler to make a wrong clock with")
            return nil
        }
        try folder.write(source, to: "clock.c")
        let made = try folder.run(
            compiler, ["-shared", "-fPIC", "-O1", "-o", folder.file("clock.so"), "clock.c", "-ldl"])
        guard made.status == 0 else {
            print("skipped: no wrong clock can be made: \(made.err)")
            return nil
        }
        return WrongClock(library: folder.file("clock.so"))
    }

    /// The clock shows this instant when the program starts, and after so many looks another one.
    func showing(_ instant: String, then other: String? = nil, after looks: Int = 0) -> [String] {
        [
            "LD_PRELOAD=\(library)", "WRONG_CLOCK_FIRST=\(seconds(instant))",
            "WRONG_CLOCK_THEN=\(seconds(other ?? instant))", "WRONG_CLOCK_LOOKS=\(looks)",
        ]
    }

    private func seconds(_ instant: String) -> Int {
        (try? Int(Date(instant, strategy: .iso8601).timeIntervalSince1970)) ?? 0
    }

    private static let source = #"""
        #define _GNU_SOURCE
        #include <dlfcn.h>
        #include <stdatomic.h>
        #include <stdlib.h>
        #include <sys/time.h>
        #include <time.h>

        static atomic_long looks;

        static long number(const char *name) {
            const char *text = getenv(name);
            return text ? atol(text) : 0;
        }

        static long instant(void) {
            return atomic_fetch_add(&looks, 1) < number("WRONG_CLOCK_LOOKS")
                ? number("WRONG_CLOCK_FIRST") : number("WRONG_CLOCK_THEN");
        }

        int clock_gettime(clockid_t id, struct timespec *out) {
            static int (*real)(clockid_t, struct timespec *);
            if (!real) real = dlsym(RTLD_NEXT, "clock_gettime");
            int status = real(id, out);
            if (status == 0 && id == CLOCK_REALTIME) out->tv_sec = instant();
            return status;
        }

        int gettimeofday(struct timeval *out, void *zone) {
            struct timespec now;
            if (clock_gettime(CLOCK_REALTIME, &now)) return -1;
            out->tv_sec = now.tv_sec;
            out->tv_usec = now.tv_nsec / 1000;
            return 0;
        }

        time_t time(time_t *out) {
            time_t now = instant();
            if (out) *out = now;
            return now;
        }
        """#
}
