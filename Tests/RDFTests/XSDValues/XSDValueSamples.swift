import RDF

/// Short ways to write values in tests: the local name of a datatype and a lexical form.
extension XSDValue {
  /// The value of a literal that a test knows to be well typed.
  init(_ datatype: XSDDatatype, _ lexicalForm: String) throws {
    try self.init(Literal(lexicalForm, datatype: datatype.node))
  }
}

/// The error of a computation; nil if there is none.
func failure(_ compute: () throws(XSDError) -> XSDValue) -> XSDError? {
  do {
    _ = try compute()
    return nil
  } catch {
    return error
  }
}
