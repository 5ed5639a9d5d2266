import JSONText
import Models
import TestSupport
import Testing

@testable import Inside

/// A copy of the model learns a text: beside torch, and what must hold of it.
@Suite struct OwnTextTests {
  private let file: ModelFile

  init() throws { file = try ShippedModel.file.get() }

  /// Sentences that no story has.
  private static let text = (1...60).map { number in
    "Theorem \(number * 7). The kernel of a linear map is a subspace, and its rank is \(number).\n"
  }.joined()

  @Test func oneRowInEightIsKeptBack() throws {
    let text = try #require(OwnText(Self.text, file.vocabulary))
    #expect(text.tokens == file.vocabulary.encoding.tokens(of: Self.text))
    let rows = text.learnt + text.kept
    #expect(rows.allSatisfy { $0.count == text.length + 1 } && rows.count >= 16)
    #expect((rows.count / 9...rows.count / 7).contains(text.kept.count))
    // Whatever is kept back is in no row that is learnt.
    #expect(!text.kept.contains { text.learnt.contains($0) })
    let start = text.learnt[0] + text.learnt[1].dropFirst()
    #expect(Array(text.tokens.prefix(start.count)) == start, "rows go on where one ends")
    #expect(text.bytewise > 0.1 && text.bytewise < 1 && text.bytesPerToken > 1)
    #expect(OwnText("Too short.", file.vocabulary) == nil)
    #expect(OwnText("", file.vocabulary) == nil)
  }

