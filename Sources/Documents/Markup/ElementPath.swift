package import XML

/// The way from the root of a document to the element that is open, for
/// ``SourcePlace/locator``.
///
/// A position counts the elements of the same expanded name among the children of one element,
/// from 1, as the XPath `/w:document[1]/w:body[1]/w:p[12]` does
/// ([XPath 1.0 §2.4](https://www.w3.org/TR/xpath-10/#predicates)). To enter and to leave an element
/// allocates nothing once the depth and the name have occurred before.
///
/// ```swift
/// var path = ElementPath()
/// path.enter("body"); path.enter("p"); path.leave(); path.enter("p")
/// path.locator // "/body[1]/p[2]"
/// ```
package struct ElementPath {
  /// An open element (the first one stands for the document), and how many children of each name it
  /// has had so far.
  fileprivate struct Level {
    var name = 0
    var position = 0
    /// Counts of the few names that most elements have below them.
    var counts: [Count] = []
    /// Counts of all further names, so that many names under one element stay cheap.
    var further: [Int: Int] = [:]
  }

  fileprivate struct Count {
    var name: Int
    var count: Int
  }

  /// The open elements are the first ``depth`` behind the document; the rest waits to be used again.
  private var levels = [Level()]
  /// How many elements are open.
  package private(set) var depth = 0
  /// Names as first written, in UTF-8 and without their zero.
  private var names: [[UInt8]] = []
  /// The number in ``names`` by that of the parser; -1 where there is none yet.
  private var internedNumbers: [Int] = []
  private var writtenNumbers: [String: Int] = [:]

  /// The way to the document itself.
  package init() {}

  /// Goes on to a child that a push parser hands out; its name is shown with the prefix that it was
  /// first written with.
  @inline(__always)
  package mutating func enter(_ name: XMLInternedName) {
    if name.id < internedNumbers.count, internedNumbers[name.id] >= 0 {
      enter(number: internedNumbers[name.id])
    } else {
      enter(number: add(name))
    }
  }

  /// Goes on to a child of a name as written, the prefix with it.
  package mutating func enter(_ name: String) {
    if let number = writtenNumbers[name] {
      enter(number: number)
    } else {
      names.append(Array(name.utf8))
      writtenNumbers[name] = names.count - 1
      enter(number: names.count - 1)
    }
  }

  /// Goes back to the parent.
  ///
  /// - Precondition: an element is open.
  @inline(__always)
  package mutating func leave() {
    precondition(depth > 0, "an element is open")
    depth &-= 1
  }

  /// The absolute XPath of the open element; `/` where none is open.
  ///
  /// - Complexity: O(depth)
  package var locator: String { locator(toDepth: depth) }

  /// The absolute XPath of the open element at a depth, the root element at 1; `/` at 0.
  ///
  /// - Precondition: so many elements are open.
  package func locator(toDepth wanted: Int) -> String {
    precondition(wanted <= depth, "so many elements are open")
    guard wanted > 0 else { return "/" }
    var size = 0
    for level in 1...wanted { size += names[levels[level].name].count + 12 }
    return String(unsafeUninitializedCapacity: size + 12 * wanted) { target in
      var end = 0
      func write(_ byte: UInt8) {
        target.initializeElement(at: end, to: byte)
        end &+= 1
      }
      for level in 1...wanted {
        write(0x2F)
        for byte in names[levels[level].name] { write(byte) }
        write(0x5B)
        Self.writeDigits(levels[level].position, write)
        write(0x5D)
      }
      return end
    }
  }

  /// The decimal digits of a positive number.
  @inline(__always)
  private static func writeDigits(_ number: Int, _ write: (UInt8) -> Void) {
    var power = 1
    while number / power >= 10 { power *= 10 }
    while power > 0 {
      write(0x30 &+ UInt8(truncatingIfNeeded: number / power % 10))
      power /= 10
    }
  }

  @inline(__always)
  private mutating func enter(number: Int) {
    let position = levels[depth].next(number, few: Self.fewNames)
    depth &+= 1
    if depth == levels.count { levels.append(Level()) }
    levels[depth].begin(number, position)
  }

  /// Names of a parent that are looked for one after the other.
  private static let fewNames = 12

  private mutating func add(_ name: XMLInternedName) -> Int {
    var bytes: [UInt8] = []
    if name.prefix.pointee != 0 {
      bytes.append(contentsOf: String(cString: name.prefix).utf8)
      bytes.append(0x3A)
    }
    bytes.append(contentsOf: String(cString: name.local).utf8)
    names.append(bytes)
    while internedNumbers.count <= name.id { internedNumbers.append(-1) }
    internedNumbers[name.id] = names.count - 1
    return names.count - 1
  }
}

extension ElementPath.Level {
  /// Makes the level that of a new element without children.
  @inline(__always)
  fileprivate mutating func begin(_ name: Int, _ position: Int) {
    self.name = name
    self.position = position
    counts.removeAll(keepingCapacity: true)
    if !further.isEmpty { further.removeAll() }
  }

  /// The position of the next child of a name.
  @inline(__always)
  fileprivate mutating func next(_ name: Int, few: Int) -> Int {
    for index in counts.indices where counts[index].name == name {
      counts[index].count &+= 1
      return counts[index].count
    }
    guard counts.count >= few else {
      counts.append(ElementPath.Count(name: name, count: 1))
      return 1
    }
    return nextFurther(name)
  }

  private mutating func nextFurther(_ name: Int) -> Int {
    let position = (further[name] ?? 0) + 1
    further[name] = position
    return position
  }
}
