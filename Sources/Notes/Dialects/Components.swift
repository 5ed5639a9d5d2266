/// Components of MDX, as Hugging Face, Docusaurus and others put them among Markdown: boxes and tabs as what
/// they say, a quiz as its choices, a video as a link; what only their own site can show is not shown.
///
/// Lines are rewritten before Markdown is read, one for one, so that line numbers hold. A line for a tag is
/// blank then, so that paragraphs beside it stay apart.
struct Components {
  /// A text with its components rewritten; `isMDX`: whether lines of its program may stand there too.
  static func rewrite(_ bytes: inout [UInt8], isMDX: Bool) {
    let hasTitles = titleSign?.first(in: bytes, from: 0, to: bytes.count) != nil
    guard isMDX || hasTitles || mayHold(bytes) else { return }
    var reader = Components(bytes, isMDX: isMDX, hasTitles: hasTitles)
    reader.read()
    bytes = reader.result
  }

  /// Whether a line begins as one of them does.
  private static func mayHold(_ bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBufferPointer { bytes in
      var isStart = true
      for (index, byte) in bytes.enumerated() {
        if isStart, byte != 0x20, byte != 0x09 {
          let next = index + 1 < bytes.count ? bytes[index + 1] : 0
          switch byte {
          case UInt8(ascii: "<") where next != UInt8(ascii: "!"): return true
          case UInt8(ascii: "{") where "/#:{".utf8.contains(next): return true
          case UInt8(ascii: "[") where next == byte: return true
          case UInt8(ascii: "i") where next == UInt8(ascii: "m"): return true
          case UInt8(ascii: "e") where next == UInt8(ascii: "x"): return true
          default: isStart = false
          }
        }
        if byte == 0x0A { isStart = true }
      }
      return false
    }
  }

  private let bytes: [UInt8]
  private let isMDX: Bool
  /// Whether it may give mdBook's page a title.
  private let hasTitles: Bool
  /// Where each line begins, and behind them the end.
  private let starts: [Int]
  private var result: [UInt8] = []
  private var line = 0
  private var code: (sign: UInt8, count: Int)?
  /// Elements that were met.
  private var opened: Set<String> = []
  /// Boxes that are open.
  private var boxes: [String] = []
  /// The last line that closes an element of a name.
  private let closings: [String: Int]
  /// Whether something like `{#if …}` stands before.
  private var isBranched = false
  /// Whether parts for one framework each are open.
  private var isOfFrameworks = false

  private init(_ bytes: [UInt8], isMDX: Bool, hasTitles: Bool) {
    self.bytes = bytes
    self.isMDX = isMDX
    self.hasTitles = hasTitles
    var starts = [0]
    for (index, byte) in bytes.enumerated() where byte == 0x0A { starts.append(index + 1) }
    starts.append(bytes.count + 1)
    self.starts = starts
    var closings: [String: Int] = [:]
    for line in 0..<(starts.count - 1) {
      let text = bytes[starts[line]..<(starts[line + 1] - 1)].drop { $0 == 0x20 || $0 == 0x09 }
      if text.starts(with: "</".utf8) {
        let name = text.dropFirst(2).prefix { $0 > 0x20 && $0 != UInt8(ascii: ">") }
        closings[String(decoding: name, as: UTF8.self)] = line
      }
    }
    self.closings = closings
    result.reserveCapacity(bytes.count)
  }

  private var lineCount: Int { starts.count - 1 }

  private func text(of line: Int) -> ArraySlice<UInt8> {
    bytes[starts[line]..<(starts[line + 1] - 1)]
  }

  /// A line without white space at its ends.
  private func trimmed(_ line: Int) -> ArraySlice<UInt8> { text(of: line).trimmedBytes }

  /// Puts lines in the place of so many; what is missing of them is blank.
  private mutating func put(_ lines: [[UInt8]], insteadOf count: Int = 1) {
    for index in 0..<count {
      if line + index > 0 { result.append(0x0A) }
      if index < lines.count { result += lines[index] }
    }
    line += count
  }

  /// Where texts stand in lists, which are indented, while nothing in MDX is code because it is.
  private var places = EmbedPlaces()
  /// The blanks before the signs of the fence that is open, which are none of its lines'.
  private var fenceMargin = 0

