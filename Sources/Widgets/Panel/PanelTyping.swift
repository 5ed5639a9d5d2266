import Formulas
import Notes
import Numerics
import TextUI

/// What is typed or pasted into a widget: a number over a cell, a guess, a line of the plain mode.
extension Panel {
  var field: TextField? {
    switch typing {
    case .number(let field), .input(let field): field
    case nil: nil
    }
  }

  var fieldLabel: String {
    if case .input = typing { return "Input: " }
    return (cellName ?? "Your guess") + ": "
  }

  /// The name of the number under the cursor; nil on a result.
  private var cellName: String? { table?.name(row: cursor.row, column: cursor.column) }

  mutating func startTyping(_ text: String) -> [WidgetEffect] {
    guard table != nil || prediction.isHiding else {
      return [.say("This number is computed; Tab leads to the inputs, g lets you guess first")]
    }
    begin(.number(TextField(text)))
    return []
  }

  mutating func type(_ event: Event) -> [WidgetEffect] {
    switch event {
    case .key(.escape):
      _ = endTyping()
      return []
    case .key(.enter), .key(.tab):
      let text = field?.text.trimmed ?? ""
      guard let typed = endTyping(), !text.isEmpty else { return [] }
      var effects: [WidgetEffect]
      switch typed {
      case .input: effects = set(line: text)
      case .number: effects = enter(text)
      }
      if event == .key(.tab), effects.isEmpty { move(columns: 1) }
      return effects
    default:
      edit(event)
      return []
    }
  }

  private mutating func enter(_ text: String) -> [WidgetEffect] {
    guard let label = cellName else { return guess(text) }
    let number: Double
    do { number = try Quantity.read(text) } catch {
      return [.say("\(label): \(error.message); the old value stays")]
    }
    return change { (widget, cursor) throws(InputProblem) in
      try widget.setting(number, at: cursor)
    }.saying { "\(label): \($0); the old value stays" }
  }

  /// Judges a guess; one that cannot be read shows nothing yet.
  private mutating func guess(_ text: String) -> [WidgetEffect] {
    let number: Double
    do { number = try Quantity.read(text) } catch {
      return [.say("Guess: \(error.message); inf, -inf and nan can be typed too")]
    }
    guard let judgement = widget.judge(number, at: cursor) else {
      return [.say("There is nothing to guess in this cell")]
    }
    reveal(judgement)
    return []
  }

  mutating func paste(_ text: String) -> [WidgetEffect] {
    guard let table else {
      return [.say("Tab to an input first: there a vector or matrix can be pasted")]
    }
    if (try? NumberReader.number(text)) != nil { return enter(text) }
    return set(table.key(row: cursor.row), String(text.prefix(10_000)))
  }

  // MARK: Lines

  mutating func choose(_ line: String) -> [WidgetEffect]? {
    // A question that stands is answered by a number; else a digit may be a key.
    if inputs["guess"] == "ask", Int(line) != nil { return set("guess", line) }
    if let key = line.first, line.count == 1, key.isNumber,
      let action = ownKeys.action(for: .character(key))
    {
      return perform(action)
    }
    if (try? Quantity.read(line)) != nil {
      return prediction.isOn || table != nil ? enter(line) : nil
    }
    guard let command = PanelLine(line, widget) else { return nil }
    switch command {
    case .set(let key, let value): return set(key, value)
    case .cell(let key, let wanted, let text):
      guard go(to: wanted, exactly: true) else {
        return [.say("\(key) has no row \(wanted.row + 1), column \(wanted.column + 1)")]
      }
      return enter(text)
    case .go(let wanted):
      _ = go(to: wanted, exactly: false)
      return []
    case .guess(let text): return W.field("guess") == nil ? guess(text) : set("guess", text)
    case .random(let seed): return randomise(seed)
    case .wrong(let message): return [.say(message)]
    }
  }

  private mutating func set(line: String) -> [WidgetEffect] {
    guard let equals = line.firstIndex(of: "=") else {
      return choose(line) ?? [
        .say("Write key = value; keys are \(W.inputKeys.joined(separator: ", "))")
      ]
    }
    return set(line[..<equals].trimmed, line[line.index(after: equals)...].trimmed)
  }

  private mutating func set(_ key: String, _ value: String) -> [WidgetEffect] {
    change { (widget, _) throws(InputProblem) in try widget.setting(key, to: value) }
      .saying { "\($0) (nothing changed)" }
  }
}

extension [WidgetEffect] {
  /// The same effects, each message put in other words.
  fileprivate func saying(_ words: (String) -> String) -> [WidgetEffect] {
    map { if case .say(let text) = $0 { .say(words(text)) } else { $0 } }
  }
}
