import Documents
import Testing

@Suite("Element path")
struct ElementPathTests {
  /// Walks a tree written as `a(b c(d))` and gives the locator of every element.
  private func locators(_ tree: String) -> [String] {
    var path = ElementPath()
    var found: [String] = []
    var name = ""
    func enter() {
      guard !name.isEmpty else { return }
      path.enter(name)
      found.append(path.locator)
      name = ""
    }
    var closes: [Bool] = []
    for character in tree {
      switch character {
      case "(":
        enter()
        closes.append(true)
      case " ", ")":
        if !name.isEmpty {
          enter()
          path.leave()
        }
        if character == ")" {
          closes.removeLast()
          path.leave()
        }
      default: name.append(character)
      }
    }
    #expect(path.depth == 0)
    return found
  }

  @Test("counts the elements of one name below one parent")
  func positions() {
    #expect(
      locators("a(w:p t w:p(r r x:r) w:p(r)) a(w:p) ") == [
        "/a[1]", "/a[1]/w:p[1]", "/a[1]/t[1]", "/a[1]/w:p[2]", "/a[1]/w:p[2]/r[1]",
        "/a[1]/w:p[2]/r[2]", "/a[1]/w:p[2]/x:r[1]", "/a[1]/w:p[3]", "/a[1]/w:p[3]/r[1]", "/a[2]",
        "/a[2]/w:p[1]",
      ])
  }

  @Test("counts many names below one parent, and large positions")
  func many() {
    var path = ElementPath()
    path.enter("r")
    for _ in 0..<3 {
      for index in 0..<100 {
        path.enter("n\(index)")
        path.leave()
      }
    }
    for index in [0, 50, 99] {
      path.enter("n\(index)")
      #expect(path.locator == "/r[1]/n\(index)[4]")
      path.leave()
    }
    for _ in 1..<120_305 {
      path.enter("p")
      path.leave()
    }
    path.enter("p")
    #expect(path.locator == "/r[1]/p[120305]")
    #expect(path.locator(toDepth: 1) == "/r[1]")
    #expect(path.locator(toDepth: 0) == "/")
  }

  @Test("the names of one parent do not count below the next")
  func fresh() {
    var path = ElementPath()
    path.enter("r")
    for _ in 0..<2 {
      path.enter("s")
      for index in 0..<20 {
        path.enter("n\(index)")
        #expect(path.locator.hasSuffix("/n\(index)[1]"))
        path.leave()
      }
      path.leave()
    }
  }
}
