/// What a file's own names of figures, tables, formulas and sections stand for, as Quarto counts them:
/// `{#fig-plot}` behind a picture, `#| label: fig-plot` in a cell.
struct CrossReferences: Equatable, Sendable {
  /// What kinds are called, by what their names begin with.
  static let kinds = [
    "fig": "Figure", "tbl": "Table", "eq": "Equation", "sec": "Section", "lst": "Listing",
    "thm": "Theorem", "lem": "Lemma", "cor": "Corollary", "prp": "Proposition",
    "cnj": "Conjecture", "def": "Definition", "exm": "Example", "exr": "Exercise",
    "sol": "Solution", "rem": "Remark", "nte": "Note", "tip": "Tip", "wrn": "Warning",
    "imp": "Important", "cau": "Caution", "alg": "Algorithm",
  ]
  /// In a longer file they are not looked for.
  private static let sizeLimit = 4_000_000

  /// How many things of its kind stand before what has a name, with it; and its letter where it is a part of another
  /// one, as a picture is of a figure of several.
  struct Number: Equatable, Sendable {
    let count: Int
    var part: Character?
    /// As it is referred to: `2`, or `2 (a)`.
    var text: String { part.map { "\(count) (\($0))" } ?? "\(count)" }
  }

  private var numbers: [Substring: Number] = [:]
  private var counts: [Substring: Int] = [:]
  private var titles: [Substring: String] = [:]
  /// How many parts a figure has.
  private var parts: [Substring: Int] = [:]

  /// What a name begins with where it stands in the text.
  static let marks = kinds.keys.compactMap { ByteSearch("{#\($0)-") }
  private static let brace = ByteSearch("{#")
  private static let label = ByteSearch("label")
  private static let listing = ByteSearch("#lst-")

  /// Whether any may be named.
  private static func mayStand(in bytes: [UInt8]) -> Bool {
    func holds(_ search: ByteSearch?) -> Bool {
      search?.first(in: bytes, from: 0, to: bytes.count) != nil
    }
    return holds(listing) || holds(brace) && marks.contains(where: holds)
      || holds(label) && CellOption.searches.contains(where: holds)
  }

  /// Those that a file names.
  init(_ bytes: [UInt8]) {
    guard bytes.count <= Self.sizeLimit, Self.mayStand(in: bytes) else { return }
    var fence = FenceState()
    // The divisions that are open, with the names of those that have one.
    var divisions: [Substring?] = []
    for line in bytes.split(separator: 0x0A) {
      let wasOpen = fence.isOpen
      let isCode = fence.isCode(line)
      // What the line names stands in that one.
      let whole = divisions.last { $0 != nil } ?? nil
      if !isCode, let colons = Division.colons(line) {
        if colons.isEnd {
          _ = divisions.popLast()
        } else if divisions.count < Division.deepest {
          divisions.append(Division(line)?.label)
        }
      }
      if isCode, !wasOpen, let label = ListingHead(line)?.label { add(label, in: whole) }
      guard line.contains(UInt8(ascii: isCode ? "|" : "{")) else { continue }
      let text = String(decoding: line, as: UTF8.self)
      if isCode {
        if let (name, value) = CellOption.read(text), name == "label" {
          add(value[...], in: whole)
        }
        continue
      }
      var rest = text[...]
      while let open = rest.firstRange(of: "{#") {
        rest = rest[open.upperBound...]
        let label = rest.prefix(while: Self.isName)
        add(label, in: whole)
        if text.hasPrefix("#"), titles[label] == nil {
          let title = text[..<open.lowerBound].drop { $0 == "#" }
          titles[label] = Titles.plain(Array(String(title).trimmed.utf8)[...])
        }
      }
    }
  }

  /// - Parameter whole: what is called the division that it stands in.
  private mutating func add(_ label: Substring, in whole: Substring?) {
    guard let kind = Self.kind(of: label), numbers[label] == nil else { return }
    if let whole, Self.kind(of: whole) == kind, let number = numbers[whole] {
      let part = parts[whole, default: 0]
      if part < 26 {
        parts[whole] = part + 1
        numbers[label] = Number(
          count: number.count, part: Character(Unicode.Scalar(UInt8(ascii: "a") + UInt8(part))))
        return
      }
    }
    counts[kind, default: 0] += 1
    numbers[label] = Number(count: counts[kind] ?? 0)
  }

  /// What a label's name begins with, where it is one of Quarto's.
  private static func kind(of label: Substring) -> Substring? {
    let kind = label.prefix { $0 != "-" }
    return kind.endIndex < label.endIndex && kinds[kind.lowercased()] != nil ? kind : nil
  }

  static func isName(_ character: Character) -> Bool {
    character.isLetter || character.isNumber || "-_:.".contains(character)
  }

  /// The names that something here has.
  var labels: Dictionary<Substring, Number>.Keys { numbers.keys }

  /// The number of what has a name; nil where nothing here has it.
  func number(of label: some StringProtocol) -> Number? { numbers[Substring(label)] }

  /// What a reference says, in Markdown; nil for one that is none. `isBare`: without the kind's name.
  ///
  /// - Parameters:
  ///   - isLink: whether it may lead to what it names; a text that is a link holds no other one.
  ///   - knowsAll: whether names that nothing here has are Quarto's too.
  ///   - elsewhere: the other note of the book that has a name.
  func said(
    of label: Substring, isBare: Bool, isLink: Bool = false, knowsAll: Bool,
    elsewhere: (Substring) -> Elsewhere? = { _ in nil }
  ) -> String? {
    let name = label.prefix(1).lowercased()[...] + label.dropFirst()
    guard let kind = Self.kind(of: name) else { return nil }
    let word = Self.kinds[String(kind)] ?? ""
    func link(_ shown: String, _ address: String) -> String {
      isLink ? "[\(shown.filter { !"[]".contains($0) })](\(address))" : shown
    }
    if let title = titles[name], kind == "sec" { return link(title, "#\(name)") }
    if let number = number(of: name) {
      return link(isBare ? number.text : "\(word) \(number.text)", "#\(name)")
    }
    if let other = elsewhere(name) {
      let address = "</\(other.path.filter { !"<>".contains($0) })#\(name)>"
      if let title = other.references.titles[name], kind == "sec" { return link(title, address) }
      if let number = other.references.number(of: name) {
        return link(
          "\(isBare ? "" : word + " ")\(number.text) of “\(other.title)”", address)
      }
    }
    guard knowsAll else { return nil }
    let own = label.dropFirst(kind.count + 1).map { $0 == "-" || $0 == "_" ? " " : $0 }
    return "\(word) “\(String(own))”"
  }
}

extension CrossReferences {
  /// A note with its names.
  struct Elsewhere {
    let references: CrossReferences
    /// From the folder that was opened.
    let path: String
    /// What its chapter is called.
    let title: String
  }
}

/// Which note of a book has a name of Quarto's first, but one that is read itself.
struct NotesNaming {
  private var documents: [Substring: Int] = [:]

  init(_ library: Library, but document: Int) {
    for index in 0..<library.documents.count where index != document {
      for label in library.documents[index].references.labels where documents[label] == nil {
        documents[label] = index
      }
    }
  }

  func note(naming label: Substring, in library: Library) -> CrossReferences.Elsewhere? {
    documents[label].map { index in
      let other = library.documents[index]
      return .init(
        references: other.references, path: other.path, title: other.chapters.first?.title ?? "")
    }
  }
}
