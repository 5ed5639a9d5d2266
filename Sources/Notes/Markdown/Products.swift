extension [Inline] {
  /// The same with `1*4 + 2*5` as it was written: CommonMark reads emphasis there, people products.
  ///
  /// An asterisk counts as a sign where both ends of the emphasis stand inside words, and one of
  /// them between digits; `19*84*` and `un*believ*able` stay emphasis.
  var withProducts: [Inline] {
    guard count > 2 else { return self }
    return indices.map { index in
      switch self[index] {
      case .emphasis(let inner) where isProduct(inner, at: index): product(inner, "*")
      case .strong(let inner) where isProduct(inner, at: index): product(inner, "**")
      default: [self[index]]
      }
    }.flatMap { $0 }.joinedTexts
  }

  private func isProduct(_ inner: [Inline], at index: Int) -> Bool {
    guard index > 0, index + 1 < count, case .text(let before) = self[index - 1],
      case .text(let after) = self[index + 1], let left = before.last, let right = after.first,
      case let text = inner.plainText, let first = text.first, let last = text.last
    else { return false }
    let isInWords =
      [left, last].allSatisfy { $0.isLetter || $0.isNumber || $0 == ")" }
      && [first, right].allSatisfy { $0.isLetter || $0.isNumber || $0 == "(" }
    return isInWords
      && (left.isNumber && (first.isNumber || first == "(")
        || right.isNumber && (last.isNumber || last == ")"))
  }

  private func product(_ inner: [Inline], _ sign: String) -> [Inline] {
    [.text(sign)] + inner + [.text(sign)]
  }
}
