internal import CLibXML2

/// The character entities that HTML 4 names
/// ([HTML 4.01 §24](https://www.w3.org/TR/html401/sgml/entities.html)).
public enum HTMLEntities {
  /// The character of a name such as `nbsp`; nil for a name that HTML 4 does not have.
  public static func scalar(named name: String) -> Unicode.Scalar? {
    guard let entity = htmlEntityLookup(name) else { return nil }
    return Unicode.Scalar(UInt32(entity.pointee.value))
  }

  /// Writes the characters of named entities into XML in an encoding that has ASCII in it, so that
  /// it can be read without the document type definition that declares them.
  ///
  /// The five entities of XML itself and names that HTML 4 does not have stay as they are.
  ///
  /// - Returns: the same bytes if there is nothing to write.
  /// - Complexity: O(bytes)
  public static func resolve(in bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var copied = 0
    var index = 0
    while index < bytes.count {
      guard bytes[index] == UInt8(ascii: "&") else {
        index += 1
        continue
      }
      let start = index + 1
      var end = start
      while end < bytes.count, end - start < longestName, isNameByte(bytes[end]) { end += 1 }
      if end > start, end < bytes.count, bytes[end] == UInt8(ascii: ";"),
        let reference = reference(String(decoding: bytes[start..<end], as: UTF8.self))
      {
        result.append(contentsOf: bytes[copied..<index])
        result.append(contentsOf: reference)
        copied = end + 1
      }
      index = end
    }
    guard copied > 0 else { return bytes }
    result.append(contentsOf: bytes[copied...])
    return result
  }

  /// The numeric reference for a name; nil where it stays.
  private static func reference(_ name: String) -> String.UTF8View? {
    switch name {
    case "amp", "lt", "gt", "quot", "apos": nil
    default: scalar(named: name).map { "&#\($0.value);".utf8 }
    }
  }

  private static let longestName = 10

  private static func isNameByte(_ byte: UInt8) -> Bool {
    (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A || byte >= 0x30 && byte <= 0x39
  }
}
