import Models
import Numerics

/// A copy of the base on its way through a text: loss on what it learns, on what was kept back of it, and on
/// stories, which it knew before; and what it says to the same beginnings.
///
/// It advances by a row of a step, or a row of a test, so that keys are answered meanwhile.
package struct OwnTextRun: Study {
  /// The losses after so many steps.
  package struct Point: Equatable, Sendable {
    package let step: Int
    /// The mean of the step's own rows of the text, before it; nil before the first, and of a youth.
    package var learnt: Double?
    package var kept: Double
    package var stories: Double
  }

  /// What it goes on with after so many steps.
  package struct Saying: Equatable, Sendable {
    package let step: Int
    /// For each beginning.
    package var tokens: [[Int]]
  }

  package let recipe: OwnTextRecipe
  package private(set) var prompts: [[Int]]
  package private(set) var step = 0
  package private(set) var points: [Point] = []
  package private(set) var sayings: [Saying] = []
  /// The numbers of the copy at each of these, so that other beginnings can be gone on with too.
  private var tellers: [[Float]] = []
  /// The step after which the loss was lost.
  package private(set) var divergedAt: Int?
  package private(set) var decoder: Decoder<Float>
  /// How many numbers move.
  package let parameterCount: Int

  private let text: OwnText
  private let vocabulary: Vocabulary
  private let tests: [(rows: [[Int]], isKept: Bool)]
  private var optimiser: Optimiser<Float>?
  private var gradients: [Float]
  private var trace: Trace<Float>?
  private var state = State.testing(0, 0)
  /// What comes after other beginnings were gone on with.
  private var afterwards = State.done
  private var sums = [0.0, 0.0]
  private var own = (sum: 0.0, rows: 0)
  /// The order in which the rows of the text come, and how many of it are used.
  private var order: [Int] = []

  private enum State: Equatable, Sendable {
    /// Which test, and which of its rows.
    case testing(Int, Int)
    /// Which of the beginnings.
    case saying(Int)
    /// The same of other beginnings: which of its sayings, and which of the beginnings.
    case sayingAgain(Int, Int)
    /// Which row of the step.
    case learning(Int)
    case done
  }

  /// How many tokens it goes on with.
  package static let said = 32
  /// How often what it says is told, and how often the losses.
  package static let tellings = 6
  private static let testings = 24
  /// How many rows of stories are measured.
  package static let storyRows = 8
  private static let keptRows = 8

  package init(
    _ text: OwnText, prompts: [[Int]], _ recipe: OwnTextRecipe, base: Decoder<Float>,
    _ vocabulary: Vocabulary
  ) {
    (self.text, self.recipe, self.vocabulary) = (text, recipe, vocabulary)
    let room = max(1, base.shape.context - Self.said)
    self.prompts = prompts.map { Array($0.prefix(room)) }
    var decoder =
      recipe.isYouth ? Decoder<Float>(base.shape, seed: recipe.seed) : base
    var slots: [Slot]?
    if recipe.rank > 0, !recipe.isYouth {
      decoder.addAdapters(
        rank: recipe.rank, alpha: 2 * Double(recipe.rank), to: Block.Part.allCases,
        seed: recipe.seed)
      slots = decoder.adapters.flatMap { [$0.down, $0.up] }
    }
    parameterCount = slots.map { $0.reduce(0) { $0 + $1.count } } ?? decoder.parameters.count
    optimiser = Optimiser(recipe.optimiser, decoder, moving: slots)
    gradients = decoder.parameters.map { _ in 0 }
    self.decoder = decoder
    // Stories that no step shows: the same for every run.
    var source = Source(seed: Self.seed("stories kept back", 0))
    var tokenizer = Tokenizer(vocabulary)
    let stories = (0..<Self.storyRows).map { _ in
      Self.story(length: text.length, &source, &tokenizer)
    }
    let kept =
      text.kept.count > Self.keptRows
      ? (0..<Self.keptRows).map { text.kept[$0 * text.kept.count / Self.keptRows] } : text.kept
    tests = [(kept, true), (stories, false)]
  }

  /// The same training with other beginnings: it is asked for what it says to these, and not trained anew. What is
  /// under way goes on after that.
  package func asked(_ prompts: [[Int]]) -> OwnTextRun {
    guard !prompts.isEmpty else { return self }
    var other = self
    let room = max(1, decoder.shape.context - Self.said)
    other.prompts = prompts.map { Array($0.prefix(room)) }
    for index in sayings.indices { other.sayings[index].tokens = [] }
    guard !sayings.isEmpty else { return other }
    switch state {
    case .testing, .learning, .done: other.afterwards = state
    case .saying: other.afterwards = step >= recipe.steps ? .done : .learning(0)
    case .sayingAgain: break
    }
    other.state = .sayingAgain(0, 0)
    return other
  }

  package var isComplete: Bool { state == .done }
  package var progress: Double {
    isComplete ? 1 : Double(step) / Double(max(recipe.steps, 1))
  }
  /// The step at which what was kept back cost least.
  package var best: Point? { points.min { $0.kept < $1.kept } }

  /// The copy as a model of its own, as far as it has come: what adapters learnt is put into the weights. How the
  /// model inside did at the gate, and what was taught that one, is no longer true of it.
  package func learner(_ vocabulary: Vocabulary) -> ModelFile {
    ModelFile(vocabulary: vocabulary, base: decoder.merged, adaptations: [], gate: [])
  }

  /// How often something happens so often in all, and at the end.
  private func isTime(_ times: Int) -> Bool {
    step % max(1, recipe.steps / times) == 0 || step == recipe.steps
  }

  package mutating func advance() {
    switch state {
    case .testing(let test, let row): self.test(test, row)
    case .saying(let prompt): say(prompt)
    case .sayingAgain(let saying, let prompt): say(prompt, at: saying)
    case .learning(let row): learn(row)
    case .done: break
    }
  }

  /// No number, or far above what knowing nothing costs: ln 800 = 6.7.
  private static func isLost(_ loss: Double) -> Bool { !(loss < 100) }

  // MARK: Testing

  private mutating func test(_ test: Int, _ row: Int) {
    let rows = tests[test].rows
    if row < rows.count { sums[test] += loss(rows[row], adding: false) / Double(rows.count) }
    if row + 1 < rows.count {
      state = .testing(test, row + 1)
    } else if test + 1 < tests.count {
      state = .testing(test + 1, 0)
    } else {
      points.append(
        Point(
          step: step, learnt: own.rows > 0 ? own.sum / Double(own.rows) : nil, kept: sums[0],
          stories: sums[1]))
      (sums, own) = ([0, 0], (0, 0))
      if let last = points.last, Self.isLost(max(last.kept, last.stories)) {
        divergedAt = divergedAt ?? step
      }
      if divergedAt != nil {
        finish()
      } else if isTime(Self.tellings), !prompts.isEmpty {
        sayings.append(Saying(step: step, tokens: []))
        tellers.append(decoder.parameters)
        state = .saying(0)
      } else {
        goOn()
      }
    }
  }

  private mutating func say(_ prompt: Int) {
    sayings[sayings.count - 1].tokens.append(said(prompt, by: decoder))
    if prompt + 1 < prompts.count { state = .saying(prompt + 1) } else { goOn() }
  }

  private mutating func say(_ prompt: Int, at saying: Int) {
    var then = decoder
    then.parameters = tellers[saying]
    sayings[saying].tokens.append(said(prompt, by: then))
    if prompt + 1 < prompts.count {
      state = .sayingAgain(saying, prompt + 1)
    } else if saying + 1 < sayings.count {
      state = .sayingAgain(saying + 1, 0)
    } else if afterwards == .done {
      finish()
    } else {
      state = afterwards
    }
  }

  /// What a model goes on with after one of the beginnings.
  private func said(_ prompt: Int, by decoder: Decoder<Float>) -> [Int] {
    var cache = KeyValueCache<Float>(decoder.shape)
    var logits: [Float] = []
    for token in prompts[prompt] { logits = decoder.next(after: Int32(token), &cache) }
    var said: [Int] = []
    while said.count < Self.said, !cache.isFull, let top = logits.max(),
      let token = logits.firstIndex(of: top), token != vocabulary.newline || said.isEmpty
    {
      said.append(token)
      logits = decoder.next(after: Int32(token), &cache)
    }
    return said
  }

  private mutating func goOn() {
    if step >= recipe.steps { finish() } else { state = .learning(0) }
  }

  /// What only steps need goes.
  private mutating func finish() {
    state = .done
    (optimiser, trace, gradients) = (nil, nil, [])
  }

  // MARK: Learning

  private mutating func learn(_ row: Int) {
    if row == 0 { gradients.withUnsafeMutableBufferPointer { $0.update(repeating: 0) } }
    // Stories first: each step has draws of its own.
    if row < recipe.stories {
      var source = Source(seed: Self.seed("step \(step) \(row)", recipe.seed))
      var tokenizer = Tokenizer(vocabulary)
      _ = loss(Self.story(length: text.length, &source, &tokenizer), adding: true)
    } else {
      own.sum += loss(nextRow(), adding: true)
      own.rows += 1
    }
    guard row + 1 == OwnTextRecipe.rows else {
      state = .learning(row + 1)
      return
    }
    let factor = 1 / Float(OwnTextRecipe.rows)
    for index in gradients.indices { gradients[index] *= factor }
    optimiser?.step(&decoder.parameters, &gradients)
    step += 1
    if Self.isLost(own.sum / Double(max(own.rows, 1))) { divergedAt = step }
    state = divergedAt != nil || isTime(Self.testings) ? .testing(0, 0) : .learning(0)
  }

  /// The rows of the text, all of them before one comes again.
  private mutating func nextRow() -> [Int] {
    if order.isEmpty {
      var draws = SeededGenerator(seed: Self.seed("order \(step)", recipe.seed))
      order = Array(text.learnt.indices)
      order.shuffle(using: &draws)
    }
    return text.learnt[order.removeLast()]
  }

  /// The mean loss of a row, whose gradients are added where it is learnt.
  private mutating func loss(_ row: [Int], adding: Bool) -> Double {
    let tokens = row.dropLast().map { Int32($0) }
    var trace = self.trace ?? Trace(decoder.shape, rows: 1, length: tokens.count)
    self.trace = nil
    decoder.forward(tokens, into: &trace)
    let outcome = CrossEntropy.loss(
      trace.values, trace.slots.logits, row.dropFirst().map { Int32($0) },
      gradients: &trace.gradients)
    if adding { decoder.backward(tokens, &trace, addingTo: &gradients) }
    self.trace = trace
    return outcome.loss
  }

  private static func story(
    length: Int, _ source: inout Source, _ tokenizer: inout Tokenizer
  ) -> [Int] {
    var row = [tokenizer.vocabulary.newline]
    while row.count <= length {
      let kind = source.pick(weighted: Corpus.mixture)
      row += tokenizer.tokens(Corpus.passage(kind, &source).text)
      row.append(tokenizer.vocabulary.newline)
    }
    return Array(row.prefix(length + 1))
  }

  private static func seed(_ name: String, _ seed: UInt64) -> UInt64 {
    SeededGenerator.seed(of: "own text \(name) \(seed)")
  }
}
