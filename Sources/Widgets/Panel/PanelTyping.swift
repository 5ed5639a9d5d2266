import Basics
import Formulas
import Notes
import Numerics
import TextUI

/// What keys do while something is typed into a widget.
package enum TypingAction: Equatable, Sendable {
  case keep, next, cancel

  package static let table = KeyTable<TypingAction>(
    .widgetField,
    [
      KeyBinding(
        [.enter], "keep", "take what was typed",
        footer: .at(1, "take it", when: .when(.hasText)).saying("check the guess", when: .isGuess),
        .keep),
      KeyBinding(
        [.tab], "next", "take it, and go to the next cell",
        footer: .at(2, "take it, next cell", when: .when(.hasText)), when: .when(.isCell), .next),
      KeyBinding([.escape], "cancel", "leave what was there", footer: .out(), .cancel),
    ])
}

extension KeyScope {
  package static let widgetField = KeyScope("widget-field", "Any widget, typing", takesText: true)
}

extension KeyFact {
  /// A cell is typed over, and no whole input.
  fileprivate static let isCell = KeyFact("isCell")
  /// A guess at a result is typed.
  fileprivate static let isGuess = KeyFact("isGuess")
  fileprivate static let hasText = KeyFact("hasText")
}

/// What is typed or pasted into a widget: a number over a cell, a guess, a line of the plain mode.
extension Panel {
  var field: TextField? {
    switch typing {
    case .number(let field), .input(let field): field
    case nil: nil
    }
  }

  var fieldLabel: String {
    if case .input(let field) = typing {
      return field.text.hasPrefix("cell ") ? "Go to: " : "Input: "
    }
    return (cellName.map { $0 + now(besides: $0) } ?? "Your guess") + ": "
  }

  /// What may be written for the input that is being typed, where its name does not say it; before
  /// there is a name, what may be typed at all.
  var typedHint: String? {
    guard case .input(let field) = typing else { return nil }
    if isLineOffered { return "Enter takes it again; typing replaces it, ← edits it" }
    if field.text.hasPrefix("cell ") {
      return "A row and a column, or a row alone: 30 5, or 30"
    }
    guard let equals = field.text.firstIndex(of: "=") else {
      return
        "Such as \(W.sample(widget.parameters)). Inputs: \(W.typedKeys.joined(separator: ", "))"
    }
    let name = field.text[..<equals].trimmed
    let isEmpty = field.text[field.text.index(after: equals)...].allSatisfy(\.isWhitespace)
    guard name == W.mainInput, isEmpty else { return W.field(name)?.hint }
    let others = W.typedKeys.filter { $0 != name }.map { $0 + " = …" }
    return ([W.field(name)?.hint].compactMap(\.self) + ["or " + others.joined(separator: ", ")])
      .joined(separator: "; ")
  }

  /// The name of the number under the cursor; nil on a result.
  private var cellName: String? { table?.name(row: cursor.row, column: cursor.column) }

  /// What the number under the cursor is until another one is taken: `(now 1)`, where that leaves room
  /// to type.
  private func now(besides name: String) -> String {
    guard let number = table.map({ $0.values[cursor.row, cursor.column] }) else { return "" }
    let exact = Plain.text([number])
    let now =
      exact.count <= 8 ? " (now \(exact))" : " (now about \(NumberText().text(number)))"
    let columns = room?.columns ?? .max
    return name.displayWidth + now.displayWidth + Self.roomToType <= columns ? now : ""
  }

  /// Columns that a number takes while it is typed, with the colon before it.
  private static var roomToType: Int { 12 }

  mutating func startTyping(_ text: String) -> [WidgetEffect] {
    guard table != nil || prediction.isOn else {
      if text.isEmpty, play() { return [] }
      if let went = goToStage(text) { return went }
      let steps = W.nextStep == nil ? "" : "n and p go from step to step, "
      let hasTables = widget.areas.contains { widget.table(in: $0) != nil }
      let inputs = hasTables ? "\(KeyMention.of("area")) leads to the inputs" : "= takes an input"
      return [
        .say(
          "This number is computed; \(steps)\(inputs), \(KeyMention.of("guess")) lets you guess first"
        )
      ]
    }
    begin(.number(TextField(text)))
    return []
  }

  /// Goes to the step that bears a number; nil where none does.
  private mutating func goToStage(_ text: String) -> [WidgetEffect]? {
    guard let place = Int(ordinal: text), let stage = widget.atStage(place + 1) else { return nil }
    return change { (_, _) throws(InputProblem) in stage }
  }

  /// Opens the line with the number under the cursor.
  mutating func correct() -> [WidgetEffect] {
    startTyping(table.map { Plain.text([$0.values[cursor.row, cursor.column]]) } ?? "")
  }

  var typingFacts: Set<KeyFact> {
    let isNumber = typing?.isNumber == true
    return .those([
      .isCell: isNumber && table != nil, .isGuess: isNumber && table == nil,
      .hasText: field?.text.trimmed.isEmpty == false,
    ])
  }

