import Libc
import Notes
import Screens
import TextUI

/// The linear mode: what the screens hold is printed as lines, and a line typed is a key's word, a
/// key, a number or a title. It drives the same screens, so it reaches all that they do.
struct PlainMode {
  private var device: PlainDevice
  private let prompts: Bool
  private let ascii: Bool
  /// Whether the program was started for a quiz, and ends with it.
  private let isForQuiz: Bool
  /// The message that was printed since the last line typed.
  private var told: String?
  /// Whether the last answer to a prompt was not taken.
  private var isRefused = false
  /// Whether the last line typed closed the page that it was typed on: who types back then means that page.
  private var hasClosed = false
  /// Whether what is printed is still written somewhere.
  private var isHeard = true

  init(width: Int, ascii: Bool, isForQuiz: Bool = false) {
    self.isForQuiz = isForQuiz
    device = PlainDevice(size: Size(columns: width, rows: 1_000_000), isASCII: ascii)
    prompts = isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1
    self.ascii = ascii
  }

  /// Words that leave a page.
  private static let leaving: Set<String> = ["back", "esc", "escape"]

  /// Milliseconds after which a quiz begins that knows its first questions.
  private static let patience = 2000

  /// Columns of text and rows without end: nothing is paged here.
  static func size(width: Int) -> Size { Size(columns: width, rows: 1_000_000) }

  /// Words that are this mode's own, whatever the screen.
  static let words = [
    ("show", "print this again"), ("esc", "leave what was begun here, as Esc does"),
    ("help", "what can be typed here"), ("quit", "end the program"),
  ]

  private static let greeting =
    "Type help for what can be typed; an empty line goes on, quit ends."

  /// Runs to the end of the input; false where what it printed could not be written.
  mutating func run(_ app: inout App, _ handler: inout EffectHandler) -> Bool {
    if !isForQuiz { print([Self.greeting]) }
    var shown: [String] = []
    var selection = app.selection
    var question: String?
    while true {
      finishReading(&app, &handler)
      if isForQuiz, app.stack.count < 2 { return isHeard }
      let lines = app.transcript
      let message = app.message.flatMap { $0 == told ? nil : $0 }
      told = app.message
      // What was done is told before what comes next.
      let isNext = lines != shown
      if isNext, let message { tell(message) }
      if isNext {
        shown = lines
        print(lines)
      } else if isRefused {
        // What was refused twice is said twice.
        print(lines.filter { $0.hasPrefix("✗") })
      } else if let under = app.selection, under != selection {
        print([under])
      }
      selection = app.selection
      if !isNext, let message { tell(message) }
      // A test can be looked through yet.
      if isForQuiz, app.isFinished, app.emptyLine == .nothing { return isHeard }
      let asked = app.prompt.map { $0.label + $0.beginning + ($0.isYesOrNo ? "y/n " : "") }
      if prompts {
        write("\n\(Output.harmless(asked ?? "attend> "))")
      } else if let asked, asked != question {
        print([asked])
      }
      question = asked
      guard isHeard, let line = readInput() else { return isHeard }
      let depth = app.stack.count
      let outcome = command(line.trimmed, &app, &handler)
      hasClosed = app.stack.count < depth && !Self.leaving.contains(line.trimmed)
      switch outcome {
      case .quit: return isHeard
      case .shown: shown = []
      case .done, .unknown: break
      }
    }
  }

  /// A line, or several where an input such as a printout of a matrix goes on to its last bracket; an
  /// empty line ends it in any case.
  private func readInput() -> String? {
    guard var input = readLine(strippingNewline: true) else { return nil }
    guard input.contains("=") else { return input }
    var open = Self.openBrackets(input)
    while open > 0, let next = readLine(strippingNewline: true), !next.trimmed.isEmpty {
      input += "\n" + next
      open += Self.openBrackets(next)
    }
    return input
  }

  private static func openBrackets(_ text: String) -> Int {
    text.utf8.reduce(0) { count, byte in
      switch byte {
      case UInt8(ascii: "["), UInt8(ascii: "("): count + 1
      case UInt8(ascii: "]"), UInt8(ascii: ")"): count - 1
      default: count
      }
    }
  }

  private enum Outcome { case quit, shown, done, unknown }

