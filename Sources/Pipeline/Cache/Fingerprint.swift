/// A text that is the same for equal values, in every process.
///
/// What a value is made of is looked through, sets and dictionaries in the order of their texts: their
/// own order differs from one process to the next.
enum Fingerprint {
  /// The text of a value of structures, enumerations, collections and plain values.
  static func text(of value: Any) -> String {
    if let text = value as? String { return text.debugDescription }
    let mirror = Mirror(reflecting: value)
    let parts = mirror.children.map { child in
      "\(child.label.map { "\($0)=" } ?? "")\(text(of: child.value))"
    }
    switch mirror.displayStyle {
    case .set, .dictionary: return "{\(parts.sorted().joined(separator: ","))}"
    case .optional: return parts.first ?? "nil"
    case .collection: return "[\(parts.joined(separator: ","))]"
    case nil where parts.isEmpty, .enum where parts.isEmpty: return "\(value)"
    default: return "\(type(of: value))(\(parts.joined(separator: ",")))"
    }
  }
}
