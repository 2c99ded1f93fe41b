public import Diagnostics
import RDF

/// A query of a library: a file whose first comments tell what it answers and what it asks for.
///
/// ```
/// # en: With which cities a city has agreements
/// # id: Dengan kota mana sebuah kota memiliki perjanjian
/// # param city thing = Kota Bandung
/// #   en: a city
/// #   id: sebuah kota
/// PREFIX …
/// ```
public struct NamedQuery: Hashable, Sendable {
  /// What a parameter is given as.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// A thing of the graph: its IRI, the end of it, or one of its names.
    case thing
    /// A regulation of the graph, cited in any form.
    case regulation
    /// A text without a language.
    case text
    /// An integer or a decimal number.
    case number
    /// A year, a month or a day: `2017`, `2017-09`, `2017-09-30`.
    case date
  }

  /// Something that the query asks for: a variable of it.
  public struct Parameter: Hashable, Sendable {
    /// The name of the variable.
    public let name: String
    /// What it is given as.
    public let kind: Kind
    /// What it is where nothing is given.
    public let standard: String
    /// What it is for.
    public let meaning: Message
  }

  /// The name of the file without its ending.
  public let name: String
  /// The path of the file.
  public let path: String
  /// What it answers.
  public let title: Message
  /// What it asks for, in the order of the file.
  public let parameters: [Parameter]
  /// The whole text, comments included.
  public let text: String

  /// Reads the comments at the beginning of a query.
  ///
  /// - Throws: `SyntaxError` for a comment that says neither a title nor a parameter, and where a
  ///   title or a meaning is missing in one of the languages.
  init(name: String, path: String, text: String) throws(SyntaxError) {
    self.name = name
    self.path = path
    self.text = text
    var head = NamedQueryHead(path: path)
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      guard line.hasPrefix("#") else { break }
      try head.read(line)
    }
    (title, parameters) = try head.finish()
  }
}
