import Libc
import Models

/// How likely whole answers are to each of the models over the same weights.
package struct AnswerOdds: Study {
  package struct Cell: Equatable, Sendable {
    /// The probability that the model says exactly this next, the product of its tokens'.
    package let probability: Double
    /// Its logarithm, which says something where that is too small to be told.
    package let logarithm: Double
  }

  package let models: [String]
  /// None yet where they are what the models say, and those are still asked.
  package private(set) var answers: [String]
  /// What each model says when it always takes the likeliest; nil before it was asked.
  package private(set) var said: [String?]
  /// Model by model, answer by answer.
  package private(set) var cells: [[Cell?]]
  private let prompt: String
  private let file: ModelFile
  private let off: [Component]
  /// How many models are asked for answers, and how many were.
  private let asks: Int
  private var askings = 0
  private var done = 0
  /// The model that was asked last: it is asked for each answer in turn.
  private var asked: (model: Int, decoder: Decoder<Float>)?

  /// Those that a reader gives; where there are none, what the models say by themselves, and a refusal. What
  /// is off is off in every model, in what it says too.
  package init(
    _ prompt: String, answers: [String], models: [String], of file: ModelFile,
    off: [Component] = []
  ) {
    (self.prompt, self.file, self.off) = (prompt, file, off)
    let known = LookedModel.own(file).adapters
    self.models = models.filter { known.contains($0) }
    said = self.models.map { _ in nil }
    asks = answers.isEmpty ? self.models.count : 0
    self.answers = answers.isEmpty && asks == 0 ? [Chat.refusal] : answers
    cells = self.models.map { _ in answers.map { _ in nil } }
  }

  /// The next model is asked for an answer; after the last all are known.
  private mutating func ask() {
    said[askings] = Self.saying(prompt, models[askings], file, off)
    askings += 1
    guard askings == asks else { return }
    for text in said.compactMap(\.self) + [Chat.refusal] {
      if !text.isEmpty, !answers.contains(text) { answers.append(text) }
    }
    cells = models.map { _ in answers.map { _ in nil } }
  }

  /// What a model answers up to the end of the line, in twelve tokens at most.
  private static func saying(
    _ prompt: String, _ model: String, _ file: ModelFile, _ off: [Component]
  ) -> String? {
    guard let decoder = file.decoder(model) else { return nil }
    let tokens = file.tokens(prompt, for: model)
    guard tokens.count < decoder.shape.context else { return nil }
    let next = LookedModel.own(file).continuation(
      of: tokens, in: decoder, count: 12, temperature: 0, seed: 1, off: off)
    let own = next.filter { $0 != file.vocabulary.newline }
    return String(decoding: own.flatMap { file.vocabulary.bytes(of: $0) }, as: UTF8.self)
  }

  private var count: Int { models.count * answers.count }
  package var isComplete: Bool { askings == asks && done == count }
  package var progress: Double {
    // Each may say another answer, as long as it is not known.
    let all = asks + (askings < asks ? models.count * (asks + 1) : count)
    return Double(askings + done) / Double(max(all, 1))
  }

  package mutating func advance() {
    guard !isComplete else { return }
    guard askings == asks else { return ask() }
    let (model, answer) = (done / answers.count, done % answers.count)
    done += 1
    if asked?.model != model { asked = file.decoder(models[model]).map { (model, $0) } }
    guard let decoder = asked?.decoder else { return }
    let before = file.tokens(prompt, for: models[model])
    let own = file.vocabulary.encoding.tokens(of: answers[answer])
    let all = before + own
    guard !own.isEmpty, all.count <= decoder.shape.context else { return }
    let look = Look(all, in: decoder, off: off)
    let logarithm = own.indices.reduce(0.0) { sum, index in
      sum + look.logProbability(of: own[index], after: before.count + index - 1)
    }
    cells[model][answer] = Cell(probability: exp(logarithm), logarithm: logarithm)
  }
}
