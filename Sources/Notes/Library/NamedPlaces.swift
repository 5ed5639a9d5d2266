/// Places of one note that have a name which is no heading's: elements of HTML, `<a id="name">`, what
/// `Attributes` name, Obsidian's blocks, `^name`, footnotes, tabs and what comments for another program name. The
/// note is looked through once for all of its links.
struct NamedPlaces: Sendable {
  /// Where each name stands, and how sure its form is: the surest holds, and of alike ones the first.
  private var elements: [String: (form: Int, byte: Int)] = [:]
  private var blocks: [String: Int] = [:]
  /// Where the note's lessons begin, in order.
  private var starts: [(byte: Int, id: LessonID)] = []

  /// No longer name is one.
  private static let longest = 200

  init(_ document: Int, of library: Library) {
    for id in library.lessonIDs(inDocument: document) {
      if let lesson = library[id] { starts.append((lesson.range.lowerBound, id)) }
    }
    let text = WholeText(of: library.documents[document])
    text.bytes.withUnsafeBufferPointer { read($0) }
    let tabs = TabPlaces(in: text.bytes)
    for tab in tabs.all { add(tab.name, 8, tab.byte) }
    for tab in tabs.titled { add(tab.name, 15, tab.byte) }
    elements = elements.mapValues { ($0.form, text.byte(inNote: $0.byte)) }
    blocks = blocks.mapValues(text.byte(inNote:))
    if text.isMade { text.note.withUnsafeBufferPointer { read($0) } }
  }

  /// The lesson in which a byte of the note stands.
  func lesson(at byte: Int) -> LessonID? {
    var (low, high) = (0, starts.count)
    while low < high {
      let middle = (low + high) / 2
      if starts[middle].byte <= byte { low = middle + 1 } else { high = middle }
    }
    return low > 0 ? starts[low - 1].id : nil
  }

  /// The lesson of an element or of what attributes name, in small or large letters.
  func lesson(ofElement name: String) -> LessonID? {
    let place = elements[name.lowercased()] ?? Self.footnote(name).flatMap { elements[$0] }
    return place.flatMap { lesson(at: $0.byte) }
  }

  /// What a footnote is called here that MkDocs calls `fn:1`, the place from which it is referred to `fnref:1` or,
  /// the second time, `fnref2:1`, and others `fn1`, `fn-1` and `user-content-fn-1`; nil for another name.
  private static func footnote(_ name: String) -> String? {
    var rest = name.lowercased()[...]
    if rest.hasPrefix("user-content-") { rest = rest.dropFirst("user-content-".count) }
    guard rest.hasPrefix("fn") else { return nil }
    rest = rest.dropFirst(rest.hasPrefix("fnref") ? 5 : 2)
    let label = rest.drop { $0.isNumber }
    if label.first == ":" { return "[^\(label.dropFirst())]" }
    return "[^\(rest.first == "-" ? rest.dropFirst() : rest)]"
  }

  /// The lesson of a block.
  func lesson(ofBlock name: String) -> LessonID? { blocks[name].flatMap { lesson(at: $0) } }

  // MARK: Reading

  private mutating func read(_ bytes: UnsafeBufferPointer<UInt8>) {
    /// What stands from a place on up to a byte that ends it.
    func name(_ start: Int, endedBy isEnd: (UInt8) -> Bool) -> String? {
      let rest = bytes[min(start, bytes.count)..<min(bytes.count, start + Self.longest)]
      guard let end = rest.firstIndex(where: { isEnd($0) || $0 == 0x0A }), end > start,
        isEnd(bytes[end])
      else { return nil }
      return String(decoding: rest[..<end], as: UTF8.self)
    }
    func isThere(_ text: StaticString, _ at: Int) -> Bool {
      let count = text.utf8CodeUnitCount
      guard at + count <= bytes.count else { return false }
      return (0..<count).allSatisfy { index in
        let byte = bytes[at + index]
        return ((0x41...0x5A).contains(byte) ? byte | 0x20 : byte) == text.utf8Start[index]
      }
    }
    var at = 0
    while at < bytes.count {
      defer { at += 1 }
      switch bytes[at] {
      case UInt8(ascii: "="):
        for (form, sign) in [(0, "id=\"" as StaticString), (1, "name=\""), (2, "id='")] {
          let start = at + 2 - sign.utf8CodeUnitCount
          guard start >= 0, isThere(sign, start) else { continue }
          add(name(at + 2) { $0 == bytes[at + 1] }, form, start)
        }
        if at > 2, isThere(" id=", at - 3) || isThere("{id=", at - 3) {
          add(name(at + 1) { "} >".utf8.contains($0) }, 11, at)
        }
      case UInt8(ascii: "<") where isThere("<!-- ", at):
        addMacro(name(at + 5) { $0 == UInt8(ascii: ">") }, at)
      case UInt8(ascii: "{"):
        // `{#id}`, `{ #id }`, `{: #id }`, and, less sure, behind classes.
        let inside = bytes[at..<min(bytes.count, at + Self.longest)].prefix {
          $0 != 0x0A && $0 != 0x7D
        }
        var isFirst = true
        for sign in inside.indices.dropFirst() {
          if bytes[sign] == UInt8(ascii: "#"), sign == at + 1 || bytes[sign - 1] == 0x20 {
            let form = isFirst ? 3 : 14
            add(name(sign + 1) { $0 == UInt8(ascii: "}") || $0 == 0x20 }, form, at)
          }
          if bytes[sign] != 0x20, bytes[sign] != UInt8(ascii: ":") { isFirst = false }
        }
      case UInt8(ascii: "[") where isThere("[^", at):
        // Where it is referred to it is shown; what it says stands with a colon behind.
        guard let label = name(at + 2, endedBy: { $0 == UInt8(ascii: "]") }) else { continue }
        let end = at + 3 + label.utf8.count
        let isText = end < bytes.count && bytes[end] == UInt8(ascii: ":")
        add("[^\(label)]", isText ? 10 : 9, at)
      case UInt8(ascii: "[") where isThere("[[", at):
        guard let name = name(at + 2, endedBy: { $0 == UInt8(ascii: "]") }),
          isThere("]]\n", at + 2 + name.utf8.count)
        else { continue }
        add(name, 7, at)
      case UInt8(ascii: "|") where isThere("| label: ", at):
        // Of a cell of code, `#| label: name`.
        add(name(at + 9) { $0 <= 0x20 }, 13, at)
      case UInt8(ascii: "^"):
        // What stands behind another sign is no name: many of these signs would be a name of each rest.
        let name = bytes[(at + 1)..<min(bytes.count, at + Self.longest)].prefix {
          (0x61...0x7A).contains($0 | 0x20) || (0x30...0x39).contains($0) || $0 >= 0x80
            || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_")
        }
        let block = String(decoding: name, as: UTF8.self)
        if !block.isEmpty, blocks[block] == nil { blocks[block] = at }
      default: break
      }
    }
  }

  /// What a comment that another program reads, as MkDocs' `<!-- md:option toc.slugify -->`, makes a place of: its
  /// last word, which some of its links have a sign before.
  private mutating func addMacro(_ comment: String?, _ byte: Int) {
    guard let words = comment?.split(separator: " "), words.count > 2, words.last == "--",
      words[0].contains(":")
    else { return }
    let name = String(words[words.count - 2])
    for name in [name, "+\(name)"] { add(name, 12, byte) }
  }

  private mutating func add(_ name: String?, _ form: Int, _ byte: Int) {
    guard let name = name?.lowercased() else { return }
    if let known = elements[name], known.form <= form { return }
    elements[name] = (form, byte)
  }
}
