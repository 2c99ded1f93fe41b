/// A rectangle on a page, in points (1/72 inch) from the page's upper left corner.
public struct PageBox: Hashable, Sendable {
  /// Distance of its left edge from that of the page.
  public var left: Double
  /// Distance of its upper edge from that of the page.
  public var top: Double
  /// Distance of its right edge from the left edge of the page.
  public var right: Double
  /// Distance of its lower edge from the upper edge of the page.
  public var bottom: Double

  /// A rectangle by its edges.
  public init(left: Double, top: Double, right: Double, bottom: Double) {
    self.left = left
    self.top = top
    self.right = right
    self.bottom = bottom
  }

  /// The smallest rectangle around both.
  public func union(_ other: PageBox) -> PageBox {
    PageBox(
      left: min(left, other.left), top: min(top, other.top), right: max(right, other.right),
      bottom: max(bottom, other.bottom))
  }
}

/// Where a stretch of a document's raw text stands in the file as it is.
///
/// Plain text and Markdown need none of it: there the raw text is the file, and
/// ``Document/byteOffsets()`` leads to its bytes.
public struct SourcePlace: Hashable, Sendable {
  /// Page, counted from 1, where the format has pages.
  public var page: Int?
  /// Rectangle on the page, where the format tells.
  public var box: PageBox?
  /// Part of a container: the path of the entry, such as `word/footnotes.xml`.
  public var part: String?
  /// The element within the file or the part as an absolute XPath of names and positions, such as
  /// `/article[1]/body[1]/sec[2]/p[1]`, with the prefixes of the file.
  public var locator: String?

  /// A place of which only what is given is known.
  public init(
    page: Int? = nil, box: PageBox? = nil, part: String? = nil, locator: String? = nil
  ) {
    self.page = page
    self.box = box
    self.part = part
    self.locator = locator
  }
}

/// The places of the stretches of a raw text, in its order.
public struct SourcePlaces: Hashable, Sendable {
  private struct Anchor: Hashable {
    var character: Int
    var place: SourcePlace
  }

  private var anchors: [Anchor] = []

  /// No places.
  public init() {}

  /// Whether no place is known.
  public var isEmpty: Bool { anchors.isEmpty }

  /// Says where the raw text from a character on stands, up to the next such character.
  ///
  /// - Precondition: characters come in ascending order.
  package mutating func begin(_ place: SourcePlace, at character: Int) {
    if let last = anchors.last {
      precondition(last.character <= character, "places are given in the order of the text")
      if last.place == place { return }
      if last.character == character { anchors.removeLast() }
    }
    anchors.append(Anchor(character: character, place: place))
  }

  /// Says that all places so far are on page 1.
  mutating func numberPages() {
    for index in anchors.indices { anchors[index].place.page = 1 }
  }

  /// The place of a character of the raw text; nil before the first known one.
  ///
  /// - Complexity: O(log places)
  public func place(at character: Int) -> SourcePlace? {
    let next = index(after: character)
    return next > 0 ? anchors[next - 1].place : nil
  }

  /// The places of a range of the raw text, in its order; the boxes of one page are made one.
  public func places(of range: Range<Int>) -> [SourcePlace] {
    var result: [SourcePlace] = []
    var next = max(index(after: range.lowerBound) - 1, 0)
    while next < anchors.count,
      anchors[next].character < max(range.upperBound, range.lowerBound + 1)
    {
      let place = anchors[next].place
      next += 1
      if let last = result.last, last.page == place.page, last.part == place.part,
        last.locator == place.locator
      {
        if let box = place.box { result[result.count - 1].box = last.box?.union(box) ?? box }
      } else {
        result.append(place)
      }
    }
    return result
  }

  /// The number of anchors at or before a character.
  private func index(after character: Int) -> Int {
    var (low, high) = (0, anchors.count)
    while low < high {
      let middle = (low + high) / 2
      if anchors[middle].character <= character { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