  private mutating func command(
    _ line: String, _ app: inout App, _ handler: inout EffectHandler
  ) -> Outcome {
    let words = line.split(separator: " ", maxSplits: 1)
    let verb = words.first.map(String.init) ?? ""
    let rest = words.count > 1 ? String(words[1]) : ""
    if line.isEmpty {
      switch app.prompt == nil ? app.emptyLine : .goesOn {
      case .goesOn: return send(.key(.enter), &app, &handler)
      case .says(let word): return command(word, &app, &handler)
      case .isAnswer: return choose(line, &app, &handler)
      case .nothing: return .done
      }
    }
    if verb == "back", rest.isEmpty, app.prompt == nil, app.stack.count == 1 {
      print(["There is nothing to go back to from here; quit ends the program"])
      return .done
    }
    let leavesPrompt = verb == "back" && rest.isEmpty && app.prompt?.knowsBack == true
    if verb == "back", rest.isEmpty, app.prompt == nil, hasClosed {
      print(["That page is closed already; back once more leaves this one"])
      return .done
    }
    if ["esc", "escape"].contains(verb) || leavesPrompt {
      return send(.key(.escape), &app, &handler)
    }
    if ["quit", "exit"].contains(verb) {
      // A quiz says first what it came to.
      let leave = app.keys.first { $0.leadsOut && $0.scope == .quiz }?.keys.first
      if isForQuiz, let leave {
        return send(.key(leave), &app, &handler)
      }
      return send(.ended, &app, &handler)
    }
    if ["help", "keys", "?"].contains(verb) {
      print(help(app))
      return .done
    }
    if ["show", "print"].contains(verb), rest.isEmpty { return .shown }
    // Who was refused may go on with something else.
    if isRefused, isCommand(verb, app) {
      while app.prompt != nil, send(.key(.escape), &app, &handler) != .quit {}
    }
    isRefused = false
    if app.prompt != nil {
      // A key that is no letter is meant as one: Ctrl-R in a search.
      let named = app.keys.flatMap(\.keys).first { $0.label == line && $0.label.count > 1 }
      return named.map { send(.key($0), &app, &handler) } ?? answer(line, &app, &handler)
    }
    // What a footer says in several words is no name and value.
    if !rest.isEmpty, let key = entry(inFooterAs: line, app.keys)?.keys.first {
      let outcome = send(.key(key), &app, &handler)
      finishTicks(&app, &handler)
      return outcome
    }
    if app.claims(line) { return choose(line, &app, &handler) }
    let entry = entry(for: verb, app.keys)
    guard let entry, let key = entry.keys.first, Int(verb) == nil else {
      return choose(line, &app, &handler)
    }
    // The word of the digits takes one of them.
    if verb == entry.word, rest.isEmpty, let last = entry.lastDigit {
      print(["\(verb) takes a number: \(verb) 1\(last == 1 ? "" : " to \(verb) \(last)")"])
      return .done
    }
    // What is named is opened, not what stands under the cursor.
    if entry.takesName, !rest.isEmpty { return choose(rest, &app, &handler) }
    let outcome = send(.key(key), &app, &handler)
    finishTicks(&app, &handler)
    if rest.isEmpty { return outcome }
    return app.prompt == nil
      ? choose(rest, &app, &handler) : answer(rest, &app, &handler)
  }

  /// The row whose word it is, or whose key by any of its names, or which stands in a footer so: what
  /// lessons and footers say can be typed as it is read.
  private func entry(for text: String, _ rows: [Shortcut]) -> Shortcut? {
    let key = Key(name: text)
    return rows.first { $0.words.contains(text) } ?? rows.first { row in
      key.map(row.keys.contains) ?? false
    }
      ?? entry(inFooterAs: text, rows)
  }

  /// Where two keys stand beside each other, their word says neither.
  private func entry(inFooterAs text: String, _ rows: [Shortcut]) -> Shortcut? {
    rows.first { row in
      row.footer.map { $0.text == text.lowercased() && $0.partners.isEmpty } ?? false
    }
  }

  /// A line for the prompt, in place of what stands there.
  private mutating func answer(
    _ line: String, _ app: inout App, _ handler: inout EffectHandler
  ) -> Outcome {
    if app.prompt?.isYesOrNo == true {
      let isYes = ["y", "yes"].contains(line.lowercased())
      return send(.key(.character(isYes ? "y" : "n")), &app, &handler)
    }
    // It goes on behind what stands there to be gone on with, unless it begins with a name of its own.
    let beginning = app.prompt?.beginning ?? ""
    let name = beginning.split(separator: " ").first.map(String.init)
    let isNamed = line.contains("=") || name.map { line.hasPrefix($0 + " ") } ?? false
    if app.prompt?.field.text.isEmpty == false, beginning.isEmpty || isNamed {
      _ = send(.key(.control("u")), &app, &handler)
    }
    let outcome = send(.pasted(line), &app, &handler)
    finishTicks(&app, &handler)
    guard app.prompt != nil else { return outcome }
    let answered = send(.key(.enter), &app, &handler)
    isRefused = app.prompt != nil
    return answered
  }

