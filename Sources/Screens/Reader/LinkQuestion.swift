import Basics
import Notes
import TextUI

/// The question before a link is opened: where it leads first, and nothing of it cut off.
struct LinkQuestion: Equatable, Sendable {
  enum Action: Equatable { case open, close, scroll(Int) }
  /// Every other key closes the question too: only what says yes opens a link.
  static let table = KeyTable<Action>(
    .link,
    [
      KeyBinding(
        [.character("y"), .enter, .character("Y")], "yes", "open the link in a browser",
        footer: .at(1, "open it"), .open),
      KeyBinding(
        [.character("n"), .escape], "no", "leave it; any other key does too",
        footer: .out("leave it"), .close),
      KeyBinding([.character("j"), .down], "down", "more of a long address", .scroll(1)),
      KeyBinding([.character("k"), .up], "up", "back up", .scroll(-1)),
    ])

  let address: WebAddress
  /// The first line that is shown, where there are more than rows.
  private var top = 0

  init(_ address: WebAddress) { self.address = address }

  /// In one sentence, for who reads line by line.
  var sentence: String {
    var text = "The link leads to \(address.host)\(address.port)"
    if address.asciiHost != address.host { text += ", in ASCII \(address.asciiHost)" }
    if let user = address.user { text += " (\(user) before the @ is a user's name, not the host)" }
    return text + ": \(address.opened)"
  }

  /// What it says, wrapped: the host, what else it is called, what only looks like it, and all of
  /// the address.
  func lines(width: Int) -> [[Cell]] {
    var lines = Self.wrapped(
      "Host: ", "\(address.host)\(address.port)", Style(.strong, .bold), width)
    if address.asciiHost != address.host {
      lines += Self.wrapped("ASCII: ", address.asciiHost, Style(.strong, .bold), width)
    }
    if let user = address.user {
      lines += Self.wrapped("User, not host: ", user, Style(.bad), width)
    }
    return lines + Self.wrapped("", address.opened, .text, width)
  }

  private static func wrapped(
    _ label: String, _ text: String, _ style: Style, _ width: Int
  ) -> [[Cell]] {
    var lines: [[Cell]] = [[]]
    // Broken where the line is full, even inside a word: no blank is put in or left out.
    for cells in [Cell](label, .muted).glyphs + [Cell](text, style).glyphs {
      if lines[lines.count - 1].count + cells.count > max(2, width) { lines.append([]) }
      lines[lines.count - 1] += cells
    }
    return lines
  }

  /// What a key or the wheel answers; nil for what is not an answer, as a paste is, whatever it holds.
  static func action(for event: Event) -> Action? {
    switch event {
    case .key(let key): table.action(for: key) ?? .close
    case .mouse(.wheelDown, _): .scroll(1)
    case .mouse(.wheelUp, _): .scroll(-1)
    case .mouse: .close
    default: nil
    }
  }

  /// Moves through what does not fit.
  mutating func scroll(_ step: Int, in size: Size) {
    let count = lines(width: size.columns - 2).count
    top = max(0, min(top + step, count - max(1, size.rows - (count > size.rows ? 1 : 0))))
  }

  /// Draws it over the foot of an area.
  func draw(on canvas: inout Canvas, in area: Rect, keymap: Keymap) {
    let all = lines(width: area.columns - 2)
    let hasRule = all.count < area.rows
    let isLong = all.count > area.rows
    let room = max(1, isLong ? area.rows - 1 : all.count)
    let rows = min(area.rows, room + (hasRule || isLong ? 1 : 0))
    var row = area.row + area.rows - rows
    canvas.fill(Rect(column: area.column, row: row, columns: area.columns, rows: rows))
    if hasRule {
      canvas.rule(row: row, in: area)
      row += 1
    }
    for line in all.dropFirst(top).prefix(room) {
      canvas.put(line, column: area.column + 1, row: row)
      row += 1
    }
    if isLong {
      let left = all.count - top - room
      let down = Self.table.label(.scroll(1), in: keymap)
      let up = Self.table.label(.scroll(-1), in: keymap)
      let note = left > 0 ? "\(down): \(counted(left, "more row"))" : "\(up): back up"
      canvas.put([Cell](note, Style(.accent)), column: area.column + 1, row: row)
    }
  }
}

extension [Cell] {
  /// The cells of each glyph: two where it is wide.
  fileprivate var glyphs: [[Cell]] {
    reduce(into: []) { found, cell in
      if cell.glyph == .tail, !found.isEmpty {
        found[found.count - 1].append(cell)
      } else {
        found.append([cell])
      }
    }
  }
}

extension KeyScope {
  static let link = KeyScope("link", "Reader, asked about a link")
}
