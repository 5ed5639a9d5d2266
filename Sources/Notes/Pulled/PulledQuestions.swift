/// Questions in a file that is pulled in: they are asked where they stand, and what is pulled in elsewhere would
/// show their answers.
enum PulledQuestions {
  /// Lines of a file without those of its questions; nil where there are none. A part of the file may begin
  /// below the comment that makes a question of it.
  static func leftOut(
    of lines: [ArraySlice<UInt8>], from file: [UInt8]
  ) -> [ArraySlice<UInt8>]? {
    let all = file.split(separator: 0x0A, omittingEmptySubsequences: false)
    guard let kept = leftOut(of: all) else { return nil }
    let starts = Set(kept.map(\.startIndex))
    // By its bytes, as a line of a part may have lost what it is indented by.
    var isAsked = [Bool](repeating: false, count: file.count)
    for line in all where !starts.contains(line.startIndex) {
      for index in line.indices { isAsked[index] = true }
    }
    let left = lines.filter { $0.isEmpty || !isAsked[$0.startIndex] }
    return left.count < lines.count ? left : nil
  }

  /// Lines without the questions among them, each from its heading to the next one; nil where there are none.
  private static func leftOut(of lines: [ArraySlice<UInt8>]) -> [ArraySlice<UInt8>]? {
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
