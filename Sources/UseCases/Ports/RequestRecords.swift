package import Basics

/// Requests, their steps and files: steps are appended, how a request stands is kept beside them.
package protocol RequestRecords {
    func request(_ number: Int64) throws -> CustomerRequest?
    /// The request that a form with this key has made or moved already.
    func request(sentAs key: String, in project: PID) throws -> CustomerRequest?
    /// When one of a project's was last finished with a refund.
    func lastRefund(in project: PID) throws -> Moment?
    /// A project's, of one account or of all whose it was, the latest first.
    func requests(of project: PID, by account: AccountID?, before number: Int64?, limit: Int) throws
        -> [CustomerRequest]
    func requests(_ search: RequestSearch, after place: RequestPlace?, limit: Int) throws -> [CustomerRequest]
    /// How many of a project's are not closed, counted so far and no further.
    func openRequests(of project: PID, upTo most: Int) throws -> Int
    /// Made in a project since a moment, counted so far and no further.
    func requestsMade(in project: PID, since moment: Moment, upTo most: Int) throws -> Int
    /// What a customer said or sent in a request.
    func customerSteps(of request: CustomerRequest) throws -> Int
    /// Bytes of files that customers sent in a project since a moment.
    func bytesSent(in project: PID, since moment: Moment) throws -> Int64
    /// 1…N over all there are; to be asked behind the lock of requests.
    func nextRequestNumber() throws -> Int64
    /// Keeps a request with its first step and what was filled in.
    func insert(
        _ request: CustomerRequest, _ values: [String: String], _ step: RequestEvent, _ words: RequestWords)
        throws
    /// Keeps one more step and how the request stands after it.
    func append(_ step: RequestEvent, _ words: RequestWords, to request: CustomerRequest) throws
    func values(of request: CustomerRequest) throws -> [String: String]
    /// The latest of them, in their order.
    func events(of request: CustomerRequest, limit: Int) throws -> [RequestEvent]
    func attachment(_ sha256: [UInt8]) throws -> [UInt8]?
    /// Incoming lines of a sum, of some days, of a payer, the latest first; what is nil is not asked for.
    func bankLines(
        worth amount: Int64?, on days: ClosedRange<Day>?, fromPayer taxID: String?, limit: Int
    ) throws -> [BankLineRecord]
    /// The phone that staff have bound to an account (R16).
    func boundPhone(of account: AccountID) throws -> String?
    func bind(_ phone: String, to account: AccountID, at moment: Moment) throws
}
