import Notes

/// Options and steps of which several stand in one line: `1. [x] weights 1. [ ] values`, `- [x] a; [ ] b`,
/// `1. scores 2. scaling 3. softmax`. All but the first would be text of it.
enum RunOnItems {
  static func find(in section: QuestionSection, _ source: QuestionSource) -> [Diagnostic] {
    guard let list = section.answers?.list else { return [] }
    return list.items.compactMap { item in
      guard let (number, line) = source.line(of: item), line.text.utf8.count <= ForeignGaps.longest
      else { return nil }
      let lines = list.isTasks ? options(line) : list.items.count == 1 ? steps(line) : []
      guard lines.count > 1 else { return nil }
      return Diagnostic(
        line: number, column: line.column,
        "several \(list.isTasks ? "options" : "steps") stand in one line",
        remedy: "write \(lines.joined(separator: ", ")), each on a line of its own")
    }
  }

  /// The options of a line, each as it ought to be written.
  private static func options(_ line: ItemLine) -> [String] {
    guard line.hasBox else { return [] }
    let marker = line.marker.trimmed
    // Columns of what is in code stay, so that places are those of the text.
    let plain = Array(String(line.text).withoutCode)
    let text = Array(line.text)
    guard plain.count == text.count else { return [] }
    var starts = [0]
    for at in plain.indices.dropFirst(4) where box(plain, at) { starts.append(at) }
    guard starts.count > 1 else { return [] }
    return starts.indices.map { index in
      let end = index + 1 < starts.count ? starts[index + 1] : text.count
      var label = String(text[(starts[index] + 4)..<end]).trimmed
      if index + 1 < starts.count { label = withoutSign(label) }
      return "\(marker) \(text[starts[index] + 1] == " " ? "[ ]" : "[x]") \(label)"
    }
  }

  /// Whether a box stands at a place, a space behind it, and one or a sign that parts before it.
  private static func box(_ text: [Character], _ at: Int) -> Bool {
    guard at + 4 < text.count, text[at] == "[", " xX".contains(text[at + 1]), text[at + 2] == "]",
      text[at + 3] == " "
    else { return false }
    return text[at - 1] == " "
  }

  /// A text without the number, bullet or sign at its end, which is that of the next one.
  private static func withoutSign(_ text: String) -> String {
    var words = text.split(separator: " ").map(String.init)
    if let last = words.last, words.count > 1,
      ["-", "*", "+", "|", "/", "or"].contains(last) || ItemLine.number(last[...]) == last[...]
    {
      words.removeLast()
    }
    var bare = words.joined(separator: " ")
    while let last = bare.last, ",;".contains(last) { bare.removeLast() }
    return bare
  }

  /// The steps of a line that are numbered from 2 on: `scores 2. scaling 3. softmax`.
  private static func steps(_ line: ItemLine) -> [String] {
    guard line.marker.trimmed.first?.isNumber == true else { return [] }
    var steps = [""]
    for word in line.text.split(separator: " ") {
      let number = ItemLine.number(word) == word ? Int(word.dropLast()) : nil
      if number == steps.count + 1, !steps[steps.count - 1].isEmpty {
        steps.append("")
      } else {
        steps[steps.count - 1] += (steps[steps.count - 1].isEmpty ? "" : " ") + word
      }
    }
    guard steps.count > 1, steps.last != "" else { return [] }
    return steps.enumerated().map { "\($0 + 1). \(withoutSign($1))" }
  }
}
