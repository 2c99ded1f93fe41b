extension MarkupFormat {
  /// Acts, bills and other papers of the law
  /// ([Akoma Ntoso 1.0](https://docs.oasis-open.org/legaldocml/akn-core/v1.0/akn-core-v1.0-part1-vocabulary.html)).
  static let akomaNtoso = MarkupFormat(
    name: "akoma-ntoso",
    [
      ("meta", MarkupRule(.metadata)),
      ("lifecycle analysis workflow temporalData notes publication", MarkupRule(.skipped)),
      ("FRBRManifestation FRBRItem proprietary presentation", MarkupRule(.skipped)),
      ("FRBRWork/FRBRdate", MarkupRule(.inline, .date, from: ["date"])),
      ("FRBRWork/FRBRname FRBRWork/FRBRalias", MarkupRule(.inline, .alias, from: ["value"])),
      ("FRBRExpression/FRBRlanguage", MarkupRule(.inline, .language, from: ["language"])),
      ("FRBRWork/FRBRuri", MarkupRule(.inline, .address, from: ["value"])),
      ("docTitle", MarkupRule(.inline, .title)),
      ("longTitle", MarkupRule(.flat(.heading(level: 1)))),
      ("akomaNtoso act bill doc statement judgment amendment debate documentCollection", container),
      ("preface preamble body mainBody conclusions attachments attachment components", container),
      (
        "component coverPage container recitals citations formula list table intro wrapUp",
        container
      ),
      ("content blockList listIntroduction listWrapUp judgmentBody amendmentBody", container),
      ("p block citation recital span/p signature", container),
      (
        "book part title chapter subchapter section subsection article division",
        MarkupRule(.section)
      ),
      (
        "tome subpart subtitle subdivision hcontainer background arguments decision",
        MarkupRule(.section)
      ),
      ("heading crossHeading", MarkupRule(.heading)),
      ("subheading", MarkupRule(.heading)),
      ("num", MarkupRule(.label)),
      (
        "book/num part/num title/num chapter/num subchapter/num section/num subsection/num",
        numbering
      ),
      ("article/num division/num tome/num subpart/num subtitle/num subdivision/num", numbering),
      ("hcontainer/num", numbering),
      ("paragraph subparagraph clause subclause rule subrule", container),
      ("point indent alinea item subitem", MarkupRule(.block(.listItem))),
      ("authorialNote", MarkupRule(.note)),
      ("noteRef", MarkupRule(.mark)),
      ("tr", MarkupRule(.row)),
      ("td th", MarkupRule(.cell)),
      ("caption", MarkupRule(.flat(.caption))),
      ("br eol", MarkupRule(.lineBreak)),
      ("img toc", MarkupRule(.skipped)),
      ("del", MarkupRule(.skipped)),
    ])

  private static let container = MarkupRule(.container)
  private static let numbering = MarkupRule(.numbering)
}
