import DomainPack

extension LineageGraph {
  /// The official page of an act: the one that the pack names, else the one that its pattern gives;
  /// nil if it has neither.
  public func page(of node: Int) -> String? {
    if let page = knownAct(node)?.url { return page }
    return key(of: node).flatMap { regulationKinds.page(ofKey: $0) }
  }
}
