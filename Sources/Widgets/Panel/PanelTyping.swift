import Formulas
import Notes
import Numerics
import TextUI

extension WidgetPanel {
  mutating func startTyping(_ text: String) -> [WidgetEffect] {
    let canType = tables.indices.contains(cursor.area) || isPredicting && !isRevealed
    guard canType else {
      return [.say("This number is computed; Tab leads to the inputs, g lets you guess first")]
    }
    isTypingInput = false
    field = TextField(text)
    return []
  }

  mutating func startInput(_ text: String) {
    isTypingInput = true
    field = TextField(text)
  }

  mutating func updateField(_ event: Event) -> [WidgetEffect] {
    switch event {
    case .key(.escape):
      field = nil
      return []
    case .key(.enter), .key(.tab):
      let text = field?.text.trimmed ?? ""
      field = nil
      if text.isEmpty { return [] }
      let effects = isTypingInput ? set(line: text) : enter(text)
      if event == .key(.tab), effects.isEmpty { move(columns: 1) }
      return effects
    default:
      _ = field?.update(event)
      return []
    }
  }

  private mutating func enter(_ text: String) -> [WidgetEffect] {
    if tables.indices.contains(cursor.area) {
      let label = tables[cursor.area].name(row: cursor.row, column: cursor.column)
      let number: Double
      do { number = try NumberReader.number(text) } catch {
        return [.say("\(label): \(error.message); the old value stays")]
      }
      let effects = attempt { (widget, cursor) throws(Diagnostic) in
        widget.inputs(setting: number, at: cursor)
      }
      return effects.map { effect in
        if case .say(let why) = effect {
          .say("\(label): \(why); the old value stays")
        } else {
          effect
        }
      }
    }
    return guess(text)
  }

  /// Judges a guess; one that cannot be read shows nothing yet.
  private mutating func guess(_ text: String) -> [WidgetEffect] {
    let judgement: Judgement?
    do { judgement = widget.judge(try Quantity.read(text), at: cursor) } catch {
      judgement = .unreadable(error)
    }
    guard let judgement else { return [.say("There is nothing to guess in this cell")] }
    if case .unreadable(let problem) = judgement {
      return [.say("Guess: \(problem.message); inf, -inf and nan can be typed too")]
    }
    isRevealed = true
    verdict = judgement
    return []
  }

  mutating func paste(_ text: String) -> [WidgetEffect] {
    guard tables.indices.contains(cursor.area) else {
      return [.say("Tab to an input first: there a vector or matrix can be pasted")]
    }
    let table = tables[cursor.area]
    if (try? NumberReader.number(text)) != nil { return enter(text) }
    let name =
      table.values.rows > 1 && table.key.contains(" ")
      ? table.rowNames[min(cursor.row, table.rowNames.count - 1)] : table.key
    return set(line: name + " = " + text.prefix(10_000))
  }

  /// Takes a line `key = value`; nil where it is none that this widget knows.
  package mutating func choose(_ line: String) -> [WidgetEffect]? {
    if (try? Quantity.read(line)) != nil {
      return isPredicting || tables.indices.contains(cursor.area) ? enter(line) : nil
    }
    guard let command = PanelLine(line, widget) else { return nil }
    switch command {
    case .set(let key, let value): return set(key, value)
    case .cell(let key, let cell, let text):
      guard
        let area = tables.firstIndex(where: { $0.key.split(separator: " ").contains { $0 == key } })
      else { return set(key, text) }
      let before = cursor
      let wanted = WidgetCursor(area: area, row: cell.row, column: cell.column)
      cursor = wanted
      clamp()
      guard cursor == wanted else {
        cursor = before
        return [.say("\(key) has no row \(cell.row + 1), column \(cell.column + 1)")]
      }
      return enter(text)
    case .go(let area, let row, let column):
      cursor = WidgetCursor(area: area ?? tables.count, row: row, column: column)
      clamp()
      return []
    case .guess(let text): return guess(text)
    case .random(let seed): return randomise(seed)
    case .wrong(let message): return [.say(message)]
    }
  }

  private mutating func set(line: String) -> [WidgetEffect] {
    guard let equals = line.firstIndex(of: "=") else {
      return choose(line) ?? [
        .say("Write key = value; keys are \(kind.inputKeys.joined(separator: ", "))")
      ]
    }
    return set(line[..<equals].trimmed, line[line.index(after: equals)...].trimmed)
  }

  private mutating func set(_ key: String, _ value: String) -> [WidgetEffect] {
    let key = kind.inputKeys.first { $0.lowercased() == key.lowercased() } ?? key
    return attempt { (widget, _) throws(Diagnostic) in widget.inputs.with(key, value) }
      .map { effect in
        if case .say(let why) = effect { .say("\(why) (nothing changed)") } else { effect }
      }
  }
}
