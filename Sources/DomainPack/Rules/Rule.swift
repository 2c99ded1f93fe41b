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

  /// In the order of the text.
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
    /// Name of a capture or of a thing the rule makes; with `$`, a reference.
    public var root: String
    /// Links to follow from it, in order.
    public var links: [String]
  }

  /// Tried in order; the first that leads to something counts.
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
  /// Class of the vocabulary.
  public var entityClass: String
  /// A further name by which patterns can ask for the mention; no class of the vocabulary.
  public var tag: String?
  /// Canonical key; nil for a thing known by its name only.
  public var key: RuleTemplate?
  /// The name; nil: the words matched.
  public var label: RuleTemplate?
  /// Other names.
  public var aliases: [RuleTemplate]
  /// Plain values by name.
  public var attributes: [String: RuleTemplate]
  /// Links to follow from it, in order.
  public var links: [String: [RuleArgument]]
  /// The references that its texts name: `$place` of `{$place.short}`.
  public var references: [String] {
    let texts = [label, key].compactMap { $0 } + aliases + attributes.values
    return Set(texts.flatMap(\.captures).filter { $0.hasPrefix("$") }).sorted()
  }
  /// What the mention refers to instead of being a thing of its own: `cities`, `agreement`,
  /// `program` and so on.
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

  /// What it speaks of.
  public var subject: RuleArgument
  /// Local name of the property.
  public var predicate: String
  /// What it says.
  public var object: Object
  /// `status`, `modality`, `within`, `period`, `confidence` and free qualifiers.
  public var qualifiers: [String: RuleTemplate]
  /// The agreement within which it holds.
  public var within: RuleArgument?
}

/// One rule of the pack.
public struct Rule: Sendable {
  /// `file/rule`, unique in the pack.
  public var name: String
  /// The stage at which it is applied.
  public var layer: RuleLayer
  /// Any of them makes it fire.
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
  /// What it claims of what it found.
  public var claims: [RuleClaim]
  /// 0…1, given to every claim it makes.
  public var confidence: Double
  /// Kinds of block in which alone the rule applies; empty: any but bibliography.
  public var blocks: Set<String>
  /// Whether the rule looks inside the mentions that hold others: the cities of an agreement's name.
  public var looksInside: Bool
  /// Whether the rule reads the titles of cited regulations, each by itself, and nothing else; `self`
  /// is the regulation.
  public var readsTitles = false
  /// Higher wins where two mention rules want the same words and cover equally many.
  public var priority: Int
  /// The tests that stand beside it.
  public var examples: [RuleExample]
  /// Where it begins in its file.
  public var position: TextPosition
  /// The file it stands in, as the user would name it.
  public var file: String
}

/// A test inside a rule file.
public struct RuleExample: Sendable {
  /// The words to read.
  public var text: String
  /// Claims or mentions expected, in the notation of docs/rules.md; empty with `matches` false.
  public var expected: [String]
  /// Whether the rule must fire.
  public var matches: Bool
  /// Where it begins in its file.
  public var position: TextPosition
}
