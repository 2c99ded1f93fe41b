/// The page of a graph: one HTML file that opens by double click, without network or installation.
///
/// ``PageModel`` holds everything that the page shows, apart from any graph type of the house;
/// ``PageSerializer`` writes it. The page itself, its markup, style sheet, program and texts, lies
/// in `Page/` as ordinary files, which the build embeds.
///
/// ```swift
/// let page = PageSerializer(language: .indonesian).write(model)
/// ```
package enum GraphPage {
  /// The version of the data blocks; the page's program reads exactly this one.
  package static let dataVersion = 2
}
