import Basics
import Formulas
import JSONText
import Models
import Notes
import Numerics
import TextUI

/// A text on its way to tokens: its bytes, pairs of them merged one after another, the numbers that a
/// model reads; or a question and its answer in a chat template.
package struct TokensWidget: Widget {
  enum Mode: Equatable, Sendable { case text, chat }

  package struct Parameters: Equatable, Sendable {
    var text: String
    /// What the assistant answers, where the text is a question.
    var answer = TokensWidget.answer
    var mode = Mode.text
    /// The letters that are counted; none where empty.
    var letter = TokensWidget.letter
    /// What the merges are learnt of; a passage of its own where empty.
    var learn = ""
    var merges = TokensWidget.merges
    /// How many merges of the text are done.
    var step = 0
  }
  package enum Area: CaseIterable, Sendable { case tokens, counts, merges, table }
  package enum Action: CaseIterable, Sendable {
    case next, previous, last, first, mode, space, learn, vectors
  }

  package static let name = "tokens"
  package static let title = "Tokens"
  package static let topics = [
    "tokens", "tokenization", "tokenisation", "tokenizer", "tokeniser", "byte-pair encoding", "bpe",
  ]
  package static let initial = Parameters(text: "How many r in strawberry? \u{1F642}")
  package static let fields: [Field] = [
    .text(
      "text", \.text, most: 2000, default: initial.text, isSilent: false,
      hint: "\\s is a space at the beginning or the end, \\n a new line"),
    .whole("merges", \.merges, from: 0...LearntMerges.most, in: .merges, default: merges),
    .choice("mode", \.mode, ["text": .text, "chat": .chat]),
    .text("answer", \.answer, most: 1000, default: answer),
    .text(
      "letter", \.letter, most: 40, default: letter, hint: "the letters to count; nothing: none"),
    .text(
      "learn", \.learn, most: mostLearnt, default: "", hint: "the text that merges are learnt of"),
    .whole("step", \.step, from: 0...100_000, isSilent: true, default: 0),
  ]
  static let mostLearnt = 20_000
  private static let answer = "There are three."
  private static let letter = "r"
  /// All of those that the built-in passage has.
  private static let merges = 196

  package static let nextStep: Action? = .next
  package static let strides: [Action] = [.next, .last]
  package static let mainInput: String? = "text"
  package static let hasResizing = false
  package static let hasMotion = false
  package static let actions: [KeyBinding<Action>] =
    KeyBinding.steps("merge", next: .next, previous: .previous) + [
      KeyBinding([.character(">")], "all", "all merges", footer: 5, .last),
      KeyBinding([.character("<")], "bytes", "the bytes, before any merge", footer: 6, .first),
      KeyBinding(
        [.character("_")], "space", "a space before the text, or none", footer: 7, .space),
      KeyBinding(
        [.character("l")], "learn",
        "learn the merges of the notes that are open, or of the built-in passage again",
        footer: .at(8, "learn from notes"), .learn),
      KeyBinding(
        [.character("m")], "mode", "the text as a question with its answer, in a chat template",
        footer: .at(4, "chat template").short("chat"), .mode),
      KeyBinding(
        [.character("O")], "vectors",
        "on: a table of embeddings, with a vector for each of the tokens",
        footer: .at(3, "vectors"), .vectors),
    ]

  package private(set) var parameters: Parameters
  let learnt: LearntMerges
  let encoding: BytePairEncoding
  /// The way from the bytes to the tokens; the bytes alone for a chat.
  let steps: [MergeSteps.Step]
  /// What is shown: the tokens of the step, or of the chat.
  let pieces: [TokenPiece]

  package init(_ parameters: Parameters) throws(InputProblem) {
    try self.init(parameters, after: nil)
  }

  private init(_ parameters: Parameters, after old: TokensWidget?) throws(InputProblem) {
    guard !parameters.text.isEmpty else {
      throw InputProblem("text", "nothing stands there", remedy: "write text = the cat")
    }
    self.parameters = parameters
    if let old, old.parameters.learn == parameters.learn {
      learnt = old.learnt
    } else {
      learnt = parameters.learn.isEmpty ? .standard : LearntMerges(of: parameters.learn)
    }
    encoding = learnt.encoding(parameters.merges)
    if let old, old.parameters.text == parameters.text, old.encoding == encoding {
      steps = old.steps
    } else {
      steps = MergeSteps(parameters.text, by: encoding).steps
    }
    switch parameters.mode {
    case .text:
      let words = steps[min(parameters.step, steps.count - 1)].words
      pieces = [TokenPiece](words: words, by: encoding)
    case .chat:
      pieces = [TokenPiece](question: parameters.text, answer: parameters.answer, by: encoding)
    }
  }

  package static func next(
    _ parameters: Parameters, after old: TokensWidget
  ) throws(InputProblem) -> TokensWidget {
    var next = try TokensWidget(parameters, after: old)
    guard parameters.step == old.parameters.step, next.steps.count > 1 else { return next }
    // Another text begins at its bytes again; who looks at the tokens goes on looking at them.
    let isAtEnd = old.step > 0 && old.step == old.steps.count - 1
    let step =
      isAtEnd ? next.steps.count - 1 : parameters.text != old.parameters.text ? 0 : next.step
    if step != next.step {
      next.parameters.step = step
      next = try TokensWidget(next.parameters, after: next)
    }
    return next
  }

  /// The merges of the text that are done.
  var step: Int { min(parameters.step, steps.count - 1) }
  var isChat: Bool { parameters.mode == .chat }
  /// The tokens that the text comes to.
  var finalCount: Int { steps.last.map { $0.words.reduce(0) { $0 + $1.count } } ?? 0 }
  var words: Int { steps.last?.words.count ?? 0 }
  /// The tokens that a model reads, whatever step is shown.
  var finalPieces: [TokenPiece] {
    isChat ? pieces : [TokenPiece](words: steps.last?.words ?? [], by: encoding)
  }

  package func results(in area: Area) -> GridSize {
    switch area {
    case .tokens: GridSize(rows: 1, columns: pieces.count)
    case .counts: GridSize(rows: 1, columns: counts.count)
    case .merges: GridSize(rows: 1, columns: 1)
    case .table: GridSize(rows: encoding.merges.count, columns: 1)
    }
  }

  package var areas: [Area] {
    encoding.merges.isEmpty ? [.tokens, .counts, .merges] : Area.allCases
  }

  /// What is counted, each with its name.
  var counts: [(name: String, count: Int)] {
    let text = parameters.text
    let sizes = [("characters", text.count), ("bytes", text.utf8.count), ("words", words)]
    return sizes
      + (isChat
        ? [("in the loss", pieces.count(where: \.isCounted)), ("tokens", pieces.count)]
        : [("merges done", step), ("tokens now", pieces.count), ("in the end", finalCount)])
  }
  /// Where the number of tokens stands, which alone is guessed.
  var guessed: Int { counts.count - 1 }

  package var status: String {
    isChat ? "a chat" : step == 0 ? "its bytes" : "merge \(step) of \(steps.count - 1)"
  }
  package var progress: Double? {
    isChat ? nil : steps.count > 1 ? Double(step) / Double(steps.count - 1) : 1
  }

  package func seen(_ old: Parameters) -> Parameters {
    var old = old
    old.step = parameters.step
    return old
  }
  package func isLook(from old: Parameters) -> Bool { seen(old) == parameters }

  // MARK: Changes

  package func changed(by action: Action, at cursor: Cursor) throws(InputProblem) -> Parameters {
    var changed = parameters
    switch action {
    case .next:
      guard !isChat else { throw InputProblem("A chat is shown as its tokens; m leads back") }
      guard step < steps.count - 1 else {
        throw InputProblem("No merge is left that fits: these are the tokens")
      }
      changed.step = step + 1
    case .previous:
      guard !isChat else { throw InputProblem("A chat is shown as its tokens; m leads back") }
      guard step > 0 else { throw InputProblem("These are the bytes, before any merge") }
      changed.step = step - 1
    case .last:
      guard !isChat else { throw InputProblem("A chat is shown as its tokens; m leads back") }
      guard step < steps.count - 1 else {
        throw InputProblem("No merge is left that fits: these are the tokens")
      }
      changed.step = steps.count - 1
    case .first:
      guard !isChat else { throw InputProblem("A chat is shown as its tokens; m leads back") }
      guard step > 0 else { throw InputProblem("These are the bytes, before any merge") }
      changed.step = 0
    case .mode: changed.mode = isChat ? .text : .chat
    case .vectors: break
    case .learn: changed.learn = ""
    case .space:
      let rest = parameters.text.dropFirst()
      guard !parameters.text.hasPrefix(" ") || !rest.isEmpty else {
        throw InputProblem("The space is all that there is")
      }
      changed.text = parameters.text.hasPrefix(" ") ? String(rest) : " " + parameters.text
    }
    return changed
  }

  package func note(after old: Parameters) -> String? {
    guard parameters.learn != old.learn else { return nil }
    return "\(encoding.merges.count) merges learnt of "
      + (parameters.learn.isEmpty ? "the built-in passage" : "\(parameters.learn.utf8.count) bytes")
  }

  package func random(using generator: inout SeededGenerator) -> Parameters {
    let texts = [
      " strawberry", "Strawberry", "the other berries", "10000 + 2026 = 12026",
      "naïve café, déjà vu",
      "👍🏽 or 🇩🇪?", "日本語のテキスト", "scores = q @ k.T\n", "it's the assistant's answer", "THE CAT",
    ]
    var changed = parameters
    changed.text = texts[generator.int(in: 0...texts.count - 1)]
    return changed
  }

  package func cursor(_ cursor: Cursor, from old: TokensWidget) -> Cursor {
    guard cursor.area == .tokens, old.pieces != pieces, old.pieces.indices.contains(cursor.column)
    else { return cursor }
    // It stays on the byte that it stood on.
    let start = old.pieces[cursor.column].start
    let at = pieces.lastIndex { $0.start <= start && $0.special == nil }
    return isChat || old.isChat ? cursor : Cursor(.tokens, column: at ?? 0)
  }

  /// Up and down lead to the word before and the next one.
  package func moved(_ cursor: Cursor, rows: Int, columns: Int) -> Cursor? {
    guard cursor.area == .tokens, rows != 0, columns == 0,
      pieces.indices.contains(cursor.column)
    else { return nil }
    let word = pieces[cursor.column].word + rows
    return pieces.firstIndex { $0.word == word }.map { Cursor(.tokens, column: $0) } ?? cursor
  }

  package func judge(_ guess: Quantity, at cursor: Cursor) -> Judgement? {
    guard cursor.area == .counts, cursor.column == guessed else { return nil }
    return Judgement(guess, truth: Quantity(Double(counts[guessed].count)))
  }
}
