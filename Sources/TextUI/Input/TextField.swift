/// One line of text being typed, with a cursor.
package struct TextField: Equatable, Sendable {
  /// Characters of a paste that count in one line.
  package static let longestPaste = 100_000

  /// What was typed so far.
  package private(set) var text: String
  /// Characters left of the cursor.
  package private(set) var position: Int
  /// What was cut last, for Ctrl-Y.
  private var cut = ""

  /// A field that holds `text`, the cursor so many characters from its beginning, or at its end.
  package init(_ text: String = "", position: Int? = nil) {
    self.text = text
    self.position = min(max(0, position ?? text.count), text.count)
  }

  /// Takes an editing key of the shell or pasted text; false when it means nothing here (Enter, Esc, …).
  package mutating func update(_ event: Event) -> Bool {
    switch event {
    case .pasted(let pasted):
      insert(pasted.prefix(Self.longestPaste).map { $0.isNewline || $0 == "\t" ? " " : $0 })
    case .key(.character(let character)): insert([character])
    case .key(let key):
      guard let edit = FieldEdit(key) else { return false }
      perform(edit)
    default: return false
    }
    return true
  }

  private mutating func perform(_ edit: FieldEdit) {
    switch edit {
    case .move(let reach): position = place(reach)
    case .erase(let reach): erase(reach)
    case .cut(let reach):
      let erased = erase(reach)
      if !erased.isEmpty { cut = erased }
    case .putBack: insert(Array(cut))
    }
  }

  private mutating func insert(_ characters: [Character]) {
    let end = text.index(text.startIndex, offsetBy: position)
    // What combines with the character before it makes one of both.
    let before = String(text[..<end] + characters)
    text = before + text[end...]
    position = min(before.count, text.count)
  }

  @discardableResult
  private mutating func erase(_ reach: FieldEdit.Reach) -> String {
    let characters = Array(text)
    let other = place(reach)
    let range = min(position, other)..<max(position, other)
    text = String(characters[..<range.lowerBound] + characters[range.upperBound...])
    position = min(range.lowerBound, text.count)
    return String(characters[range])
  }

  /// The position that far from the cursor.
  private func place(_ reach: FieldEdit.Reach) -> Int {
    let characters = Array(text)
    let before = characters[..<position].reversed()
    switch reach {
    case .before: return max(0, position - 1)
    case .after: return min(characters.count, position + 1)
    case .start: return 0
    case .end: return characters.count
    case .wordBefore: return position - Self.length(of: before) { $0.isLetter || $0.isNumber }
    case .wordAfter:
      return position
        + Self.length(of: characters[position...]) { $0.isLetter || $0.isNumber }
    case .spacedWordBefore: return position - Self.length(of: before) { !$0.isWhitespace }
    }
  }

  /// The next word, with whatever parts it from the cursor.
  private static func length(
    of characters: some Sequence<Character>, _ isPart: (Character) -> Bool
  ) -> Int {
    var length = 0
    var hasBegun = false
    for character in characters {
      if isPart(character) { hasBegun = true } else if hasBegun { break }
      length += 1
    }
    return length
  }

  /// Draws the text in one row so that the cursor shows, and puts the terminal's cursor there.
  package func draw(on canvas: inout Canvas, in area: Rect, style: Style = .text) {
    let before = [Cell](text.prefix(position), style)
    let skip = max(0, before.count - max(0, area.columns - 1))
    let line = before + [Cell](text.dropFirst(position), style)
    canvas.clipped(to: area) {
      $0.put(line.dropFirst(skip), column: area.column, row: area.row)
    }
    if area.columns > 0, area.rows > 0 {
      canvas.cursor = Point(column: area.column + before.count - skip, row: area.row)
    }
  }
}
