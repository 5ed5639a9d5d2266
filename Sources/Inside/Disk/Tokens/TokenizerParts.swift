/// What the files of tokenizers have in common, put together.
struct TokenizerParts {
  var kind: DiskTokenizer.Kind
  /// What each token is called in the file; nil where there is none of that number.
  var names: [[UInt8]?]
  /// Tokens that stand for nothing that a text has in itself, or stand in it as they are.
  var marks: Set<Int> = []
  /// Marks that are looked for in texts.
  var found: Set<Int> = []
  var first: [Int] = []
  var ends: Set<Int> = []

  private var isBytes: Bool { if case .bytes = kind { true } else { false } }

  private func piece(_ token: Int) -> [UInt8] {
    guard let name = names[token] else { return [] }
    if marks.contains(token) { return name }
    let text = String(decoding: name, as: UTF8.self)
    if isBytes { return ByteLetters.bytes(of: text) ?? name }
    if let byte = Self.byte(name) { return [byte] }
    return Array(SpaceSign.removed(from: text).utf8)
  }

  /// `<0x0A>`
  private static func byte(_ name: [UInt8]) -> UInt8? {
    guard name.count == 6, name.starts(with: "<0x".utf8), name.last == UInt8(ascii: ">") else {
      return nil
    }
    return UInt8(String(decoding: name[3..<5], as: UTF8.self), radix: 16)
  }

  /// Ranks are asked for with what merging needs: tokens by what stands for them.
  func tokenizer(
    merging: (_ tokens: [[UInt8]: Int]) throws(DiskProblem) -> PieceMerging
  ) throws(DiskProblem) -> DiskTokenizer {
    let pieces = names.indices.map(piece)
    var tokens: [[UInt8]: Int] = [:]
    var bytes = [Int](repeating: -1, count: 256)
    for token in names.indices where names[token] != nil && !marks.contains(token) {
      let name = isBytes ? pieces[token] : names[token] ?? []
      if tokens[name] == nil { tokens[name] = token }
      if isBytes, pieces[token].count == 1 { bytes[Int(pieces[token][0])] = token }
      if !isBytes, let byte = Self.byte(name) { bytes[Int(byte)] = token }
    }
    let marks = found.filter { names.indices.contains($0) && !pieces[$0].isEmpty }
      .map { (bytes: names[$0] ?? [], token: $0) }
      .sorted { ($1.bytes.count, $0.token) < ($0.bytes.count, $1.token) }
    return DiskTokenizer(
      kind: kind, pieces: pieces, tokens: tokens, merging: try merging(tokens), marks: marks,
      byteTokens: bytes, first: first, ends: ends)
  }

  /// Merges by what both sides and both together are called, in the order in which they come.
  static func merging(
    _ pairs: [(left: [UInt8], right: [UInt8])], _ tokens: [[UInt8]: Int]
  ) -> PieceMerging {
    var merging = PieceMerging(capacity: pairs.count)
    for (rank, pair) in pairs.enumerated() {
      guard let left = tokens[pair.left], let right = tokens[pair.right],
        let whole = tokens[pair.left + pair.right]
      else { continue }
      merging.add(left, right, rank: rank, token: whole)
    }
    return merging
  }

  /// Merges wherever two tokens make a third, the one of the highest score first.
  static func merging(scores: [Float], _ tokens: [[UInt8]: Int]) -> PieceMerging {
    // Equal scores are equal ranks: then the place decides.
    let order = Set(scores).sorted(by: >)
    let ranks = Dictionary(uniqueKeysWithValues: order.enumerated().map { ($1, $0) })
    var merging = PieceMerging(capacity: 4 * tokens.count)
    for (name, token) in tokens where name.count > 1 && token < scores.count {
      // A token that is longer was made by no text.
      guard name.count <= 512, let rank = ranks[scores[token]] else { continue }
      for cut in 1..<name.count where name[cut] & 0xC0 != 0x80 {
        guard let left = tokens[Array(name[..<cut])], let right = tokens[Array(name[cut...])]
        else { continue }
        merging.add(left, right, rank: rank, token: token)
      }
    }
    return merging
  }
}
