/// Whether lines are code, asked of one after the other: fences open and close on the way.
package struct FenceState: Sendable {
  private var open: (character: UInt8, length: Int)?

  package init() {}

  /// Whether the next line is code: it stands in a fence, or opens or closes one.
  package mutating func isCode(_ line: some RandomAccessCollection<UInt8>) -> Bool {
    guard let mark = QuizComment.fenceMark(line) else { return open != nil }
    guard let open else {
      self.open = (mark.character, mark.length)
      return true
    }
    if mark.character == open.character, mark.length >= open.length, mark.isBare { self.open = nil }
    return true
  }
}
