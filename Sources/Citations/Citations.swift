/// Citations of regulations in running text, and their canonical keys.
///
/// ``CitationParser`` finds every citation of a text; ``RegulationReference`` reads what a person
/// types and writes the usual form of a key. The grammar (number word, year word, list, slash form)
/// is here, every word of it in the domain pack.
///
/// ```swift
/// let parser = CitationParser(kinds: kinds, known: known)
/// let found = parser.citations(in: Array("Pasal 363 UU No. 23/2014".utf8))
/// // found[0].key == "UU/2014/23", found[0].articles[0].text == "Pasal 363"
/// ```
public enum Citations {}
