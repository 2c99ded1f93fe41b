/// Values one above the other, in memory of its own.
///
/// No array: what belongs to a tag is put here and taken away for every few bytes of a document, with
/// nothing asked about who else holds it.
struct Stack<Element: BitwiseCopyable>: ~Copyable {
  private var memory: UnsafeMutablePointer<Element>
  private var capacity = 16
  /// How many there are.
  private(set) var count = 0

  init() { memory = .allocate(capacity: capacity) }

  // The elements have nothing to release.
  deinit { memory.deallocate() }

  /// The value put there as the how manieth, from 0.
  subscript(index: Int) -> Element {
    @inline(__always) get {
      precondition(index >= 0 && index < count, "there are fewer values")
      return memory[index]
    }
    @inline(__always) _modify {
      precondition(index >= 0 && index < count, "there are fewer values")
      yield &memory[index]
    }
  }

  /// The value put there last; nil if there is none.
  var last: Element? {
    @inline(__always) get { count > 0 ? memory[count &- 1] : nil }
  }

  @inline(__always)
  mutating func append(_ element: Element) {
    if count == capacity { grow() }
    (memory + count).initialize(to: element)
    count &+= 1
  }

  /// Takes the last away.
  ///
  /// - Precondition: there is one.
  @inline(__always)
  mutating func removeLast() {
    precondition(count > 0, "there is no value")
    count &-= 1
  }

  @inline(never)
  private mutating func grow() {
    let larger = UnsafeMutablePointer<Element>.allocate(capacity: capacity * 2)
    larger.moveInitialize(from: memory, count: count)
    memory.deallocate()
    memory = larger
    capacity *= 2
  }
}
