/// A line of a page as a person reads it: the words that stand on one baseline within a column.
struct PageLine {
  /// Words from left to right.
  var words: [PDFWord]
  /// Page, counted from 1.
  var page: Int
  /// The text, words divided by a space where there is one on the page.
  private(set) var text: [Unicode.Scalar] = []
  /// Where in the text each word begins.
  private(set) var starts: [Int] = []
  /// The rectangle around the words of the line's own size.
  private(set) var box = PageBox(left: 0, top: 0, right: 0, bottom: 0)
  /// Height in points of most of its characters.
  private(set) var size = 0.0
  /// Left edge of the column in points.
  var columnLeft = 0.0
  /// Right edge of the column in points.
  var columnRight = 0.0
  /// Whether it is the first line of its column.
  var startsColumn = false
  /// Points from the baseline of the line above; infinite for the first line of a column.
  var leading = Double.infinity

  /// A line of words that stand on one baseline.
  ///
  /// - Precondition: there is at least one word.
  init(words: [PDFWord], page: Int) {
    self.words = words.sorted {
      ($0.box.left, $0.box.right, $0.box.top) < ($1.box.left, $1.box.right, $1.box.top)
    }
    self.page = page
    size = Self.commonHeight(of: words)
    compose()
  }

  /// Takes words away that are no text.
  mutating func drop(_ isDropped: (Int) -> Bool) {
    words = words.indices.filter { !isDropped($0) }.map { words[$0] }
    compose()
  }

  /// Points between the column's left edge and the line.
  var indent: Double { box.left - columnLeft }
  /// Points between the line and the column's right edge.
  var slack: Double { columnRight - box.right }
  /// Width of the column in points.
  var columnWidth: Double { columnRight - columnLeft }
  /// Width in points of its first word.
  var firstWordWidth: Double { words.first.map { $0.box.right - $0.box.left } ?? 0 }
  /// Points between the middle of the line and that of the column, whichever side.
  var offCentre: Double { abs(indent - slack) / 2 }

  /// Where in the words the cells of a table would be divided: before words behind a wide gap.
  var cellStarts: [Int] {
    var result = words.isEmpty ? [] : [0]
    for index in words.indices.dropFirst()
    where words[index].box.left - words[index - 1].box.right > size * Self.cellGap {
      result.append(index)
    }
    return result
  }

  /// The line in pieces that begin at some of its words.
  ///
  /// - Parameter starts: indices of words in ascending order, the first of them 0.
  /// - Returns: the pieces from left to right; the line itself where there is one.
  func pieces(from starts: [Int]) -> [PageLine] {
    guard starts.count > 1 else { return [self] }
    return zip(starts, starts.dropFirst() + [words.count]).map {
      PageLine(words: Array(words[$0..<$1]), page: page)
    }
  }

  /// The line divided before words that stand apart and begin where they may.
  func divided(where mayBegin: (Double) -> Bool) -> [PageLine] {
    let starts = words.indices.dropFirst().filter {
      words[$0].box.left - words[$0 - 1].box.right > size * Self.closeGap
        && mayBegin(words[$0].box.left)
    }
    return pieces(from: [0] + starts)
  }

  /// Least gap between cells set close together, in heights of the line.
  private static let closeGap = 0.28
  /// Least gap between the cells of a table, in heights of the line.
  private static let cellGap = 0.8
  /// Gaps below this share of the height divide no words: the font changes there.
  private static let wordGap = 0.06

  private mutating func compose() {
    text = []
    starts = []
    var right = Double.infinity
    for word in words {
      if !text.isEmpty, word.box.left - right > size * Self.wordGap || word.box.left < right - size
      {
        text.append(" ")
      }
      starts.append(text.count)
      text.append(contentsOf: word.text)
      right = word.box.right
    }
    let own = words.filter { abs($0.height - size) <= size * 0.1 }
    guard let first = own.first ?? words.first else { return }
    box = own.dropFirst().reduce(first.box) { $0.union($1.box) }
    for word in words {
      box.left = min(box.left, word.box.left)
      box.right = max(box.right, word.box.right)
    }
  }

  /// The height that most characters of some words have.
  private static func commonHeight(of words: [PDFWord]) -> Double {
    var counts: [Int: Int] = [:]
    for word in words { counts[Int((word.height * 10).rounded()), default: 0] += word.text.count }
    let best = counts.max { ($0.value, $0.key) < ($1.value, $1.key) }
    return Double(best?.key ?? 0) / 10
  }
}
