import Diagnostics

/// Finds the folder of the domain pack.
public enum PackLocation {
  /// The environment variable that names the folder.
  public static let variable = "SIMPUL_ONTOLOGY"
  /// The settings file of a project, in the working folder; its key `ontology` names the folder.
  public static let settingsFile = ".simpul.yaml"

  /// The folder of the pack: the one named, else `$SIMPUL_ONTOLOGY`, else that of `.simpul.yaml`,
  /// else `../share/simpul/ontology` beside the executable, else `./ontology`.
  ///
  /// What is named must be a pack; the other places are passed over where there is none.
  ///
  /// - Parameters:
  ///   - named: the folder that the user asks for.
  ///   - environment: the variables of the process.
  ///   - executable: the path of the running program; nil if unknown.
  /// - Returns: the folder of the pack.
  /// - Throws: ``PipelineError`` if no pack is there, or the settings file has a mistake.
  public static func find(
    named: String?, environment: [String: String], executable: String?
  ) throws(PipelineError) -> String {
    if let named { return try checked(named, askedBy: "--ontology") }
    if let folder = environment[variable], !folder.isEmpty {
      return try checked(folder, askedBy: "$\(variable)")
    }
    if let folder = try Settings.read(settingsFile)?.ontology {
      return try checked(folder, askedBy: settingsFile)
    }
    var candidates: [String] = []
    if let executable { candidates.append("\(sharedFolder(of: executable))/ontology") }
    candidates.append("ontology")
    if let found = candidates.first(where: isPack) { return found }
    throw PipelineError(
      .arguments,
      Message(
        en: "no domain pack found (looked in \(candidates.joined(separator: ", "))); "
          + "name its folder with --ontology or $\(variable)",
        id: "paket domain tidak ditemukan (dicari di \(candidates.joined(separator: ", "))); "
          + "sebutkan foldernya dengan --ontology atau $\(variable)"))
  }

  /// Where what comes with the program lies if it is installed: `../share/simpul` beside it.
  static func sharedFolder(of executable: String) -> String {
    let program: String
    do throws(FileFailure) {
      program = try FileSystem.canonicalPath(of: executable)
    } catch {
      // The path as given still has a folder beside it.
      program = executable
    }
    return "\(FileSystem.parent(of: FileSystem.parent(of: program)))/share/simpul"
  }

  private static func checked(
    _ folder: String, askedBy asker: String
  ) throws(PipelineError) -> String {
    let folder = FileSystem.trimmed(folder)
    guard isPack(folder) else {
      throw PipelineError(
        .arguments,
        Message(
          en: "\(folder) (\(asker)): no domain pack; expected a folder with pack.yaml",
          id: "\(folder) (\(asker)): bukan paket domain; diharapkan folder dengan pack.yaml"))
    }
    return folder
  }

  private static func isPack(_ folder: String) -> Bool {
    do throws(FileFailure) {
      return try FileSystem.kind(of: "\(folder)/pack.yaml") == .file
    } catch {
      return false
    }
  }
}
