import JSONText
import Models
import TestSupport
import Testing

@testable import Inside

/// What is found out inside the model in many passes, beside NumPy and beside what must hold.
@Suite struct StudyTests {
  private let file: ModelFile
  private let oracle: JSON

  init() throws {
    file = try ShippedModel.file.get()
    oracle = try JSON.parse(
      utf8: try Files.bytes(of: "\(Files.tests)/Fixtures/inside/studies.json"))
  }

  private func numbers(_ json: JSON?) throws -> [Double] {
    try #require(json?.array).map { try #require($0.double) }
  }

  private func near(_ got: [Double], _ wanted: [Double], _ what: String) {
    #expect(got.count == wanted.count, "\(what)")
    let scale = max(1, wanted.map(abs).max() ?? 1)
    for (x, y) in zip(got, wanted) { #expect(abs(x - y) / scale < 1e-4, "\(what): \(x) \(y)") }
  }

  @Test(arguments: [0, 1]) func partsAndLayersAreThoseOfNumPy(_ index: Int) throws {
    let one = try #require(oracle["studies"]?.array?[index])
    let name = try #require(one["adapter"]?.string)
    let decoder = try #require(file.decoder(name))
    let tokens = try numbers(one["tokens"]).map { Int($0) }
    let look = Look(tokens, in: decoder)
    let last = tokens.count - 1
    let best = try numbers(one["best"]).map { Int($0) }
    #expect(look.next(after: last, top: 2).map(\.token) == best)
    near(look.brought(at: last, for: best), try numbers(one["brought"]), "brought")
    var sum = look.brought(at: last, for: best)
    for part in Component.all(of: decoder.shape) {
      let written = look.written(by: part, at: last, for: best)
      let isHead = one["heads"]?[part.name] != nil
      near(written, try numbers(one[isHead ? "heads" : "mlps"]?[part.name]), part.name)
      sum = zip(sum, written).map(+)
      guard case .head(let layer, let head) = part else { continue }
      near(
        look.weights(layer: layer, head: head, from: last), try numbers(one["weights"]?[part.name]),
        "weights of \(part.name)")
    }
    // What all parts write is all that there is.
    near(sum, best.map { look.logits(after: last)[$0] }, "sum of the parts")
    for (layer, wanted) in try #require(one["units"]?.array).enumerated() {
      near(
        Array(look.activations(layer: layer, at: last).prefix(8)), try numbers(wanted),
        "units of L\(layer)")
    }
    for (level, wanted) in try #require(one["lens"]?.array).enumerated() {
      let all = look.lens(layer: level, after: last, top: file.vocabulary.count)
      let logits = (0..<8).map { token in all.first { $0.token == token }?.logit ?? .nan }
      near(logits, try numbers(wanted), "lens \(level)")
    }
  }

  @Test(arguments: [0, 1]) func patchesBringBackWhatNumPySays(_ index: Int) throws {
    let one = try #require(oracle["studies"]?.array?[index])
    let name = try #require(one["adapter"]?.string)
    let decoder = try #require(file.decoder(name))
    let (tokens, others) = (
      try numbers(one["tokens"]).map { Int($0) }, try numbers(one["others"]).map { Int($0) }
    )
    let patching = try #require(Patching(tokens, from: others, in: decoder)).completed
    #expect(Double(patching.own) == one["own"]?.double)
    #expect(Double(patching.other) == one["other"]?.double)
    for (level, wanted) in try #require(one["restored"]?.array).enumerated() {
      near(patching.restored[level], try numbers(wanted), "level \(level)")
    }
    // All of what the last place holds at the end is the other's answer.
    #expect(abs((patching.restored.last?.last ?? 0) - 1) < 1e-5)
  }

  @Test func textsThatCannotBePatchedAreNone() {
    func patching(_ one: String, _ other: String) -> Patching? {
      Patching(
        file.tokens(one, for: "base"), from: file.tokens(other, for: "base"), in: file.base)
    }
    #expect(patching("Mia has the key.", "Mia has it.") == nil)
    #expect(patching("Mia has the key.", "Mia has the key.") == nil)
  }

  @Test func oddsAreProductsOfTokens() throws {
    let prompt = try #require(oracle["prompt"]?.string)
    let cases = try #require(oracle["odds"]?.array)
    let answers = [" Mia.", " The story does not say."]
    let odds = AnswerOdds(
      prompt, answers: answers, models: ["base", "instruct", "prefer", "overprefer", "none"],
      of: file
    ).completed
    #expect(odds.models.count == 4)
    for one in cases {
      let model = try #require(odds.models.firstIndex { $0 == one["adapter"]?.string })
      let answer = try #require(answers.firstIndex { $0 == one["answer"]?.string })
      let cell = try #require(odds.cells[model][answer])
      let wanted = try #require(one["logarithm"]?.double)
      #expect(abs(cell.logarithm - wanted) < 1e-3 * max(1, abs(wanted)))
    }
  }

  /// Where no answers are given, those that the models say are compared, and a refusal.
  @Test func modelsAreAskedForAnswers() {
    let odds = AnswerOdds(
      "Mia has the key. Who has the key?", answers: [], models: ["base", "instruct"], of: file
    ).completed
    #expect(odds.answers.contains(" Mia.") && odds.answers.last == Chat.refusal)
    #expect(odds.said.allSatisfy { $0 != nil })
  }

  /// One model is asked at a time, and what is done never grows less.
  @Test func modelsAreAskedOneAfterTheOther() {
    var odds = AnswerOdds(
      "Mia has the key. Who has the key?", answers: [], models: ["base", "instruct"], of: file)
    #expect(odds.answers.isEmpty && !odds.isComplete && odds.progress == 0)
    odds.advance()
    #expect(odds.said[0] != nil && odds.said[1] == nil && odds.answers.isEmpty)
    var before = odds.progress
    while !odds.isComplete {
      odds.advance()
      #expect(odds.progress > before)
      before = odds.progress
    }
    #expect(before == 1 && odds.cells.allSatisfy { $0.allSatisfy { $0 != nil } })
    // Of no model nothing is asked.
    #expect(AnswerOdds("Mia", answers: [], models: [], of: file).isComplete)
  }

  /// Of a model with a part off both what it says and how likely that is are without the part.
  @Test func answersAreAskedWithoutWhatIsOff() throws {
    let prompt = "When Mia and Tom went to the park, Tom gave the red ball to"
    let off = [Component.head(layer: 1, head: 3)]
    let odds = AnswerOdds(prompt, answers: [], models: ["base"], of: file, off: off).completed
    let tokens = file.tokens(prompt, for: "base")
    let look = Look(tokens, in: file.base, off: off)
    let first = look.next(after: tokens.count - 1, top: 1)[0]
    let answer = try #require(odds.answers.first)
    #expect(
      answer.hasPrefix(String(decoding: file.vocabulary.bytes(of: first.token), as: UTF8.self)))
    // One word alone is one token: its share is the next one's.
    let word = AnswerOdds(prompt, answers: [" Max"], models: ["base"], of: file, off: off).completed
    let token = try #require(file.vocabulary.encoding.tokens(of: " Max").first)
    let wanted = look.probability(of: token, after: tokens.count - 1)
    #expect(abs(try #require(word.cells[0][0]).probability - wanted) < 1e-9)
    let whole = AnswerOdds(prompt, answers: [" Max"], models: ["base"], of: file).completed
    #expect(try #require(whole.cells[0][0]).probability < wanted / 10)
  }

  @Test func withoutAPartIsThatPartOff() throws {
    let tokens = file.tokens("When Mia and Tom met, Tom gave the ball to", for: "base")
    let off = [Component.head(layer: 0, head: 1)]
    let ablation = Ablation(tokens, in: file.base, off: off).completed
    #expect(ablation.outcomes.count == Component.all(of: file.base.shape).count - 1)
    let part = Component.mlp(layer: 2)
    let look = Look(tokens, in: file.base, off: off + [part])
    let outcome = try #require(ablation[part])
    #expect(outcome.top == look.next(after: tokens.count - 1, top: 1)[0])
    #expect(
      abs(outcome.probability - look.probability(of: ablation.token, after: tokens.count - 1))
        < 1e-12)
    // A layer that is off has no part that could be switched off.
    let parts = Component.all(of: file.base.shape)
    let less = Ablation(tokens, in: file.base, off: [.layer(1)]).completed
    #expect(less.outcomes.map(\.component) == parts.filter { $0.layer != 1 })
  }

  @Test func aUnitsMomentsAreItsStrongest() {
    let study = UnitStudy(layer: 1, unit: 3, in: file.base, file.vocabulary).completed
    let sizes = study.moments.map(\.activation.magnitude)
    #expect(sizes.count == 8 && zip(sizes, sizes.dropFirst()).allSatisfy { $0 >= $1 })
    #expect(study.seen > 500 && study.share > 0 && study.share <= 1)
    // Read by itself with what came before, the token drives it as much.
    let first = study.moments[0]
    #expect(first.before.count <= 6)
  }

  @Test func patternsAreWhereTheyShouldBe() {
    let tokens = [10, 5, 6, 5, 7][...]
    func targets(_ pattern: Evidence.Pattern, _ place: Int) -> [Int] {
      pattern.targets(tokens, from: place, answer: 6)
    }
    #expect(targets(.before, 3) == [2] && targets(.first, 3) == [0] && targets(.itself, 3) == [3])
    #expect(targets(.same, 3) == [1] && targets(.same, 4).isEmpty)
    #expect(targets(.match, 3) == [2] && targets(.match, 2).isEmpty)
    #expect(targets(.answer, 4) == [2])
  }

  /// With everything on as many are right as by a count of its own; what is off costs as much as it does
  /// in one pass.
  @Test func evidenceCountsItsCases() throws {
    let evidence = Evidence(.who, in: file.base, file.vocabulary, cases: 6).completed
    let task = try #require(GateTask.base.first { $0.name == "who has, 3 facts, fresh" })
    var runner = GateRunner(file.base, file.vocabulary)
    let score = runner.score(task, cases: 6, seed: 2)
    #expect(evidence.whole?.right == score.right)
    #expect(evidence.rows.allSatisfy { $0.right != nil && $0.loss != nil })
    for row in evidence.rows {
      if case .mlp = row.component {
        #expect(row.scores.isEmpty)
      } else {
        #expect(row.scores.values.allSatisfy { (-1e-6...1 + 1e-6).contains($0) })
        #expect(row.scores[.before] != nil && row.scores[.answer] != nil)
      }
    }
    #expect(evidence.progress == 1)
  }
}
