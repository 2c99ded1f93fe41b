import Foundation

/// Canonical composition of single characters (NFC).
enum Composition {
  /// The composed form of a character and the marks behind it.
  static func compose(_ cluster: ArraySlice<Unicode.Scalar>) -> [Unicode.Scalar] {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: cluster)
    return Array(String(view).precomposedStringWithCanonicalMapping.unicodeScalars)
  }
}
