/// A grid of small squares over a picture that remembers what is taken: marks round outwards, so
/// that what it calls free is free.
struct Raster {
  /// The axis-parallel box between two corners.
  struct Box {
    var left: Double
    var top: Double
    var right: Double
    var bottom: Double
  }

  private static let cell = 4.0
  private let columns: Int
  private let rows: Int
  private var isTaken: [Bool]
  /// How many lines pass through each square.
  private var crossings: [Int32]

  init(width: Double, height: Double) {
    columns = Int(width / Self.cell) + 2
    rows = Int(height / Self.cell) + 2
    isTaken = [Bool](repeating: false, count: columns * rows)
    crossings = [Int32](repeating: 0, count: columns * rows)
  }

  private func squares(_ box: Box) -> (columns: ClosedRange<Int>, rows: ClosedRange<Int>)? {
    let left = Int((box.left / Self.cell).rounded(.down))
    let right = Int((box.right / Self.cell).rounded(.down))
    let top = Int((box.top / Self.cell).rounded(.down))
    let bottom = Int((box.bottom / Self.cell).rounded(.down))
    guard left >= 0, top >= 0, right < columns, bottom < rows else { return nil }
    return (left...right, top...bottom)
  }

  /// Whether nothing taken lies in a box, and the box lies in the picture.
  func isFree(_ box: Box) -> Bool {
    guard let squares = squares(box) else { return false }
    return squares.rows.allSatisfy { row in
      squares.columns.allSatisfy { !isTaken[row * columns + $0] }
    }
  }

  /// How much of lines a box would cover.
  func crossings(_ box: Box) -> Int {
    guard let squares = squares(box) else { return 0 }
    var sum = 0
    for row in squares.rows {
      for column in squares.columns { sum += Int(crossings[row * columns + column]) }
    }
    return sum
  }

  /// Takes the part of a box that lies in the picture.
  mutating func take(_ box: Box) {
    let limit = (right: Double(columns) * Self.cell - 1, bottom: Double(rows) * Self.cell - 1)
    let inside = Box(
      left: max(0, box.left), top: max(0, box.top), right: min(limit.right, box.right),
      bottom: min(limit.bottom, box.bottom))
    guard inside.left <= inside.right, inside.top <= inside.bottom, let squares = squares(inside)
    else { return }
    for row in squares.rows {
      for column in squares.columns { isTaken[row * columns + column] = true }
    }
  }

  /// Notes that a line passes through a place.
  mutating func cross(x: Double, y: Double) {
    guard let squares = squares(Box(left: x, top: y, right: x, bottom: y)) else { return }
    crossings[squares.rows.lowerBound * columns + squares.columns.lowerBound] += 1
  }
}