  private mutating func read() {
    while line < lineCount {
      var written = text(of: line)
      let text = written.trimmedBytes
      if isMDX {
        if code != nil {
          written = written.dropFirst(min(fenceMargin, written.prefix { $0 == 0x20 }.count))
        } else if places.next(written) == nil {
          let fence = text.fenceCount
          if fence.map({ isFenceClosed(text[text.startIndex], $0) }) ?? true {
            fenceMargin = written.prefix { $0 == 0x20 }.count
            written = text
          }
        } else {
          fenceMargin = 0
        }
      }
      if let count = text.fenceCount, let sign = text.first {
        if let open = code {
          if text.closesFence(of: open.sign, open.count) { code = nil }
        } else if written.isIndentedLess(than: 4) || isFenceClosed(sign, count) {
          code = (sign, count)
        }
        put([Array(written)])
      } else if code != nil || !replace(text) {
        let shown = code == nil && hasTitles ? Self.withoutTitle(written) : Array(written)
        put([isMDX && code == nil ? Self.withoutMarks(shown[...]) : shown])
      }
    }
  }

  /// Whether a fence that stands deep on this line, as in a list, is closed there: else it may be the only
  /// one that an indented text shows. What it stands in ends at the margin.
  private mutating func isFenceClosed(_ sign: UInt8, _ count: Int) -> Bool {
    if let known = unclosed, known.sign == sign, known.count <= count, line < known.end {
      return false
    }
    var next = line + 1
    while next < lineCount {
      let written = text(of: next)
      let text = written.trimmedBytes
      if text.closesFence(of: sign, count) { return true }
      if !text.isEmpty, written.isIndentedLess(than: 2) { break }
      next += 1
    }
    unclosed = (sign, count, next)
    return false
  }

  /// Up to which line a fence of as many signs is not closed, so that many of them are looked through once.
  private var unclosed: (sign: UInt8, count: Int, end: Int)?

  /// A line without the comments of a program that stand in it, and with its versions as words.
  private static func withoutMarks(_ line: ArraySlice<UInt8>) -> [UInt8] {
    let isThere = line.indices.dropLast().contains { at in
      line[at] == UInt8(ascii: "{") && line[at + 1] == UInt8(ascii: "/")
        || line[at] == UInt8(ascii: "<") && (0x41...0x5A).contains(line[at + 1])
    }
    guard isThere else { return Array(line) }
    var result = ""
    var rest = String(decoding: line, as: UTF8.self)[...]
    // The components among the words that are open, whose words are shown.
    var open: [String] = []
    while let first = rest.first {
      if first == "`" {
        // Code is shown as it stands.
        let sign = rest.prefix { $0 == "`" }
        let inside = rest[sign.endIndex...]
        let end = inside.firstRange(of: String(sign))?.upperBound ?? rest.endIndex
        result += rest[..<end]
        rest = rest[end...]
      } else if rest.hasPrefix("{/*"), let end = rest.firstRange(of: "*/}") {
        rest = rest[end.upperBound...]
        if result.last == " " { rest = rest.drop { $0 == " " } }
      } else if first == "<", let (words, end) = version(rest) {
        result += words
        rest = rest[end...]
      } else if first == "<", let end = endOfInline(rest, &open) {
        rest = rest[end...]
      } else {
        result.append(first)
        rest = rest.dropFirst()
      }
    }
    return Array(result.utf8)
  }

  /// The end of a tag of a component that is opened and closed among words, `<Highlight color="x">`; nil for other
  /// signs.
  private static func endOfInline(_ text: Substring, _ open: inout [String]) -> String.Index? {
    let isClosing = text.hasPrefix("</")
    let name = text.dropFirst(isClosing ? 2 : 1).prefix { $0.isLetter || $0.isNumber }
    guard name.first?.isUppercase == true, name.contains(where: \.isLowercase) else { return nil }
    if isClosing {
      guard open.last == String(name), text[name.endIndex...].first == ">" else { return nil }
      open.removeLast()
      return text.index(after: name.endIndex)
    }
    let bytes = Array(text.utf8)
    guard let tag = ComponentTag(bytes, at: 0), tag.name == name, !tag.closesItself,
      let end = text.utf8.index(text.startIndex, offsetBy: tag.end, limitedBy: text.endIndex),
      text[end...].contains("</\(name)>")
    else { return nil }
    open.append(tag.name)
    return end
  }

  /// `(added in 4.2)` of `<Added version="4.2"/>`.
  private static func version(_ text: Substring) -> (words: String, end: String.Index)? {
    let name = text.dropFirst().prefix { $0.isLetter }
    guard versions.contains(String(name)), let end = text.firstRange(of: "/>")?.upperBound else {
      return nil
    }
    return (version(String(name), HTMLTag.value(of: "version", in: String(text[..<end]))), end)
  }

