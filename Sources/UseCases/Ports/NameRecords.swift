package import Access
package import Basics
package import Projects

/// What owners call their projects.
package protocol NameRecords {
    /// The names of those that have one; 100 projects at most are asked about.
    func names(of projects: [PID]) throws -> [PID: ProjectName]
    /// Keeps a name, and as its fact who gave it.
    func keep(_ name: ProjectName, of project: PID, by user: UserID?, at moment: Moment) throws
}
