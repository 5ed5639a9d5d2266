/// Names of places as MyST has them, which hold for all of its notes: `(name)=` above what it names,
/// `:name: x` or `:label: x` at the head of a directive, and `label: x` in front matter; and d2lbook's, which
/// stand below: `:label:`x`` and, of a formula, `:eqlabel:`x``.
struct PlaceNames: Sendable {
  /// Where a name stands, and the heading that it names, or else the figure, where that is one.
  struct Place: Sendable {
    let document: Int
    let byte: Int
    let title: String?
    var number: Number?
  }

  /// What is counted in a note: `Figure 2`.
  struct Number: Equatable, Sendable {
    let word: String
    let count: Int
    /// What an author says instead of the count, `\\tag{A}`.
    var tag: String?
    var sign: String { tag ?? "\(count)" }
    var text: String { word == "Equation" ? "(\(sign))" : "\(word) \(sign)" }
  }

  private var places: [String: [Place]] = [:]

  /// The place that has a name: in that note, or else the first one.
  func place(named name: String, preferring document: Int) -> Place? {
    let places = places[name] ?? []
    return places.first { $0.document == document } ?? places.first
  }

  /// What the name of a whole note stands behind.
  private static let ownLabel = "label: "
  private static let signs = [
    ")=", ":name:", ":label:", "| label:", ":eqlabel:", "$$ (", "\n" + ownLabel, "\nname: ",
  ].compactMap { ByteSearch($0) }

  init(_ library: Library) {
    for (index, document) in library.documents.enumerated() {
      look(at: WholeText(of: document), index)
    }
  }

  /// The numbers of what has a name in one note: of directives and formulas, so that a text such as `f(x)=` is
  /// not read for them.
  static func numbers(in text: WholeText) -> [String: Number] {
    let numbers = numbers(in: text.bytes)
    return text.isMade
      ? numbers.merging(self.numbers(in: text.note)) { whole, _ in whole } : numbers
  }

  private static func numbers(in bytes: [UInt8]) -> [String: Number] {
    guard
      signs.dropFirst().contains(where: { $0.first(in: bytes, from: 0, to: bytes.count) != nil })
    else { return [:] }
    var names = PlaceNames()
    names.read(bytes, 0) { $0 }
    return names.places.compactMapValues { $0.first?.number }
  }

  private init() {}

  private mutating func look(at text: WholeText, _ document: Int) {
    let isThere = Self.signs.contains {
      $0.first(in: text.bytes, from: 0, to: text.bytes.count) != nil
    }
    if isThere { read(text.bytes, document, text.byte(inNote:)) }
    if text.isMade { read(text.note, document) { $0 } }
  }

