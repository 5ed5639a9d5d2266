import Notes

/// A template of Anki's: how a card is made from the fields of a note. A note type with two of them makes
/// two cards of each note, one of which may ask the other way round.
struct AnkiTemplate: Sendable {
  /// Longer ones are no templates.
  static let mostBytes = 64_000
  /// A side of a card ends there.
  private static let mostText = 1_000_000

  /// A piece of a side: HTML with the names of fields in double braces is read once, and not for each note.
  private enum Piece: Sendable {
    case text(String)
    /// A name with its filters before it.
    case field(String)
    /// What follows is there if somebody filled the field in, or did not; else it goes on at `end`.
    case section(field: String, isFilled: Bool, end: Int)
  }

  /// What is asked, and what is shown then.
  private let front: [Piece]
  private let back: [Piece]

  /// How many pieces are looked at for each note.
  var size: Int { front.count + back.count }

  init(front: String, back: String) {
    (self.front, self.back) = (Self.pieces(of: front), Self.pieces(of: back))
  }

  private static func pieces(of template: String) -> [Piece] {
    var pieces: [Piece] = []
    var open: [Int] = []
    func close(_ place: Int) {
      guard case .section(let field, let isFilled, _) = pieces[place] else { return }
      pieces[place] = .section(field: field, isFilled: isFilled, end: pieces.count)
    }
    var rest = template[...]
    while let start = rest.firstRange(of: "{{"),
      let end = rest[start.upperBound...].firstRange(of: "}}")
    {
      if start.lowerBound > rest.startIndex {
        pieces.append(.text(String(rest[..<start.lowerBound])))
      }
      let name = rest[start.upperBound..<end.lowerBound].trimmed
      rest = rest[end.upperBound...]
      switch name.first {
      case "#", "^":
        open.append(pieces.count)
        pieces.append(
          .section(field: name.dropFirst().trimmed, isFilled: name.first == "#", end: 0))
      case "/": open.popLast().map(close)
      default: pieces.append(.field(name))
      }
    }
    pieces.append(.text(String(rest)))
    // What is never closed goes on to the end.
    open.forEach(close)
    return pieces
  }

  /// The fields of a note by their names.
  struct Fields {
    private let values: [String: String]
    /// The names of those that somebody filled in: a template may ask for one thousands of times.
    private let filled: Set<String>

    init(_ values: [String: String]) {
      self.values = values
      filled = Set(values.filter { AnkiTemplate.isFilled($0.value) }.keys)
    }

    subscript(name: String) -> String? { values[name] }
    func isFilled(_ name: String) -> Bool { filled.contains(name) }
  }

  /// The two sides of the card, in HTML; nil where the front shows nothing that somebody filled in: then
  /// there is no such card.
  func sides(of fields: Fields) -> AnkiPackage.Card? {
    let front = Self.fill(front, with: fields, isFront: true)
    guard front.showsField else { return nil }
    let back = Self.fill(back, with: fields, isFront: false).text
    return AnkiPackage.Card(
      front: front.text, back: Self.answer(in: back), typed: typed.flatMap { fields[$0] })
  }

  /// The field that is to be typed, where the front asks for one.
  private var typed: String? {
    for case .field(let name) in front {
      let parts = name.split(separator: ":").map(\.trimmed)
      if parts.dropLast().contains(Self.typing) { return parts.last }
    }
    return nil
  }

  /// The filter of a field that is to be typed.
  private static let typing = "type"

  /// What stands behind the line that parts the answer from the question.
  private static func answer(in text: String) -> String {
    for sign in ["id=answer", "id=\"answer\"", "id='answer'"] {
      guard let range = text.firstRange(of: sign) else { continue }
      return String(text[range.upperBound...].drop { $0 != ">" }.dropFirst())
    }
    return text
  }

  private static func fill(
    _ template: [Piece], with fields: Fields, isFront: Bool
  ) -> (text: String, showsField: Bool) {
    var text = ""
    var showsField = false
    var at = 0
    while at < template.count {
      defer { at += 1 }
      switch template[at] {
      case .text(let piece): text += piece
      case .section(let field, let isFilled, let end):
        if fields.isFilled(field) != isFilled { at = end - 1 }
      case .field(let name):
        guard let (field, value) = field(of: name, in: fields, isFront: isFront) else { continue }
        guard text.utf8.count + value.utf8.count <= mostText else { return (text, showsField) }
        text += value
        if fields.isFilled(field) { showsField = true }
      }
    }
    return (text, showsField)
  }

  /// The field that stands for a name, with its filters before it; nil for what Anki fills in itself, and on the
  /// front for an answer that is typed there.
  private static func field(
    of name: String, in fields: Fields, isFront: Bool
  ) -> (name: String, value: String)? {
    let parts = name.split(separator: ":").map(\.trimmed)
    guard let field = parts.last, let value = fields[field] else { return nil }
    let filters = parts.dropLast()
    if filters.contains(where: { $0.hasPrefix("tts") }) || isFront && filters.contains(typing) {
      return nil
    }
    return (field, value)
  }

  /// Whether there is more in a field than tags and space; a picture is.
  private static func isFilled(_ html: String) -> Bool {
    if html.lowercased().contains("<img") { return true }
    var isTag = false
    for character in html.replacing("&nbsp;", with: " ") {
      if character == "<" { isTag = true }
      if !isTag, !character.isWhitespace { return true }
      if character == ">" { isTag = false }
    }
    return false
  }
}
