/// What the elements of HTML mean to a reader of text
/// ([HTML Standard §4](https://html.spec.whatwg.org/multipage/semantics.html)).
enum HTMLElements {
  /// Elements whose content is no text of the page.
  static let skipped: Set<String> = [
    "script", "style", "noscript", "template", "svg", "math", "iframe", "object", "canvas", "audio",
    "video", "select", "button", "input", "textarea", "nav", "aside", "footer", "dialog",
    "head", "menu", "map",
  ]

  /// Landmark roles of parts that are not the main content.
  static let skippedRoles: Set<String> = [
    "navigation", "banner", "contentinfo", "complementary", "search", "menu", "menubar", "dialog",
    "alert",
  ]

  /// Elements that end the line of text before and after them.
  static let blocks: Set<String> = [
    "address", "article", "blockquote", "body", "center", "dd", "details", "div", "dl", "dt",
    "fieldset", "figcaption", "figure", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup",
    "hr",
    "html", "li", "main", "ol", "p", "pre", "section", "summary", "table", "tbody", "tfoot",
    "thead",
    "tr", "ul", "caption",
  ]

  /// The level of a heading element; nil for others.
  static func headingLevel(_ name: String) -> Int? {
    switch name {
    case "h1": 1
    case "h2": 2
    case "h3": 3
    case "h4": 4
    case "h5": 5
    case "h6": 6
    default: nil
    }
  }
}