  /// Whether a word is a command where no prompt stands.
  private func isCommand(_ word: String, _ app: App) -> Bool {
    var app = app
    for _ in 0..<2 where app.prompt != nil {
      _ = app.deliver(.terminal(.key(.escape)), now: Clock.now()) { _, _ in [] }
    }
    return app.prompt == nil && app.keys.contains { $0.words.contains(word) }
  }

  private mutating func choose(
    _ line: String, _ app: inout App, _ handler: inout EffectHandler
  ) -> Outcome {
    let outcome = deliver(.line(line), &app, &handler)
    if outcome == .unknown {
      print(["\"\(line)\" is not a command here; type help for those that are"])
    }
    return outcome == .unknown ? .done : outcome
  }

  private mutating func send(
    _ event: Event, _ app: inout App, _ handler: inout EffectHandler
  ) -> Outcome {
    deliver(.terminal(event), &app, &handler)
  }

  private mutating func deliver(
    _ event: AppEvent, _ app: inout App, _ handler: inout EffectHandler
  ) -> Outcome {
    if case .terminal(.tick) = event {} else { told = nil }
    var outcome = Outcome.done
    let isKnown = app.deliver(event, now: Clock.now()) { effect, app in
      let results = handler.perform(effect, app.state, &device)
      if results == nil { outcome = .quit }
      return results
    }
    return isKnown ? outcome : .unknown
  }

  /// Work that the screens do in slices is done at once here.
  private mutating func finishTicks(_ app: inout App, _ handler: inout EffectHandler) {
    while app.tickInterval == .zero { _ = send(.tick, &app, &handler) }
  }

  /// Reads the notes: all of them, unless there are so many that a quiz can begin before.
  private mutating func finishReading(_ app: inout App, _ handler: inout EffectHandler) {
    let start = Clock.ticks()
    let isQuiz = app.awaitsQuestions
    while app.tickInterval == .zero,
      !isQuiz || app.awaitsQuestions || Clock.ticks() - start < Self.patience
    {
      _ = send(.tick, &app, &handler)
    }
  }

  private func help(_ app: App) -> [String] {
    let opening = app.keys.contains(where: \.takesName) ? "; a number or a title opens it" : ""
    return ["", "Type a word, or the key that stands for it\(opening):"]
      + app.keys.map { Self.row($0.words.joined(separator: ", "), "\($0.help) (\($0.label))") }
      + app.phrases.map { Self.row($0.line, $0.help) }
      + Self.words.filter { word, _ in !app.keys.contains { $0.word == word } }.map(Self.row)
  }

  private static func row(_ word: String, _ help: String) -> String {
    "  \(word)" + String(repeating: " ", count: max(1, 14 - word.count)) + help
  }

  /// Lines as they are printed in a width: a row of a list is one line, however long.
  static func wrapped(_ lines: some Sequence<String>, width: Int) -> [String] {
    lines.flatMap { line in
      line.isEmpty || line.isItem
        ? [Output.harmless(line)] : Wrapping.lines(of: Output.harmless(line), width: width)
    }
  }

  private mutating func tell(_ message: String) {
    print(Wrapping.lines(of: message, width: device.size.columns))
  }

  private mutating func print(_ lines: [String]) {
    let width = device.size.columns
    let text = Self.wrapped(lines, width: width).map { $0 + "\n" }.joined()
    write(ascii ? Output.ascii(text) : text)
  }

  private mutating func write(_ text: String) {
    if isHeard { isHeard = Output.write(text) }
  }
}

extension Prompt {
  /// What stands there to be gone on with: `text = `.
  fileprivate var beginning: String { field.text.last == " " ? field.text : "" }
}

extension String {
  /// Whether it is a row of a list, as they are printed here.
  fileprivate var isItem: Bool {
    hasPrefix("  ") || ["• ", "◦ ", "▪ ", "to do: ", "done: "].contains(where: hasPrefix)
      || prefix { $0.isNumber }.count > 0 && drop(while: \.isNumber).hasPrefix(". ")
  }
}

/// A device that shows nothing: the plain mode prints for itself.
private struct PlainDevice: Device {
  var size: Size
  var isASCII: Bool
  mutating func present(_ canvas: Canvas) {}
  mutating func nextEvent(within timeout: Duration?) -> Event { .tick }
  mutating func suspend() {}
  mutating func forgetScreen() {}
}

extension Shortcut {
  /// The last of the digits that it stands for; nil where it stands for other keys.
  fileprivate var lastDigit: Int? {
    let digits = keys.map { key -> Int? in
      if case .character(let character) = key { character.wholeNumberValue } else { nil }
    }
    return digits.contains(nil) ? nil : digits.compactMap(\.self).last
  }
}
