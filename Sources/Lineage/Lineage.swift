/// The lineage of regulations: what each rests on and replaced, what amends, implements or ends it,
/// when it is in force, and what hangs on it.
///
/// A ``LineageGraph`` is made of the statements of a build, and of the acts that the domain pack
/// knows. Everything else asks it: ``LineageTracer`` follows the relations, ``LineageGraph`` derives
/// when an act is in force, ``LineageCheck`` finds what does not fit together, and the reports write
/// the answers.
///
/// ```swift
/// var loader = LineageLoader(pack: pack)
/// while try reader.next(into: &block) { loader.take(block) }
/// let graph = loader.finish()
/// var tracer = LineageTracer(graph)
/// let answer = tracer.answer(LineageQuestion(node: graph.node(forKey: "UU/2014/23")!))
/// ```
public enum Lineage {}
