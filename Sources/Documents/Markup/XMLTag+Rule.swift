import XML

extension XMLTag {
  /// The value of an attribute by its local name; nil if the element has none.
  func value(of name: String) -> String? {
    for attribute in attributes where String(cString: attribute.name.local) == name {
      return String(decoding: attribute.value, as: UTF8.self)
    }
    return nil
  }

  /// Whether an attribute, if it is there, has one of the values that a rule asks for.
  func meets(_ condition: (name: String, values: Set<String>)?) -> Bool {
    guard let condition, let found = value(of: condition.name) else { return true }
    return condition.values.contains(found)
  }
}
