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
    var crossing = LineCrossing(bytes, place, .paragraph)
    var at = start
    let limit = min(bytes.count, start + Self.longest)
    while at < limit {
      switch bytes[at] {
      case UInt8(ascii: "\\"): at += at + 1 < limit && bytes[at + 1] == 0x0A ? 1 : 2
      case UInt8(ascii: "$"):
        let isSingle = at + 1 >= bytes.count || bytes[at + 1] != UInt8(ascii: "$")
        let isDigit = at + 1 < bytes.count && (0x30...0x39).contains(bytes[at + 1])
        return isSingle && !isDigit && bytes[at - 1] > 0x20 ? at : nil
      case UInt8(ascii: "`"): return nil
      case UInt8(ascii: "|") where place.isRow: return nil
      case 0x0A:
        guard let next = crossing.next(after: at) else { return nil }
        at = next
      default: at += 1
      }
    }
    return nil
  }

  /// The `$$` that ends display maths.
  mutating func ofDisplay(_ start: Int, _ place: TextPlace, _ reach: LineCrossing.Reach) -> Int? {
    var crossing = LineCrossing(bytes, place, reach)
    var at = start
    let limit = min(bytes.count, start + Self.longest)
    while at < limit {
      switch bytes[at] {
      case UInt8(ascii: "\\"): at += at + 1 < limit && bytes[at + 1] == 0x0A ? 1 : 2
      case UInt8(ascii: "$"):
        var end = at
        while end < bytes.count, bytes[end] == UInt8(ascii: "$") { end += 1 }
        if end - at >= 2 { return end - 2 }
        at = end
      case UInt8(ascii: "|") where place.isRow: return nil
      case 0x0A:
        guard let next = crossing.next(after: at) else { return nil }
        at = next
      default: at += 1
      }
    }
    return nil
  }

  /// The end that is written as a command, `\)`, `\]` or `\end{align}`; nil too where another
  /// beginning comes first.
  mutating func written(
    _ mark: [UInt8], notBefore other: [UInt8]?, _ start: Int, _ place: TextPlace,
    _ reach: LineCrossing.Reach
  ) -> Int? {
    if let searched = endless[mark], searched.contains(start) { return nil }
    var crossing = LineCrossing(bytes, place, reach)
    var at = start
    let limit = min(bytes.count, start + Self.longest)
    search: while at < limit {
      switch bytes[at] {
      case UInt8(ascii: "\\"):
        if bytes[at...].starts(with: mark) { return at }
        if let other, bytes[at...].starts(with: other) { return nil }
        at += at + 1 < limit && bytes[at + 1] == 0x0A ? 1 : 2
      case UInt8(ascii: "|") where place.isRow: break search
      case 0x0A:
        guard let next = crossing.next(after: at) else { break search }
        at = next
      default: at += 1
      }
    }
    endless[mark] = start..<at
    return nil
  }
}