  @Test func stepsAreThoseOfTorch() throws {
    let json = try JSON.parse(
      utf8: try Files.bytes(of: "\(Files.tests)/Fixtures/inside/own_text.json"))
    func rows(_ name: String) throws -> [[Int]] {
      try #require(json[name]?.array).map { row in
        try #require(row.array).map { try #require($0.int) }
      }
    }
    let steps = try #require(json["steps"]?.array)
    var recipe = OwnTextRecipe()
    recipe.steps = steps.count - 1
    recipe.rate = try #require(json["peak"]?.double)
    // As many rows as a step takes: their order changes nothing.
    let text = try OwnText(learnt: rows("learnt"), kept: rows("kept"))
    #expect(text.learnt.count == OwnTextRecipe.rows)
    let run = OwnTextRun(text, prompts: [], recipe, base: file.base, file.vocabulary).completed
    #expect(run.points.map(\.step) == Array(0..<steps.count))
    for (point, wanted) in zip(run.points, steps) {
      let kept = try #require(wanted["kept"]?.double)
      #expect(
        abs(point.kept - kept) < 1e-3, "kept back at step \(point.step): \(point.kept) \(kept)")
      // What a step learnt is told after it, and is the loss before it.
      guard point.step < recipe.steps else { continue }
      let learnt = try #require(wanted["learnt"]?.double)
      let own = try #require(run.points[point.step + 1].learnt)
      #expect(abs(own - learnt) < 1e-3, "learnt at step \(point.step): \(own) \(learnt)")
    }
  }

  /// What stories cost at first follows from the length of the rows alone, and shorter ones cost more: less comes
  /// before each token.
  @Test func storiesCostWhatTheirRowsSay() throws {
    func cost(_ length: Int, _ token: Int) -> Double? {
      let row = [Int](repeating: token, count: length + 1)
      var run = OwnTextRun(
        OwnText(learnt: [row], kept: [row]), prompts: [], OwnTextRecipe(), base: file.base,
        file.vocabulary)
      while run.points.isEmpty { run.advance() }
      return run.points[0].stories
    }
    let costs = try [16, 48, 128].map { try #require(cost($0, 10)) }
    #expect(try costs == [16, 48, 128].map { try #require(cost($0, 300)) })
    #expect(costs[0] > costs[1] && costs[1] > costs[2], "\(costs)")
  }

  private func run(
    _ steps: Int = 24, _ change: (inout OwnTextRecipe) -> Void = { _ in }
  ) throws -> OwnTextRun {
    var recipe = OwnTextRecipe()
    recipe.steps = steps
    change(&recipe)
    let text = try #require(OwnText(Self.text, file.vocabulary))
    return OwnTextRun(
      text,
      prompts: [
        file.tokens("When Mia and Tom went to the park, Tom gave the red ball to", for: "base")
      ],
      recipe, base: file.base, file.vocabulary
    ).completed
  }

  /// What learnt is kept in the format of the model inside, adapters and all.
  @Test(arguments: [0, 4]) func theCopyIsAFile(_ rank: Int) throws {
    let run = try run { $0.rank = rank }
    let copy = run.learner(file.vocabulary)
    let read = try ModelFile(copy.bytes)
    #expect(read.vocabulary == file.vocabulary && read.adaptations.isEmpty && read.gate.isEmpty)
    let tokens = file.tokens("Theorem 7. The kernel of a", for: "base")
    func share(_ decoder: Decoder<Float>, _ token: Int) -> Double {
      Look(tokens, in: decoder).probability(of: token, after: tokens.count - 1)
    }
    let best = Look(tokens, in: run.decoder).next(after: tokens.count - 1, top: 3)
    for one in best {
      #expect(abs(share(copy.base, one.token) - one.probability) < 1e-4)
      // Eight bits round it.
      #expect(abs(share(read.base, one.token) - one.probability) < 0.05)
    }
    #expect(best.contains { abs(share(file.base, $0.token) - $0.probability) > 0.05 })
  }

  @Test func itLearnsAndForgetsAndReplayKeeps() throws {
    let all = try run()
    let (first, last) = (try #require(all.points.first), try #require(all.points.last))
    #expect(last.step == 24 && last.kept < first.kept / 2 && last.stories > 1.2 * first.stories)
    let replayed = try run { $0.replay = 0.5 }
    let kept = try #require(replayed.points.last)
    #expect(kept.stories < last.stories && kept.kept < first.kept / 2)
    #expect(replayed.points.first == first, "it begins with the same model")
    // What it says before is what the model says.
    let said = try #require(all.sayings.first)
    #expect(said.step == 0)
    #expect(file.vocabulary.bytes(of: said.tokens[0][0]) == Array(" Mia".utf8))
    #expect(all.sayings.last?.step == 24 && all.sayings.allSatisfy { $0.tokens.count == 1 })
    #expect(all.decoder.parameters != file.base.parameters)
    #expect(try ShippedModel.file.get().base.parameters == file.base.parameters)
  }

  @Test func adaptersLeaveTheBaseAsItIs() throws {
    let run = try run(6) { ($0.rank, $0.rate) = (4, 3e-3) }
    let count = file.base.parameters.count
    #expect(Array(run.decoder.parameters.prefix(count)) == file.base.parameters)
    #expect(run.parameterCount == run.decoder.parameters.count - count)
    var off = run.decoder
    off.setAdapters(on: false)
    let tokens = file.tokens("Mia has the key.", for: "base")
    #expect(
      Look(tokens, in: off).logits(after: 3)
        == Look(tokens, in: file.base).logits(after: 3))
    #expect(run.points.last?.kept ?? 9 < run.points[0].kept)
  }

  @Test func seedsRepeatAndDiffer() throws {
    let one = try run(4)
    #expect(try run(4).points == one.points && run(4).sayings == one.sayings)
    #expect(try run(4) { $0.seed = 2 }.points.last != one.points.last)
  }

  @Test func youthBeginsWithNothing() throws {
    let run = try run(30) { ($0.isYouth, $0.rate) = (true, 4e-3) }
    let (first, last) = (try #require(run.points.first), try #require(run.points.last))
    // Of as many tokens as there are, without a notion of any: ln 800 = 6.68, and more.
    #expect(first.stories > 6 && last.stories < first.stories - 1.5)
    #expect(last.learnt == nil)
  }

  @Test func aLossThatIsNoNumberEndsIt() throws {
    let run = try run(40) { $0.rate = 1e30 }
    #expect(run.divergedAt != nil && run.isComplete && run.step < 40)
    #expect(run.points.last.map { !($0.kept < 100) } == true)
  }

  @Test func aSliceIsShort() throws {
    let text = try #require(OwnText(Self.text, file.vocabulary))
    var run = OwnTextRun(
      text, prompts: [], OwnTextRecipe(), base: file.base, file.vocabulary)
    var slices = 0
    while run.step < 2 {
      run.advance()
      slices += 1
    }
    // A row of a step at a time, or a row of a test.
    #expect(slices >= 2 * OwnTextRecipe.rows)
  }
}
