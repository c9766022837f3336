package import Access
package import Basics

/// Tokens of the HTTP door, and the answers kept for repeated requests.
package protocol TokenRecords {
    func insert(_ token: Token) throws
    func token(hashed hash: [UInt8]) throws -> Token?
    func token(named name: String) throws -> Token?
    /// By name, the revoked ones included.
    func tokens() throws -> [Token]
    /// A user's: those that live first, then the newest.
    func tokens(of owner: UserID, at now: Moment, limit: Int) throws -> [Token]
    func livingTokens(of owner: UserID, at now: Moment) throws -> Int
    func revokeTokens(of owner: UserID, at: Moment) throws
    func revokeToken(named name: String, at: Moment) throws
    func keptAnswer(token: [UInt8], key: String) throws -> (KeyedRequest, KeptAnswer)?
    func keep(_ answer: KeptAnswer, to request: KeyedRequest, at: Moment) throws
    func forgetAnswers(before: Moment) throws
}
