extension MarkupFormat {
  /// Articles of journals and, in its sister BITS, books
  /// ([JATS](https://jats.nlm.nih.gov/archiving/tag-library/1.3/)).
  static let jats = MarkupFormat(
    name: "jats",
    [
      ("front book-meta front-stub collection-meta processing-meta", MarkupRule(.metadata)),
      ("journal-meta permissions funding-group related-article counts custom-meta-group", skip),
      ("article-categories kwd-group history supplementary-material math inline-formula", skip),
      ("disp-formula graphic media alternatives author-notes aff contrib-id toc index", skip),
      ("title-group/article-title book-title-group/book-title", MarkupRule(.heading, .title)),
      ("contrib", MarkupRule(.inline, .author, where: ("contrib-type", ["author"]))),
      ("contrib/email contrib/xref contrib/role contrib/address contrib/bio", skip),
      ("name/surname", MarkupRule(.inline, .surname)),
      ("name/given-names", MarkupRule(.inline, .givenName)),
      (
        "pub-date",
        MarkupRule(
          .inline, .date, from: ["iso-8601-date"],
          where: ("pub-type", ["epub", "ppub", "pub", "collection", "epub-ppub"]))
      ),
      ("pub-date/year", MarkupRule(.inline, .year)),
      ("pub-date/month", MarkupRule(.inline, .month)),
      ("pub-date/day", MarkupRule(.inline, .day)),
      (
        "article-meta/article-id book-meta/book-id",
        MarkupRule(.inline, .doi, where: ("pub-id-type", ["doi"]))
      ),
      ("article-meta/self-uri", MarkupRule(.inline, .address, from: ["href"])),
      (
        "abstract trans-abstract sec app ack notes glossary boxed-text book-part",
        MarkupRule(.section)
      ),
      ("body back article sub-article response app-group fn-group fig table-wrap", container),
      (
        "table-wrap-foot list def-list def-item caption thead tbody tfoot table verse-group",
        container
      ),
      ("title", MarkupRule(.heading)),
      ("label", skip),
      ("sec/label app/label", MarkupRule(.numbering)),
      ("fig/label table-wrap/label boxed-text/label", MarkupRule(.label)),
      ("p verse-line speech code preformat sig attrib", container),
      ("list-item def term", MarkupRule(.block(.listItem))),
      ("disp-quote", MarkupRule(.block(.quotation))),
      ("fn table-wrap-foot/fn", MarkupRule(.note)),
      ("fig/caption table-wrap/caption boxed-text/caption", MarkupRule(.flat(.caption))),
      ("tr", MarkupRule(.row)),
      ("td th", MarkupRule(.cell)),
      ("break", MarkupRule(.lineBreak)),
      ("ref-list", MarkupRule(.section)),
      ("ref", MarkupRule(.block(.bibliographyEntry))),
      ("mixed-citation citation nlm-citation", MarkupRule(.flat(.bibliographyEntry))),
      ("element-citation", MarkupRule(.parts(.bibliographyEntry))),
      ("xref", MarkupRule(.mark, where: ("ref-type", ["fn", "table-fn"]))),
      ("sup/xref", MarkupRule(.mark)),
      ("sup", MarkupRule(.inline)),
      ("object-id elocation-id pub-id", skip),
      ("element-citation/pub-id mixed-citation/pub-id", MarkupRule(.inline)),
    ])

  private static let skip = MarkupRule(.skipped)
  private static let container = MarkupRule(.container)
}
