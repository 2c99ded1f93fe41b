public import Diagnostics
public import RDFSyntax

/// What to convert, and how.
public struct ConversionConfiguration: Hashable, Sendable {
  /// How Turtle and TriG are laid out.
  public enum Layout: Hashable, Sendable {
    /// Pretty up to ``ConversionConfiguration/mostHeld`` statements, in the order of the input
    /// beyond.
    case automatic
    /// Grouped and sorted; all statements are held in memory.
    case pretty
    /// In the order of the input.
    case stream
  }

  /// Files to read, in this order; `-` is standard input.
  public var inputs: [String]
  /// The file to write; `-` is standard output.
  public var output = "-"
  /// The format of all inputs; nil to go by the ending of each.
  public var inputFormat: RDFFormat?
  /// The format to write; nil to go by the ending of the output.
  public var outputFormat: RDFFormat?
  /// What relative IRIs are resolved against; nil to refuse them.
  public var base: String?
  /// How Turtle and TriG are laid out.
  public var layout = Layout.automatic
  /// Whether statements with a mistake are skipped and counted.
  public var isLenient = false
  /// How many threads read lines; other syntaxes are read by one.
  public var jobs = 1
  /// What is held back; all statements are held in memory where anything is.
  public var privacy = Privacy()
  /// How JSON-LD is read and written.
  public var jsonLD = JSONLDConfiguration()
  /// How many statements ``Layout/automatic`` holds before it gives up on pretty output.
  public var mostHeld = 250_000

  /// A conversion to standard output; a format has to be named.
  public init(inputs: [String]) { self.inputs = inputs }
}

/// How far a conversion is.
public struct ConversionProgress: Hashable, Sendable {
  /// Bytes of the inputs read so far, as they lie on the disk.
  public var bytes = 0
  /// Statements read so far.
  public var statements = 0
}

/// What a conversion came to.
public struct ConversionSummary: Hashable, Sendable {
  /// What was read in all.
  public var progress = ConversionProgress()
  /// Statements skipped for a mistake.
  public var skipped = 0
  /// The first mistakes skipped, at most ``mostTold``.
  public var diagnostics: [Diagnostic] = []

  /// How many skipped mistakes are told one by one.
  public static let mostTold = 20
}
