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
    if node.isText { return tree.string(tree.text(of: index)) }
    var inside = ""
    var child = Int(node.firstChild)
    while child >= 0 {
      inside += outline(tree, child)
      child = Int(tree.nodes[child].nextSibling)
    }
    let name = tree.names[Int(node.name)]
    return name.isEmpty ? inside : "\(name)(\(inside))"
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
    let name = try #require(page.number(ofName: "p"))
    let p = try #require(page.nodes.firstIndex { $0.name == name })
    #expect(page.value(of: "class", of: p) == "a b")
    #expect(page.value(of: "hidden", of: p) == "")
    #expect(page.value(of: "id", of: p) == nil)
  }

  @Test("counts the elements of one name below their parent")
  func positions() throws {
    let page = try tree("<html><body><p>a</p><div>b</div><p>c<b>d</b></p>e<p>f</p></body></html>")
    let counted = page.nodes.filter { $0.position > 0 }
      .map { "\(page.names[Int($0.name)])\($0.position)" }
    #expect(counted == ["html1", "body1", "p1", "div1", "p2", "b1", "p3"])
  }

  @Test("refuses a tag with so many attributes that to compare them takes minutes")
  func manyAttributes() throws {
    let attributes = (0..<200_000).map { " a\($0)=\"x\"" }.joined()
    for tag in ["<p\(attributes)>x", "<p" + String(repeating: " a", count: 200_000)] {
      let error = #expect(throws: SyntaxError.self) { try tree(tag) }
      #expect(error?.message.english == "the tags of the page have too many attributes")
    }
    let several = String(repeating: "<p class='a' id=\"b\" title='c > d'>x</p>", count: 50_000)
    #expect(try tree(several).nodes.count == 100_003)
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
