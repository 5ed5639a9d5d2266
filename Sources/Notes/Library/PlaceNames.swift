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
    /// What a figure or a table says of itself.
    var caption: String?
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
  /// The names in small letters, and how they are written.
  private var lowered: [String: String] = [:]

  /// The place that has a name: in that note, or else the first one.
  func place(named name: String, preferring document: Int) -> Place? {
    // docutils knows names by their small letters.
    let places = places[name] ?? lowered[name.lowercased()].flatMap { self.places[$0] } ?? []
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

  /// Whether a note may name places that its short references lead to, `@name`; in a long one they are not looked for.
  static func mayName(_ bytes: [UInt8]) -> Bool {
    bytes.count < 4_000_000
      && signs.contains { $0.first(in: bytes, from: 0, to: bytes.count) != nil }
  }

  /// The notes that are looked through for names together come to no more bytes.
  private static let mostBytes = 4_000_000

  /// All names that the other notes give.
  static func names(in library: Library, but document: Int) -> Set<String> {
    var names: Set<String> = []
    var left = mostBytes
    for index in 0..<library.documents.count where index != document {
      let bytes = library.documents[index].bytes
      guard bytes.count <= left, mayName(bytes) else { continue }
      left -= bytes.count
      names.formUnion(self.names(in: bytes))
    }
    return names
  }

  /// All names that a note gives.
  static func names(in bytes: [UInt8]) -> Set<String> {
    var names = PlaceNames()
    names.read(bytes, 0) { $0 }
    return Set(names.places.keys)
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
    var figures = OpenFigures()
    /// What has a name and says below what it is.
    var captionless: [(name: String, depth: Int)] = []
    /// Whether the options of a directive may stand between two lines of `---`, and whether they do.
    var (mayBeYAML, isInYAML) = (false, false)
    func next(_ word: String) -> Number {
      counts[word, default: 0] += 1
      return Number(word: word, count: counts[word] ?? 0)
    }
    /// What stands behind the name of the directive.
    var caption = ""
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
    func named(_ name: String, _ place: Place) {
      add(name, place)
      if place.number?.word == "Figure" { captionless.append((name, figures.depth)) }
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
          named(name, Place(document: document, byte: place(start), title: nil, number: numbered()))
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
      figures.read(line)
      captionless.removeAll { $0.depth > figures.depth }
      var isOpening = false
      if let word = Self.word(ofDirective: line) {
        let isPart = word == "Figure" && figures.isInner
        let number = isPart ? figures.part() : Self.onlyNamed.contains(word) ? nil : next(word)
        directive = (word, number)
        if word == "Figure", !isPart { figures.begin(line, number) }
        (mayBeYAML, isOpening) = (true, true)
        let argument = Self.argument(of: line)
        if let label = Self.solved(by: line) {
          directive?.number = places[label]?.last?.number.map {
            Number(word: "Solution to \($0.word)", count: $0.count, tag: $0.tag)
          }
        } else if word == "Figure", AdmonitionOpening.directiveName(line) == "figure-md" {
          named(
            argument, Place(document: document, byte: place(start), title: nil, number: number))
        }
        caption = argument
      } else if first != UInt8(ascii: ":") {
        directive = nil
      }
      let title = Self.title(line)
      for name in pending {
        let isPicture = directive == nil && line.starts(with: "![".utf8)
        let number = isPicture ? figures.part() : numbered()
        named(name, Place(document: document, byte: place(start), title: title, number: number))
      }
      if !isOpening, let (name, depth) = captionless.last, depth == figures.depth,
        !":!(<`~".utf8.contains(first)
      {
        setCaption(of: name, to: Titles.plain(line))
        captionless.removeLast()
      }
      pending = []
      if !formulas.isOpen, line.starts(with: "$$".utf8) { tag = nil }
      tag = Self.tag(line) ?? tag
      let formula = formulas.next(line)?.name
      if let name = Self.name(line) ?? formula.map({ String(decoding: $0, as: UTF8.self) }) {
        let number = first == UInt8(ascii: ":") ? numbered() : equation()
        var found = Place(document: document, byte: place(start), title: nil, number: number)
        if number?.word == "Table", !caption.isEmpty { found.caption = caption }
        named(name, found)
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
    let name = String(decoding: rest[..<close].dropFirst(), as: UTF8.self)
    return words[name] ?? proofWord(name)
  }

  /// What sphinx-proof calls the directive `prf:theorem`; nil for another name, and for what has no number.
  static func proofWord(_ name: String) -> String? {
    guard name.hasPrefix("prf:"), name != "prf:proof", name.utf8.count > 4 else { return nil }
    return name.dropFirst(4).prefix(1).uppercased() + name.dropFirst(5)
  }

  /// What stands behind the name of a directive.
  private static func argument(of line: ArraySlice<UInt8>) -> String {
    String(decoding: line.drop { $0 != UInt8(ascii: "}") }.dropFirst(), as: UTF8.self).trimmed
  }

  /// The label of the exercise that a directive solves; nil for another line.
  private static func solved(by line: ArraySlice<UInt8>) -> String? {
    let name = AdmonitionOpening.directiveName(line)
    return name == "solution" || name == "solution-start" ? argument(of: line) : nil
  }

  /// What has a number only where it has a name.
  private static let onlyNamed: Set = ["Equation", "Listing", "Solution"]

  private static let words = [
    "figure": "Figure", "table": "Table", "list-table": "Table", "csv-table": "Table",
    "math": "Equation", "code-block": "Listing", "literalinclude": "Listing",
    "figure-md": "Figure", "exercise": "Exercise", "exercise-start": "Exercise",
    "solution": "Solution", "solution-start": "Solution",
  ]

  /// The name that an option gives to its directive.
  private static func name(_ line: ArraySlice<UInt8>) -> String? {
    for option in [":name:", ":label:", "#| label:"] where line.starts(with: option.utf8) {
      return String(decoding: line.dropFirst(option.utf8.count), as: UTF8.self).trimmed
    }
    return nil
  }

  /// What was just named says of itself.
  private mutating func setCaption(of name: String, to caption: String) {
    guard let last = places[name]?.indices.last else { return }
    places[name]?[last].caption = caption
  }

  private mutating func add(_ name: String, _ place: Place) {
    // Of one note the first holds.
    guard places[name]?.last?.document != place.document else { return }
    places[name, default: []].append(place)
    let small = name.lowercased()
    if small != name, lowered[small] == nil { lowered[small] = name }
  }
}
