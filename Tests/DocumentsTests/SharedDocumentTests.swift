import Claims
import Documents
import Foundation
import TestSupport
import Testing

@Suite("Shared documents", .enabled(if: SharedMaterial.shouldRun("corpus-regulations")))
struct SharedDocumentTests {
  @Test(
    "finds the blocks that a person has counted, within one in a hundred",
    arguments: CountedDocument.all)
  func counts(_ counted: CountedDocument) throws {
    let document = try SharedDocuments.read(counted.path)
    let range = counted.lines.map { characters(of: $0, in: document.rawText) }
    let blocks = document.blocks.filter { block in
      range.map { $0.contains(block.text.sourceRange.start) } ?? true
    }
    let difference = abs(blocks.count - counted.blocks)
    #expect(
      difference * 100 <= counted.blocks,
      "\(blocks.count) found, \(counted.blocks) counted:\n\(blocks.map(ReadingSamples.describe).joined(separator: "\n"))"
    )
  }

  private func characters(of lines: ClosedRange<Int>, in raw: [Unicode.Scalar]) -> Range<Int> {
    var starts = [0]
    for (index, scalar) in raw.enumerated() where scalar == "\n" { starts.append(index + 1) }
    starts.append(raw.count)
    return starts[lines.lowerBound - 1]..<starts[min(lines.upperBound, starts.count - 1)]
  }

  @Test("leaves no debris of layout in the five documents and 200 regulations")
  func debris() throws {
    let paths = try SharedDocuments.paths()
    let hanging = try SharedDocuments.continuations()
    #expect(paths.count == 205)
    for path in paths {
      let blocks = try SharedDocuments.read(path).blocks
      for (block, next) in zip(blocks, blocks.dropFirst().map(Optional.some) + [nil]) {
        let text = block.text.string
        #expect(!text.contains("[bookmark:"), "\(path): \(text)")
        #expect(!hasPageHead(text), "page head in \(path): \(text)")
        #expect(!isPageMark(text), "page mark in \(path): \(text)")
        #expect(!hasOpenHyphen(text, hanging), "open hyphen in \(path): \(text)")
        if let next {
          #expect(
            !isCut(block, next),
            "cut in \(path): \(text.suffix(60)) / \(next.text.string.prefix(60))")
        }
      }
    }
  }

  @Test("the raw quote of a block of the shared documents, repaired again, is the block's text")
  func quotes() throws {
    var seen = 0
    for path in try SharedDocuments.paths() {
      let document = try SharedDocuments.read(path)
      for block in document.blocks where block.kind != .tableRow {
        let quote = document.quote(block.text.sourceRange)
        // What the sequence of pages tells is not seen in a quote alone.
        guard !hasPageMark(quote) else { continue }
        seen += 1
        let again = try SharedDocuments.repair(quote, of: document)
        #expect(again == block.text.string, "\(path): \(quote.debugDescription)")
      }
    }
    #expect(seen > 20_000)
  }

  /// Whether a number between dashes stands in a text, or one alone on a line.
  private func hasPageMark(_ text: String) -> Bool {
    text.split(separator: "-").contains { piece in
      (1...6).contains(piece.count) && piece.allSatisfy { $0 == " " || ("0"..."9").contains($0) }
    }
      || text.split(separator: "\n").contains { line in
        line.allSatisfy { $0 == " " || ("0"..."9").contains($0) }
      }
  }

  /// `PRESIDEN REPUBLIK INDONESIA` with a number between dashes beside it.
  private func hasPageHead(_ text: String) -> Bool {
    let head = "PRESIDEN REPUBLIK INDONESIA"
    guard let range = text.range(of: head) else { return false }
    return beginsWithPageMark(text[range.upperBound...])
      || beginsWithPageMark(String(text[..<range.lowerBound].reversed()))
  }

  private func beginsWithPageMark(_ text: some StringProtocol) -> Bool {
    let compact = text.prefix(12).filter { $0 != " " }
    guard compact.first == "-" else { return false }
    let digits = compact.dropFirst().prefix { ("0"..."9").contains($0) }
    return (1...3).contains(digits.count) && compact.dropFirst(1 + digits.count).first == "-"
  }

  /// A block that is nothing but a page number or a lone mark of a list.
  private func isPageMark(_ text: String) -> Bool {
    text.count <= 8
      && text.allSatisfy {
        ("0"..."9").contains($0) || $0 == "-" || $0 == "(" || $0 == ")" || $0 == " "
      }
  }

  /// A hyphen and a blank inside a word in lower case, hanging hyphens before words such as *dan* aside.
  private func hasOpenHyphen(_ text: String, _ hanging: Set<String>) -> Bool {
    let words = text.split(separator: " ")
    return zip(words, words.dropFirst()).contains { word, next in
      guard word.last == "-", word.count > 2, word.dropLast().suffix(2).allSatisfy(isLower),
        next.first.map(isLower) == true
      else { return false }
      return !hanging.contains(String(next.prefix(while: isLower)))
    }
  }

  private func isLower(_ character: Character) -> Bool { ("a"..."z").contains(character) }

  /// A paragraph that ends within a sentence before one that begins in lower case.
  private func isCut(_ block: Block, _ next: Block) -> Bool {
    guard block.kind == .paragraph || block.kind == .listItem, next.kind == .paragraph,
      next.text.string.first.map(isLower) == true
    else { return false }
    return block.text.string.last.map { isLower($0) || $0 == "," } ?? false
  }
}