  mutating func type(_ event: Event) -> [WidgetEffect] {
    switch TypingAction.table.action(for: event, given: typingFacts) {
    case .cancel:
      _ = endTyping()
      return []
    case .keep: return keep()
    case .next:
      let effects = keep()
      if effects.isEmpty { move(columns: 1) }
      return effects
    case nil:
      if isLineOffered {
        isLineOffered = false
        if event.bringsText { begin(.input(TextField(""))) }
      }
      if case .pasted(let text) = event, isWhole(text) { return keep(pasting: text) }
      edit(isOfText ? event.escapingTabs : event)
      return []
    }
  }

  /// Whether what is typed goes into a text of the reader's own, of which every character counts.
  private var isOfText: Bool {
    guard let main = W.mainInput, case .input(let field) = typing else { return false }
    return field.text.prefix { $0 != "=" }.trimmed == main
  }

  /// Whether a pasted text is more than fits into a line: its rows would be lost there.
  private func isWhole(_ pasted: String) -> Bool {
    pasted.utf8.count > TextField.longestPaste || pasted.trimmed.contains(where: \.isNewline)
      || typing?.isNumber == true && pasted.contains { "[{=;".contains($0) }
  }

  /// Takes what was typed, with what is pasted into it; what could not be taken stays to be edited.
  private mutating func keep(pasting pasted: String = "") -> [WidgetEffect] {
    guard let field, let typed = endTyping() else { return [] }
    let before = revision
    let start = field.text.prefix(field.position)
    // What is begun over a number is no part of a whole input.
    let text =
      typed.isNumber && !pasted.isEmpty
      ? pasted.trimmed : (start + pasted + field.text.dropFirst(field.position)).trimmed
    guard !text.isEmpty else { return [] }
    // A whole input may be typed where a number was begun.
    let isLine =
      !typed.isNumber
      || !W.named(in: String(text.drop { "= ".contains($0) })).isEmpty
    let effects =
      if !pasted.isEmpty, typed.isNumber || start.allSatisfy(\.isWhitespace) {
        paste(text)
      } else if isLine {
        choose(text)
          ?? [
            .say(
              "Write name = value, such as \(W.sample(widget.parameters)); inputs are "
                + W.typedKeys.joined(separator: ", "))
          ]
      } else { enter(text) }
    guard case .say(let problem)? = effects.first, revision == before else { return effects }
    let place = pasted.isEmpty ? FaultyPlace.end(of: problem, in: field.text) : field.position
    begin(typed.holding(TextField(field.text, position: place)))
    return effects
  }

  private mutating func enter(_ text: String) -> [WidgetEffect] {
    guard let label = cellName else { return guess(text) }
    let number: Double
    let isWhole = table.flatMap { W.field($0.key(row: cursor.row)) }?.isWhole == true
    do {
      number = try isWhole ? NumberReader.wholeNumber(text) : NumberReader.quantity(text)
    } catch {
      return [.say("\(label): \(error.message); the old value stays")]
    }
    return change { (widget, cursor) throws(InputProblem) in
      try widget.setting(number, at: cursor)
    }.saying { "\(label): \($0); the old value stays" }
  }

  /// Judges a guess at a cell, or at a row from its first cell on; what cannot be read shows nothing.
  private mutating func guess(_ text: String) -> [WidgetEffect] {
    // Numbers side by side are several: `1 -2` takes nothing away.
    let pieces = text.split(whereSeparator: \.isWhitespace)
    if pieces.count > 1, pieces.allSatisfy({ $0.contains(where: \.isNumber) }),
      let row = guessedRow(text)
    {
      return judge(row)
    }
    let number: TypedNumber
    do throws(ExpressionProblem) { number = try TypedNumber.reading(text).get() } catch {
      if let row = guessedRow(text) { return judge(row) }
      return [.say("Guess: \(error.message); inf, -inf and nan can be typed too")]
    }
    return judge([number.quantity])
  }

  mutating func paste(_ text: String) -> [WidgetEffect] {
    let text = String(text.prefix(Paste.limit))
    let named = W.named(in: text)
    if !named.isEmpty { return take(named) }
    let arrays = W.unnamed(in: text)
    if !arrays.isEmpty { return take(arrays, saying: "Read in this order: ") }
    if let name = TypedInputs.otherName(in: text, than: W.inputKeys) {
      return [.say(W.elsewhere(name))]
    }
    if let key = widget.inputOfUnnamed(text) { return set(key, text) }
    guard let table else {
      return [
        .say(
          "\(KeyMention.of("area")) to an input first, or paste it behind its name: \(W.pastedNames)"
        )
      ]
    }
    if (try? NumberReader.number(text)) != nil { return enter(text) }
    return set(next(table.key(row: cursor.row), W.arrayKeys), text)
  }

