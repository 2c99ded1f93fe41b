public import Diagnostics

extension EditDistance {
  /// The known names that are near a name, as ``nearest(to:among:count:folded:)`` tells them; case,
  /// marks, punctuation and spaces do not count.
  ///
  /// - Parameters:
  ///   - name: what was written.
  ///   - names: what could have been meant, in any order; repeats are told once.
  ///   - count: how many to tell at most.
  /// - Returns: the names as they are known, each once; empty if none is near.
  public static func nearest(
    toName name: String, among names: some Sequence<String>, count: Int = 1
  ) -> [String] {
    nearest(to: name, among: names, count: count, folded: Slug.folded)
  }
}
