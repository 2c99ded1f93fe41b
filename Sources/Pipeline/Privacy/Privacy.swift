import Diagnostics
import RDF

/// What does not leave the house.
public struct Privacy: Hashable, Sendable {
  /// How much of a quotation is given away.
  public enum QuoteLength: String, CaseIterable, Hashable, Sendable {
    /// Nothing.
    case none
    /// The beginning, at most ``Privacy/shortQuote`` characters.
    case short
    /// All of it.
    case full

    /// A quote in this length; nil for nothing.
    func cut(_ quote: String) -> String? {
      switch self {
      case .none: return nil
      case .full: return quote
      case .short:
        guard quote.count > Privacy.shortQuote else { return quote }
        var cut = quote.prefix(Privacy.shortQuote)
        if let space = cut.lastIndex(where: \.isWhitespace) { cut = cut[..<space] }
        return cut + "…"
      }
    }
  }

  /// The longest quotation of ``QuoteLength/short``, in characters.
  public static let shortQuote = 120

  /// How much of the documents' words is given away.
  public var quotes = QuoteLength.full
  /// Names of classes whose things are left out, with their names wherever these stand.
  public var withoutClasses: [String] = []

  /// Nothing is held back.
  public init() {}

  /// Whether everything may leave.
  public var isEmpty: Bool { self == Privacy() }

  static func unknownClass(_ name: String, known: [String]) -> PipelineError {
    let list = known.joined(separator: ", ")
    return PipelineError(
      .arguments,
      Message(
        en: "--without-class \(name): no such class" + (list.isEmpty ? "" : "; there are: \(list)"),
        id: "--without-class \(name): tidak ada kelas itu"
          + (list.isEmpty ? "" : "; yang ada: \(list)")))
  }
}