  /// Tables pasted one after another, without names, go to one input after the other while they wait.
  private func next(_ key: String, _ keys: [String]) -> String {
    let kept = waiting?.kept ?? Inputs()
    guard kept[key] != nil, let at = keys.firstIndex(of: key) else { return key }
    return keys[at...].first { kept[$0] == nil } ?? key
  }

  // MARK: Lines

  mutating func choose(_ line: String) -> [WidgetEffect]? {
    defer { redraw() }
    return chosen(line).map(spoken)
  }

  private mutating func chosen(_ line: String) -> [WidgetEffect]? {
    // The key that an input is typed behind stands before it in lines too: `= mask = causal`.
    var line = String(line.drop { $0 == "=" || $0.isWhitespace })
    // A sentence may hold anything; another input may follow the name at once.
    if let rest = mainInput(in: line) {
      guard let second = rest.firstIndex(of: "="), W.field(rest[..<second].trimmed) != nil else {
        return set(W.mainInput ?? "", rest)
      }
      line = rest
    }
    // A question that stands is answered by a number, or in the words of an answer; else a digit may
    // be a key of its own.
    if widget.dismissed != nil, isAnswer(line) { return answer(line) }
    if let action = ownDigit(line) { return perform(action) }
    if table == nil, !prediction.isOn, let went = goToStage(line) { return went }
    let typed = W.named(in: line)
    if typed.count > 1 { return take(typed) }
    guard let command = PanelLine(line, widget) else {
      let isNumber =
        prediction.isOn && table == nil
        ? (try? TypedNumber.reading(line).get()) != nil : (try? NumberReader.quantity(line)) != nil
      if prediction.isOn, table == nil, guessedRow(line) != nil { return guess(line) }
      if !isNumber, let key = widget.inputOfUnnamed(line) { return set(key, line) }
      return isNumber && (prediction.isOn || table != nil) ? enter(line) : nil
    }
    switch command {
    case .set(let key, let value): return set(key, value)
    case .cell(let key, let wanted, let text):
      guard go(to: wanted, exactly: true) else {
        return [.say("\(key) has no row \(wanted.row + 1), column \(wanted.column + 1)")]
      }
      return enter(text)
    case .go(let wanted):
      _ = go(to: wanted, exactly: false)
      guard (cursor.row, cursor.column) != (wanted.row, wanted.column) else { return [] }
      let size = widget.size(of: cursor.area)
      return [
        .say("There are \(counted(size.rows, "row")) and \(counted(size.columns, "column")) here")
      ]
    case .guess(let text): return W.field("guess") == nil ? guess(text) : answer(text)
    case .random(let seed): return randomise(seed)
    case .wrong(let message): return [.say(message)]
    }
  }

  /// What stands behind the name that `=` begins with; nil where the line does not begin with it.
  private func mainInput(in line: String) -> String? {
    guard let main = W.mainInput, line.hasPrefix(main), let first = line.firstIndex(of: "="),
      line[..<first].trimmed == main
    else { return nil }
    return line[line.index(after: first)...].trimmed
  }

  /// `2`, or `knob 2` where that is the name of the digits among its own keys.
  private func ownDigit(_ line: String) -> W.Action? {
    let words = line.split(separator: " ")
    guard let digit = words.last, digit.count == 1, let key = digit.first, key.isNumber else {
      return nil
    }
    let row = W.actions.first { $0.keys.contains(.character(key)) }
    let isNamed =
      words.count == 2 && row?.word == String(words[0]) && W.field(String(words[0])) == nil
    return words.count == 1 || isNamed ? W.ownKeys.action(for: .character(key)) : nil
  }

  private func isAnswer(_ line: String) -> Bool {
    var parameters = widget.parameters
    return (try? W.field("guess")?.read(line, &parameters)) != nil
  }

  /// Answers the question of a figure that asks one, which then moves on as after the key.
  private mutating func answer(_ text: String) -> [WidgetEffect] {
    let said = set("guess", text)
    return said.isEmpty ? roll(answers: true) : said
  }

  mutating func set(_ key: String, _ value: String) -> [WidgetEffect] {
    set(Inputs([key: value]))
  }

  mutating func set(_ values: Inputs) -> [WidgetEffect] {
    defer { redraw() }
    return spoken(
      take(
        values.entries.map {
          TypedInputs.Input(key: W.field($0.key)?.key ?? $0.key, value: $0.value)
        }))
  }
}

extension Event {
  /// Whether it puts text into a field.
  fileprivate var bringsText: Bool {
    switch self {
    case .key(.character), .pasted: true
    default: false
    }
  }
}

extension [WidgetEffect] {
  /// The same effects, each message put in other words.
  fileprivate func saying(_ words: (String) -> String) -> [WidgetEffect] {
    map { if case .say(let text) = $0 { .say(words(text)) } else { $0 } }
  }
}

extension Event {
  /// A tab is pasted as the text would be written: a line has blanks alone.
  fileprivate var escapingTabs: Event {
    guard case .pasted(let text) = self else { return self }
    return .pasted(text.map { $0 == "\t" ? "\\t" : String($0) }.joined())
  }
}
