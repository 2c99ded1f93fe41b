/// The names of the files that tell what the columns of tables mean: `list.map.yaml` or
/// `list.csv.map.yaml` beside `list.csv`, or `map.yaml` for all tables of a folder.
public enum MappingName {
  private static let endings = [".map.yaml", ".map.yml"]
  private static let folderNames = ["map.yaml", "map.yml"]

  /// Whether a file by its name is a mapping and no document.
  public static func isMapping(_ path: String) -> Bool {
    let name = path.split(separator: "/").last.map(String.init)?.lowercased() ?? ""
    return folderNames.contains(name) || endings.contains { name.hasSuffix($0) }
  }

  /// Where to look for the mapping of a table, the most particular first; paths as that of the table
  /// is given.
  public static func names(for table: String) -> [String] {
    let folder = folder(of: table)
    return stems(of: table).flatMap { stem in endings.map { folder + stem + $0 } }
      + folderNames.map { folder + $0 }
  }

  /// The file that a person would write for a table: its name without its last ending.
  public static func usual(for table: String) -> String {
    folder(of: table) + (stems(of: table).prefix(2).last ?? "") + endings[0]
  }

  /// What stands before the name of a file, with the `/` at its end.
  private static func folder(of path: String) -> Substring {
    path.lastIndex(of: "/").map { path[...$0] } ?? ""
  }

  /// The name of a file, then without its last ending, then without the one before: `list.csv.gz`
  /// has two.
  private static func stems(of path: String) -> [Substring] {
    var stems = [path[folder(of: path).endIndex...]]
    while stems.count < 3, let last = stems.last, let dot = last.lastIndex(of: "."),
      dot != last.startIndex
    {
      stems.append(last[..<dot])
    }
    return stems
  }
}
