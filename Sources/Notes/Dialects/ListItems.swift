/// The items of lists that are open, line by line: a box that stands in one belongs to it, and goes on only as far as
/// it is indented so.
struct ListItems {
  /// The columns at which their texts begin, from the outermost on.
  private var columns: [Int] = []

  /// Takes in a line of text.
  mutating func read(_ text: ArraySlice<UInt8>, indent: Int) {
    guard !text.isEmpty else { return }
    while let last = columns.last, last > indent { columns.removeLast() }
    if let width = Self.marker(text) { columns.append(indent + width) }
  }

  /// How far in a box begins that belongs to an item and is indented so; 0 for one that belongs to none.
  func margin(at indent: Int) -> Int {
    guard let column = columns.last(where: { $0 <= indent }), indent - column < 4 else { return 0 }
    return indent
  }

  /// The columns of `- ` or `12. ` and the blanks behind it; nil for a text that begins no item.
  private static func marker(_ text: ArraySlice<UInt8>) -> Int? {
    var rest = text
    // A footnote's text goes on as an item's does, and so does a definition's.
    if text.starts(with: "[^".utf8), let close = text.firstIndex(of: UInt8(ascii: "]")),
      text[close...].dropFirst().first == UInt8(ascii: ":")
    {
      return 4
    }
    if let first = rest.first, "-*+:".utf8.contains(first) {
      rest = rest.dropFirst()
    } else {
      let digits = rest.prefix { (0x30...0x39).contains($0) }
      guard (1...9).contains(digits.count) else { return nil }
      rest = rest.dropFirst(digits.count)
      guard let sign = rest.first, ".)".utf8.contains(sign) else { return nil }
      rest = rest.dropFirst()
    }
    let blanks = rest.prefix { $0 == 0x20 }.count
    guard blanks > 0, rest.count > blanks else { return nil }
    return text.count - rest.count + (blanks > 4 ? 1 : blanks)
  }
}