  /// What is said of a version.
  private static func version(_ name: String, _ number: String?) -> String {
    "(\(name.lowercased())\(number.map { $0.isEmpty ? "" : " in \($0)" } ?? ""))"
  }

  private static let versions: Set<String> = ["Added", "Changed", "Deprecated", "Removed"]

  /// Whether the line, and perhaps more of them, stood for something else.
  private mutating func replace(_ text: ArraySlice<UInt8>) -> Bool {
    switch text.first {
    case UInt8(ascii: "<"): return readTags(text)
    case UInt8(ascii: "{"): return readBraces(text)
    case UInt8(ascii: "["): return readMarks(text)
    case UInt8(ascii: "i"), UInt8(ascii: "e"): return isMDX && readProgram()
    default: return false
    }
  }

  // MARK: Tags

  /// What a component is to a reader of text.
  private enum Meaning {
    case box(String), tab(String), wrapper, video(String), choices([String]), nothing
    /// Another one, which is told by its name.
    case named(String)
    /// Words in its place.
    case said(String)

    var isNothing: Bool {
      switch self {
      case .wrapper, .nothing: true
      default: false
      }
    }
  }

  private mutating func readTags(_ text: ArraySlice<UInt8>) -> Bool {
    guard var tag = ComponentTag(bytes, at: text.startIndex), var meaning = meaning(of: tag) else {
      return false
    }
    // What only holds others says nothing: the next one may stand on the same line.
    while meaning.isNothing, !tag.isClosing, let next = nextTag(behind: tag),
      let inner = self.meaning(of: next)
    {
      (tag, meaning) = (next, inner)
    }
    let lines = lineCount(to: tag.end)
    let rest = bytes[tag.end..<max(tag.end, starts[line + lines] - 1)].trimmedBytes
    var shown = rest
    while let end = shown.closingTag(of: isOne) { shown = shown[..<end].trimmedBytes }
    switch meaning {
    case .box(let kind):
      let closing = closings[tag.name] ?? -1
      if shown.isEmpty, rest.isEmpty, closing >= line + lines {
        boxes.append(tag.name)
        put([Array("\(Self.colons)\(kind)".utf8)], insteadOf: lines)
      } else if shown.count < rest.count, !shown.isEmpty {
        put([Array("> [!\(kind)] ".utf8) + shown], insteadOf: lines)
      } else {
        put([Array(shown)], insteadOf: lines)
      }
    case .tab(let title):
      // A heading of that level is a bold line, and parts what stands above it.
      let head = title.isEmpty ? "" : "#### \(title)"
      put(
        [shown.isEmpty ? Array(head.utf8) : Array("**\(title)** ".utf8) + shown], insteadOf: lines)
    case .video(let id):
      // As HTML it is a link also among lines of HTML.
      let link = "<a href=\"\(VideoAddress.of(id))\">A video</a>"
      put([Array(link.utf8) + (shown.isEmpty ? [] : [0x20] + shown)], insteadOf: lines)
    case .choices(let choices):
      if choices.count < lines {
        put([[]] + choices.map { Array("- \($0)".utf8) }, insteadOf: lines)
      } else {
        put([Array("Choices: \(choices.joined(separator: "; "))".utf8)], insteadOf: lines)
      }
    case .named(let name):
      // Below a table it is no row: a line that counts as none parts them.
      let isBelowTable = line > 0 && trimmed(line - 1).first == UInt8(ascii: "|")
      put(
        [
          (isBelowTable ? [0x0D] : []) + Array("`<\(name)/>`".utf8)
            + (shown.isEmpty ? [] : [0x20] + shown)
        ], insteadOf: lines)
    case .said(let words):
      put([Array(words.utf8) + (shown.isEmpty ? [] : [0x20] + shown)], insteadOf: lines)
    case .wrapper where tag.isClosing && boxes.last == tag.name && rest.isEmpty:
      boxes.removeLast()
      put([Array(Self.colons.utf8)], insteadOf: lines)
    case .wrapper, .nothing: put([Array(shown)], insteadOf: lines)
    }
    return true
  }

  /// The tag that comes next on the line on which one ends.
  private func nextTag(behind tag: ComponentTag) -> ComponentTag? {
    let end = starts[line + lineCount(to: tag.end)] - 1
    let rest = bytes[tag.end..<max(tag.end, end)].trimmedBytes
    return rest.first == UInt8(ascii: "<") ? ComponentTag(bytes, at: rest.startIndex) : nil
  }

