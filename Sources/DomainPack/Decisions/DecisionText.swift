internal import Claims

/// Decisions written as YAML, ready to be added to a file of decisions.
///
/// What ``Decisions/load(_:file:vocabulary:)`` reads of it is what was put in.
public struct DecisionText: Hashable, Sendable {
  /// The value of a key.
  private enum Value: Hashable, Sendable {
    case text(String)
    case list([String])
    case map([Pair])
  }

  private struct Pair: Hashable, Sendable {
    var key: String
    var value: Value
  }

  private var items: [[Pair]]

  private init(_ pairs: [Pair]) { items = [pairs] }

  /// These are one thing, the first of them, to be shown under a label.
  public static func merge(_ things: [String], label: String? = nil) -> DecisionText {
    var pairs = [Pair(key: "merge", value: .list(things))]
    if let label { pairs.append(Pair(key: "label", value: .text(label))) }
    return DecisionText(pairs)
  }

  /// No two of these are one thing.
  public static func distinct(_ things: [String]) -> DecisionText {
    DecisionText([Pair(key: "distinct", value: .list(things))])
  }

  /// A thing has this key.
  public static func correct(_ thing: String, key: String) -> DecisionText {
    DecisionText([
      Pair(key: "correct", value: .text(thing)), Pair(key: "key", value: .text(key)),
    ])
  }

  /// A thing is as it is found.
  public static func confirm(thing: String) -> DecisionText {
    DecisionText([Pair(key: "confirm", value: .text(thing))])
  }

  /// There is no such thing.
  public static func reject(thing: String) -> DecisionText {
    DecisionText([Pair(key: "reject", value: .text(thing))])
  }

  /// These claims are right.
  public static func confirm(_ claims: [ClaimSelector]) -> DecisionText {
    claims.reduce(into: DecisionText()) { $0.items.append([pair("confirm", $1)]) }
  }

  /// The documents do not say so.
  public static func reject(_ claims: [ClaimSelector]) -> DecisionText {
    claims.reduce(into: DecisionText()) { $0.items.append([pair("reject", $1)]) }
  }

  private init() { items = [] }

  private static func pair(_ kind: String, _ selector: ClaimSelector) -> Pair {
    var pairs: [Pair] = []
    func add(_ key: String, _ text: String?) {
      if let text { pairs.append(Pair(key: key, value: .text(text))) }
    }
    add("claim", selector.id)
    add("subject", selector.subject?.text)
    add("predicate", selector.predicate?.rawValue)
    add("object", selector.object?.text)
    add("document", selector.document)
    return Pair(key: kind, value: .map(pairs))
  }

  /// One item of a list for each decision, each line ended.
  ///
  /// - Parameters:
  ///   - by: who decides; nil to leave it out.
  ///   - on: when, as `YYYY-MM-DD`; nil to leave it out.
  /// - Returns: a block list at the left margin.
  public func yaml(by: String? = nil, on: String? = nil) -> String {
    var text = ""
    for item in items {
      var pairs = item
      if let by { pairs.append(Pair(key: "by", value: .text(by))) }
      if let on { pairs.append(Pair(key: "on", value: .text(on))) }
      for (number, pair) in pairs.enumerated() {
        text += number == 0 ? "- " : "  "
        switch pair.value {
        case .text(let value): text += "\(pair.key): \(Self.scalar(value))\n"
        case .list(let values):
          text += "\(pair.key): [\(values.map(Self.scalar).joined(separator: ", "))]\n"
        case .map(let inner):
          text += "\(pair.key):\n"
          for pair in inner {
            guard case .text(let value) = pair.value else { continue }
            text += "    \(pair.key): \(Self.scalar(value))\n"
          }
        }
      }
    }
    return text
  }

  /// A text as a scalar of [YAML 1.2 §7.3](https://yaml.org/spec/1.2.2/#73-flow-scalar-styles): plain
  /// where nothing in it could be taken for a mark, else in double quotes.
  static func scalar(_ text: String) -> String {
    func isPlain(_ byte: UInt8) -> Bool {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "/"), UInt8(ascii: "_"):
        true
      default: false
      }
    }
    if let first = text.utf8.first, isPlain(first),
      text.utf8.allSatisfy({ isPlain($0) || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ".") })
    {
      return text
    }
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case "\t": quoted += "\\t"
      case "\r": quoted += "\\r"
      default:
        switch scalar.properties.generalCategory {
        case .control, .lineSeparator, .paragraphSeparator, .format, .surrogate, .unassigned,
          .privateUse:
          let digits = String(scalar.value, radix: 16)
          let width = scalar.value > 0xFFFF ? 8 : 4
          quoted += scalar.value > 0xFFFF ? "\\U" : "\\u"
          quoted += String(repeating: "0", count: width - digits.count) + digits
        default: quoted.unicodeScalars.append(scalar)
        }
      }
    }
    return quoted + "\""
  }
}
