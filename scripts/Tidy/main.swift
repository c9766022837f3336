// The tidy checks without a build of the project: scripts/tidy compiles this file together with
// Tests/TidyTests/Checks, which the test target runs too.
import Foundation

let house = try House(root: URL(fileURLWithPath: FileManager.default.currentDirectoryPath))

if CommandLine.arguments.contains("--write-problems") {
    let declared = ProblemCodes.declared(in: house.files)
    let page = ProblemCodes.page(declared: declared, old: house.text("docs/problems.md"))
    try page.write(to: house.root.appending(path: "docs/problems.md"), atomically: true, encoding: .utf8)
    print("tidy: docs/problems.md explains \(declared.count) problems")
    exit(0)
}

var wrong = 0
for check in house.checks {
    print("tidy: \(check.name): \(check.findings.isEmpty ? "in order" : "\(check.findings.count) wrong")")
    for finding in check.findings { print("  \(finding)") }
    wrong += check.findings.count
}
for finding in Leftovers.longFiles(in: house.files) { print("tidy: note: \(finding)") }
exit(wrong == 0 ? 0 : 1)
