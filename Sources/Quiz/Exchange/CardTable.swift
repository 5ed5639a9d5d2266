import Notes

/// Rows of cells as spreadsheets and Anki write them: parted by one sign, quoted where a cell holds it,
/// with Anki's settings before them.
struct CardTable: Equatable, Sendable {
  /// A file with more is no set of cards.
  static let mostRows = 100_000

  private(set) var rows: [[String]] = []
  /// Anki's settings, in lower case: `html`, `guid column`, `tags column`, `notetype column`, `deck`.
  private(set) var settings: [String: String] = [:]

  /// Whether the rows are notes of a package, which nobody can count: they are told by their words.
  private(set) var isOfPackage = false

  /// Which row or note each row is of, from 1.
  private var numbers: [Int]?
  func number(ofRow row: Int) -> Int { numbers?[row] ?? row + 1 }

  /// Notes of a package, in HTML, with the number of each: their first cells are what they are known by,
  /// their deck and their tags.
  init(ofPackage rows: [(number: Int, cells: [String])]) {
    self.rows = rows.map(\.cells)
    numbers = rows.map(\.number)
    settings = ["html": "true", "guid column": "1", "deck column": "2", "tags column": "3"]
    isOfPackage = true
  }

  /// Reads a text; what speaks against it, else.
  init(_ text: String) throws(Diagnostic) {
    var rest = text[...]
    // Some programs begin with a mark of their encoding.
    if rest.unicodeScalars.first == "\u{FEFF}" {
      rest = Substring(rest.unicodeScalars.dropFirst())
    }
    while rest.first == "#" {
      let line = rest.prefix { $0 != "\n" && $0 != "\r\n" }
      let parts = line.dropFirst().split(
        separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2 else { break }
      settings[parts[0].lowercased()] = String(parts[1])
      rest = rest[line.endIndex...].dropFirst()
    }
    try read(rest, partedBy: Self.separator(settings["separator"], in: rest))
  }

  private static let names: [String: Character] = [
    "tab": "\t", "comma": ",", "semicolon": ";", "space": " ", "pipe": "|", "colon": ":",
  ]

  /// The sign that is named, or the one that the first line holds.
  private static func separator(_ name: String?, in text: Substring) -> Character {
    if let name, let sign = names[name.lowercased()] ?? (name.count == 1 ? name.first : nil) {
      return sign
    }
    let line = text.prefix { $0 != "\n" && $0 != "\r\n" }
    return ["\t", ";", ","].first { line.contains($0) } ?? ","
  }

  private mutating func read(_ text: Substring, partedBy sign: Character) throws(Diagnostic) {
    var row: [String] = []
    var cell = ""
    var isQuoted = false
    var wasQuoted = false
    var line = 1
    var opened = 1
    var at = text.startIndex
    func endCell() {
      row.append(cell)
      cell = ""
      wasQuoted = false
    }
    func endRow() throws(Diagnostic) {
      endCell()
      if row != [""] { rows.append(row) }
      row = []
      if rows.count > Self.mostRows {
        throw Diagnostic(
          .error, line: line, "more than \(Self.mostRows) rows", remedy: "split the file")
      }
    }
    while at < text.endIndex {
      let character = text[at]
      at = text.index(after: at)
      if character.isNewline { line += 1 }
      if isQuoted {
        guard character == "\"" else {
          cell.append(character == "\r\n" ? "\n" : character)
          continue
        }
        if at < text.endIndex, text[at] == "\"" {
          cell.append("\"")
          at = text.index(after: at)
        } else {
          isQuoted = false
        }
      } else if character == "\"", cell.isEmpty, !wasQuoted {
        (isQuoted, wasQuoted, opened) = (true, true, line)
      } else if character == sign {
        endCell()
      } else if character.isNewline {
        try endRow()
      } else {
        cell.append(character)
      }
    }
    if isQuoted {
      throw Diagnostic(
        .error, line: opened, "a quote opens here and nothing closes it",
        remedy: "write \" behind the cell")
    }
    if !cell.isEmpty || !row.isEmpty { try endRow() }
  }
}
