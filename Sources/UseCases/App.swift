package import Access

/// The whole product behind its desks, made once in Server's wiring.
package struct App: Sendable {
    package let accounts: AccountsDesk
    package let prices: PricesDesk
    package let usage: UsageDesk
    package let credits: CreditsDesk
    package let bank: BankDesk
    package let settlement: SettlementDesk
    package let closing: ClosingDesk
    package let invoices: InvoicesDesk
    package let papers: PapersDesk
    package let outbox: OutboxDesk
    package let documents: DocumentsDesk
    package let movements: MovementsDesk
    package let balances: BalancesDesk
    package let explanations: ExplanationsDesk
    package let overview: OverviewDesk
    package let seals: SealsDesk
    package let verification: VerificationDesk
    package let replay: ReplayDesk
    package let tokens: TokensDesk
    package let ownTokens: OwnTokensDesk
    package let nodes: NodesDesk
    package let signUp: SignUpDesk
    package let signIn: SignInDesk
    package let security: SecurityDesk
    package let passwordReset: PasswordResetDesk
    package let members: MembersDesk
    package let users: UsersDesk
    package let secretKeys: SecretKeysDesk
    package let letters: LettersDesk
    package let notices: NoticesDesk
    package let audit: AuditDesk
    package let office: OfficeDesk
    package let costs: CostsDesk
    package let limits: LimitsDesk
    package let conservation: ConservationDesk
    package let profiles: ProfilesDesk
    package let passing: PassingDesk
    package let names: NamesDesk
    package let reconciliations: ReconciliationsDesk
    package let founding: FoundingDesk
    package let reports: ReportsDesk
    package let requests: RequestsDesk
    package let registration: RegistrationDesk
    package let registry: RegistryDesk
    package let contracts: ContractsDesk
    package let flow: FlowDesk
    package let rates: RatesDesk
    package let mailbox: MailboxDesk
    let store: any Store
    package let clock: Clock
    package let digest: Digest
    /// The same desks over another store, a transaction that is open already, and who hears there of settlements.
    let over: @Sendable (any Store, @escaping @Sendable (SettlementDesk.Report) -> Void) -> App

    package init(
        store: any Store, clock: Clock, ids: IDs, digest: Digest, papers: Papers, printer: Printer,
        bank: BankFiles, secrets: Secrets, terms: AccessTerms = AccessTerms(),
        leases: LeaseTimes = LeaseTimes(), mailer: Mailer? = nil, noticeTerms: NoticeTerms = NoticeTerms(),
        registry: Registry? = nil, rateSource: RateSource? = nil, incoming: IncomingMail = .none,
        settled: @escaping @Sendable (SettlementDesk.Report) -> Void = { _ in }
    ) {
        accounts = AccountsDesk(store: store, digest: digest)
        prices = PricesDesk(store: store, clock: clock)
        usage = UsageDesk(store: store, clock: clock, digest: digest)
        credits = CreditsDesk(store: store, digest: digest)
        settlement = SettlementDesk(store: store, clock: clock, digest: digest, told: settled)
        self.bank = BankDesk(
            store: store, clock: clock, digest: digest, files: bank, settlement: settlement)
        closing = ClosingDesk(
            store: store, clock: clock, ids: ids, digest: digest, papers: papers, settlement: settlement)
        invoices = InvoicesDesk(store: store, clock: clock, digest: digest, papers: papers)
        self.papers = PapersDesk(
            store: store, clock: clock, digest: digest, papers: papers, printer: printer)
        outbox = OutboxDesk(store: store)
        documents = DocumentsDesk(store: store, clock: clock, papers: papers)
        movements = MovementsDesk(store: store, clock: clock)
        balances = BalancesDesk(store: store, clock: clock, papers: papers)
        explanations = ExplanationsDesk(store: store, papers: papers)
        overview = OverviewDesk(store: store, clock: clock, papers: papers)
        seals = SealsDesk(store: store, clock: clock, digest: digest)
        verification = VerificationDesk(store: store, digest: digest, thaw: papers.thaw)
        replay = ReplayDesk(store: store, digest: digest, papers: papers)
        tokens = TokensDesk(store: store, clock: clock, digest: digest)
        nodes = NodesDesk(store: store, clock: clock, times: leases)
        let ground = AccessGround(
            store: store, clock: clock, ids: ids, digest: digest, secrets: secrets, terms: terms)
        signUp = SignUpDesk(ground: ground)
        signIn = SignInDesk(ground: ground)
        security = SecurityDesk(ground: ground)
        ownTokens = OwnTokensDesk(tokens: tokens, security: security)
        passwordReset = PasswordResetDesk(ground: ground)
        members = MembersDesk(ground: ground)
        users = UsersDesk(ground: ground)
        secretKeys = SecretKeysDesk(ground: ground, times: leases)
        letters = LettersDesk(store: store, clock: clock, mailer: mailer)
        notices = NoticesDesk(store: store, clock: clock, terms: noticeTerms)
        audit = AuditDesk(store: store, clock: clock)
        office = OfficeDesk(
            store: store, clock: clock, files: bank, bank: self.bank, documents: papers)
        costs = CostsDesk(store: store, clock: clock)
        limits = LimitsDesk(store: store, clock: clock)
        conservation = ConservationDesk(store: store, clock: clock, settlement: settlement)
        profiles = ProfilesDesk(store: store, clock: clock, digest: digest)
        passing = PassingDesk(store: store, clock: clock, digest: digest, settlement: settlement)
        names = NamesDesk(store: store, clock: clock)
        reconciliations = ReconciliationsDesk(
            store: store, clock: clock, ids: ids, digest: digest, papers: papers)
        founding = FoundingDesk(store: store, clock: clock, digest: digest)
        reports = ReportsDesk(store: store, clock: clock, papers: papers)
        requests = RequestsDesk(store: store, clock: clock)
        registration = RegistrationDesk(
            ground: ground, registry: registry ?? .kept(in: store), profiles: profiles)
        self.registry = RegistryDesk(store: store)
        contracts = ContractsDesk(store: store, clock: clock, digest: digest, printer: printer)
        flow = FlowDesk(store: store, clock: clock, papers: papers)
        rates = RatesDesk(store: store, clock: clock, source: rateSource)
        mailbox = MailboxDesk(store: store, clock: clock, digest: digest, mail: incoming)
        self.store = store
        self.clock = clock
        self.digest = digest
        over = { store, told in
            App(
                store: store, clock: clock, ids: ids, digest: digest, papers: papers, printer: printer,
                bank: bank, secrets: secrets, terms: terms, leases: leases, mailer: mailer,
                noticeTerms: noticeTerms, registry: registry, rateSource: rateSource, incoming: incoming,
                settled: told)
        }
    }
}
