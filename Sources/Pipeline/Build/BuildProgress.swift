public import Diagnostics

/// What a build is doing.
public enum BuildProgress: Hashable, Sendable {
  case loadingPack
  /// Documents read, how many there are, and the characters (code points) of those read.
  case reading(done: Int, of: Int, characters: Int)
  /// Bringing the documents together.
  case resolving
  /// Making nodes and edges and giving them places.
  case layingOut
  case writing
}

/// What a build came to.
public struct BuildSummary: Sendable, Hashable {
  /// Documents in the graph.
  public var documents = 0
  /// Files that were found and are not in the graph.
  public var skipped = 0
  /// Documents that were not read again, since nothing of theirs had changed.
  public var reused = 0
  /// Things found.
  public var entities = 0
  /// Statements found, each with its passage.
  public var claims = 0
  /// Statements taken as facts.
  public var facts = 0
  /// Contradictions between statements.
  public var conflicts = 0
  /// Decisions of people that were applied.
  public var decisionsApplied = 0
  /// Decisions of people that nothing corresponds to.
  public var decisionsWithoutEffect = 0
  /// Statements in all graphs.
  public var quads = 0
  /// Names of the files written, in order.
  public var files: [String] = []
  /// What was noticed, document by document.
  public var diagnostics: [Diagnostic] = []
  /// Whether nothing has changed since the last build into the folder, so that nothing was written.
  public var isUnchanged = false

  /// Nothing yet.
  public init() {}
}
