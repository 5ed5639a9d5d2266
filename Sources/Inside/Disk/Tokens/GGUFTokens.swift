extension DiskTokenizer {
  /// The tokenizer in the settings of a file of GGUF.
  static func gguf(_ file: GGUFFile, count: Int) throws(DiskProblem) -> DiskTokenizer {
    let prefix = "tokenizer.ggml."
    guard let model = file.text(prefix + "model"), let names = file.texts(prefix + "tokens") else {
      throw .missing("tokenizer in its settings")
    }
    guard names.count <= count else {
      throw .impossible("\(names.count) tokens for \(count) rows", prefix + "tokens")
    }
    // 3 is a control token, 4 one that a person added, 2 what is unknown.
    let types = file.integers(prefix + "token_type") ?? []
    func tokens(_ type: Int) -> Set<Int> {
      Set(types.indices.filter { types[$0] == type && $0 < names.count })
    }
    func token(_ key: String) -> Int? {
      file.integer(prefix + key).flatMap { names.indices.contains($0) ? $0 : nil }
    }
    let end = token("eos_token_id")
    var parts = TokenizerParts(
      kind: .letters(
        file.bool(prefix + "add_space_prefix") ?? true ? .each : .none), names: names)
    parts.marks = tokens(3).union(tokens(4)).union(tokens(2))
    parts.found = tokens(3).union(tokens(4))
    parts.ends = Set([end, token("eot_token_id")].compactMap(\.self))
    let start = token("bos_token_id")
    switch model {
    case "llama":
      if file.bool(prefix + "add_bos_token") ?? true { parts.first = [start ?? 1] }
      guard let scores = file.numbers(prefix + "scores"), scores.count >= names.count else {
        throw .missing("\(prefix)scores")
      }
      guard scores.allSatisfy(\.isFinite) else {
        throw .impossible("a score that is no number", prefix + "scores")
      }
      return try parts.tokenizer { TokenizerParts.merging(scores: scores, $0) }
    case "gpt2":
      let rule = file.text(prefix + "pre") ?? "default"
      guard let splits = TextSplit.named(rule) else { throw .setting(prefix + "pre", rule) }
      guard let merges = file.texts(prefix + "merges") else { throw .missing(prefix + "merges") }
      parts.kind = .bytes(splits, takesWholeWords: rule.hasPrefix("llama"))
      if file.bool(prefix + "add_bos_token") ?? rule.hasPrefix("llama"), let start {
        parts.first = [start]
      }
      let pairs = try merges.map { (merge) throws(DiskProblem) in
        try BytePair.pair(String(decoding: merge, as: UTF8.self), prefix + "merges")
      }
      return try parts.tokenizer { TokenizerParts.merging(pairs, $0) }
    default: throw .setting(prefix + "model", model)
    }
  }
}

/// Merges as files of byte-level tokenizers write them.
enum BytePair {
  /// `Ġ t`, as bytes.
  static func pair(
    _ text: String, _ part: String
  ) throws(DiskProblem) -> (left: [UInt8], right: [UInt8]) {
    let words = text.split(separator: " ")
    guard words.count == 2 else { throw .impossible("the merge \"\(text.prefix(40))\"", part) }
    return try pair(String(words[0]), String(words[1]), part)
  }

  static func pair(
    _ left: String, _ right: String, _ part: String
  ) throws(DiskProblem) -> (left: [UInt8], right: [UInt8]) {
    guard let one = ByteLetters.bytes(of: left), let other = ByteLetters.bytes(of: right) else {
      throw .impossible("the merge \"\(left.prefix(40)) \(right.prefix(40))\"", part)
    }
    return (one, other)
  }
}
