/// Where the spans of one line end, asked for from its beginning on. What is not there, or far behind, is looked
/// for once: a line of beginnings that nothing ends would be gone through again for each of them.
package struct SpanEnds {
  /// Runs of a sign with none of their like behind them that could end a span.
  private var endless: Set<Substring> = []
  /// Where other endings stand next; `.some(nil)` for nowhere.
  private var next: [String: Range<Substring.Index>?] = [:]

  /// Nothing looked for yet.
  package init() {}

  /// Where a span of code or a formula ends that the rest of the line begins with; nil for none.
  package mutating func end(ofSpan text: Substring) -> Substring.Index? {
    guard let sign = text.first else { return nil }
    let run = text.prefix { $0 == sign }
    let inside = text[run.endIndex...]
    // A sum of money ends no formula.
    if sign == "$", inside.first?.isWhitespace ?? true { return nil }
    if endless.contains(run) { return nil }
    var rest = inside
    while let found = rest.firstRange(of: String(run)) {
      let behind = text[found.upperBound...]
      let isEnd =
        sign == "`"
        ? behind.first != sign
        : text[..<found.lowerBound].last?.isWhitespace == false && behind.first?.isNumber != true
      if isEnd { return found.upperBound }
      rest = behind.drop { $0 == sign }
    }
    endless.insert(run)
    return nil
  }

  /// Where an ending stands first in the rest of the line; nil for nowhere.
  package mutating func first(_ ending: String, in rest: Substring) -> Range<Substring.Index>? {
    if let known = next[ending], known.map({ $0.lowerBound >= rest.startIndex }) ?? true {
      return known
    }
    let found = rest.firstRange(of: ending)
    next.updateValue(found, forKey: ending)
    return found
  }
}

extension String {
  /// A line with what is found in it replaced; spans of code stay.
  ///
  /// - Parameters:
  ///   - formulas: whether those stay too.
  ///   - found: what stands in place of what the rest of the line begins with, behind the sign that was put there last,
  ///     and where that ends; nil where nothing does.
  func replacingOutsideCode(
    orFormulas formulas: Bool = false,
    _ found: (_ rest: Substring, _ before: Character?) -> (words: String, end: Substring.Index)?
  ) -> String {
    var result = ""
    var rest = self[...]
    var ends = SpanEnds()
    while let first = rest.first {
      if first == "`" || formulas && first == "$", let end = ends.end(ofSpan: rest) {
        result += rest[..<end]
        rest = rest[end...]
      } else if let (words, end) = found(rest, result.last) {
        result += words
        rest = rest[end...]
      } else {
        result.append(first)
        rest = rest.dropFirst()
      }
    }
    return result
  }
}
