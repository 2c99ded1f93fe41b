/// Queries on graphs, offline ([SPARQL 1.1](https://www.w3.org/TR/sparql11-query/)).
///
/// A text is parsed to a ``Query``, whose ``GraphPattern`` is the algebra of the specification; the
/// optimiser makes it a plan over a `QuadStore`, and operators run the plan over columns of term
/// numbers.
