/// A box that is open, and what is known where it stands.
struct OpenBox {
  var box: AdmonitionBox
  /// How far in it begins as a part of an item of a list.
  var margin = 0
  /// The items of lists that are open in it.
  var items = ListItems()
  /// The number of a figure that holds others, until it was put before what they show together.
  var number: [UInt8] = []
  /// What stands below all of it, as the last words of a card.
  var below: [UInt8] = []

  /// What stands before each of its lines.
  var head: [UInt8] {
    [UInt8](repeating: 0x20, count: margin) + (box.isQuote ? Array("> ".utf8) : [])
  }

  /// A line without what is indented in it for the box; nil where too little is, so that the box ends.
  func inside(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    guard case .indented = box else {
      return margin == 0 ? line : line.dropFirst(line.prefix(margin).prefix { $0 == 0x20 }.count)
    }
    var (columns, rest) = (0, line)
    while columns < margin + 4 {
      guard let first = rest.first, first == 0x20 || first == 0x09 else { return nil }
      columns += first == 0x09 ? 4 : 1
      rest = rest.dropFirst()
    }
    return rest
  }
}
