public import Diagnostics
public import SPARQL

/// What to ask, of what data, and how to answer.
public struct QueryConfiguration: Sendable {
  /// A query and what it is called in messages.
  public struct Text: Hashable, Sendable {
    /// The file, or what stands for one.
    public var name: String
    /// The query.
    public var text: String

    /// A text of this name.
    public init(name: String, text: String) {
      self.name = name
      self.text = text
    }

    /// The text of a file; `-` is standard input.
    ///
    /// - Throws: ``PipelineError`` if the system refuses.
    public init(file: String) throws(PipelineError) {
      let path = file == "-" ? "/dev/stdin" : file
      do throws(FileFailure) {
        text = String(decoding: try FileSystem.read(path), as: UTF8.self)
      } catch {
        throw PipelineError(file, reason: error)
      }
      name = file == "-" ? "<stdin>" : file
    }
  }

  /// A file with data.
  public struct DataFile: Hashable, Sendable {
    /// The path; `-` is standard input.
    public var path: String
    /// What its relative IRIs are resolved against; nil refuses them.
    public var base: String?
    /// The named graph that its statements without a graph stand in; nil is the default graph.
    public var graph: String?

    /// A file.
    public init(path: String, base: String? = nil, graph: String? = nil) {
      self.path = path
      self.base = base
      self.graph = graph
    }
  }

  /// The queries, answered one after the other.
  public var queries: [Text] = []
  /// The data, taken together; a single `.simpul` file is a snapshot.
  public var data: [DataFile] = []
  /// What relative IRIs of the queries are resolved against.
  public var base: String?
  /// Where the answer goes; `-` is standard output.
  public var output = "-"
  /// How it is written; nil is told by the output, else a table, or Turtle for a graph.
  public var format: AnswerFormat?
  /// The columns of the terminal that tables are fitted to; nil for no bound.
  public var width: Int?
  /// What ends a query before its time.
  public var limits = QueryLimits()
  /// The language of names in graphs for viewers.
  public var language = MessageLanguage.english
  /// The folder of the pack, whose style graphs for viewers have; nil without one.
  public var pack: String?

  /// Nothing yet.
  public init() {}
}
