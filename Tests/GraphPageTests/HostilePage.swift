import Diagnostics
import GraphPage

/// A page whose every text tries to break out of its place.
enum HostilePage {
  /// Texts that have broken pages elsewhere; each would set `window.broken` if it ran.
  static let texts = [
    "</script><script>window.broken=1</script>", "<img src=x onerror=window.broken=1>",
    "<!--<script>", "]]><svg onload=window.broken=1>", "\"onmouseover=\"window.broken=1",
    "javascript:window.broken=1", "{{program}}", "'; window.broken=1; '",
    "\u{2028}\u{2029}line ends", "nul\u{0}, bell\u{7}, escape\u{1B}, next line\u{85}",
    "\u{FFFE}\u{FFFF}noncharacters", "\u{202E}right to left\u{202C}", "كوالا لمبور", "漢字都市",
    "👩🏽‍🚀🏴󠁧󠁢󠁳󠁣󠁴󠁿", "&lt;b&gt; &amp;lt;", "\\u003c/script\\u003e", "=HYPERLINK(\"http://x.example\")",
    "constructor", "__proto__", "", "   ", "${window.broken=1}", "`${window.broken=1}`",
    String(repeating: "panjang", count: 400),
  ]

  /// Addresses of which none may become a link but the last two.
  static let addresses = [
    "javascript:window.broken=1", "JaVaScRiPt:window.broken=1", " javascript:window.broken=1",
    "data:text/html,<script>window.broken=1</script>", "vbscript:x", "file:///etc/passwd",
    "//x.example/a", "http:javascript", "https://x.example/\"><script>window.broken=1</script>",
    "http://x.example/ok",
  ]

  static func model() -> PageModel {
    var model = SamplePage.model(nodes: 60)
    func both(_ text: String) -> Message { Message(en: text, id: text) }
    func text(_ number: Int) -> String { texts[number % texts.count] }
    model.about.title = both(texts[0])
    model.about.licence = texts[1]
    model.about.creator = addresses[0]
    model.about.version = texts[0]
    for place in model.classes.indices {
      model.classes[place].label = both(text(place))
      model.classes[place].plural = both(text(place))
      model.classes[place].icon = place == 0 ? "<" : "&"
      model.classes[place].colour = place == 1 ? "red;}</style><script>" : "#3582e1"
    }
    for place in model.predicates.indices { model.predicates[place].label = both(text(place + 3)) }
    for place in model.statuses.indices { model.statuses[place].label = both(text(place + 5)) }
    for place in model.documents.indices {
      model.documents[place].title = text(place)
      model.documents[place].fileName = text(place + 1)
      model.documents[place].language = texts[4]
    }
    for place in model.nodes.indices {
      model.nodes[place].name = both(text(place))
      model.nodes[place].otherNames = [text(place + 7)]
      model.nodes[place].iri = "\(addresses[place % addresses.count])#\(place)"
      model.nodes[place].attributes = [
        PageModel.Attribute(
          key: place % model.attributeKeys.count,
          values: texts.map { .init($0, language: "x-\(texts[4])") }
            + addresses.map { .init($0, isIRI: true) })
      ]
    }
    for edge in model.edges.indices {
      model.edges[edge].period = text(edge)
      for claim in model.edges[edge].evidence.indices {
        model.edges[edge].evidence[claim].quote = text(edge + claim)
        model.edges[edge].evidence[claim].rule = text(edge + 2)
        model.edges[edge].evidence[claim].page = text(edge + 3)
        model.edges[edge].evidence[claim].claim = text(edge)
      }
    }
    for conflict in model.conflicts.indices {
      model.conflicts[conflict].label = both(texts[0])
      for rival in model.conflicts[conflict].rivals.indices {
        model.conflicts[conflict].rivals[rival].value = texts[rival]
      }
    }
    return model
  }
}
