import Models

/// A token where it stands in a text.
struct TokenPiece: Equatable, Sendable {
  let id: Int
  /// What it stands for; nothing for a token of a template.
  let bytes: [UInt8]
  /// The name of a token that no text is, such as `<|im_end|>`.
  var special: String?
  /// Whether the loss counts it in training.
  var isCounted = false
  /// The number of the word that it is in.
  let word: Int
  /// Where its bytes begin in the text.
  let start: Int

  func visible(ascii: Bool) -> String { special ?? TokenText.visible(bytes, ascii: ascii) }
}

extension [TokenPiece] {
  /// The tokens of a text, word by word.
  init(words: [[Int]], by encoding: BytePairEncoding) {
    self = []
    var start = 0
    for (word, tokens) in words.enumerated() {
      for id in tokens {
        let bytes = encoding.bytes(of: id)
        append(TokenPiece(id: id, bytes: bytes, word: word, start: start))
        start += bytes.count
      }
    }
  }

  /// A question and its answer in the template of ChatML: what the answer is made of, and the token that
  /// ends it, is what training counts.
  init(question: String, answer: String, by encoding: BytePairEncoding) {
    self = []
    let (begin, end) = (encoding.count, encoding.count + 1)
    func special(_ id: Int, _ name: String, isCounted: Bool = false) -> TokenPiece {
      TokenPiece(
        id: id, bytes: [], special: name, isCounted: isCounted, word: (last?.word ?? -1) + 1,
        start: 0)
    }
    func add(_ text: String, isCounted: Bool = false) {
      let bytes = Array<UInt8>(text.utf8)
      for range in encoding.split.words(of: text) {
        let word = (last?.word ?? -1) + 1
        var start = range.lowerBound
        for id in encoding.tokens(of: String(decoding: bytes[range], as: UTF8.self)) {
          let own = encoding.bytes(of: id)
          append(
            TokenPiece(id: id, bytes: own, isCounted: isCounted, word: word, start: start))
          start += own.count
        }
      }
    }
    for (role, text, isAnswer) in [("user", question, false), ("assistant", answer, true)] {
      append(special(begin, "<|im_start|>"))
      add(role + "\n")
      add(text, isCounted: isAnswer)
      append(special(end, "<|im_end|>", isCounted: isAnswer))
      add("\n")
    }
  }
}
