/// Obsidian's embeds of text, `![[note]]`, `![[note#heading]]` and `![[note#^block]]` on a line of their own, be it in
/// a quote or an item: what they name stands there as a quote, with a link to where it comes from. What is not known, or is long, stays a
/// link.
enum VaultEmbeds {
  private static let sign = ByteSearch("![[")
  /// Longer parts are gone to rather than read elsewhere.
  private static let mostLines = 200
  /// More of one lesson are not looked for: each may ask for all of a note to be looked through.
  private static let mostEmbeds = 100
  /// What the embeds of one lesson may come to.
  private static let mostBytes = 100_000

  /// Whether any may stand in a text.
  static func mayStand(in bytes: [UInt8]) -> Bool {
    sign?.first(in: bytes, from: 0, to: bytes.count) != nil
  }

  /// A lesson's text with what it embeds; nil where that is nothing.
  static func text(of bytes: [UInt8], in library: Library, from id: LessonID) -> TracedText? {
    guard mayStand(in: bytes) else { return nil }
    var text = TracedText()
    // A note that is embedded part by part is taken apart once.
    var notes: [Int: VaultPart] = [:]
    var left = mostBytes
    var asked = 0
    var isChanged = false
    var definitions: [(line: ArraySlice<UInt8>, origin: Int)] = []
    var fence = FenceState()
    var places = EmbedPlaces()
    for (index, line) in bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated()
    {
      let origin = index + 1
      let isCode = fence.isCode(line)
      let place = isCode ? nil : places.next(line)
      let found = asked == mostEmbeds ? nil : place.flatMap { target(of: line[$0.start...]) }
      if found != nil { asked += 1 }
      guard let place, let target = found,
        let (note, lines) = part(target, in: library, from: id, &notes)
      else {
        text.add(line, from: origin)
        continue
      }
      let part = EmbeddedDefinitions(of: lines, from: library.documents[note], number: asked)
      let size = (part.lines + part.definitions).reduce(0) { $0 + $1.count + 3 }
      guard size <= left else {
        text.add(line, from: origin)
        continue
      }
      left -= size
      isChanged = true
      // What an item begins with takes the place of the blank line above.
      if !place.isItem { text.add(place.blank, from: origin) }
      var head = place.head
      func add(_ line: [UInt8]) {
        text.add(head + line, from: origin)
        head = place.margin
      }
      var fence = FenceState()
      for line in part.lines {
        for written in quoted(line, isCode: fence.isCode(line)) { add(written) }
      }
      add(Array(">".utf8))
      add(Array("> *from [[\(target)]]*".utf8))
      text.add(place.blank, from: origin)
      definitions += part.definitions.map { ($0, origin) }
    }
    if let (_, origin) = definitions.first { text.add([], from: origin) }
    for (line, origin) in definitions { text.add(line, from: origin) }
    return isChanged ? text : nil
  }

  /// What a line embeds that is nothing else, as its own text stands: `note#heading`; nil for another line, and for a
  /// picture.
  private static func target(of line: ArraySlice<UInt8>) -> String? {
    let trimmed = line.trimmedBytes
    guard trimmed.starts(with: "![[".utf8), trimmed.suffix(2).elementsEqual("]]".utf8),
      trimmed.count < 300
    else { return nil }
    let inside = trimmed.dropFirst(3).dropLast(2)
    guard !inside.contains(where: "[]".utf8.contains) else { return nil }
    let target = String(decoding: inside.prefix { $0 != UInt8(ascii: "|") }, as: UTF8.self).trimmed
    let name = target.prefix { $0 != "#" }.lowercased()
    return target.isEmpty || WikiLinks.pictures.contains(where: name.hasSuffix) ? nil : target
  }

  /// A line in a quote; a heading of another note is none of this one, and stands apart all the same.
  private static func quoted(_ line: ArraySlice<UInt8>, isCode: Bool) -> [[UInt8]] {
    let blank = [UInt8(ascii: ">")]
    if !isCode, let heading = VaultPart.heading(line) {
      return [blank, Array("> **".utf8) + heading.title + Array("**".utf8), blank]
    }
    return [line.isEmpty ? blank : Array("> ".utf8) + line]
  }

  /// The files that a text names in its embeds, in their order.
  static func files(namedIn bytes: [UInt8], in library: Library, from document: Int) -> [Int] {
    guard mayStand(in: bytes) else { return [] }
    var found: Set<Int> = []
    var places = EmbedPlaces()
    for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      guard let place = places.next(line), let target = target(of: line[place.start...]),
        let name = WikiName("[[\(target)]]"),
        let index = file(of: name, in: library, from: document)
      else { continue }
      found.insert(index)
    }
    return found.sorted()
  }

  private static func file(of name: WikiName, in library: Library, from document: Int) -> Int? {
    name.note.isEmpty
      ? document : library.fileNames.file(named: name.note, near: document, in: library)
  }

  private static func part(
    _ target: String, in library: Library, from id: LessonID, _ notes: inout [Int: VaultPart]
  ) -> (note: Int, lines: [ArraySlice<UInt8>])? {
    guard let name = WikiName("[[\(target)]]") else { return nil }
    guard let index = file(of: name, in: library, from: id.document) else { return nil }
    let document = library.documents[index]
    // A note does not stand in itself.
    guard document.state == .read,
      index != id.document || !(name.headings + [name.block]).allSatisfy(\.isEmpty)
    else { return nil }
    let note = notes[index] ?? VaultPart(of: document.bytes)
    notes[index] = note
    guard let lines = note.lines(at: name.headings, block: name.block) else { return nil }
    let shown = PulledQuestions.leftOut(of: lines, from: document.bytes) ?? lines
    let isSaid = shown.contains { !$0.trimmedBytes.isEmpty }
    return isSaid && shown.count <= mostLines ? (index, shown) : nil
  }
}
