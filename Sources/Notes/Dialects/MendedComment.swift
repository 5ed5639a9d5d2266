/// Quiz comments that the parser would not take for one, or for another one than was meant.
extension QuizComment {
  /// What begins a comment that was mended.
  static let mended = "<!--?"

  /// Whether a comment is one that was mended.
  package static func isMended(_ html: String) -> Bool { html.hasPrefix(mended) }

  /// Gives each line that is a quiz comment of another form, or nearly one, the form of one that the parser
  /// knows, so that it swallows nothing and shows nothing. Lines stay lines.
  static func mend(_ bytes: inout [UInt8]) {
    guard mayStand(in: bytes) else { return }
    var result: [UInt8] = []
    var isChanged = false
    var fence = FenceState()
    let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    /// How many lines more belong to a comment that was found.
    var inside = 0
    for (index, line) in lines.enumerated() {
      if index > 0 { result.append(0x0A) }
      if inside > 0 {
        inside -= 1
        result += inside == 0 ? prefix(of: line) + Array("-->".utf8) : Array(line)
      } else if fence.isCode(line) {
        result += line
      } else if let comment = read(bytes, line.startIndex, line.endIndex), !comment.isComment {
        let text = line.filter { $0 != UInt8(ascii: ">") && $0 != UInt8(ascii: "-") }
        result += Array("\(mended)".utf8) + text + Array("-->".utf8)
        isChanged = true
      } else if let comment = CommentForm.rewritten(line) {
        result += comment
        isChanged = true
      } else if isSpread(lines, index) {
        result += prefix(of: line) + Array("<!--".utf8)
        inside = 2
        isChanged = true
      } else {
        result += line
      }
    }
    if isChanged { bytes = result }
  }

  /// Whether a comment of another form stands on this line and the two below it.
  private static func isSpread(_ lines: [ArraySlice<UInt8>], _ index: Int) -> Bool {
    guard index + 2 < lines.count, lines[index].count < 40,
      lines[index].contains(where: { $0 == UInt8(ascii: "%") || $0 == UInt8(ascii: "{") })
    else { return false }
    let texts = (0..<3).map { String(decoding: lines[index + $0].prefix(longest), as: UTF8.self) }
    return CommentForm.isSpread(texts[0][...], texts[1][...], texts[2][...])
  }

  /// The quotes that a line stands in.
  private static func prefix(of line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    line.prefix { $0 == 0x20 || $0 == 0x09 || $0 == UInt8(ascii: ">") }
  }
}