  /// How many lines it is from this one to that with a place in it.
  private func lineCount(to place: Int) -> Int {
    starts[(line + 1)...].prefix { $0 <= place }.count + 1
  }

  /// More of them than anybody writes by hand.
  private static let colons = ":::::::"

  private static let wrappers: Set<String> = [
    "hfoptions", "frameworkcontent", "Tabs", "Steps", "CardGroup", "AccordionGroup", "CodeGroup",
    "Columns", "Frame",
  ]
  private static let tabs: Set<String> = [
    "hfoption", "TabItem", "Tab", "Step", "Accordion", "Card", "Expandable", "Listing",
  ]
  private static let boxes: Set<String> = [
    "Tip", "Note", "Warning", "Info", "Caution", "Danger", "Important", "Admonition", "Callout",
  ]
  /// What models write before they answer.
  private static let thoughts: Set<String> = ["think", "thinking", "reasoning"]
  private static let frameworks = ["pt": "PyTorch", "tf": "TensorFlow", "jax": "JAX"]
  private static let unseen: Set<String> = [
    "CourseFloatingBanner", "DocNotebookDropdown", "EditOnGithub", "FrameworkSwitchCourse",
  ]

  private func isClosedOnLine(_ tag: ComponentTag) -> Bool {
    let end = starts[line + lineCount(to: tag.end)] - 1
    guard tag.end < end else { return false }
    return bytes[tag.end..<end].firstEnd(of: "</\(tag.name)>") != nil
  }

  private func isOne(_ name: String) -> Bool {
    Self.wrappers.contains(name) || Self.tabs.contains(name) || Self.boxes.contains(name)
      || isOfFrameworks && Self.frameworks[name] != nil
  }

  private mutating func meaning(of tag: ComponentTag) -> Meaning? {
    let name = tag.name
    if name == "frameworkcontent" { isOfFrameworks = !tag.isClosing }
    if tag.isClosing { return opened.contains(name) ? .wrapper : nil }
    if name == "Youtube", let id = tag.value("id") { return .video(id) }
    if name == "Question" {
      let choices = tag.choices
      return choices.isEmpty ? nil : .choices(choices)
    }
    if Self.unseen.contains(name) { return .nothing }
    if Self.versions.contains(name), tag.closesItself {
      return .said(Self.version(name, tag.value("version")))
    }
    if let end = closings[name], end > line, Self.thoughts.contains(name), tag.words.isEmpty,
      trimmed(line).count == name.utf8.count + 2, trimmed(end).count == name.utf8.count + 3
    {
      opened.insert(name)
      return .box("{.callout-reasoning collapse=\"true\"}")
    }
    // MkDocs reads what stands in such an element as Markdown.
    if !tag.closesItself, !["details", "summary"].contains(name.lowercased()),
      tag.words.contains(where: { $0 == "markdown" || $0.hasPrefix("markdown=") })
    {
      opened.insert(name)
      return .wrapper
    }
    let isOne = isOne(name)
    // What nothing closes is a name in angle brackets, as in a text about prompts.
    let isEnded = closings[name] ?? -1 >= line || isClosedOnLine(tag)
    if isOne, !tag.closesItself {
      guard isEnded else { return nil }
      opened.insert(name)
    }
    if Self.boxes.contains(name) {
      let given = tag.value("type")?.lowercased() ?? ""
      let kind = Callout.isKnown(given) ? given : name.lowercased()
      let isWarning = tag.value("warning") == "true" || tag.words.contains("warning")
      return .box(isWarning ? "warning" : ["admonition", "callout"].contains(kind) ? "note" : kind)
    }
    if name == "Listing" {
      // The Rust book's, with a caption and perhaps a number or a file.
      let head = ["Listing", tag.value("number") ?? ""].filter { !$0.isEmpty }
      let said = [tag.value("file-name"), tag.value("caption")].compactMap(\.self)
      let parts = [head.joined(separator: " ")] + said.filter { !$0.isEmpty }
      return .tab(parts.joined(separator: ": "))
    }
    if Self.tabs.contains(name) {
      let title = ["label", "title", "id", "value"].lazy.compactMap { tag.value($0) }.first
      return .tab(title ?? "")
    }
    if isOfFrameworks, let framework = Self.frameworks[name] { return .tab(framework) }
    if isOne { return .wrapper }
    let isOther =
      tag.closesItself && name.first?.isUppercase == true && name.contains(where: \.isLowercase)
    return isOther ? .named(name) : nil
  }

