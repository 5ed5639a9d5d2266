import Notes

/// A template of Anki's: how a card is made from the fields of a note. A note type with two of them makes
/// two cards of each note, one of which may ask the other way round.
struct AnkiTemplate: Sendable {
  /// Longer ones are no templates.
  static let mostBytes = 64_000
  /// A side of a card ends there.
  private static let mostText = 1_000_000

  /// What is asked, and what is shown then: HTML with the names of fields in double braces.
  let front: String
  let back: String

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
    return AnkiPackage.Card(front: front.text, back: Self.answer(in: back))
  }

  /// What stands behind the line that parts the answer from the question.
  private static func answer(in text: String) -> String {
    for sign in ["id=answer", "id=\"answer\"", "id='answer'"] {
      guard let range = text.firstRange(of: sign) else { continue }
      return String(text[range.upperBound...].drop { $0 != ">" }.dropFirst())
    }
    return text
  }

  private static func fill(
    _ template: String, with fields: Fields, isFront: Bool
  ) -> (text: String, showsField: Bool) {
    var text = ""
    var showsField = false
    /// Whether each of the conditions around is fulfilled, and how many are not.
    var conditions: [Bool] = []
    var unfulfilled = 0
    var rest = template[...]
    while let open = rest.firstRange(of: "{{"),
      let close = rest[open.upperBound...].firstRange(of: "}}")
    {
      let isShown = unfulfilled == 0
      if isShown { text += rest[..<open.lowerBound] }
      let name = rest[open.upperBound..<close.lowerBound].trimmed
      rest = rest[close.upperBound...]
      switch name.first {
      case "#", "^":
        let isFulfilled = fields.isFilled(name.dropFirst().trimmed) == (name.first == "#")
        conditions.append(isFulfilled)
        if !isFulfilled { unfulfilled += 1 }
      case "/":
        if conditions.popLast() == false { unfulfilled -= 1 }
      default:
        guard isShown, let (field, value) = field(of: name, in: fields, isFront: isFront) else {
          continue
        }
        guard text.utf8.count + value.utf8.count <= mostText else { return (text, showsField) }
        text += value
        if fields.isFilled(field) { showsField = true }
      }
    }
    return (unfulfilled == 0 ? text + rest : text, showsField)
  }

  /// The field that stands for a name, with its filters before it; nil for what Anki fills in itself, and for
  /// an answer that is typed.
  private static func field(
    of name: String, in fields: Fields, isFront: Bool
  ) -> (name: String, value: String)? {
    let parts = name.split(separator: ":").map(\.trimmed)
    guard let field = parts.last, let value = fields[field] else { return nil }
    let filters = parts.dropLast()
    if filters.contains(where: { $0.hasPrefix("tts") }) || isFront && filters.contains("type") {
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
