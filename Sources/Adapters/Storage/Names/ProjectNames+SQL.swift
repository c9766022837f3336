import Access
import Basics
import Projects
import UseCases

extension SQLRecords {
    package func names(of projects: [PID]) throws -> [PID: ProjectName] {
        guard !projects.isEmpty else { return [:] }
        let places = projects.map { _ in "?" }.joined(separator: ", ")
        var names: [PID: ProjectName] = [:]
        for row in try rows(
            "SELECT project, name FROM project_names WHERE project IN (\(places))",
            Arguments(projects.map(\.text.cell)))
        {
            names[try row.pid("project")] = ProjectName(kept: row["name"])
        }
        return names
    }

    package func keep(_ name: ProjectName, of project: PID, by user: UserID?, at moment: Moment) throws {
        try run(
            """
            INSERT INTO project_names (project, name, changed_at, changed_by) VALUES (?, ?, ?, ?)
            ON CONFLICT (project) DO UPDATE SET name = excluded.name, changed_at = excluded.changed_at,
                changed_by = excluded.changed_by
            """, [project.text, name.text, moment.microseconds, user?.text ?? ""])
        try witness("project_names", ["project": project.text], in: "names/\(project)")
    }
}
