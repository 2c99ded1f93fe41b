import XML

/// Tells lines within the text of a page that only lead to other pages, such as *Baca juga: …*.
struct SeeAlso {
  /// The words that such lines begin with, in lower case and without blanks.
  private let leads: [[UInt8]]
  private let longest: Int

  /// Most visible bytes besides lead and links: a colon, a dash, an arrow.
  private static let marks = 4

  /// The words of a lexicon.
  init(_ words: Set<String>) {
    leads = words.sorted().map { word in word.utf8.filter { $0 > 0x20 } }.filter { !$0.isEmpty }
    longest = leads.map(\.count).max() ?? 0
  }

  /// Most visible bytes without links of a line that may be one.
  var most: Int { leads.isEmpty ? -1 : longest + Self.marks }

  /// Whether an element holds a lead and links and nothing else.
  ///
  /// - Parameters:
  ///   - index: the element.
  ///   - text: its visible bytes without those of its links.
  ///   - tree: the page.
  /// - Returns: whether the line says nothing of its own.
  func leads(_ index: Int, text: Int, in tree: HTMLTree) -> Bool {
    let start = beginning(of: index, in: tree)
    return leads.contains { lead in
      guard start.starts(with: lead) else { return false }
      if text <= Self.marks {
        return start.count > lead.count && start[lead.count] == UInt8(ascii: ":")
      }
      return text >= lead.count && text <= lead.count + Self.marks
    }
  }

  /// The first visible bytes of an element in lower case, enough to hold any lead and what is
  /// behind it.
  private func beginning(of index: Int, in tree: HTMLTree) -> [UInt8] {
    var result: [UInt8] = []
    var next = index + 1
    while next < tree.nodes.count, tree.nodes[next].parent >= index, result.count <= longest {
      for byte in tree.bytes[tree.text(of: next)] where byte > 0x20 {
        result.append(byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte)
        if result.count > longest { break }
      }
      next += 1
    }
    return result
  }
}
