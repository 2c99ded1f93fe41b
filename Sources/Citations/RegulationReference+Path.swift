internal import Claims

extension RegulationReference {
  /// The end of the IRI of the act with a canonical key: `PERDA-KOTA-BANDUNG/2017/10` gives
  /// `perda/kota-bandung/2017/10`.
  public static func path(ofKey key: String) -> String {
    var segments = key.split(separator: "/").map(String.init)
    if let first = segments.first, let hyphen = first.firstIndex(of: "-") {
      segments[0] = String(first[..<hyphen])
      segments.insert(String(first[first.index(after: hyphen)...]), at: 1)
    }
    return segments.map { Slug.of($0) }.joined(separator: "/")
  }
}
