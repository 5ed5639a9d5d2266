/// Lines of code that mdBook does not show: those that begin with a sign which the fence names, `hidelines=~`, or
/// the book for the fence's language.
enum HiddenLines {
  private static let option = "hidelines="
  private static let sign = ByteSearch(option)

  /// A lesson's text without them; nil where it has none.
  static func text(of bytes: [UInt8], in library: Library, from id: LessonID) -> TracedText? {
    let known = library.documents[id.document].hiddenLines
    guard !known.isEmpty || sign?.first(in: bytes, from: 0, to: bytes.count) != nil else {
      return nil
    }
    var text = TracedText()
    var isChanged = false
    var fence = FenceState()
    var hidden = ""
    for (index, line) in bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated()
    {
      let wasOpen = fence.isOpen
      let isCode = fence.isCode(line)
      if isCode, !wasOpen, let mark = FenceState.mark(of: line) {
        let info = line.drop { $0 == 0x20 || $0 == 0x3E || $0 == 0x09 }.dropFirst(mark.length)
        hidden = self.hidden(by: String(decoding: info, as: UTF8.self).trimmed, known)
      } else if isCode, fence.isOpen, !hidden.isEmpty,
        line.drop(while: { $0 == 0x20 || $0 == 0x3E }).starts(with: hidden.utf8)
      {
        isChanged = true
        continue
      }
      text.add(line, from: index + 1)
    }
    return isChanged ? text : nil
  }

  private static func hidden(by info: String, _ known: [String: String]) -> String {
    let words = info.split { $0 == "," || $0 == " " }
    if let own = words.first(where: { $0.hasPrefix(option) }) {
      let value = own.dropFirst(option.count)
      return String(value).unquoted ?? String(value)
    }
    return words.first.flatMap { known[String($0)] } ?? ""
  }
}
