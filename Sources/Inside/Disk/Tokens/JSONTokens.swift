import JSONText

extension DiskTokenizer {
  /// A tokenizer.json of byte pairs, with bytes as GPT-2 has them or letters as SentencePiece.
  package static func json(_ json: JSON, count: Int) throws(DiskProblem) -> DiskTokenizer {
    let file = "tokenizer.json"
    guard let model = json["model"], case .object(let vocabulary)? = model["vocab"] else {
      throw .missing("model.vocab in \(file)")
    }
    let type = model["type"]?.string ?? "BPE"
    guard type == "BPE" else { throw .setting("kind of tokenizer", type) }
    var names = [[UInt8]?](repeating: nil, count: count)
    func put(_ name: String, _ id: Int) throws(DiskProblem) {
      guard id >= 0, id < count else {
        throw .impossible("the token \(id) of \(count)", file)
      }
      names[id] = Array(name.utf8)
    }
    for member in vocabulary { try put(member.name, member.value.int ?? -1) }
    var parts = TokenizerParts(kind: try kind(json, model), names: [])
    for token in json["added_tokens"]?.array ?? [] {
      guard let id = token["id"]?.int, let name = token["content"]?.string, !name.isEmpty else {
        throw .impossible("an added token that is not whole", file)
      }
      try put(name, id)
      parts.marks.insert(id)
      parts.found.insert(id)
      if ["</s>", "<|endoftext|>", "<|end_of_text|>", "<|im_end|>", "<|eot_id|>"].contains(name) {
        parts.ends.insert(id)
      }
    }
    parts.names = names
    parts.first = first(json).filter { $0 >= 0 && $0 < count }
    var pairs: [(left: [UInt8], right: [UInt8])] = []
    let isBytes = if case .bytes = parts.kind { true } else { false }
    for merge in model["merges"]?.array ?? [] {
      var words = merge.array?.compactMap(\.string) ?? []
      if let text = merge.string { words = text.split(separator: " ").map(String.init) }
      guard words.count == 2 else { throw .impossible("a merge that is no pair", file) }
      pairs.append(
        isBytes
          ? try BytePair.pair(words[0], words[1], file)
          : (Array(words[0].utf8), Array(words[1].utf8)))
    }
    return try parts.tokenizer { TokenizerParts.merging(pairs, $0) }
  }

  /// How texts are cut and spelled before they are merged.
  private static func kind(_ json: JSON, _ model: JSON) throws(DiskProblem) -> Kind {
    var splits: [TextSplit] = []
    var (isBytes, isLetters, prefix) = (false, false, Prefix.none)
    for step in steps(json["normalizer"], "normalizers") {
      switch step["type"]?.string ?? "" {
      case "Prepend":
        guard step["prepend"]?.string == SpaceSign.text else {
          throw .setting("normalizer", "Prepend")
        }
        prefix = .each
      case "Replace":
        guard step["pattern"]?["String"]?.string == " ", step["content"]?.string == SpaceSign.text
        else {
          throw .setting("normalizer", "Replace")
        }
        isLetters = true
      // What is typed is composed already, as good as always.
      case "NFC": break
      case let other: throw .setting("normalizer", other)
      }
    }
    for step in steps(json["pre_tokenizer"], "pretokenizers") {
      switch step["type"]?.string ?? "" {
      case "ByteLevel":
        isBytes = true
        if step["add_prefix_space"]?.bool == true { throw .setting("add_prefix_space", "true") }
        if step["use_regex"]?.bool ?? true { splits.append(.gpt2) }
      case "Digits":
        guard step["individual_digits"]?.bool == true else { throw .setting("Digits", "runs") }
        splits.append(.digits)
      case "Split":
        let pattern = step["pattern"]?["Regex"]?.string ?? step["pattern"]?["String"]?.string
        guard let pattern, step["behavior"]?.string == "Isolated",
          let split = TextSplit(pattern: pattern)
        else { throw .setting("pre_tokenizer's pattern", String((pattern ?? "none").prefix(60))) }
        splits.append(split)
      case "Metaspace":
        isLetters = true
        let scheme =
          step["prepend_scheme"]?.string
          ?? (step["add_prefix_space"]?.bool == false ? "never" : "always")
        prefix = scheme == "never" ? .none : scheme == "first" ? .first : .each
        if step["split"]?.bool == true { throw .setting("Metaspace's split", "true") }
      case let other: throw .setting("pre_tokenizer", other)
      }
    }
    guard isBytes != isLetters else { throw .setting("pre_tokenizer", isBytes ? "both" : "none") }
    return isBytes
      ? .bytes(splits, takesWholeWords: model["ignore_merges"]?.bool ?? false)
      : .letters(prefix)
  }

  /// One step, or those of a sequence.
  private static func steps(_ json: JSON?, _ key: String) -> [JSON] {
    guard let json, json != .null else { return [] }
    guard json["type"]?.string == "Sequence" else { return [json] }
    return json[key]?.array ?? []
  }

  /// The tokens that its template puts before a text.
  private static func first(_ json: JSON) -> [Int] {
    for step in steps(json["post_processor"], "processors")
    where step["type"]?.string == "TemplateProcessing" {
      var all: [Int] = []
      for part in step["single"]?.array ?? [] {
        guard let name = part["SpecialToken"]?["id"]?.string else { break }
        all += step["special_tokens"]?[name]?["ids"]?.array?.compactMap(\.int) ?? []
      }
      return all
    }
    return []
  }
}
