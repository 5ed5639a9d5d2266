/// Names of places as MyST has them, which hold for all of its notes: `(name)=` above what it names, and
/// `:name: x` or `:label: x` at the head of a directive.
struct PlaceNames: Sendable {
  /// Where a name stands, and the heading that it names, where that is one.
  struct Place: Sendable {
    let document: Int
    let byte: Int
    let title: String?
  }

  private var places: [String: [Place]] = [:]

  /// The place that has a name: in that note, or else the first one.
  func place(named name: String, preferring document: Int) -> Place? {
    let places = places[name] ?? []
    return places.first { $0.document == document } ?? places.first
  }

  init(_ library: Library) {
    let signs = [")=", ":name:", ":label:", "$$ ("].compactMap { ByteSearch($0) }
    for (index, document) in library.documents.enumerated() {
      let bytes = document.bytes
      guard signs.contains(where: { $0.first(in: bytes, from: 0, to: bytes.count) != nil }) else {
        continue
      }
      read(bytes, index)
    }
  }

  private mutating func read(_ bytes: [UInt8], _ document: Int) {
    // Names whose place comes next.
    var pending: [String] = []
    var start = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
      defer { start = end + 1 }
      var line = bytes[start..<end].drop { $0 <= 0x20 }
      while let last = line.last, last <= 0x20 { line.removeLast() }
      guard let first = line.first else { continue }
      if first == UInt8(ascii: "("), line.suffix(2).elementsEqual(")=".utf8) {
        pending.append(String(decoding: line.dropFirst().dropLast(2), as: UTF8.self))
        continue
      }
      let hashes = line.prefix { $0 == UInt8(ascii: "#") }.count
      let title = hashes > 0 ? Titles.plain(line.dropFirst(hashes)) : nil
      for name in pending { add(name, Place(document: document, byte: start, title: title)) }
      pending = []
      if let name = Self.name(line) {
        add(name, Place(document: document, byte: start, title: nil))
      }
    }
    for name in pending { add(name, Place(document: document, byte: bytes.count, title: nil)) }
  }

  /// The name that an option, or what stands behind a formula, gives to its directive or formula.
  private static func name(_ line: ArraySlice<UInt8>) -> String? {
    for option in [":name:", ":label:"] where line.starts(with: option.utf8) {
      return String(decoding: line.dropFirst(option.utf8.count), as: UTF8.self).trimmed
    }
    guard line.last == UInt8(ascii: ")"), let open = line.lastIndex(of: UInt8(ascii: "(")),
      line[..<open].suffix(3).elementsEqual("$$ ".utf8)
    else { return nil }
    return String(decoding: line[(open + 1)...].dropLast(), as: UTF8.self)
  }

  private mutating func add(_ name: String, _ place: Place) {
    // Of one note the first holds.
    guard places[name]?.last?.document != place.document else { return }
    places[name, default: []].append(place)
  }
}

extension Library {
  /// Links that are called what they lead to: those without a text, and MyST's roles that name a place
  /// or a note.
  package func namingLinks(in blocks: [Block], of id: LessonID, _ anchors: inout Anchors) -> [Block]
  {
    var known = anchors
    let named = blocks.mapping { inlines in
      inlines.map { inline in
        guard case .link(let destination, let inner) = inline else { return inline }
        let text = inner.plainText
        let isNamed =
          text.isEmpty && !inner.contains { if case .image = $0 { true } else { false } }
          || destination == "ref:\(text)" || destination == "doc:\(text)"
          || destination == text && text.hasPrefix("project:")
        guard isNamed else { return inline }
        let title =
          title(ofLink: destination, from: id, &known) ?? (text.isEmpty ? destination : text)
        return .link(destination: destination, [.text(title)])
      }
    }
    anchors = known
    return named
  }

  /// What a link leads to is called; nil where it leads to no place of these notes that has a title.
  private func title(ofLink link: String, from id: LessonID, _ anchors: inout Anchors) -> String? {
    guard case .lesson(let lesson, let anchor) = resolve(link: link, from: id, &anchors) else {
      return nil
    }
    guard
      let hash = link.firstIndex(of: "#").map({ link[link.index(after: $0)...] })
        ?? (link.hasPrefix("ref:") ? link.dropFirst(4) : nil), !hash.isEmpty
    else { return chapter(of: lesson)?.title }
    if let place = anchors.place(named: String(hash), of: self, preferring: lesson.document) {
      return place.title
    }
    return anchor == nil
      ? nil : self[lesson].flatMap { Slugs.slug($0.title) == anchor ? $0.title : nil }
  }
}