  /// - Parameter place: the byte of the note where a byte stands.
  private mutating func read(_ bytes: [UInt8], _ document: Int, _ place: (Int) -> Int) {
    var formulas = FormulaNames()
    // Names whose place comes next.
    var pending: [String] = []
    var counts: [String: Int] = [:]
    /// What the directive is whose options come next; its number is known where all of its kind have one.
    var directive: (word: String, number: Number?)?
    /// Whether the options of a directive may stand between two lines of `---`, and whether they do.
    var (mayBeYAML, isInYAML) = (false, false)
    func next(_ word: String) -> Number {
      counts[word, default: 0] += 1
      return Number(word: word, count: counts[word] ?? 0)
    }
    /// What the author of the last formula gives for its number.
    var tag: String?
    func equation() -> Number {
      tag.map { Number(word: "Equation", count: 0, tag: $0) } ?? next("Equation")
    }
    /// The number of the directive, which has one since it has a name.
    func numbered() -> Number? {
      if let open = directive, open.number == nil { directive?.number = next(open.word) }
      return directive?.number
    }
    // The last line that is not empty.
    var above: ArraySlice<UInt8> = []
    var start = 0
    let textStart = FrontMatter.end(of: bytes) ?? 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
      defer { start = end + 1 }
      var line = bytes[start..<end].drop { $0 <= 0x20 }
      while let last = line.last, last <= 0x20 { line.removeLast() }
      guard let first = line.first else {
        (directive, isInYAML) = (nil, false)
        continue
      }
      if isInYAML || mayBeYAML, line.elementsEqual("---".utf8) {
        isInYAML.toggle()
        mayBeYAML = false
        continue
      }
      mayBeYAML = false
      let option = D2LMarks.Option(line)
      defer { if option == nil { above = line } }
      if let label = option, label.kind == .label || label.kind == .eqlabel {
        let isFormula = label.kind == .eqlabel
        let title = Self.title(above)
        let word = isFormula ? "Equation" : above.contains(UInt8(ascii: "!")) ? "Figure" : "Table"
        let number = title != nil ? nil : isFormula ? equation() : next(word)
        add(
          label.value, Place(document: document, byte: place(start), title: title, number: number))
        continue
      }
      if isInYAML {
        if let name = Self.name(Array(":".utf8)[...] + line) {
          add(name, Place(document: document, byte: place(start), title: nil, number: numbered()))
        }
        continue
      }
      if first == UInt8(ascii: "("), line.suffix(2).elementsEqual(")=".utf8) {
        pending.append(String(decoding: line.dropFirst().dropLast(2), as: UTF8.self))
        continue
      }
      if start < textStart {
        // It names the note, and so what comes first in it.
        if line.starts(with: Self.ownLabel.utf8) {
          let name = String(decoding: line.dropFirst(Self.ownLabel.utf8.count), as: UTF8.self)
          pending.append(name.trimmed.unquoted ?? name.trimmed)
        }
        continue
      }
      if let word = Self.word(ofDirective: line) {
        directive = (word, Self.onlyNamed.contains(word) ? nil : next(word))
        mayBeYAML = true
      } else if first != UInt8(ascii: ":") {
        directive = nil
      }
      let title = Self.title(line)
      for name in pending {
        add(name, Place(document: document, byte: place(start), title: title, number: numbered()))
      }
      pending = []
      if !formulas.isOpen, line.starts(with: "$$".utf8) { tag = nil }
      tag = Self.tag(line) ?? tag
      let formula = formulas.next(line)?.name
      if let name = Self.name(line) ?? formula.map({ String(decoding: $0, as: UTF8.self) }) {
        let number = first == UInt8(ascii: ":") ? numbered() : equation()
        add(name, Place(document: document, byte: place(start), title: nil, number: number))
      }
    }
    for name in pending {
      add(name, Place(document: document, byte: place(bytes.count), title: nil))
    }
  }

  /// What stands in a formula for its number, `\\tag{A}`; nil for a line without.
  private static func tag(_ line: ArraySlice<UInt8>) -> String? {
    guard line.contains(UInt8(ascii: "\\")) else { return nil }
    let text = String(decoding: line, as: UTF8.self)
    guard let sign = text.firstRange(of: "\\tag{") else { return nil }
    let tag = text[sign.upperBound...].prefix { $0 != "}" }
    return tag.endIndex < text.endIndex && !tag.isEmpty ? String(tag) : nil
  }

  /// What a heading says; nil for another line.
  private static func title(_ line: ArraySlice<UInt8>) -> String? {
    let hashes = line.prefix { $0 == UInt8(ascii: "#") }.count
    return hashes > 0 ? Titles.plain(line.dropFirst(hashes)) : nil
  }

  /// What a directive's thing is called that has a number; nil for another line.
  private static func word(ofDirective line: ArraySlice<UInt8>) -> String? {
    guard let sign = line.first, ":`~".utf8.contains(sign) else { return nil }
    let rest = line.drop { $0 == sign }
    guard line.count - rest.count >= 3, rest.first == UInt8(ascii: "{"),
      let close = rest.firstIndex(of: UInt8(ascii: "}"))
    else { return nil }
    return words[String(decoding: rest[..<close].dropFirst(), as: UTF8.self)]
  }

  /// What has a number only where it has a name.
  private static let onlyNamed: Set = ["Equation", "Listing"]

  private static let words = [
    "figure": "Figure", "table": "Table", "list-table": "Table", "csv-table": "Table",
    "math": "Equation", "code-block": "Listing", "literalinclude": "Listing",
    "prf:theorem": "Theorem", "prf:lemma": "Lemma", "prf:definition": "Definition",
    "prf:example": "Example", "prf:algorithm": "Algorithm", "exercise": "Exercise",
  ]

  /// The name that an option gives to its directive.
  private static func name(_ line: ArraySlice<UInt8>) -> String? {
    for option in [":name:", ":label:", "#| label:"] where line.starts(with: option.utf8) {
      return String(decoding: line.dropFirst(option.utf8.count), as: UTF8.self).trimmed
    }
    return nil
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
        let isTemplate = text.contains("%s") || text.contains("{number}")
        guard isNamed || isTemplate else { return inline }
        let number = self.number(ofLink: destination, from: id, &known)
        if let number, isTemplate {
          let shown = text.replacing("%s", with: number.number.sign)
            .replacing("{number}", with: number.number.sign)
          return .link(destination: destination, [.text(shown + number.where)])
        }
        guard isNamed else { return inline }
        let title =
          title(ofLink: destination, from: id, &known) ?? number.map { $0.number.text + $0.where }
          ?? (text.isEmpty ? destination : text)
        return .link(destination: destination, [.text(title)])
      }
    }
    anchors = known
    return named
  }

  /// The number of what a link leads to, where it has one, and of which other note it is.
  private func number(
    ofLink link: String, from id: LessonID, _ anchors: inout Anchors
  ) -> (number: PlaceNames.Number, where: String)? {
    let name: Substring
    if link.hasPrefix("ref:") {
      name = link.dropFirst(4)
    } else if let hash = link.firstIndex(of: "#") {
      name = link[hash...].dropFirst()
    } else {
      return nil
    }
    guard case .lesson(let lesson, _) = resolve(link: link, from: id, &anchors) else { return nil }
    let place = anchors.place(named: String(name), of: self, preferring: lesson.document)
    return place?.number.map { number in
      let other = place?.document == id.document ? nil : chapter(of: lesson)?.title
      return (number, other.map { " of “\($0)”" } ?? "")
    }
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
