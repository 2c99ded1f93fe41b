/// The object of a claim.
public enum ClaimObject: Hashable, Sendable {
  /// An entity of the same document: position in ``DocumentClaims/entities``.
  case entity(Int)
  /// A concept of the vocabulary by its local name: a status (`Planned`) or an agreement type (`MoU`).
  case concept(String)
  /// A value: its lexical form and the datatype it is written with.
  case value(String, ValueType)
}

/// As JSON: `{"entity": 5}`, `{"concept": "MoU"}` or `{"type": "year", "value": "2016"}`.
extension ClaimObject: Codable {
  private enum CodingKeys: String, CodingKey {
    case entity, concept, value, type
  }

  /// Reads one of the three forms; throws `DecodingError` where none of them is there.
  public init(from decoder: any Decoder) throws {
    let members = try decoder.container(keyedBy: CodingKeys.self)
    if let entity = try members.decodeIfPresent(Int.self, forKey: .entity) {
      self = .entity(entity)
    } else if let concept = try members.decodeIfPresent(String.self, forKey: .concept) {
      self = .concept(concept)
    } else {
      self = .value(
        try members.decode(String.self, forKey: .value),
        try members.decode(ValueType.self, forKey: .type))
    }
  }

  /// Writes the members of its form and no others.
  public func encode(to encoder: any Encoder) throws {
    var members = encoder.container(keyedBy: CodingKeys.self)
    switch self {
    case .entity(let entity): try members.encode(entity, forKey: .entity)
    case .concept(let concept): try members.encode(concept, forKey: .concept)
    case .value(let value, let type):
      try members.encode(value, forKey: .value)
      try members.encode(type, forKey: .type)
    }
  }
}
