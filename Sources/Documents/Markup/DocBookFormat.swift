extension MarkupFormat {
  /// Books and articles in DocBook 4 and 5
  /// ([DocBook 5.1](https://docs.oasis-open.org/docbook/docbook/v5.1/docbook-v5.1.html)).
  static let docBook = MarkupFormat(
    name: "docbook",
    [
      (
        "info articleinfo bookinfo chapterinfo sectioninfo partinfo appendixinfo prefaceinfo", about
      ),
      ("sect1info sect2info sect3info setinfo", about),
      ("legalnotice revhistory copyright keywordset subjectset releaseinfo indexterm", skip),
      ("remark mediaobject inlinemediaobject imageobject toc lot index affiliation", skip),
      ("author/email author/address author/uri personblurb cover othername honorific", skip),
      ("info/title articleinfo/title bookinfo/title setinfo/title", MarkupRule(.heading, .title)),
      ("article/title book/title", MarkupRule(.heading, .title)),
      ("info/author articleinfo/author bookinfo/author authorgroup/author", author),
      ("personname/surname author/surname", MarkupRule(.inline, .surname)),
      ("personname/firstname author/firstname", MarkupRule(.inline, .givenName)),
      ("personname/givenname", MarkupRule(.inline, .givenName)),
      ("info/date info/pubdate articleinfo/date articleinfo/pubdate", MarkupRule(.inline, .date)),
      ("bookinfo/date bookinfo/pubdate", MarkupRule(.inline, .date)),
      ("article book set", container),
      (
        "section sect1 sect2 sect3 sect4 sect5 simplesect chapter part preface",
        MarkupRule(.section)
      ),
      (
        "appendix colophon dedication acknowledgements glossary bibliography refentry",
        MarkupRule(.section)
      ),
      ("bibliodiv glossdiv abstract sidebar", MarkupRule(.section)),
      ("title", MarkupRule(.heading)),
      ("subtitle titleabbrev", skip),
      ("formalpara/title bridgehead", MarkupRule(.heading)),
      ("figure/title table/title example/title equation/title", MarkupRule(.flat(.caption))),
      ("figure/caption table/caption mediaobject/caption informaltable/caption", caption),
      ("para simpara formalpara programlisting screen literallayout synopsis address", container),
      ("itemizedlist orderedlist variablelist varlistentry simplelist segmentedlist", container),
      ("procedure substeps qandaset qandaentry glosslist glossentry figure table", container),
      ("informaltable example informalexample equation tgroup thead tbody tfoot note", container),
      ("tip warning important caution epigraph", container),
      (
        "listitem term member step question answer glossterm glossdef seg",
        MarkupRule(.block(.listItem))
      ),
      ("blockquote", MarkupRule(.block(.quotation))),
      ("footnote", MarkupRule(.note)),
      ("footnoteref", skip),
      ("quote", MarkupRule(.quote)),
      ("row tr", MarkupRule(.row)),
      ("entry td th", MarkupRule(.cell)),
      ("bibliomixed", MarkupRule(.flat(.bibliographyEntry))),
      ("biblioentry", MarkupRule(.parts(.bibliographyEntry))),
      ("biblioentry/abbrev bibliomixed/abbrev", skip),
    ])

  private static let about = MarkupRule(.metadata)
  private static let author = MarkupRule(.inline, .author)
  private static let caption = MarkupRule(.flat(.caption))
  private static let skip = MarkupRule(.skipped)
  private static let container = MarkupRule(.container)
}
