public import Foundation

/// Test suites and documents that lie beside the checkout and are not part of the project:
/// `$SIMPUL_SHARED`, or `../shared`.
///
/// Tests that need them say so when they are missing; with `SIMPUL_REQUIRE_SHARED=1` they fail.
public enum SharedMaterial {
  /// The folder, whether it exists or not.
  public static let folder =
    ProcessInfo.processInfo.environment["SIMPUL_SHARED"].map { URL(filePath: $0) }
    ?? TestPlaces.root.deletingLastPathComponent().appending(path: "shared")

  /// Whether a missing file is a failure.
  public static let isRequired =
    ProcessInfo.processInfo.environment["SIMPUL_REQUIRE_SHARED"] == "1"

  /// Whether tests that need this path should run: it is there, or its absence is a failure.
  public static func shouldRun(_ path: String) -> Bool {
    isRequired || FileManager.default.fileExists(atPath: folder.appending(path: path).path)
  }
}
