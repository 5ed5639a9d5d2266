import JSONText
import Models

extension JSON {
  /// A text's bytes, its tokens, and the merges that made them, in their order; `place` is the merge's own
  /// place among all that were learnt, from 1.
  package static func tokens(_ text: String, by encoding: BytePairEncoding) -> JSON {
    let steps = MergeSteps(text, by: encoding).steps
    return [
      "bytes": .array(text.utf8.map { .integer(Int($0)) }),
      "tokens": .tokens([TokenPiece](words: steps.last?.words ?? [], by: encoding)),
      "merges": .array(
        steps.compactMap(\.rank).map { rank in
          let pair = encoding.merges[rank]
          return [
            "left": .integer(pair.left), "right": .integer(pair.right), "place": .integer(rank + 1),
          ]
        }),
    ]
  }

  fileprivate static func tokens(_ pieces: [TokenPiece]) -> JSON {
    .array(
      pieces.map { piece in
        [
          "id": .integer(piece.id),
          "text": .string(piece.special ?? String(decoding: piece.bytes, as: UTF8.self)),
        ]
      })
  }
}

extension TokensWidget {
  package var resultsJSON: JSON {
    guard isChat else { return .tokens(parameters.text, by: encoding) }
    return [
      "tokens": .tokens(pieces), "loss": .array(pieces.map { .integer($0.isCounted ? 1 : 0) }),
    ]
  }

  package var script: String {
    let pairs = encoding.merges.map { "(\($0.left), \($0.right))" }
    let merges = stride(from: 0, to: pairs.count, by: 8).map {
      "    " + pairs[$0..<min($0 + 8, pairs.count)].joined(separator: ", ") + ","
    }.joined(separator: "\n")
    func words(of text: String) -> String {
      let bytes = Array(text.utf8)
      return encoding.split.words(of: text).map {
        Script.string(String(decoding: bytes[$0], as: UTF8.self))
      }.joined(separator: ", ")
    }
    return """
      # Merge i makes token 256 + i of two that were made before it.
      merges = [
      \(merges)
      ]
      ranks = {}
      for rank, pair in enumerate(merges):
          ranks.setdefault(pair, rank)

      def merged(tokens, pair, new):
          out, at = [], 0
          while at < len(tokens):
              if tuple(tokens[at : at + 2]) == pair:
                  out.append(new)
                  at += 2
              else:
                  out.append(tokens[at])
                  at += 1
          return out

      def tokens(words, show=False):
          words = [list(word.encode()) for word in words]
          while True:
              found = [ranks[pair] for word in words for pair in zip(word, word[1:]) if pair in ranks]
              if not found:
                  return sum(words, [])
              rank = min(found)
              words = [merged(word, merges[rank], 256 + rank) for word in words]
              if show:
                  print("merge", rank + 1, merges[rank], sum(words, []))

      # Texts cut into words as GPT-2 does: a space goes with the word after it.
      \(isChat ? chatScript(words) : """
        words = [\(words(of: parameters.text))]
        print("bytes", list("".join(words).encode()))
        print("tokens", tokens(words, show=True))
        """)

      """
  }

  private func chatScript(_ words: (String) -> String) -> String {
    """
    begin, end = 256 + len(merges), 257 + len(merges)
    ids, loss = [], []

    def add(new, counts=0):
        ids.extend(new)
        loss.extend([counts] * len(new))

    user = [\(words(parameters.text))]
    assistant = [\(words(parameters.answer))]
    for role, text, counts in [(["user", "\\n"], user, 0), (["assistant", "\\n"], assistant, 1)]:
        add([begin])
        add(tokens(role))
        add(tokens(text), counts)
        add([end], counts)
        add(tokens(["\\n"]))
    print("tokens", ids)
    print("loss", loss)
    """
  }
}
