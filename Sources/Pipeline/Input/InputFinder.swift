import Diagnostics
import Documents

/// Finds the files of a build: inputs that are files, and all files below inputs that are folders;
/// `-` is the standard input.
///
/// Names that begin with a dot, sidecars (`NAME.meta.yaml`), the mappings of tables (`NAME.map.yaml`)
/// and `decisions.yaml` are passed over, and folders without end (a link to a folder above)
/// are entered once. Each file is found once, however many inputs lead to it. The order is that of
/// the paths below the inputs and does not depend on the order of the inputs. Names are compared by
/// their bytes: two that differ in the form of their accents only are two.
struct InputFinder {
  private(set) var files: [InputFile] = []
  /// What could not be looked into.
  private(set) var diagnostics: [Diagnostic] = []
  private var seen: Set<[UInt8]> = []
  private var ancestors: [[UInt8]] = []

  /// Looks through the inputs.
  ///
  /// - Throws: ``PipelineError`` for an input that does not exist or cannot be opened.
  init(_ inputs: [String]) throws(PipelineError) {
    // Where two inputs lead to one file, the first in this order names it.
    for bytes in Set(inputs.map { Array($0.utf8) }).sorted(by: { $0.lexicographicallyPrecedes($1) })
    {
      let input = String(decoding: bytes, as: UTF8.self)
      guard input != FileSystem.standardInput else {
        files.append(InputFile(path: input, relativePath: "stdin", sidecar: nil))
        continue
      }
      let path = FileSystem.trimmed(input)
      do throws(FileFailure) {
        switch try FileSystem.kind(of: path) {
        case .folder: try look(into: path, relativePath: "")
        case .file, .other: try add(path, relativePath: FileSystem.name(of: path))
        }
      } catch {
        throw PipelineError(path, reason: error)
      }
    }
    files.sort {
      $0.relativePath.utf8.elementsEqual($1.relativePath.utf8)
        ? $0.path.utf8.lexicographicallyPrecedes($1.path.utf8)
        : $0.relativePath.utf8.lexicographicallyPrecedes($1.relativePath.utf8)
    }
  }

  private mutating func add(_ path: String, relativePath: String) throws(FileFailure) {
    guard !SidecarName.isSidecar(path), !MappingName.isMapping(path) else { return }
    if seen.insert(Array(try FileSystem.canonicalPath(of: path).utf8)).inserted {
      files.append(
        InputFile(path: path, relativePath: relativePath, sidecar: try Self.sidecar(of: path)))
    }
  }

  /// The path of what tells of a file: the most particular that exists.
  static func sidecar(of path: String) throws(FileFailure) -> String? {
    for name in SidecarName.names(for: path) {
      do throws(FileFailure) {
        if try FileSystem.kind(of: name) == .file { return name }
      } catch {
        if !error.isMissing { throw error }
      }
    }
    return nil
  }

  private mutating func look(into folder: String, relativePath: String) throws(FileFailure) {
    let place = Array(try FileSystem.canonicalPath(of: folder).utf8)
    guard !ancestors.contains(place) else { return }
    ancestors.append(place)
    defer { ancestors.removeLast() }
    let listing = try FileSystem.listing(of: folder)
    for name in listing.illegible where !name.hasPrefix(".") {
      skip(
        "\(folder)/\(name)",
        Message(
          en: "the name is not UTF-8; the file must be renamed to be read",
          id: "nama berkas bukan UTF-8; ubah namanya agar dapat dibaca"))
    }
    for name in listing.names where !name.hasPrefix(".") && name != DecisionFile.usualName {
      let path = folder == "/" ? "/\(name)" : "\(folder)/\(name)"
      let below = relativePath.isEmpty ? name : "\(relativePath)/\(name)"
      do throws(FileFailure) {
        switch try FileSystem.kind(of: path) {
        case .folder: try look(into: path, relativePath: below)
        case .file: try add(path, relativePath: below)
        case .other:
          skip(
            path,
            Message(
              en: "neither a file nor a folder; not read",
              id: "bukan berkas maupun folder; tidak dibaca"))
        }
      } catch {
        skip(path, error.message)
      }
    }
  }

  private mutating func skip(_ path: String, _ reason: Message) {
    diagnostics.append(
      Diagnostic(id: "document.unreadable", severity: .warning, message: reason, file: path))
  }
}
