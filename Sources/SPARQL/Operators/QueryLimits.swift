/// What a query may use.
public struct QueryLimits: Sendable {
  /// How long it may take.
  public var timeout: Duration?
  /// How many solutions, or triples, the answer may have.
  public var maximumRows: Int?
  /// How many bytes it may hold at once, beside the store.
  public var maximumMemory: Int?
  /// The clock that the timeout goes by; another one where a test counts how often it is looked at.
  package var now: @Sendable () -> ContinuousClock.Instant = { ContinuousClock.now }

  /// Bounds; nil for none.
  public init(timeout: Duration? = nil, maximumRows: Int? = nil, maximumMemory: Int? = nil) {
    self.timeout = timeout
    self.maximumRows = maximumRows
    self.maximumMemory = maximumMemory
  }

  /// No bounds.
  public static let none = QueryLimits()
}
