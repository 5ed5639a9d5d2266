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
  package let answers: [String]
  /// What each model says when it always takes the likeliest; nil before it was asked.
  package private(set) var said: [String?]
  /// Model by model, answer by answer.
  package private(set) var cells: [[Cell?]]
  private let prompt: String
  private let file: ModelFile
  private let off: [Component]
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
    var all = answers
    if all.isEmpty {
      for (index, model) in self.models.enumerated() {
        said[index] = Self.saying(prompt, model, file, off)
        if let text = said[index], !text.isEmpty, !all.contains(text) { all.append(text) }
      }
      if !all.contains(Chat.refusal) { all.append(Chat.refusal) }
    }
    self.answers = all
    cells = self.models.map { _ in all.map { _ in nil } }
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
  package var isComplete: Bool { done == count }
  package var progress: Double { Double(done) / Double(max(count, 1)) }

  package mutating func advance() {
    guard !isComplete else { return }
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
