extension MarkupFormat {
  /// Texts of the humanities ([TEI P5](https://tei-c.org/release/doc/tei-p5-doc/en/html/)).
  static let tei = MarkupFormat(
    name: "tei",
    [
      ("teiHeader", MarkupRule(.metadata)),
      ("sourceDesc encodingDesc revisionDesc seriesStmt notesStmt", MarkupRule(.skipped)),
      ("titleStmt/title", MarkupRule(.inline, .title)),
      ("titleStmt/author", MarkupRule(.inline, .author)),
      ("persName/surname author/surname", MarkupRule(.inline, .surname)),
      ("persName/forename author/forename", MarkupRule(.inline, .givenName)),
      ("publicationStmt/date", MarkupRule(.inline, .date, from: ["when", "when-iso"])),
      (
        "publicationStmt/idno",
        MarkupRule(.inline, .address, where: ("type", ["URI", "URL", "url"]))
      ),
      ("langUsage/language", MarkupRule(.inline, .language, from: ["ident"])),
      ("TEI TEI.2 teiCorpus text front body back group floatingText", container),
      ("titlePage list table argument epigraph opener closer postscript sp", container),
      ("div div1 div2 div3 div4 div5 div6 div7", MarkupRule(.section)),
      ("head", MarkupRule(.heading)),
      ("docTitle", MarkupRule(.flat(.heading(level: 1)))),
      ("figure/head table/head list/head figDesc", MarkupRule(.flat(.caption))),
      (
        "p ab l byline docAuthor docDate docImprint dateline salute signed speaker stage", container
      ),
      ("trailer eg", container),
      ("lg", MarkupRule(.flat(.paragraph))),
      ("item", MarkupRule(.block(.listItem))),
      ("list/label", MarkupRule(.block(.listItem))),
      ("note", MarkupRule(.note)),
      ("quote cit", MarkupRule(.block(.quotation))),
      ("p/quote p/cit", MarkupRule(.inline)),
      ("cit/quote cit/bibl", MarkupRule(.inline)),
      ("row", MarkupRule(.row)),
      ("cell", MarkupRule(.cell)),
      ("lb", MarkupRule(.lineBreak)),
      ("listBibl", container),
      ("listBibl/head", MarkupRule(.heading)),
      ("bibl", MarkupRule(.inline)),
      ("listBibl/bibl div/bibl", MarkupRule(.flat(.bibliographyEntry))),
      ("biblStruct biblFull", MarkupRule(.parts(.bibliographyEntry))),
      ("fw graphic formula del surplus gap", MarkupRule(.skipped)),
      ("choice/sic choice/orig choice/abbr", MarkupRule(.skipped)),
    ])

  private static let container = MarkupRule(.container)
}
