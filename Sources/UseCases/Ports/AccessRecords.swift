package import Access
package import Basics

/// Users, what they are to projects, their sessions, and what is counted and sent for them.
package protocol AccessRecords {
    func insert(_ user: User) throws
    /// Keeps what can change of a user: password, second step, roles of staff, confirmed, disabled.
    func save(_ user: User) throws
    func user(_ id: UserID) throws -> User?
    func user(emailed email: EmailAddress, on side: AccessSide) throws -> User?
    /// By e-mail.
    func users(limit: Int) throws -> [User]
    /// The provider's own people, by e-mail.
    func staff(limit: Int) throws -> [User]
    /// Users who signed up before an instant, never confirmed it and have no link that lives; the oldest first. Those
    /// that were found in use are not among them.
    func abandonedSignUps(before: Moment, at: Moment, limit: Int) throws -> [User]
    /// Deletes one such user with account and projects, where it still is one; a fact says that they are gone. One
    /// whose account something rests on is kept for good.
    func sweep(signUpOf user: User, account: AccountID, before: Moment, at: Moment) throws -> Bool
    /// Those who have set one up or begun to.
    func usersWithSecondStep() throws -> [User]
    /// What the key is called that secrets are locked by; nil before there was one.
    func secretKey() throws -> [UInt8]?
    func keepSecretKey(_ id: [UInt8], since: Moment) throws
    /// Puts another secret in the place of one, or turns the second step off; false where another stands there by now.
    func replaceSecret(_ old: KeptSecret, by new: KeptSecret?, of user: UserID) throws -> Bool

    /// What a user is to each project.
    func projects(ofMember user: UserID) throws -> [PID: Set<CustomerRole>]
    /// The owner first, then by e-mail.
    func members(of project: PID) throws -> [(user: User, membership: Membership)]
    func membership(of user: UserID, in project: PID) throws -> Membership?
    /// Adds a member, or gives one other roles.
    func keep(_ membership: Membership, in project: PID, at: Moment) throws
    func removeMember(_ user: UserID, from project: PID) throws

    func insert(_ session: UserSession) throws
    func session(hashed hash: [UInt8]) throws -> UserSession?
    /// The last used first.
    func sessions(of user: UserID) throws -> [UserSession]
    func sawSession(_ hash: [UInt8], at: Moment) throws
    /// False where there was none.
    @discardableResult
    func endSession(_ hash: [UInt8]) throws -> Bool
    /// The user is locked, as by whoever gives a session another token: none comes to be meanwhile.
    func endSessions(of user: UserID) throws
    /// The user's rights have changed: each session gets another token at its next request.
    func markSessionsStale(of user: UserID) throws
    func forgetSessions(before: Moment) throws

    /// A browser somebody has signed in with.
    func device(hashed hash: [UInt8]) throws -> UserID?
    func insertDevice(_ hash: [UInt8], of user: UserID, at: Moment) throws
    func forgetDevices(of user: UserID) throws

    func insert(_ code: OneTimeCode) throws
    func code(hashed hash: [UInt8]) throws -> OneTimeCode?
    /// Invitations that still wait.
    func invitations(to project: PID, at now: Moment) throws -> [OneTimeCode]
    func spend(_ code: OneTimeCode) throws
    func forgetCodes(endedBefore: Moment) throws
    /// Ends the links for a password that were sent to an address.
    func dropResets(of user: UserID) throws

    func tries(_ name: String) throws -> Tries?
    func keep(_ tries: Tries, of name: String) throws
    func dropTries(_ name: String) throws
    func forgetTries(before: Moment) throws

    func insert(_ letter: Letter) throws
    func letters(limit: Int) throws -> [Letter]
    /// The letters that bring copies of a package, in the order they were written.
    func letters(bringing package: PackageName) throws -> [Letter]
    /// Those that wait and whose time has come, the longest due first.
    func dueLetters(at moment: Moment, limit: Int) throws -> [Letter]
    func keep(_ outcome: LettersDesk.Outcome, of letter: Letter, at moment: Moment) throws
}
