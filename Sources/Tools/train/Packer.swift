import Inside
import Models
import Numerics

/// Makes rows of tokens from the corpus.
struct Packer {
  private var tokenizer: Tokenizer
  let vocabulary: Vocabulary

  init(_ vocabulary: Vocabulary) {
    self.vocabulary = vocabulary
    tokenizer = Tokenizer(vocabulary)
  }

  /// Of an ordinary text nearly everything counts; facts, which nothing foretells, half.
  static func ofText(_ role: Passage.Role) -> Float {
    switch role {
    case .fact, .question: 0.5
    case .plain, .answer, .tail: 1
    }
  }

  /// Of facts and questions the answer counts.
  static func ofAnswers(_ role: Passage.Role) -> Float {
    switch role {
    case .fact, .plain: 0.1
    case .question: 0.2
    case .answer: 1
    case .tail: 0.3
    }
  }

  /// A row of passages, a line each, as many as fit.
  mutating func row(
    length: Int, share: Float = 1, _ weigh: (Passage.Role) -> Float, _ next: () -> Passage
  ) -> [WeightedToken] {
    var row = [WeightedToken(vocabulary.newline, weight: 0)]
    while row.count <= length {
      row += tokenizer.tokens(next()) { weigh($0) * share }
      row.append(WeightedToken(vocabulary.newline, weight: weigh(.tail) * share))
    }
    return row
  }

  /// A row of one passage alone.
  mutating func single(_ passage: Passage, _ weigh: (Passage.Role) -> Float) -> [WeightedToken] {
    [WeightedToken(vocabulary.newline, weight: 0)] + tokenizer.tokens(passage, weigh)
      + [WeightedToken(vocabulary.newline, weight: weigh(.tail))]
  }

  mutating func tokens(_ text: String) -> [Int] { tokenizer.tokens(text) }
}
