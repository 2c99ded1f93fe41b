/// What an element of HTML means to a reader of text
/// ([HTML Standard §4](https://html.spec.whatwg.org/multipage/semantics.html)).
enum HTMLElement {
  /// The root above all, and text.
  case none
  /// Runs within a line.
  case inline
  case link
  case lineBreak
  case superscript
  case quote
  /// Ends the line before and after it.
  case block
  case paragraph
  case preformatted
  case heading(level: Int)
  case item
  case list
  case quotation
  case caption
  case table
  case row
  case cell(isHeader: Bool)
  case tableHead
  /// Holds the content of the page.
  case content(isArticle: Bool)
  case pageHeader
  /// `html` and `body`.
  case page
  /// Stands beside or below the content of a page; in a book it holds notes.
  case margin
  /// Has no text of the page in it.
  case skipped

  /// The meaning of an element's name.
  init(_ name: String) { self = Self.byName[name] ?? .inline }

  private static let byName: [String: HTMLElement] = {
    var table: [String: HTMLElement] = [
      "": .none, "a": .link, "br": .lineBreak, "sup": .superscript, "q": .quote, "p": .paragraph,
      "pre": .preformatted, "listing": .preformatted, "xmp": .preformatted,
      "blockquote": .quotation, "figcaption": .caption, "caption": .caption, "table": .table,
      "tr": .row, "td": .cell(isHeader: false), "th": .cell(isHeader: true), "thead": .tableHead,
      "main": .content(isArticle: false), "article": .content(isArticle: true),
      "header": .pageHeader, "html": .page, "body": .page,
    ]
    for level in 1...6 { table["h\(level)"] = .heading(level: level) }
    for name in ["li", "dd", "dt"] { table[name] = .item }
    for name in ["ul", "ol", "dl"] { table[name] = .list }
    for name in [
      "address", "center", "details", "div", "fieldset", "figure", "form", "hgroup", "hr",
      "section", "summary", "tbody", "tfoot", "legend", "option", "dir",
    ] { table[name] = .block }
    for name in [
      "script", "style", "noscript", "template", "svg", "math", "iframe", "object", "canvas",
      "audio", "video", "select", "button", "input", "textarea", "nav", "dialog", "head", "title",
      "menu", "map", "noframes", "datalist", "rt", "rp",
    ] { table[name] = .skipped }
    for name in ["aside", "footer"] { table[name] = .margin }
    return table
  }()

  /// Whether the element ends the line of text before and after it.
  var endsLine: Bool {
    switch self {
    case .none, .inline, .link, .lineBreak, .superscript, .quote: false
    case .block, .paragraph, .preformatted, .heading, .item, .list, .quotation, .caption, .table,
      .row, .cell, .tableHead, .content, .pageHeader, .page, .margin,
      .skipped:
      true
    }
  }

  /// Landmark roles of parts that are not the main content
  /// ([WAI-ARIA §5.3.4](https://www.w3.org/TR/wai-aria-1.2/#landmark_roles)).
  static let skippedRoles: Set<String> = [
    "navigation", "banner", "contentinfo", "complementary", "search", "menu", "menubar", "dialog",
    "alert", "alertdialog", "toolbar",
  ]
}
