public import GraphFormats

/// What a conversion makes of a graph: one file, or several in a folder of their own.
public enum GraphOutput: Hashable, Sendable {
  case file(GraphTarget)
  case folder(FolderFormat)

  /// All of them.
  public static let all =
    GraphTarget.all.map(GraphOutput.file) + FolderFormat.allCases.map(GraphOutput.folder)

  /// The output of this name, whatever its case; nil if there is none.
  public init?(name: String) {
    if let target = GraphTarget(name: name) {
      self = .file(target)
    } else if let format = FolderFormat(rawValue: name.lowercased()) {
      self = .folder(format)
    } else {
      return nil
    }
  }

  /// The name by which it is chosen.
  public var name: String {
    switch self {
    case .file(let target): target.name
    case .folder(let format): format.name
    }
  }

  /// Whether the places of the nodes are seen in it.
  var showsPlaces: Bool {
    switch self {
    case .file(let target): target.showsPlaces
    case .folder(let format): format.showsPlaces
    }
  }

  /// Whether it makes no sense without places.
  var needsPlaces: Bool {
    switch self {
    case .file(let target): target.needsPlaces
    case .folder: false
    }
  }
}
