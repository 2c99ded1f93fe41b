public import RDF

/// A way through a graph ([SPARQL 1.1 §18.1.7](https://www.w3.org/TR/sparql11-query/#defn_PropertyPathExpr)).
public indirect enum PropertyPath: Hashable, Sendable {
  /// One step along a property.
  case property(NamedNode)
  /// `^path`: the way back.
  case inverse(PropertyPath)
  /// `first / second`.
  case sequence(PropertyPath, PropertyPath)
  /// `one | other`.
  case alternative(PropertyPath, PropertyPath)
  /// `path?`: not at all, or once.
  case zeroOrOne(PropertyPath)
  /// `path*`: not at all, or as often as one likes; each node once.
  case zeroOrMore(PropertyPath)
  /// `path+`: once, or as often as one likes; each node once.
  case oneOrMore(PropertyPath)
  /// `!(a | ^b)`: a step along any property but these, forwards, and any but those, backwards.
  ///
  /// No steps backwards are taken if `backward` is nil, none forwards if `forward` is nil; at least
  /// one of them is not.
  case negatedSet(forward: [NamedNode]?, backward: [NamedNode]?)
}
