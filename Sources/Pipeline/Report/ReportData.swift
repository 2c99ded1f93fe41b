/// What a build found, told to a program: `report.json`.
///
/// docs/report.schema.json describes it. Nothing in it depends on time or place; members that say
/// nothing are left out.
struct ReportData: Encodable {
  /// Changes whenever a reader of before could misread a report.
  static let currentFormat = "simpul-report 1"

  /// A thing of the graph.
  struct Thing: Encodable {
    /// The IRI without the base.
    var path: String
    var label: String
    var `class`: String
  }

  /// What stands at the end of a statement: a thing, or a value as it is written.
  struct Object: Encodable {
    var thing: Thing?
    var value: String?
  }

  /// The words behind a statement.
  struct Passage: Encodable {
    /// The key of the document.
    var document: String
    var quote: String
    /// 0…1.
    var confidence: Double?
    /// The rule that fired.
    var rule: String?
  }

  struct Counts: Encodable {
    var documents: Int
    var skipped: Int
    var things: Int
    var claims: Int
    var facts: Int
    var conflicts: Int
  }

  struct Document: Encodable {
    var key: String
    var fileName: String
    var title: String?
    var language: String?
    var format: String?
    /// Code points of the raw text.
    var characters: Int?
    var things: Int
    var claims: Int
  }

  /// A file that is not in the graph, and why.
  struct Skipped: Encodable {
    var file: String
    var reason: String
  }

  /// What was noticed while reading; line and column are counted from 1.
  struct Note: Encodable {
    var id: String
    var severity: String
    var message: String
    var file: String?
    var line: Int?
    var column: Int?
  }

  struct ClassCount: Encodable {
    var `class`: String
    var count: Int
  }

  struct PredicateCount: Encodable {
    var predicate: String
    var count: Int
  }

  struct Statement: Encodable {
    var subject: Thing
    var predicate: String
    var object: Object
    /// 0…1.
    var confidence: Double
    var passages: [Passage]
  }

  struct Conflict: Encodable {
    struct Value: Encodable {
      var subject: Thing
      var predicate: String
      var object: Object
      /// Whether it is the one that was taken.
      var isTaken: Bool
      var passage: Passage
    }

    var thing: Thing
    var values: [Value]
  }

  struct Finding: Encodable {
    var kind: String
    var severity: String
    var message: String
    var passages: [Passage]
  }

  struct Decisions: Encodable {
    var applied: Int
    var withoutEffect: Int
  }

  var format = Self.currentFormat
  var title: String
  /// The IRI of the dataset.
  var dataset: String
  /// Name and version of the program.
  var software: String
  /// SHA-256 of the domain pack.
  var packDigest: String
  var counts: Counts
  var documents: [Document]
  var skipped: [Skipped]
  var notes: [Note]
  /// In order of the names of the classes.
  var things: [ClassCount]
  /// In order of the names of the predicates.
  var facts: [PredicateCount]
  var conflicts: [Conflict]
  /// The facts that review asks about, since they rest on claims of little confidence; the least
  /// confident first.
  var lowConfidence: [Statement]
  /// What does not fit together among the regulations.
  var findings: [Finding]
  /// What became of the decisions of people; nil where there is no file of them.
  var decisions: Decisions?
}
