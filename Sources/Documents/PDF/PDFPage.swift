/// A word of a page.
struct PDFWord {
  var text: [Unicode.Scalar]
  var box: PageBox

  /// Height of the box in points: the size of the type, times what the font adds.
  var height: Double { box.bottom - box.top }
}

/// A page as poppler lays it out.
struct PDFPage {
  /// Number, counted from 1 in the order of the file.
  var number: Int
  /// Width in points.
  var width: Double
  /// Height in points.
  var height: Double
  /// Words that stand side by side without a wide gap, in poppler's order.
  var lines: [[PDFWord]] = []
}
