/// Questions in a file that is pulled in: they are asked where they stand, and what is pulled in elsewhere would
/// show their answers.
enum PulledQuestions {
  /// Lines without the questions among them, each from its heading to the next one; nil where there are none.
  static func leftOut(of lines: [ArraySlice<UInt8>]) -> [ArraySlice<UInt8>]? {
    guard lines.contains(where: { QuizComment.mayStand(in: $0) }) else { return nil }
    var fence = FenceState()
    var kept: [ArraySlice<UInt8>] = []
    /// Where in what was kept the last heading begins, while nothing but blank lines stands below it.
    var heading: Int?
    var isLeftOut = false
    var isIn = false
    for line in lines {
      let text = line.trimmedBytes
      if !fence.isCode(line) {
        if isHeading(text) {
          isIn = false
          heading = kept.count
        } else if QuizComment(String(decoding: text, as: UTF8.self)) != nil {
          if let heading { kept.removeSubrange(heading...) }
          (isIn, isLeftOut) = (true, true)
        } else if !text.isEmpty {
          heading = nil
        }
      } else {
        heading = nil
      }
      if !isIn { kept.append(line) }
    }
    return isLeftOut ? kept : nil
  }

  private static func isHeading(_ text: ArraySlice<UInt8>) -> Bool {
    let count = text.prefix { $0 == UInt8(ascii: "#") }.count
    return (1...6).contains(count) && text.dropFirst(count).first == 0x20
  }
}
