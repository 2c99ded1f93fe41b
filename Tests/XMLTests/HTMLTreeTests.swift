import Diagnostics
import Testing
import XML

@Suite("HTML tree")
struct HTMLTreeTests {
  private func tree(_ text: String, depth: Int = 1_000) throws -> HTMLTree {
    try HTMLTree(utf8: Array(text.utf8), file: "a.html", limits: XMLLimits(depth: depth))
  }

  private func outline(_ tree: HTMLTree, _ index: Int = 0) -> String {
    let node = tree.nodes[index]
    if node.isText { return String(decoding: node.text, as: UTF8.self) }
    let inside = node.children.map { outline(tree, $0) }.joined()
    return node.name.isEmpty ? inside : "\(node.name)(\(inside))"
  }

  @Test(
    "repairs markup as browsers roughly do",
    arguments: [
      ("<html><body><p>Satu<p>Dua</body></html>", "html(body(p(Satu)p(Dua)))"),
      ("<html><body><ul><li>a<li>b</ul></body></html>", "html(body(ul(li(a)li(b))))"),
      ("<html><body><p>a<br>b</body></html>", "html(body(p(abr()b)))"),
      ("<html><body><p>Kota &amp; kota &eacute;</p></body></html>", "html(body(p(Kota & kota é)))"),
      ("", ""),
    ])
  func repairs(_ text: String, _ wanted: String) throws {
    #expect(try outline(tree(text)) == wanted)
  }

  @Test("takes the page as UTF-8 whatever it declares")
  func encoding() throws {
    let page = try tree(
      "<html><head><meta charset='iso-8859-1'></head><body><p>Jepang – é</p></body></html>")
    #expect(outline(page).contains("Jepang – é"))
  }

  @Test("gives attributes")
  func attributes() throws {
    let page = try tree("<html lang='id'><body><p CLASS='a b' hidden>x</p></body></html>")
    let p = try #require(page.nodes.first { $0.name == "p" })
    #expect(p["class"] == "a b")
    #expect(p["hidden"] == "")
    #expect(p["id"] == nil)
  }

  @Test("refuses a page nested 100,000 deep")
  func deep() {
    let text = "<html><body>" + String(repeating: "<div>", count: 100_000) + "x"
    let error = #expect(throws: SyntaxError.self) { try tree(text) }
    #expect(error?.message.english == "elements are nested deeper than 1000")
  }

  @Test("stays linear where end tags match nothing")
  func unmatched() throws {
    let text =
      "<html><body>" + String(repeating: "<b>", count: 900)
      + String(repeating: "</i>", count: 100_000) + "x"
    #expect(try tree(text).nodes.count == 904)
  }
}
