/// The names that MkDocs gives to tabs, `=== "Title"` and `/// tab | Title`: `__tabbed_2_1` is the first one of the
/// second set of a page. Where a book makes readable names, a tab is called as its title, behind that of the heading
/// above where it combines them.
struct TabPlaces {
  /// The names in their order, each with the byte at which its tab begins.
  private(set) var all: [(name: String, byte: Int)] = []
  /// The same by their titles.
  private(set) var titled: [(name: String, byte: Int)] = []
  private var sets = 0
  /// The heading above, as addresses have it.
  private var heading: String?
  /// The sets that go on: how far in they stand, which they are and how many tabs they have.
  private var open: [(indent: Int, set: Int, tabs: Int)] = []

  /// Those between lines of slashes: how many, which set, how many tabs, and whether the last one ended.
  private var blocks: [(slashes: Int, set: Int, tabs: Int, isClosed: Bool)] = []
  /// Whether the last line began a tab, whose options come next.
  private var takesOptions = false

  private static let signs = ["===", "/// tab"].compactMap { ByteSearch($0) }

  init(in bytes: [UInt8]) {
    guard Self.signs.contains(where: { $0.first(in: bytes, from: 0, to: bytes.count) != nil })
    else { return }
    var fence = FenceState()
    for line in bytes.split(separator: 0x0A) {
      let text = line.trimmedBytes
      guard !fence.isCode(line), !text.isEmpty else { continue }
      if line.first == UInt8(ascii: "#") {
        heading = Slugs.slug(Titles.plain(line.drop { $0 == UInt8(ascii: "#") }))
      }
      readSlashes(text, at: line.startIndex)
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
      let quote = UInt8(ascii: "\"")
      add(titled: text.drop { $0 != quote }.dropFirst().prefix { $0 != quote }, line.startIndex)
    }
  }

  /// Tabs between lines of slashes: one that comes right behind another is of its set, unless it says `new: true`.
  private mutating func readSlashes(_ text: ArraySlice<UInt8>, at byte: Int) {
    defer { takesOptions = text.starts(with: "///".utf8) }
    let slashes = text.prefix { $0 == UInt8(ascii: "/") }.count
    let rest = text.dropFirst(slashes).trimmedBytes
    if slashes >= 3, rest.starts(with: "tab".utf8),
      rest.dropFirst(3).trimmedBytes.first == UInt8(ascii: "|")
    {
      while let last = blocks.last, last.isClosed, last.slashes != slashes { blocks.removeLast() }
      if blocks.last?.isClosed != true {
        sets += 1
        blocks.append((slashes, sets, 0, false))
      }
      blocks[blocks.count - 1].isClosed = false
      blocks[blocks.count - 1].tabs += 1
      let tab = blocks[blocks.count - 1]
      all.append(("__tabbed_\(tab.set)_\(tab.tabs)", byte))
      add(titled: rest.drop { $0 != UInt8(ascii: "|") }.dropFirst(), byte)
    } else if slashes >= 3, rest.isEmpty,
      let open = blocks.lastIndex(where: { !$0.isClosed && $0.slashes == slashes })
    {
      blocks.removeSubrange((open + 1)...)
      blocks[open].isClosed = true
    } else if takesOptions, text.elementsEqual("new: true".utf8), let last = blocks.last,
      last.tabs > 1
    {
      sets += 1
      blocks[blocks.count - 1] = (last.slashes, sets, 1, false)
      all[all.count - 1].name = "__tabbed_\(sets)_1"
    } else {
      while blocks.last?.isClosed == true { blocks.removeLast() }
    }
  }

  private mutating func add(titled title: ArraySlice<UInt8>, _ byte: Int) {
    let name = Slugs.slug(String(decoding: title, as: UTF8.self).trimmed)
    guard !name.isEmpty else { return }
    titled.append((name, byte))
    if let heading { titled.append(("\(heading)-\(name)", byte)) }
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
