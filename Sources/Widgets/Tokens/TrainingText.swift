import Models

/// Merges that were learnt of a text, as many as a reader may ask for: fewer of them are the first ones.
struct LearntMerges: Sendable {
  /// Merges at most.
  static let most = 500

  let text: String
  private let training: MergeTraining

  init(of text: String) {
    self.text = text
    training = MergeTraining(on: text, merges: Self.most)
  }

  /// How many there are: the text may be too short for more.
  var count: Int { training.merges.count }

  /// How often the pair of a merge stood in the text when it was learnt.
  func sightings(of rank: Int) -> Int { training.merges[rank].count }

  /// The encoding by the first merges.
  func encoding(_ count: Int) -> BytePairEncoding {
    // The first merges are of tokens that are made before, as all of them are.
    BytePairEncoding(merges: training.merges.prefix(count).map(\.pair)) ?? training.encoding
  }

  /// Those of the passage below.
  static let standard = LearntMerges(of: passage)

  /// What merges are learnt of where the reader gives no text.
  static let passage = """
    A language model does not read letters. It reads tokens: pieces of text that were seen again and \
    again in the text that it learnt from. The pieces are found by counting. At first every byte is a \
    piece. Then the two neighbours that stand together most often become one piece, and the counting \
    begins anew. After some hundred rounds the common words are single pieces, with the space before \
    them, and the rare ones are put together from several.

    The cat sat on the mat, and the other cat sat on the other mat. The straw was in the berry bed, where \
    the strawberry, the raspberry, the blueberry and the blackberry grow. Strawberry fields are not \
    raspberry fields. How many berries are in the basket? How many letters are in the word? The model \
    cannot see the letters in the word: it sees the numbers of the pieces, and no number says how it is \
    spelled.

    Every token has a number. The model looks the number up in a table and finds a row there, a vector. \
    The attention of the model weighs the vectors of all the words before: what comes next depends on what \
    came before. What is the next word? The model gives a score to every token, the scores become \
    probabilities, one token is chosen, and the text is one token longer. It is the same again for the next \
    one, and the next one after that.

    When the user asks a question, the assistant gives an answer. The user writes: what is the answer? \
    The assistant writes: the answer is in the text. In training, only the answer of the assistant \
    counts for the loss; the question of the user is read, and not learnt. 1, 2, 3, 10, 100, 1000, 2024, \
    2025 and 2026 are numbers, and numbers are cut into pieces too.
    """
}
