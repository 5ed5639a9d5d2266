/// Hugging Face's `<Question choices={[{ text: "…", explain: "…", correct: true }]} />` as the question that it
/// is. One that cannot be read is told, and shows nothing of itself: its key stands in it.
package struct ComponentQuestions {
  private static let sign = ByteSearch("<Question")

  /// Whether any may stand in a text.
  package static func mayStand(in bytes: [UInt8]) -> Bool {
    sign?.first(in: bytes, from: 0, to: bytes.count) != nil
  }

  /// A text with its questions as Markdown has them, and what cannot be read of them; nil where it has none.
  static func text(of bytes: [UInt8]) -> (TracedText, [Diagnostic])? {
    guard mayStand(in: bytes) else { return nil }
    var reader = ComponentQuestions(bytes)
    reader.read()
    return reader.isChanged ? (reader.text, reader.diagnostics) : nil
  }

  private let bytes: [UInt8]
  private let lines: [ArraySlice<UInt8>]
  private var text = TracedText()
  private var diagnostics: [Diagnostic] = []
  private var isChanged = false
  /// Whether the comment of the next component is there already, below the heading above.
  private var isAsked = false
  /// What the heading above says.
  private var heading = ""

  private init(_ bytes: [UInt8]) {
    self.bytes = bytes
    lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
  }

  private mutating func read() {
    var fence = FenceState()
    var at = 0
    while at < lines.count {
      let line = lines[at]
      let isCode = fence.isCode(line)
      if !isCode, let found = component(in: line, at) {
        at = add(found, at)
        isChanged = true
        continue
      }
      text.add(line, from: at + 1)
      if !isCode, line.first == UInt8(ascii: "#") {
        let words = String(decoding: line.drop { $0 == UInt8(ascii: "#") }, as: UTF8.self).trimmed
        // The name of a place behind them would be an answer mark in a question.
        let name = words.hasSuffix("]]") ? words.allRanges(of: "[[").last : nil
        heading = name.map { words[..<$0.lowerBound].trimmed } ?? words
        isAsked = name == nil && asks(below: at)
        if isAsked { text.add("<!-- quiz -->".utf8, from: at + 1) }
      }
      at += 1
    }
  }

  /// So many lines may stand between a question's heading and its choices.
  private static let mostBetween = 30

  /// Whether what stands below a heading, a few words or some code, is the question of a component.
  private func asks(below heading: Int) -> Bool {
    var fence = FenceState()
    for at in (heading + 1)..<max(heading + 1, min(lines.count, heading + Self.mostBetween)) {
      let line = lines[at]
      if fence.isCode(line) { continue }
      if let found = component(in: line, at) {
        return found.read.map { $0.choices.count(where: \.isRight) > 0 } ?? false
      }
      // Another list would be taken for its choices, and `{#if` becomes a heading, which would end it.
      guard let first = line.trimmedBytes.first, !"#-*+<>{".utf8.contains(first),
        !(0x30...0x39).contains(first)
      else {
        if line.trimmedBytes.isEmpty { continue }
        return false
      }
    }
    return false
  }

  /// More lines are not looked through for the end of one.
  private static let mostLines = 400
  private static let name = Array("<Question".utf8)

  /// A component in a line.
  private struct Found {
    /// The line up to it.
    let before: ArraySlice<UInt8>
    /// Nil where it cannot be read.
    let read: ComponentChoices?
  }

  /// The first component in a line, or in what is left of it, that is not in code: one with choices, be it that
  /// they can be read or not. Another element of that name is none.
  private func component(in line: ArraySlice<UInt8>, _ number: Int) -> Found? {
    let end = lines[min(lines.count, number + Self.mostLines) - 1].endIndex
    var isCode = false
    for at in line.indices {
      if line[at] == 0x60 { isCode.toggle() }
      guard !isCode, line[at] == Self.name[0], line[at...].starts(with: Self.name) else { continue }
      let behind = at + Self.name.count
      guard behind == line.endIndex || line[behind] <= 0x20 || line[behind] == UInt8(ascii: "c")
      else { continue }
      let read = ComponentChoices(bytes[at..<end])
      if read != nil || holdsChoices(bytes[behind..<end]) {
        return Found(before: line[..<at], read: read)
      }
    }
    return nil
  }

  /// Whether choices are given to an element, before it ends or another one begins.
  private func holdsChoices(_ behind: ArraySlice<UInt8>) -> Bool {
    let word = Array("choices".utf8)
    for at in behind.indices {
      switch behind[at] {
      case UInt8(ascii: "<"):
        let rest = behind[at...]
        if rest.starts(with: Self.name) || rest.starts(with: "</Question".utf8) { return false }
      case word[0] where behind[at...].starts(with: word):
        let sign = behind[(at + word.count)...].first { $0 > 0x20 }
        if sign == UInt8(ascii: "=") { return true }
      default: break
      }
    }
    return false
  }

  /// Puts a question in the place of each component from the first of a line on; the line behind them.
  private mutating func add(_ first: Found, _ number: Int) -> Int {
    var (found, line) = (first, number)
    while true {
      if !found.before.trimmedBytes.isEmpty { text.add(found.before, from: line + 1) }
      guard let read = found.read else { return refuse(line) }
      put(read.choices, from: line + 1)
      line += lines[line...].prefix { $0.endIndex < read.end }.count
      let rest = lines[line][read.end...]
      guard let next = component(in: rest, line) else {
        if !rest.trimmedBytes.isEmpty { text.add(rest.trimmedBytes, from: line + 1) }
        return line + 1
      }
      found = next
    }
  }

  private mutating func put(_ choices: [ComponentChoices.Choice], from origin: Int) {
    func add(_ line: String) { text.add(line.utf8, from: origin) }
    let right = choices.count(where: \.isRight)
    guard right > 0, choices.count > 1 else {
      add("")
      for choice in choices { add("- \(choice.text)") }
      add("")
      return
    }
    if !isAsked {
      for line in ["", "###### \(heading.isEmpty ? "Which of these is right?" : heading)"] {
        add(line)
      }
      add("<!-- quiz -->")
    }
    for choice in choices {
      let sign = right == 1 ? "1." : "-"
      add("\(sign) [\(choice.isRight ? "x" : " ")] \(choice.text)")
      if !choice.reason.isEmpty {
        let indent = String(repeating: " ", count: sign.count + 1)
        add("\(indent)> \(choice.reason)")
      }
    }
    add("")
    isAsked = false
  }

  /// Tells of one that cannot be read, and leaves it out up to where it may end.
  private mutating func refuse(_ first: Int) -> Int {
    let last = min(lines.count, first + Self.mostLines) - 1
    var line = first
    while line < last {
      let written = lines[line].trimmedBytes
      if written.suffix(2).elementsEqual("/>".utf8) || written.starts(with: "</Question>".utf8) {
        break
      }
      // The next heading is none of it.
      if line + 1 <= last, lines[line + 1].starts(with: "#".utf8), written.isEmpty { break }
      line += 1
    }
    for words in ["", "*\\[▲ A question that cannot be read.\\]*", ""] {
      text.add(words.utf8, from: first + 1)
    }
    diagnostics.append(
      Diagnostic(
        .warning, line: first + 1,
        "this <Question> cannot be read, and is not shown",
        remedy: "write choices={[{ text: \"…\", explain: \"…\", "
          + "correct: true }, { text: \"…\" }]} in it, each text in quotes, and /> behind it"))
    return line + 1
  }
}

