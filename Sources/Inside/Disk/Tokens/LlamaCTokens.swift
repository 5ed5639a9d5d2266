import Basics

extension DiskTokenizer {
  /// llama2.c's tokenizer.bin: the longest token's length, then of each its score, its length and its bytes.
  static func llamaC(_ owner: MappedBytes, count: Int) throws(DiskProblem) -> DiskTokenizer {
    let file = "tokenizer.bin"
    var reader = DiskReader(owner, file: file)
    _ = try reader.integer("first number", as: Int32.self)
    var names: [[UInt8]] = []
    var scores: [Float] = []
    for token in 0..<count {
      let score = Float(bitPattern: try reader.integer("scores", as: UInt32.self))
      guard score.isFinite else { throw .impossible("a score that is no number", file) }
      let length = Int(try reader.integer("tokens", as: Int32.self))
      let start = try reader.skip(length, "tokens")
      let name = owner.string(start..<start + length)
      // It has spaces for themselves; 0 to 2 are marks.
      names.append(Array((token < 3 ? name : SpaceSign.put(into: name)).utf8))
      scores.append(score)
    }
    var parts = TokenizerParts(kind: .letters(.each), names: names)
    parts.marks = Set(0..<min(3, count))
    parts.first = count > 1 ? [1] : []
    parts.ends = count > 2 ? [1, 2] : []
    return try parts.tokenizer { TokenizerParts.merging(scores: scores, $0) }
  }
}
