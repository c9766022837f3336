import Access
import Basics
import Projects
import UseCases

extension SQLRecords {
    package func names(of projects: [PID]) throws -> [PID: ProjectName] {
        var names: [PID: ProjectName] = [:]
        for pid in projects {
            names[pid] = try row("SELECT name FROM project_names WHERE project = ?", [pid.text]).map {
                ProjectName(kept: $0["name"])
            }
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
