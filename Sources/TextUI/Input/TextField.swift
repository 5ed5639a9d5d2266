/// One line of text being typed, with a cursor.
package struct TextField: Equatable, Sendable {
  /// What was typed so far.
  package private(set) var text: String
  /// Characters left of the cursor.
  package private(set) var position: Int

  /// A field that holds `text`, the cursor at its end.
  package init(_ text: String = "") {
    self.text = text
    position = text.count
  }

  /// Takes an editing key or pasted text; false when it means nothing here (Enter, Esc, …).
  package mutating func update(_ event: Event) -> Bool {
    var characters = Array(text)
    switch event {
    case .pasted(let pasted):
      let clean = pasted.prefix(10_000).map { $0.isNewline || $0 == "\t" ? " " : $0 }
      characters.insert(contentsOf: clean, at: position)
      position += clean.count
    case .key(.character(let character)):
      characters.insert(character, at: position)
      position += 1
    case .key(.backspace):
      guard position > 0 else { return true }
      position -= 1
      characters.remove(at: position)
    case .key(.delete):
      if position < characters.count { characters.remove(at: position) }
    case .key(.left): position = max(0, position - 1)
    case .key(.right): position = min(characters.count, position + 1)
    case .key(.home), .key(.control("a")): position = 0
    case .key(.end), .key(.control("e")): position = characters.count
    case .key(.control("u")):
      characters.removeFirst(position)
      position = 0
    case .key(.control("w")):
      var start = position
      while start > 0, characters[start - 1] == " " { start -= 1 }
      while start > 0, characters[start - 1] != " " { start -= 1 }
      characters.removeSubrange(start..<position)
      position = start
    default: return false
    }
    text = String(characters)
    position = min(position, text.count)
    return true
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
