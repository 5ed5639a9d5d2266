/// The tokens of a model on disk: pairs of bytes merged as GPT-2 has it, or pairs of letters as SentencePiece
/// has it, in whichever file they came.
package struct DiskTokenizer: Sendable {
  enum Kind: Equatable, Sendable {
    /// A text is cut by these rules, and the bytes of each word are merged.
    case bytes([TextSplit], takesWholeWords: Bool)
    /// The whole text is merged, with ▁ for a space, and one more before it.
    case letters(Prefix)
    /// There are no texts: tokens are typed by their numbers.
    case numbers
  }

  /// Which texts get a space before them: none, the first, or each between marks.
  enum Prefix: Equatable, Sendable { case none, first, each }

  let kind: Kind
  /// The bytes that each token stands for.
  let pieces: [[UInt8]]
  /// Tokens by what stands for them where texts are merged.
  let tokens: [[UInt8]: Int]
  let merging: PieceMerging
  /// Tokens that stand in texts as they are, such as `<|im_start|>`, the longest first.
  let marks: [(bytes: [UInt8], token: Int)]
  /// The token of each byte where a letter has none.
  let byteTokens: [Int]
  /// What comes before every text.
  package let first: [Int]
  /// After these nothing comes.
  package let ends: Set<Int>

  /// A tokenizer, or why there is none.
  static func reading(
    _ body: () throws(DiskProblem) -> DiskTokenizer
  ) -> (DiskTokenizer?, String?) {
    do throws(DiskProblem) { return (try body(), nil) } catch { return (nil, error.what) }
  }

  /// For a model without one: tokens are numbers.
  static let numbers = DiskTokenizer(
    kind: .numbers, pieces: [], tokens: [:], merging: PieceMerging(), marks: [],
    byteTokens: [], first: [], ends: [])

  package func bytes(of token: Int) -> [UInt8] {
    if kind == .numbers { return Array("#\(token)".utf8) }
    return pieces.indices.contains(token) ? pieces[token] : []
  }

  /// The tokens of a text, with what comes before every text.
  package func tokens(of text: String) -> [Int] {
    if kind == .numbers {
      return text.split { ", ".contains($0) }.compactMap { Int($0.drop { $0 == "#" }) }
    }
    var all = first
    var isFirst = true
    for part in parts(of: Array(text.utf8)) {
      switch part {
      case .mark(let token): all.append(token)
      case .text(let bytes):
        all += merged(String(decoding: bytes, as: UTF8.self), isFirst: isFirst)
      }
      isFirst = false
    }
    return all
  }

  private enum Part {
    case text(ArraySlice<UInt8>)
    case mark(Int)
  }

  /// A text between the marks in it.
  private func parts(of bytes: [UInt8]) -> [Part] {
    let firsts = Set(marks.compactMap(\.bytes.first))
    var parts: [Part] = []
    var (start, place) = (0, 0)
    while place < bytes.count {
      guard firsts.contains(bytes[place]),
        let mark = marks.first(where: { bytes[place...].starts(with: $0.bytes) })
      else {
        place += 1
        continue
      }
      if start < place { parts.append(.text(bytes[start..<place])) }
      parts.append(.mark(mark.token))
      place += mark.bytes.count
      start = place
    }
    if start < bytes.count { parts.append(.text(bytes[start...])) }
    return parts
  }

  private func merged(_ text: String, isFirst: Bool) -> [Int] {
    switch kind {
    case .numbers: return []
    case .bytes(let splits, let takesWholeWords):
      var words: [ArraySlice<Unicode.Scalar>] = [Array(text.unicodeScalars)[...]]
      for split in splits { words = words.flatMap { split.words(of: Array($0)) } }
      return words.flatMap { word -> [Int] in
        let bytes = word.flatMap { Array(UTF8.encode($0) ?? UTF8.encodedReplacementCharacter) }
        if takesWholeWords, let token = tokens[bytes] { return [token] }
        return merging.merged(bytes.map { byteTokens[Int($0)] }).filter { $0 >= 0 }
      }
    case .letters(let prefix):
      let isPrefixed = prefix == .each || prefix == .first && isFirst
      let own = SpaceSign.put(into: (isPrefixed ? " " : "") + text)
      // Letters without a token are their bytes.
      let letters = own.unicodeScalars.flatMap { scalar -> [Int] in
        let bytes = Array(UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
        if let token = tokens[bytes] { return [token] }
        return bytes.map { byteTokens[Int($0)] }
      }
      return merging.merged(letters).filter { $0 >= 0 }
    }
  }
}
