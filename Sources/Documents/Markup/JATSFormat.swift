extension MarkupFormat {
  /// Articles of journals and, in its sister BITS, books
  /// ([JATS](https://jats.nlm.nih.gov/archiving/tag-library/1.3/)).
  static let jats = MarkupFormat(
    name: "jats",
    [
      ("front book-meta front-stub journal-meta", MarkupRule(.metadata)),
      ("collection-meta processing-meta", MarkupRule(.metadata)),
      ("permissions funding-group related-article counts custom-meta-group", skip),
      ("article-categories kwd-group history supplementary-material math inline-formula", skip),
      ("disp-formula graphic media alternatives author-notes aff contrib-id toc index", skip),
      ("title-group/article-title book-title-group/book-title", MarkupRule(.heading, .title)),
      ("contrib", MarkupRule(.inline, .author, where: ("contrib-type", ["author"]))),
      ("contrib/email contrib/xref contrib/role contrib/address contrib/bio", skip),
      ("name/surname", MarkupRule(.part(.surname), .surname)),
      ("name/given-names", MarkupRule(.part(.givenName), .givenName)),
      ("journal-meta/journal-title journal-title-group/journal-title", field(.container)),
      ("journal-meta/publisher book-meta/publisher", MarkupRule(.metadata)),
      ("publisher/publisher-name", field(.publisher)),
      ("article-meta/volume", field(.volume)),
      ("article-meta/issue", field(.issue)),
      ("article-meta/fpage article-meta/elocation-id", field(.firstPage)),
      ("article-meta/lpage", field(.lastPage)),
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
      ("element-citation", MarkupRule(.citation)),
      ("xref", MarkupRule(.mark, where: ("ref-type", ["fn", "table-fn"]))),
      ("sup/xref", MarkupRule(.mark)),
      ("sup", MarkupRule(.inline)),
      ("object-id elocation-id pub-id", skip),
      ("mixed-citation/pub-id", MarkupRule(.inline)),
      (
        "element-citation/person-group",
        MarkupRule(.part(.people), where: ("person-group-type", ["author"]))
      ),
      (
        "element-citation/name person-group/name person-group/string-name",
        MarkupRule(.part(.name))
      ),
      ("string-name/surname", MarkupRule(.part(.surname))),
      ("string-name/given-names", MarkupRule(.part(.givenName))),
      ("element-citation/collab person-group/collab", MarkupRule(.part(.body))),
      ("element-citation/etal person-group/etal", MarkupRule(.part(.others))),
      ("element-citation/year", MarkupRule(.part(.year))),
      (
        "element-citation/article-title element-citation/chapter-title element-citation/data-title",
        MarkupRule(.part(.title))
      ),
      ("element-citation/source", MarkupRule(.part(.container))),
      ("element-citation/volume", MarkupRule(.part(.volume))),
      ("element-citation/issue", MarkupRule(.part(.issue))),
      ("element-citation/fpage element-citation/elocation-id", MarkupRule(.part(.firstPage))),
      ("element-citation/lpage", MarkupRule(.part(.lastPage))),
      ("element-citation/page-range", MarkupRule(.part(.pages))),
      ("element-citation/edition", MarkupRule(.part(.edition))),
      ("element-citation/publisher-loc", MarkupRule(.part(.place))),
      ("element-citation/publisher-name", MarkupRule(.part(.publisher))),
      (
        "element-citation/pub-id",
        MarkupRule(.part(.doi), where: ("pub-id-type", ["doi"]))
      ),
      ("element-citation/ext-link element-citation/uri", MarkupRule(.part(.address))),
      ("element-citation/month element-citation/day", MarkupRule(.part(.unused))),
      ("element-citation/isbn element-citation/issn", MarkupRule(.part(.unused))),
      ("element-citation/object-id element-citation/season", MarkupRule(.part(.unused))),
    ])

  private static func field(_ field: MarkupField) -> MarkupRule { MarkupRule(.inline, field) }

  private static let skip = MarkupRule(.skipped)
  private static let container = MarkupRule(.container)
}
