extension EntryParser {
  /// The document itself as a work, from what is known of it; without a title its file's name.
  public func work(of document: Document) -> CitedWork {
    let metadata = document.metadata
    var work = CitedWork()
    work.type = metadata.type ?? (metadata.url == nil ? nil : .webpage)
    work.title = metadata.title ?? document.fileName
    work.authors = metadata.authors.map(name(of:))
    work.date = metadata.date
    work.publisher = metadata.publisher
    work.container = metadata.container
    work.volume = metadata.volume
    work.issue = metadata.issue
    work.pages = metadata.pages
    work.language = metadata.language
    work.doi = metadata.doi
    // The address of an identifier says nothing more than that.
    let isIdentifier = metadata.url.map { CitedWork.doi(in: $0) == metadata.doi } ?? false
    work.url = metadata.doi != nil && isIdentifier ? nil : metadata.url
    return work
  }

  /// A name as metadata have it: `Family, Given`, a body that publishes, or a natural name.
  private func name(of author: String) -> WorkName {
    guard let list = NameList(author, words: words), list.names.count == 1 else {
      return .natural(author)
    }
    return list.names[0]
  }

  /// The works that a document cites, in the order of its list of works cited.
  public func works(citedIn document: Document) -> [CitedWork] {
    var works: [CitedWork] = []
    for block in document.blocks where block.kind == .bibliographyEntry {
      var work = work(of: block.text.string, after: works.last)
      if work.language == nil { work.language = block.language }
      works.append(work)
    }
    return works
  }
}

extension DocumentReader {
  /// Reads entries of lists of works cited by the words of the reader.
  public var entryParser: EntryParser { EntryParser(words: words.lexicon.works) }
}
