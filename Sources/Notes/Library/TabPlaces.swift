/// The names that MkDocs gives to tabs, `=== "Title"`: `__tabbed_2_1` is the first one of the second set of a page.
struct TabPlaces {
  /// The names in their order, each with the byte at which its tab begins.
  private(set) var all: [(name: String, byte: Int)] = []
  private var sets = 0
  /// The sets that go on: how far in they stand, which they are and how many tabs they have.
  private var open: [(indent: Int, set: Int, tabs: Int)] = []

  private static let sign = ByteSearch("===")

  init(in bytes: [UInt8]) {
    guard Self.sign?.first(in: bytes, from: 0, to: bytes.count) != nil else { return }
    var fence = FenceState()
    for line in bytes.split(separator: 0x0A) {
      let text = line.trimmedBytes
      guard !fence.isCode(line), !text.isEmpty else { continue }
      let indent = line.prefix { $0 == 0x20 }.count
      // What stands no further in than a set ends it, unless that is its next tab.
      while let last = open.last, last.indent > indent { open.removeLast() }
      guard let isNew = Self.beginsSet(text) else {
        if open.last?.indent == indent { open.removeLast() }
        continue
      }
      if isNew || open.last?.indent != indent {
        if open.last?.indent == indent { open.removeLast() }
        sets += 1
        open.append((indent, sets, 0))
      }
      open[open.count - 1].tabs += 1
      let tab = open[open.count - 1]
      all.append(("__tabbed_\(tab.set)_\(tab.tabs)", line.startIndex))
    }
  }

  /// Whether a tab's line begins a set of its own, as with `===!`; nil for another line.
  private static func beginsSet(_ text: ArraySlice<UInt8>) -> Bool? {
    guard text.starts(with: "===".utf8) else { return nil }
    let marks = text.dropFirst(3).prefix { "!+".utf8.contains($0) }
    let title = text[marks.endIndex...].drop { $0 == 0x20 }
    guard title.first == UInt8(ascii: "\""), title.count > 1, title.last == title.first else {
      return nil
    }
    return marks.contains(UInt8(ascii: "!"))
  }
}
