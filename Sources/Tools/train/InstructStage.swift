import Inside
import Models
import Numerics

/// Instructions and answers, of which the answer alone counts, and stories, so that the old is kept.
struct InstructStage: Stage {
  static let name = "instruct"
  let steps = 1_500
  let recipe: OptimiserRecipe
  /// Of 24 rows, how many are stories.
  static let replay = 4

  init() {
    recipe = {
      var recipe = OptimiserRecipe(
        schedule: Schedule(peak: 3e-3, warmUp: 40, decay: .linear(from: 500, to: 1_500)))
      recipe.clip = 1
      return recipe
    }()
  }

  mutating func batch(_ packer: inout Packer, _ source: inout Source) -> Batch {
    var batch = Batch(rows: 24, length: 80)
    source.isLate = true
    for row in 0..<batch.rows {
      if row < Self.replay {
        batch.add(packer.row(length: 80, Packer.ofText) { TinyStory.passage(&source) })
      } else {
        batch.add(packer.chat(Chat.passage(source.pick(weighted: Self.mixture), &source)))
      }
    }
    return batch
  }

  /// Questions without an answer are rare here: to refuse them is left to preferences.
  private static let mixture: [(Int, Chat.Task)] = [
    (15, .copy), (20, .reverse), (10, .first), (10, .last), (15, .count), (10, .list), (15, .shout),
    (20, .who), (20, .colour), (15, .place), (1, .refuse),
  ]
}

extension Packer {
  /// A turn of the user and the model's answer, which alone counts.
  mutating func chat(_ passage: Passage) -> [WeightedToken] {
    var row = [
      WeightedToken(vocabulary.newline, weight: 0), WeightedToken(vocabulary.user, weight: 0),
    ]
    for segment in passage.segments {
      let isAnswer = segment.role == .answer
      if isAnswer { row.append(WeightedToken(vocabulary.model, weight: 0)) }
      row += tokens(segment.text).map { WeightedToken($0, weight: isAnswer ? 1 : 0) }
    }
    row.append(WeightedToken(vocabulary.newline, weight: 1))
    return row
  }
}

/// What an instructed model adds to a base: adapters of every linear layer, and the rows of the two roles.
enum Adaptation {
  static let rank = 16

  static func prepared(_ base: Decoder<Float>, seed: UInt64) -> Decoder<Float> {
    var decoder = base
    decoder.addAdapters(rank: rank, alpha: 32, to: Block.Part.allCases, seed: seed)
    return decoder
  }

  /// What moves.
  static func slots(of decoder: Decoder<Float>, _ vocabulary: Vocabulary) -> [Slot] {
    [decoder.embedding.table.part(rows: vocabulary.user..<vocabulary.count)]
      + decoder.adapters.flatMap { [$0.down, $0.up] }
  }
}