/// The choices of one component.
struct ComponentChoices {
  struct Choice: Equatable {
    var text = ""
    var reason = ""
    var isRight = false
  }

  private(set) var choices: [Choice] = []
  /// The place behind the component.
  private(set) var end = 0

  /// Reads what stands from `<Question` on; nil where that is no whole component with choices.
  init?(_ bytes: ArraySlice<UInt8>) {
    var at = bytes.startIndex + "<Question".utf8.count
    var depth = 0
    var key: String?
    var word: String?
    while at < bytes.endIndex {
      let byte = bytes[at]
      switch byte {
      case 0x22, 0x27, 0x60:
        guard let (text, behind) = Self.literal(bytes, at) else { return nil }
        at = behind
        if depth > 1, let key, !choices.isEmpty {
          switch key {
          case "text": choices[choices.count - 1].text += text
          case "explain": choices[choices.count - 1].reason += text
          default: break
          }
        }
        word = text
        continue
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        depth += 1
        if byte == UInt8(ascii: "{"), depth == 3 {
          choices.append(Choice())
          key = nil
        }
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        depth -= 1
        guard depth >= 0 else { return nil }
      case UInt8(ascii: ":"):
        key = word
        word = nil
      case UInt8(ascii: ","): key = nil
      case UInt8(ascii: ">") where depth == 0:
        guard !choices.isEmpty, choices.allSatisfy({ !$0.text.isEmpty }) else { return nil }
        end = at + 1
        if bytes[at - 1] != UInt8(ascii: "/") {
          let closing = "</Question>".utf8
          let rest = bytes[end...].drop { $0 <= 0x20 }
          guard rest.starts(with: closing) else { return nil }
          end = rest.startIndex + closing.count
        }
        return
      // Outside of quotes that begins another element.
      case UInt8(ascii: "<"): return nil
      case _ where (0x61...0x7A).contains(byte | 0x20):
        let name = bytes[at...].prefix { (0x61...0x7A).contains($0 | 0x20) }
        let said = String(decoding: name, as: UTF8.self)
        if key == "correct", said == "true", !choices.isEmpty {
          choices[choices.count - 1].isRight = true
        }
        word = said
        at = name.endIndex
        continue
      default: break
      }
      at += 1
    }
    return nil
  }

  /// A text in quotes on one line as Markdown shows it, and the place behind it.
  private static func literal(_ bytes: ArraySlice<UInt8>, _ start: Int) -> (String, Int)? {
    var text: [UInt8] = []
    var at = start + 1
    while at < bytes.endIndex, bytes[at] != bytes[start] {
      // Only in `…` a text goes on on the next line.
      if bytes[at] == 0x0A, bytes[start] != 0x60 { return nil }
      if bytes[at] == UInt8(ascii: "\\"), at + 1 < bytes.endIndex {
        at += 1
        text.append(bytes[at] == UInt8(ascii: "n") ? 0x20 : bytes[at])
      } else {
        text.append(bytes[at] < 0x20 ? 0x20 : bytes[at])
      }
      at += 1
    }
    guard at < bytes.endIndex else { return nil }
    return (escaped(String(decoding: text, as: UTF8.self).trimmed), at + 1)
  }

  /// A text of which no sign asks, opens a block, or is an answer.
  private static func escaped(_ text: String) -> String {
    var parts = text.split(separator: "`", omittingEmptySubsequences: false).map(String.init)
    for index in stride(from: 0, to: parts.count, by: 2) {
      parts[index] = parts[index].replacing("[[", with: "\\[[").replacing("{{", with: "\\{{")
    }
    let whole = parts.joined(separator: "`")
    guard let first = whole.first, "#>-+*=~|".contains(first) || whole.hasPrefix("<!") else {
      return whole
    }
    return "\\" + whole
  }
}
