import Claims

/// The page's own files, as the build embedded them.
enum PageTemplate {
  /// The modules of the program in the order in which they run; together they are one module.
  static let program: [[UInt8]] = [
    PackageResources.dom_js, PackageResources.texts_js, PackageResources.data_js,
    PackageResources.geometry_js, PackageResources.grid_js, PackageResources.state_js,
    PackageResources.visibility_js, PackageResources.camera_js, PackageResources.shaders_js,
    PackageResources.webgl_js, PackageResources.canvas_js, PackageResources.labels_js,
    PackageResources.stage_js, PackageResources.pointer_js, PackageResources.search_js,
    PackageResources.legend_js, PackageResources.lists_js, PackageResources.timeline_js,
    PackageResources.evidence_js, PackageResources.ways_js, PackageResources.corrections_js,
    PackageResources.details_js, PackageResources.table_js, PackageResources.compare_js,
    PackageResources.map_js, PackageResources.layers_js,
    PackageResources.overview_js, PackageResources.charts_js,
    PackageResources.svg_js, PackageResources.export_js, PackageResources.fragment_js,
    PackageResources.keyboard_js, PackageResources.main_js,
  ]

  static let styleSheet: [[UInt8]] = [
    PackageResources.theme_css, PackageResources.layout_css, PackageResources.panels_css,
    PackageResources.work_css, PackageResources.charts_css, PackageResources.narrow_css,
  ]

  static let texts = PackageResources.texts_json

  /// The markup, in pieces: bytes as they are, and marks `{{name}}` to be filled.
  static func pieces() -> [Piece] {
    var pieces: [Piece] = []
    var rest = PackageResources.page_html[...]
    while let open = rest.firstIndex(of: "{{") {
      pieces.append(.markup(rest[..<open]))
      rest = rest[(open + 2)...]
      guard let close = rest.firstIndex(of: "}}"),
        let mark = Mark(rawValue: String(decoding: rest[..<close], as: UTF8.self))
      else { preconditionFailure("page.html has unknown or open marks") }
      pieces.append(.mark(mark))
      rest = rest[(close + 2)...]
    }
    pieces.append(.markup(rest))
    return pieces
  }

  /// Part of the markup.
  enum Piece {
    case markup(ArraySlice<UInt8>)
    case mark(Mark)
  }

  /// What the serializer fills in.
  enum Mark: String, CaseIterable {
    case language
    case policy
    case title
    case style
    case data
    case program
  }

  /// The [content security policy](https://www.w3.org/TR/CSP3/): nothing is fetched, and only the
  /// page's own program and style sheet, told by their hash, have any effect.
  static func policy() -> String {
    "default-src 'none'; script-src \(source(program.joined())); "
      + "style-src \(source(styleSheet.joined())); img-src data:; base-uri 'none'; "
      + "form-action 'none'"
  }

  private static func source(_ text: some Sequence<UInt8>) -> String {
    let digits = Array(SHA256.hexadecimal(of: Array(text)).utf8)
    var hash = PageBytes()
    hash.base64(
      stride(from: 0, to: digits.count, by: 2).map { place in
        digits[place].hexadecimalValue << 4 | digits[place + 1].hexadecimalValue
      })
    return "'sha256-\(String(decoding: hash.bytes, as: UTF8.self))'"
  }
}

extension ArraySlice<UInt8> {
  /// The first place of two bytes.
  fileprivate func firstIndex(of pair: StaticString) -> Int? {
    let (first, second) = pair.withUTF8Buffer { ($0[0], $0[1]) }
    return indices.dropLast().first { self[$0] == first && self[$0 + 1] == second }
  }
}

extension UInt8 {
  /// The value of a lower-case hexadecimal digit.
  fileprivate var hexadecimalValue: UInt8 {
    self < UInt8(ascii: "a") ? self - UInt8(ascii: "0") : self - UInt8(ascii: "a") + 10
  }
}
