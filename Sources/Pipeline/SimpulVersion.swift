/// The version of the program and the library, told by `simpul --version` and in every export.
public enum SimpulVersion {
  /// By the rules of [Semantic Versioning](https://semver.org).
  public static let current = "0.1.0"
}
