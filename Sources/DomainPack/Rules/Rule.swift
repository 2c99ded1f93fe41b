public import Diagnostics

/// The stage of reading at which a rule is applied; each sees what the earlier ones found.
public enum RuleLayer: String, Sendable, CaseIterable {
  /// Widens and confirms names of places.
  case place
  /// Finds bodies, roles and other things named after what is already found.
  case name
  /// Finds agreements, programs, tools and references to them.
  case thing
  /// Finds the title of the document.
  case title
  /// Makes claims of what a sentence says.
  case relation
}

/// A text with captures of a pattern in it: `Pemerintah {c}`, `{y}/..`.
public struct RuleTemplate: Hashable, Sendable {
  /// A piece of a template.
  public enum Piece: Hashable, Sendable {
    case text(String)
    /// A capture and what of it: `label` (the default), `surface`, `slug`, `key`, `value`, `tail`.
    case capture(String, field: String)
  }

  public var pieces: [Piece]

  /// The captures named, in order.
  public var captures: [String] {
    pieces.compactMap { if case .capture(let name, _) = $0 { name } else { nil } }
  }

  init(_ text: String) {
    pieces = []
    var literal = ""
    var rest = Substring(text)
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      literal += rest[..<open]
      if !literal.isEmpty { pieces.append(.text(literal)) }
      literal = ""
      let parts = rest[rest.index(after: open)..<close].split(separator: ".", maxSplits: 1)
      pieces.append(
        .capture(
          parts.first.map(String.init) ?? "", field: parts.count > 1 ? String(parts[1]) : "label"))
      rest = rest[rest.index(after: close)...]
    }
    literal += rest
    if !literal.isEmpty { pieces.append(.text(literal)) }
  }
}

/// Something that a claim or a link speaks of: the first of several ways that leads somewhere.
public struct RuleArgument: Hashable, Sendable {
  /// One way: a capture, an entity the rule makes, or a reference (`$agreement`), then links to follow.
  public struct Path: Hashable, Sendable {
    public var root: String
    public var links: [String]
  }

  public var choices: [Path]

  init(_ text: some StringProtocol) {
    choices = String(text).split(separator: "|" as Character).map { choice in
      let parts = choice.filter { $0 != " " }.split(separator: "." as Character).map { String($0) }
      return Path(root: parts.first ?? "", links: Array(parts.dropFirst()))
    }
  }
}

/// An entity that a rule makes of its captures.
public struct RuleEntity: Hashable, Sendable {
  public var entityClass: String
  /// A further name by which patterns can ask for the mention; no class of the vocabulary.
  public var tag: String?
  public var key: RuleTemplate?
  public var label: RuleTemplate?
  public var aliases: [RuleTemplate]
  public var attributes: [String: RuleTemplate]
  public var links: [String: [RuleArgument]]
  /// What the mention refers to instead of being a thing of its own: `cities`, `agreement`, `program`, …
  public var reference: String?
}

/// A claim that a rule makes.
public struct RuleClaim: Hashable, Sendable {
  /// The object of a claim to be.
  public enum Object: Hashable, Sendable {
    case argument(RuleArgument)
    case concept(String)
    case text(RuleTemplate)
  }

  public var subject: RuleArgument
  public var predicate: String
  public var object: Object
  /// `status`, `modality`, `within`, `period`, `confidence` and free qualifiers.
  public var qualifiers: [String: RuleTemplate]
  public var within: RuleArgument?
}

/// One rule of the pack.
public struct Rule: Sendable {
  /// `file/rule`, unique in the pack.
  public var name: String
  public var layer: RuleLayer
  public var patterns: [RulePattern]
  /// Sentences in which one of these matches anywhere are left alone.
  public var exceptions: [RulePattern]
  /// Patterns of which one must match the sentence that introduces the list an item stands in; what
  /// they capture is at hand in claims.
  public var introductions: [RulePattern]
  /// For mention rules: what the whole match names.
  public var entity: RuleEntity?
  /// For mention rules: the capture whose thing the whole match names.
  public var extends: String?
  /// For mention rules: the capture that is the mention; nil: the whole match.
  public var span: String?
  /// Other entities made, by the name that claims use.
  public var entities: [(name: String, entity: RuleEntity)]
  public var claims: [RuleClaim]
  public var confidence: Double
  /// Kinds of block in which alone the rule applies; empty: any but bibliography.
  public var blocks: Set<String>
  /// Whether the rule looks inside the mentions that hold others: the cities of an agreement's name.
  public var looksInside: Bool
  /// Higher wins where two mention rules want the same words and cover equally many.
  public var priority: Int
  public var examples: [RuleExample]
  public var position: TextPosition
  public var file: String
}

/// A test inside a rule file.
public struct RuleExample: Sendable {
  public var text: String
  /// Claims or mentions expected, in the notation of docs/rules.md; empty with `matches` false.
  public var expected: [String]
  public var matches: Bool
  public var position: TextPosition
}
