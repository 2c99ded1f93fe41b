import RDF

/// What has to hold of every reference that is resolved against every base.
package enum IRICheck {
  /// Resolves a reference against a base; nothing is asked of a base that is no absolute IRI.
  ///
  /// - Throws: ``Violation`` for a rule that is broken.
  package static func check(reference: String, base: String) throws {
    guard let base = node(base) else { return }
    let resolver = BaseIRI(base)
    let result: NamedNode
    do throws(IRIError) {
      result = try resolver.resolve(reference)
    } catch {
      guard (0...error.iri.utf8.count).contains(error.offset) else {
        throw Violation("a fault outside the IRI: \(error)")
      }
      return
    }
    guard node(result.iri) == result else {
      throw Violation("\(result.iri) is no absolute IRI")
    }
    // Only what the base itself has may be left to remove.
    guard let absolute = resolved(result.iri, against: resolver),
      resolved(absolute.iri, against: resolver) == absolute
    else { throw Violation("\(result.iri) means something else each time it is resolved") }
  }

  private static func node(_ iri: String) -> NamedNode? {
    do throws(IRIError) { return try NamedNode(validating: iri) } catch { return nil }
  }

  private static func resolved(_ reference: String, against base: BaseIRI) -> NamedNode? {
    do throws(IRIError) { return try base.resolve(reference) } catch { return nil }
  }
}
