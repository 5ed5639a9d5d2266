import Inside
import Models
import Numerics

/// Random tokens that repeat: what forms the heads that find what followed the same token before.
struct RepeatStage: Stage {
  static let name = "repeats"
  let steps = 700
  let recipe = muon(0.02, adam: 4e-3, warmUp: 60, .constant)
  private var pools: [Int]
  private var loss = RunningLoss()
  private let vocabulary: Int

  init(_ vocabulary: Vocabulary) {
    self.vocabulary = vocabulary.encoding.count
    pools = [18, 68, 200, vocabulary.encoding.count]
  }

  mutating func batch(_ packer: inout Packer, _ source: inout Source) -> Batch {
    var batch = Batch(rows: 16, length: 64)
    // The tokens of a pool are taken from the end: those are words.
    let tokens = Array(vocabulary - pools[0]..<vocabulary)
    var draws = source.draws
    for _ in 0..<batch.rows { batch.add(Repeats.row(length: 65, from: tokens, &draws)) }
    return batch
  }

  mutating func learnt(_ loss: Double, step: Int) -> Bool {
    self.loss.add(loss)
    guard self.loss.isBelow(pools[0] == 18 ? 0.9 : 1.3) else {
      return true
    }
    pools.removeFirst()
    self.loss = RunningLoss()
    return !pools.isEmpty
  }
}

/// Ordinary text, and at first some rows of random repeats.
struct TextStage: Stage {
  static let name = "text"
  let steps = 1_200
  let recipe = muon(0.02, adam: 4e-3, warmUp: 60, .linear(from: 700, to: 1_500))
  private var step = 0

  mutating func batch(_ packer: inout Packer, _ source: inout Source) -> Batch {
    var batch = Batch(rows: 16, length: 128)
    let repeats = step < 300 ? 3 : step < 800 ? 2 : 1
    for row in 0..<batch.rows {
      batch.add(row < repeats ? packer.repeats(&source) : packer.text(&source))
    }
    step += 1
    return batch
  }
}

extension Packer {
  mutating func text(_ source: inout Source, length: Int = 128, share: Float = 1) -> [WeightedToken]
  {
    row(length: length, share: share, Self.ofText) {
      Corpus.passage(source.pick(weighted: Corpus.mixture), &source)
    }
  }

  mutating func facts(_ source: inout Source, length: Int = 128) -> [WeightedToken] {
    row(length: length, Self.ofAnswers) { Corpus.passage(.facts, &source) }
  }

  func repeats(_ source: inout Source, length: Int = 128) -> [WeightedToken] {
    var draws = SeededGenerator(seed: UInt64(source.int(0...Int.max - 1)))
    return Repeats.row(length: length + 1, from: Array(0..<vocabulary.encoding.count), &draws)
  }
}

/// Facts that are asked for, the easy form first: sentences that want their last word, then questions,
/// then other kinds beside them.
struct RetrievalStage: Stage {
  static let name = "retrieval"
  let steps = 2_400
  let recipe = muon(0.01, adam: 2e-3, warmUp: 60, .constant)
  private var phase = 0
  /// What share of the rows is told in the words of stems, all in one stem; how many wordings the others
  /// have; what share of them asks for a last word only; and the loss at which the next begins.
  private static let phases:
    [(plain: Double, isOneStem: Bool, breadth: Int?, stems: Double, limit: Double)] = [
      (1, true, nil, 1, 0.1), (1, false, nil, 1, 0.1), (0.3, false, 3, 0.5, 0.15),
      (0.15, false, nil, 0.35, 0.15), (0.1, false, nil, 0.35, 0.05),
    ]
  private var loss = RunningLoss()

  mutating func batch(_ packer: inout Packer, _ source: inout Source) -> Batch {
    var batch = Batch(rows: 48, length: 44)
    source.breadth = Self.phases[phase].breadth
    for row in 0..<batch.rows {
      switch row {
      case 0..<4: batch.add(packer.text(&source, length: 44, share: 0.25))
      case 4..<12 where phase >= 4:
        batch.add(packer.single(facts(.place, &source), Packer.ofAnswers))
      case 12..<16 where phase >= 4:
        batch.add(packer.single(Giving.passage(&source), Packer.ofAnswers))
      default:
        let relation = source.pick([Fact.Relation.holder, .colour])
        batch.add(packer.single(facts(relation, &source), Packer.ofAnswers))
      }
    }
    return batch
  }

  private func facts(_ relation: Fact.Relation, _ source: inout Source) -> Passage {
    let isTwo = source.chance(0.35)
    let now = Self.phases[phase]
    let story = FactStory(relation, count: isTwo ? 2 : 3, &source)
    if source.chance(now.plain) {
      return story.plainly(&source, isOneStem: now.isOneStem, questions: isTwo ? 1 : 2)
    }
    let form = source.chance(now.stems) ? FactStory.Form.stem : .question
    return story.passage(&source, form: form, questions: isTwo ? 1 : 2)
  }

  mutating func learnt(_ loss: Double, step: Int) -> Bool {
    self.loss.add(loss)
    guard self.loss.isBelow(Self.phases[phase].limit) else { return true }
    guard phase + 1 < Self.phases.count else { return false }
    phase += 1
    self.loss = RunningLoss()
    return true
  }
}

/// All of it: text, facts in every form, a few repeats, with steps that grow smaller to the end.
struct MixedStage: Stage {
  static let name = "mixed"
  let steps: Int
  let recipe: OptimiserRecipe

  init(steps: Int = 4_500) {
    self.steps = steps
    recipe = Self.muon(0.01, adam: 2e-3, warmUp: 60, .linear(from: steps * 3 / 10, to: steps))
  }

  mutating func batch(_ packer: inout Packer, _ source: inout Source) -> Batch {
    var batch = Batch(rows: 16, length: 128)
    source.isLate = true
    for row in 0..<batch.rows {
      batch.add(
        row < 1
          ? packer.repeats(&source)
          : row < 7 ? packer.facts(&source) : packer.text(&source))
    }
    return batch
  }
}
