import Diagnostics

/// Finds the folder in which builds keep what they need not do again.
public enum CacheFolder {
  /// The environment variable that names the folder; `off` for none.
  public static let variable = "SIMPUL_CACHE"
  static let off = "off"

  /// The folder: `$SIMPUL_CACHE`, else the key `cache` of `.simpul.yaml`, else `simpul` in
  /// `$XDG_CACHE_HOME` ([XDG base directories](https://specifications.freedesktop.org/basedir-spec/)),
  /// else `.cache/simpul` in `$HOME`.
  ///
  /// - Parameter environment: the variables of the process.
  /// - Returns: its path; nil where nothing is to be kept, or there is no home to keep it in.
  /// - Throws: ``PipelineError`` for a settings file that cannot be read or has a mistake.
  public static func find(environment: [String: String]) throws(PipelineError) -> String? {
    func named(_ variable: String) -> String? {
      environment[variable].flatMap { $0.isEmpty ? nil : $0 }
    }
    if let folder = named(variable) { return folder == off ? nil : FileSystem.trimmed(folder) }
    if let folder = try Settings.read(PackLocation.settingsFile)?.cache {
      return folder == off ? nil : FileSystem.trimmed(folder)
    }
    // The specification has relative paths ignored.
    if let folder = named("XDG_CACHE_HOME"), folder.hasPrefix("/") {
      return "\(FileSystem.trimmed(folder))/simpul"
    }
    return named("HOME").map { "\(FileSystem.trimmed($0))/.cache/simpul" }
  }
}
