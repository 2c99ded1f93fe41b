public import Diagnostics

/// The decisions of a project in the order of their file.
public struct Decisions: Hashable, Sendable {
  /// The file, as the user named it.
  public var file: String
  /// In the order of the file.
  public var entries: [Decision] = []
  /// The column, counted from 0, in which the items of the file's list begin.
  public var indentation = 0

  /// No decisions.
  public init(file: String) { self.file = file }

  /// Reads the decisions in a YAML text: one list, each item a decision.
  ///
  /// A text with nothing but comments holds none.
  ///
  /// - Parameters:
  ///   - text: the content of the file.
  ///   - file: the file as the user named it.
  ///   - vocabulary: the classes and predicates that decisions may name.
  /// - Returns: the decisions in their order.
  /// - Throws: ``SyntaxError`` with the place of the first mistake.
  public static func load(
    _ text: String, file: String, vocabulary: Vocabulary
  ) throws(SyntaxError) -> Decisions {
    var decisions = Decisions(file: file)
    guard let root = try PackNode.parseIfAny(text, file: file) else { return decisions }
    decisions.indentation = root.position.column
    let reader = DecisionReader(vocabulary: vocabulary)
    for item in try root.items() { decisions.entries.append(try reader.decision(item)) }
    return decisions
  }
}
