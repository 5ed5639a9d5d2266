extension CaseIterable where Self: Equatable {
  /// The case after this one, and after the last one the first: what a key goes through, round and round.
  package var following: Self {
    let all = Array(Self.allCases)
    let at = all.firstIndex(of: self) ?? 0
    return all[(at + 1) % all.count]
  }
}
