import ArgumentParser

@main
struct Kontragent: ParsableCommand {
    static let program = "kontragent 1"

    static let configuration = CommandConfiguration(
        commandName: "kontragent",
        abstract:
            "Billing and accounting documents of a cloud provider, from a metered minute to a closing document.",
        discussion: """
            Exit codes: 0 done, 1 a violation was found, 2 some input was refused and the rest kept, \
            3 blocked, 64 the command line is wrong.
            """,
        version: program,
        subcommands: [
            ImportCommand.self, SettleCommand.self, BankCommand.self, SubstituteCommand.self,
            AssignCommand.self, PassCommand.self,
            CloseCommand.self, InvoiceCommand.self, ReconcileCommand.self, PrintCommand.self,
            OutboxCommand.self,
            BalanceCommand.self,
            DetailCommand.self, ValidateCommand.self, CopyCommand.self, DemoCommand.self, ExplainCommand.self,
            MigrateCommand.self, BenchCommand.self, VerifyCommand.self, ReplayCommand.self,
            SealCommand.self, ProofCommand.self, CheckCommand.self, BackupCommand.self,
            RestoreCommand.self, ServeCommand.self, WorkCommand.self, NodesCommand.self, TokenCommand.self,
            UsersCommand.self, SecretKeyCommand.self, LettersCommand.self, RequestsCommand.self,
            MailCommand.self,
            RegistryCommand.self, RatesCommand.self,
        ])
}
