/// The open elements, the document itself first.
///
/// Memory of its own and no array: an element is opened and closed for every few bytes of a document,
/// and its frame is changed where it stands, with nothing asked about who else holds it.
struct RDFXMLFrames: ~Copyable {
  private var memory: UnsafeMutablePointer<RDFXMLFrame>
  private var capacity = 16
  /// How many there are, at least one.
  private(set) var count = 1

  /// The frame of a document.
  init(document: RDFXMLFrame) {
    memory = .allocate(capacity: capacity)
    memory.initialize(to: document)
  }

  // Frames have nothing to release.
  deinit { memory.deallocate() }

  /// The innermost; looked up unchecked, for the document never goes.
  var top: RDFXMLFrame {
    @inline(__always) get { memory[count &- 1] }
    @inline(__always) _modify { yield &memory[count &- 1] }
  }

  /// The one around the innermost.
  ///
  /// - Precondition: the innermost is not the document.
  var outer: RDFXMLFrame {
    @inline(__always) get { memory[outerIndex] }
    @inline(__always) _modify { yield &memory[outerIndex] }
  }

  /// One by its number, the document's being 0.
  subscript(index: Int) -> RDFXMLFrame {
    @inline(__always) get {
      precondition(index >= 0 && index < count, "the element is open")
      return memory[index]
    }
    @inline(__always) _modify {
      precondition(index >= 0 && index < count, "the element is open")
      yield &memory[index]
    }
  }

  /// Opens an element.
  @inline(__always)
  mutating func push(_ frame: RDFXMLFrame) {
    if count == capacity { grow() }
    (memory + count).initialize(to: frame)
    count &+= 1
  }

  /// Closes the innermost.
  ///
  /// - Precondition: it is not the document.
  @inline(__always)
  mutating func pop() { count = outerIndex &+ 1 }

  private var outerIndex: Int {
    @inline(__always) get {
      precondition(count > 1, "the document stays open")
      return count &- 2
    }
  }

  @inline(never)
  private mutating func grow() {
    let larger = UnsafeMutablePointer<RDFXMLFrame>.allocate(capacity: capacity * 2)
    larger.moveInitialize(from: memory, count: count)
    memory.deallocate()
    memory = larger
    capacity *= 2
  }
}