  // MARK: Braces and brackets

  private mutating func readBraces(_ text: ArraySlice<UInt8>) -> Bool {
    if text.starts(with: "{/*".utf8) {
      let end = bytes[text.startIndex...].prefix(20_000).firstEnd(of: "*/}")
      guard let end else { return false }
      let lines = lineCount(to: end)
      put([Array(bytes[end..<max(end, starts[line + lines] - 1)].trimmedBytes)], insteadOf: lines)
      return true
    }
    let written = String(decoding: text, as: UTF8.self)
    if written.hasPrefix("{{#"), written.hasSuffix("}}") {
      // mdBook: another program puts something there; its name is told.
      put([written.hasPrefix("{{#title") ? [] : Array("`\(written)`".utf8)])
      return true
    }
    guard written.hasSuffix("}") else { return false }
    if written.hasPrefix("{#if ") || isBranched && written.hasPrefix("{:else if ") {
      isBranched = true
      let value = written.split { "'\"".contains($0) }.dropFirst().first.map(String.init) ?? ""
      let title = Self.frameworks[value] ?? value
      put([title.isEmpty ? [] : Array("#### \(title)".utf8)])
      return true
    }
    guard isBranched, ["{:else}", "{/if}"].contains(written) else { return false }
    put([written == "{:else}" ? Array("#### Otherwise".utf8) : []])
    return true
  }

  private static let titleSign = ByteSearch("#title ")

  /// A line without what gives mdBook's page a title, `{{#title My}}`, of which the text shows nothing; where code
  /// stands in the line it may show how that is written.
  private static func withoutTitle(_ line: ArraySlice<UInt8>) -> [UInt8] {
    guard !line.contains(UInt8(ascii: "`")) else { return Array(line) }
    var shown = ""
    var rest = String(decoding: line, as: UTF8.self)[...]
    while let open = rest.firstRange(of: "{{"),
      let close = rest[open.upperBound...].firstRange(of: "}}")
    {
      let inside = rest[open.upperBound..<close.lowerBound].drop { $0 == " " }
      shown += rest[..<open.lowerBound]
      if inside.hasPrefix("#title "), shown.last != "\\" {
        rest = rest[close.upperBound...]
        if shown.last ?? " " == " " { rest = rest.drop { $0 == " " } }
        if rest.isEmpty, shown.last == " " { shown.removeLast() }
      } else {
        shown += rest[open.lowerBound..<close.upperBound]
        rest = rest[close.upperBound...]
      }
    }
    return Array((shown + rest).utf8)
  }

  /// Hugging Face's marks for what their site puts in.
  private mutating func readMarks(_ text: ArraySlice<UInt8>) -> Bool {
    if text.elementsEqual("[[open-in-colab]]".utf8) {
      put([[]])
      return true
    }
    guard text.starts(with: "[[autodoc]] ".utf8) else { return false }
    let name = text.dropFirst("[[autodoc]] ".utf8.count).trimmedBytes
    put([Array("What the program says of `".utf8) + name + Array("`:".utf8)])
    while line < lineCount, trimmed(line).starts(with: "- ".utf8) { put([Array(trimmed(line))]) }
    return true
  }

  // MARK: Lines of a program

  /// `import … from '…'` and `export const …`, where a paragraph may begin.
  private mutating func readProgram() -> Bool {
    guard line == 0 || line == programEnd || trimmed(line - 1).isEmpty else { return false }
    let first = String(decoding: trimmed(line), as: UTF8.self)
    guard first.beginsProgram else { return false }
    var depth = 0
    for end in line..<min(lineCount, line + 200) {
      for byte in text(of: end) {
        switch byte {
        case UInt8(ascii: "{"), UInt8(ascii: "["), UInt8(ascii: "("): depth += 1
        case UInt8(ascii: "}"), UInt8(ascii: "]"), UInt8(ascii: ")"): depth -= 1
        default: break
        }
      }
      guard depth <= 0 else { continue }
      let last = trimmed(end).last { $0 != UInt8(ascii: ";") }
      let isName = last == UInt8(ascii: "'") || last == UInt8(ascii: "\"")
      guard isName || !first.hasPrefix("import") else { return false }
      put([], insteadOf: end + 1 - line)
      programEnd = line
      return true
    }
    return false
  }

  /// The line behind the last one of a program.
  private var programEnd = -1
}
