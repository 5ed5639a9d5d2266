/// Finds where formulas end. What was looked for in vain is remembered, so that any number of
/// beginnings without an end takes no longer than one.
struct MathsEnd {
  /// No formula is longer; a stray mark is given up there.
  private static let longest = 20_000

  private let bytes: UnsafeBufferPointer<UInt8>
  /// Up to where none of these ends was found.
  private var endless: [[UInt8]: Range<Int>] = [:]

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  /// The closing `$` of a formula that begins with one, by Pandoc's rule: nothing blank stands
  /// inside the marks, and no digit follows.
  func ofInline(_ start: Int, _ place: TextPlace) -> Int? {
    guard start < bytes.count, bytes[start] > 0x20 else { return nil }
    return search(from: start, place, .paragraph) { at in
      switch bytes[at] {
      case UInt8(ascii: "$"):
        let isSingle = at + 1 >= bytes.count || bytes[at + 1] != UInt8(ascii: "$")
        let isDigit = at + 1 < bytes.count && (0x30...0x39).contains(bytes[at + 1])
        return isSingle && !isDigit && bytes[at - 1] > 0x20 ? .end : .other
      case UInt8(ascii: "`"): return .none
      default: return .further(1)
      }
    }.found
  }

  /// The `$$` that ends display maths.
  func ofDisplay(_ start: Int, _ place: TextPlace, _ reach: LineCrossing.Reach) -> Int? {
    let end = search(from: start, place, reach) { at in
      guard bytes[at] == UInt8(ascii: "$") else { return .further(1) }
      let run = bytes[at...].prefix { $0 == UInt8(ascii: "$") }.count
      return run >= 2 ? .end : .further(run)
    }
    guard var found = end.found else { return nil }
    while found + 2 < bytes.count, bytes[found + 2] == UInt8(ascii: "$") { found += 1 }
    return found
  }

  /// The end that is written as a command, `\)`, `\]` or `\end{align}`; nil too where another
  /// beginning comes first.
  mutating func written(
    _ mark: [UInt8], notBefore other: [UInt8]?, _ start: Int, _ place: TextPlace,
    _ reach: LineCrossing.Reach
  ) -> Int? {
    if let searched = endless[mark], searched.contains(start) { return nil }
    var isCut = false
    let end = search(from: start, place, reach) { at in
      guard bytes[at] == UInt8(ascii: "\\") else { return .further(1) }
      if bytes[at...].starts(with: mark) { return .end }
      isCut = other.map { bytes[at...].starts(with: $0) } ?? false
      return isCut ? .other : .further(1)
    }
    if end.found == nil, !isCut { endless[mark] = start..<end.reached }
    return end.found
  }

  /// What a byte means to a search: the end it looks for, a mark that is none, that there is none,
  /// or to go on.
  private enum Step { case end, other, none, further(Int) }

  /// Asks at each byte but those that a backslash escapes, as far as a formula may go; what stands
  /// in the argument of `\text` is passed, unless its brace is never closed.
  private func search(
    from start: Int, _ place: TextPlace, _ reach: LineCrossing.Reach, _ step: (Int) -> Step
  ) -> (found: Int?, reached: Int) {
    var text = NestedText()
    let end = search(from: start, place, reach, passing: &text, step)
    if end.found != nil || !text.hasPassed { return end }
    var none = NestedText.ignored
    return search(from: start, place, reach, passing: &none, step)
  }

  private func search(
    from start: Int, _ place: TextPlace, _ reach: LineCrossing.Reach,
    passing text: inout NestedText, _ step: (Int) -> Step
  ) -> (found: Int?, reached: Int) {
    var crossing = LineCrossing(bytes, place, reach)
    var at = start
    let limit = min(bytes.count, start + Self.longest)
    while at < limit {
      if bytes[at] == 0x0A {
        guard let next = crossing.next(after: at) else { return (nil, at) }
        at = next
        continue
      }
      if place.isRow, bytes[at] == UInt8(ascii: "|") { return (nil, at) }
      text.look(at, bytes)
      let escapes = bytes[at] == UInt8(ascii: "\\") && at + 1 < limit && bytes[at + 1] != 0x0A
      switch step(at) {
      case .end where text.isInside, .other where text.isInside:
        guard text.pass() else { return (nil, at) }
        at += escapes ? 2 : 1
      case .end: return (at, at)
      case .other, .none: return (nil, at)
      case .further(let count): at += escapes ? 2 : count
      }
    }
    return (nil, at)
  }
}
