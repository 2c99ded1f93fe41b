extension GraphGenerator {
  /// Writes the people of a block's government with the time they held their role.
  mutating func writePeople(of block: Block) {
    for index in 0..<3 {
      let number = people.count
      let person = id("person/\(number)")
      let tenure = id("tenure/\(number)")
      let family = random.element(of: Names.family)
      let given = random.element(of: Names.given)
      state(person, isA: sc("Person"))
      state(person, foaf("name"), .string("\(given) \(family)"))
      state(person, foaf("familyName"), .string(family))
      // The first block shows the first roles, so that they occur at every size.
      let role =
        block.number == 0
        ? Topics.roles[index] : random.skewedElement(of: Topics.roles, exponent: 1.6)
      state(person, sc("holdsRole"), tenure)
      state(tenure, isA: sc("RoleTenure"))
      state(tenure, sc("role"), sc(role.name))
      state(tenure, rdfs("label"), .indonesian(role.indonesian))
      state(tenure, sc("office"), block.city.government)
      let year = 1995 + random.integer(below: 28)
      let month = 1 + random.integer(below: 12)
      state(tenure, sc("from"), .typed("\(year)-\(twoDigits: month)-01", .date))
      if random.isTrue(withProbability: 0.7) {
        let lastYear = year + 1 + random.integer(below: 6)
        let lastMonth = 1 + random.integer(below: 12)
        state(tenure, sc("until"), .typed("\(lastYear)-\(twoDigits: lastMonth)-28", .date))
      }
      people.append(person)
    }
  }

  /// Writes a block's documents with their passages.
  mutating func writeDocuments(of block: inout Block) {
    for index in 0..<2 {
      let key: ByteText = "\(block.number)-\(index)"
      let document = id("document/\(key)")
      state(document, isA: sc("Document"))
      let title = sentence(Topics.indonesianWords, length: 4...9)
      state(document, dct("title"), .indonesian("Dokumen \(key): \(title)"))
      state(document, dct("issued"), date(1999...2024))
      state(document, dct("format"), .string("application/pdf"))
      state(document, sc("pageCount"), .integer(1 + random.integer(below: 80)))
      state(document, sc("sha256"), .typed(SHA256.hexadecimal(of: key.bytes), .hexBinary))
      state(document, dct("publisher"), block.city.government)
      block.documents.append(document)
      writePassages(of: document, key, in: &block)
    }
  }

  private mutating func writePassages(
    of document: Term, _ documentKey: ByteText, in block: inout Block
  ) {
    // Characters from the document's beginning; all words are ASCII, so these are bytes too.
    var offset = random.integer(below: 300)
    for index in 0..<3 {
      let passage = id("passage/\(documentKey)-\(index)")
      let text = sentence(Topics.indonesianWords, length: 12...40)
      state(passage, isA: sc("TextPassage"))
      state(passage, sc("inDocument"), document)
      state(passage, sc("page"), .integer(1 + index * 3 + random.integer(below: 3)))
      state(passage, sc("text"), .indonesian(text))
      let selector = Term.blankNode("sel\(selectorCount)")
      selectorCount += 1
      state(passage, oa("hasSelector"), selector)
      state(selector, isA: oa("TextPositionSelector"))
      state(selector, oa("start"), .integer(offset))
      state(selector, oa("end"), .integer(offset + text.bytes.count))
      offset += text.bytes.count + random.integer(below: 900)
      block.passages.append(passage)
    }
  }
}
