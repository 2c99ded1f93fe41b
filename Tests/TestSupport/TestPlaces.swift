public import Foundation

/// Where tests find what lies beside the project, and how they run the built program.
public enum TestPlaces {
  /// The root of the checkout, found from this file's own place.
  public static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The folder of the domain pack.
  public static let ontology = root.appending(path: "ontology")

  /// The path of the domain pack's folder.
  public static var ontologyPath: String { ontology.path() }
}
