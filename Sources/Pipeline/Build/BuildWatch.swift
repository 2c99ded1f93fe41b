import Diagnostics
import Documents

/// Tells when something that a build rests on has changed: documents, what stands beside them, the
/// pack, the decisions.
///
/// Files are looked at again and again, which works on every kind of disk. Time, size and number of a
/// file tell that somebody has written it; the build itself then goes by content.
public struct BuildWatch: Sendable {
  /// What was seen at one time.
  public struct Sight: Hashable, Sendable {
    /// By path; nil for a file that was found and could not be looked at.
    fileprivate var files: [String: FileStamp?] = [:]
    /// What could not be looked into.
    fileprivate var faults: [String] = []
  }

  /// How long it is between two looks.
  public static let interval = Duration.milliseconds(500)

  private let configuration: BuildConfiguration

  /// A watch over what a build with a configuration rests on.
  public init(_ configuration: BuildConfiguration) { self.configuration = configuration }

  /// Looks at everything; what is missing is seen as missing.
  public func look() -> Sight {
    var sight = Sight()
    do throws(PipelineError) {
      let found = try InputFinder(configuration.inputs)
      sight.faults += found.diagnostics.map { $0.rendered(in: .english) }
      for file in found.files where !isOutput(file.path) {
        see(file.path, in: &sight)
        if let sidecar = file.sidecar { see(sidecar, in: &sight) }
        for name in MappingName.names(for: file.path) { see(name, in: &sight, ifThere: true) }
      }
      let pack = try InputFinder([configuration.pack])
      for file in pack.files { see(file.path, in: &sight) }
    } catch {
      sight.faults.append(error.description)
    }
    for path in [configuration.decisions, configuration.mapping].compactMap(\.self) {
      see(path, in: &sight)
    }
    return sight
  }

  /// Waits until something is otherwise than it was seen, and then until nothing has changed between
  /// two looks: whoever saves many files is waited for.
  ///
  /// - Parameter last: what was seen before.
  /// - Returns: what is seen then.
  /// - Throws: `CancellationError` if the task is cancelled.
  public func change(since last: Sight) async throws -> Sight {
    var sight = last
    while sight == last {
      try await Task.sleep(for: Self.interval)
      sight = look()
    }
    while true {
      try await Task.sleep(for: Self.interval)
      let next = look()
      if next == sight { return sight }
      sight = next
    }
  }

  /// Whether a file lies in the folder of the exports, which every build changes.
  private func isOutput(_ path: String) -> Bool {
    path.hasPrefix("\(FileSystem.trimmed(configuration.output))/")
  }

  private func see(_ path: String, in sight: inout Sight, ifThere: Bool = false) {
    let stamp = FileStamp(ofFile: path)
    if stamp != nil || !ifThere { sight.files[path] = .some(stamp) }
  }
}
