import RDF

/// Many texts in one buffer: what a column of names is made of.
public struct TextColumn: Sendable, Hashable {
  /// The texts in UTF-8, one behind the other.
  package private(set) var bytes: [UInt8] = []
  /// Where the texts end; text `i` lies from `ends[i]` to `ends[i + 1]`.
  @usableFromInline package private(set) var ends: [UInt32] = [0]

  /// A column without texts.
  public init() {}

  /// How many texts there are.
  public var count: Int { ends.count - 1 }

  /// A text as a string.
  public subscript(index: Int) -> String {
    String(decoding: bytes[range(of: index)], as: UTF8.self)
  }

  /// Where a text lies in ``bytes``.
  @inlinable package func range(of index: Int) -> Range<Int> {
    Int(ends[index])..<Int(ends[index + 1])
  }

  /// Adds a text.
  public mutating func append(_ text: String) { append { $0.append(contentsOf: text.utf8) } }

  /// Adds the text that a function appends to the buffer; the text is UTF-8.
  ///
  /// - Precondition: all texts together stay below 4 GiB.
  package mutating func append(_ write: (inout [UInt8]) -> Void) {
    write(&bytes)
    ends.append(UInt32(bytes.count))
  }

  /// The texts at some places, in the order given.
  package func selecting(_ indices: [Int32]) -> TextColumn {
    var selected = TextColumn()
    for index in indices {
      selected.append { $0.append(copying: bytes.span.extracting(range(of: Int(index)))) }
    }
    return selected
  }
}
