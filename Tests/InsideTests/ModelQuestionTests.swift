import Libc
import Models
import Testing

@testable import Inside

/// Questions whose key the model computes: the key is computed again here, and leaves no doubt.
@Suite struct ModelQuestionTests {
  private let file: ModelFile

  init() throws { file = try ShippedModel.file.get() }

  static let seeds: [UInt64] = Array(0..<6)

  private func made(
    _ ask: ModelQuestion.Ask, _ seed: UInt64, _ subjects: [ModelQuestion.Subject]? = nil
  ) throws -> ModelQuestion {
    let question = try #require(
      ModelQuestion.made(ask, of: subjects ?? ModelQuestion.Subject.allCases, seed: seed, in: file))
    #expect(question.choices.count { $0.isRight } == 1)
    #expect(Set(question.choices.map(\.label)).count == question.choices.count)
    #expect(question.choices.allSatisfy { !$0.label.isEmpty && !$0.reason.isEmpty })
    #expect(!question.explanation.isEmpty && !question.text.isEmpty)
    return question
  }

  private func right(_ question: ModelQuestion) throws -> String {
    try #require(question.choices.first { $0.isRight }).label
  }

  @Test(arguments: seeds) func theNextTokenIsTheLikeliest(_ seed: UInt64) throws {
    let question = try made(.next, seed)
    #expect(question.choices.count == 4)
    let tokens = file.tokens(question.text, for: "base")
    let next = Look(tokens, in: file.base).next(after: tokens.count - 1, top: 2)
    let word = String(decoding: file.vocabulary.bytes(of: next[0].token), as: UTF8.self)
    #expect(try right(question).filter(\.isLetter) == word.filter(\.isLetter))
    #expect(next[0].probability - next[1].probability >= 0.3)
  }

  @Test(arguments: seeds) func theRightHeadTakesMostAway(_ seed: UInt64) throws {
    let question = try made(.part, seed, [.names, .who])
    let tokens = file.tokens(question.text, for: "base")
    let last = tokens.count - 1
    let best = Look(tokens, in: file.base).next(after: last, top: 1)[0]
    // Each one that is offered is switched off by hooks of its own.
    let left = try question.choices.map { choice in
      let part = try #require(Component(String(choice.label.prefix(4))))
      var trace = Trace<Float>(
        file.base.shape, rows: 1, length: tokens.count, hasGradients: false)
      file.base.forward(tokens.map { Int32($0) }, into: &trace, hooks: part.silenced())
      let logits = trace.logits(at: last).map { Double($0) }
      let top = logits.max() ?? 0
      return logits[best.token] - top - log(logits.reduce(0) { $0 + exp($1 - top) })
    }
    let least = try #require(question.choices.firstIndex { $0.isRight })
    #expect(left.indices.allSatisfy { $0 == least || left[$0] > left[least] })
    #expect(question.part == String(question.choices[least].label.prefix(4)))
  }

  @Test(arguments: seeds) func theRightPlaceHasMostWeight(_ seed: UInt64) throws {
    let question = try made(.place, seed)
    let tokens = file.tokens(question.text, for: "base")
    let part = try #require(question.part.flatMap { Component($0) })
    guard case .head(let layer, let head) = part else {
      Issue.record("\(part.name) is no head")
      return
    }
    let look = Look(tokens, in: file.base)
    let weights = look.weights(layer: layer, head: head, from: tokens.count - 1)
    let best = try #require(weights.max().flatMap(weights.firstIndex))
    #expect(try right(question).hasSuffix("@\(best)") && weights[best] >= 0.6)
  }

  @Test(arguments: seeds) func theRightTextCostsLess(_ seed: UInt64) throws {
    let question = try made(.loss, seed)
    let costs = question.choices.map { choice in
      let tokens = file.tokens(choice.label, for: "base")
      let look = Look(tokens, in: file.base)
      return (1..<tokens.count).reduce(0.0) {
        $0 - look.logProbability(of: tokens[$1], after: $1 - 1)
      } / Double(tokens.count - 1)
    }
    let least = try #require(costs.min().flatMap(costs.firstIndex))
    #expect(question.choices[least].isRight && (costs.max() ?? 0) - costs[least] >= 0.15)
  }

  /// The pass is made again with a hook of its own, place by place.
  @Test(arguments: seeds) func theRightPlaceBringsTheAnswerBack(_ seed: UInt64) throws {
    let question = try made(.patch, seed)
    let second = try #require(question.second)
    let (here, there) = (
      file.tokens(question.text, for: "base"), file.tokens(second, for: "base")
    )
    let last = here.count - 1
    let other = Look(there, in: file.base)
    let wanted = other.next(after: last, top: 1)[0].token
    let level = try #require(
      (1..<file.base.shape.layers).first {
        question.explanation.contains("before \(Component.layer($0).name):")
      })
    let shares = try question.choices.map { choice in
      let place = try #require(choice.label.split(separator: "@").last.flatMap { Int($0) })
      var trace = Trace<Float>(file.base.shape, rows: 1, length: here.count, hasGradients: false)
      let hook = Hook<Float>(
        .stream(level), .replace(other.stream(level, at: place)), rows: place..<place + 1)
      file.base.forward(here.map { Int32($0) }, into: &trace, hooks: [hook])
      let logits = trace.logits(at: last).map { Double($0) }
      let top = logits.max() ?? 0
      return exp(logits[wanted] - top) / logits.reduce(0) { $0 + exp($1 - top) }
    }
    for (share, choice) in zip(shares, question.choices) {
      #expect(choice.isRight ? share >= 0.6 : share <= 0.25, "\(choice.label)")
    }
  }

  @Test func seedsMakeOthers() throws {
    for ask in ModelQuestion.Ask.allCases {
      let all = try (0..<4).map { try made(ask, UInt64($0)) }
      #expect(Set(all.map(\.text)).count == 4, "\(ask)")
      #expect(try made(ask, 2) == all[2], "\(ask)")
    }
  }

  /// Each kind of text has clear cases of each question.
  @Test func everySubjectCanBeAskedAbout() throws {
    for subject in ModelQuestion.Subject.allCases {
      for ask in [ModelQuestion.Ask.next, .place, .loss] { _ = try made(ask, 3, [subject]) }
    }
  }
}
