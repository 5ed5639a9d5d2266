/// What the front matter of a note says that its readers are to see: a subtitle and an abstract, which stand below
/// its title, MyST's substitutions, `{{ name }}` in its text, and Quarto's `{{< meta name >}}`.
struct HeadMatter: Equatable, Sendable {
  private(set) var subtitle = ""
  private(set) var abstract: [String] = []
  /// Names with a backslash are those of commands in formulas.
  private(set) var substitutions: [String: String] = [:]
  /// What all of it says, where a shortcode of Quarto's asks for it: `a.b` of a map in a map.
  private var said: [String: String] = [:]

  /// A longer value is none of these.
  private static let longest = 4_000
  private static let keys = ["subtitle", "abstract", "substitutions", "math"]
  private static let signs = keys.compactMap { ByteSearch("\($0):") }

  /// - Parameter shared: substitutions that hold for all notes of a book; those of the note come before them.
  init(_ bytes: [UInt8], shared: [String: String] = [:]) {
    substitutions = shared
    let start = FrontMatter.start(of: bytes)
    guard bytes[start...].starts(with: "---".utf8), let end = FrontMatter.end(of: bytes) else {
      return
    }
    let isAsked = Self.meta?.first(in: bytes, from: end, to: bytes.count) != nil
    guard
      isAsked || Self.signs.contains(where: { $0.first(in: bytes, from: start, to: end) != nil }),
      let file = YAML(Array(bytes[start..<end]))
    else { return }
    if isAsked { said = Self.values(in: file, named: "", depth: 0) }
    subtitle = (Self.text(file["subtitle"]) ?? "").split(whereSeparator: \.isNewline)
      .joined(separator: " ")
    abstract = (Self.text(file["abstract"]) ?? "")
      .split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map(String.init)
    if abstract.allSatisfy(\.isEmpty) { abstract = [] }
    substitutions.merge(Self.commands(in: file["math"])) { $1 }
    let own = Self.substitutions(in: [file["substitutions"], file["myst"]?["substitutions"]])
    substitutions.merge(own) { $1 }
  }

  private static let meta = ByteSearch("{{< meta ")

  /// The texts in a map and in its maps, by their names with dots between.
  private static func values(in map: YAML, named name: String, depth: Int) -> [String: String] {
    if let text = text(map) { return name.isEmpty ? [:] : [name: text] }
    guard depth < 4, case .map(let pairs) = map else { return [:] }
    return pairs.reduce(into: [:]) { found, pair in
      let inner = name.isEmpty ? pair.key : "\(name).\(pair.key)"
      found.merge(values(in: pair.value, named: inner, depth: depth + 1)) { first, _ in first }
    }
  }

  /// The text of a value that is one, and not too long.
  private static func text(_ value: YAML?) -> String? {
    value?.text.flatMap { $0.utf8.count <= longest ? $0.trimmed : nil }
  }

  /// Commands of formulas, with their backslash, as MyST's `math:` and MathJax's settings have them: what each stands
  /// for, perhaps with how many arguments it takes behind it, or below `macro:`.
  static func commands(in map: YAML?) -> [String: String] {
    guard case .map(let pairs)? = map else { return [:] }
    return pairs.reduce(into: [:]) { found, pair in
      let name = pair.key.hasPrefix("\\") ? pair.key : "\\\(pair.key)"
      found[name] = text(pair.value) ?? text(pair.value.list.first) ?? text(pair.value["macro"])
    }
  }

  /// Those that hold in the note.
  var commands: [String: String] { substitutions.filter { $0.key.hasPrefix("\\") } }

  /// What names stand for in some maps; of two with a name the first holds.
  static func substitutions(in maps: [YAML?]) -> [String: String] {
    var found: [String: String] = [:]
    for map in maps {
      guard case .map(let pairs)? = map else { continue }
      for (key, value) in pairs where found[key] == nil {
        found[key] = text(value)?.split(whereSeparator: \.isNewline).joined(separator: " ")
      }
    }
    return found
  }

  /// The first lesson of a note with its subtitle and abstract below its title; nil for another one.
  static func text(of bytes: [UInt8], in library: Library, from id: LessonID) -> TracedText? {
    let head = library.documents[id.document].head
    guard id.chapter == 0, id.lesson == 0, !head.subtitle.isEmpty || !head.abstract.isEmpty else {
      return nil
    }
    let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    let first = lines.firstIndex { !$0.trimmedBytes.isEmpty } ?? 0
    let isTitled = lines.indices.contains(first) && lines[first].starts(with: "# ".utf8)
    var text = TracedText()
    func add(_ lines: [String]) { for line in lines { text.add(line.utf8, from: first + 1) } }
    for (index, line) in lines.enumerated() {
      if index == first, !isTitled { add(head.lines) }
      text.add(line, from: index + 1)
      if index == first, isTitled { add([""] + head.lines) }
    }
    return text
  }

  private var lines: [String] {
    (subtitle.isEmpty ? [] : ["*\(subtitle.filter { $0 != "*" })*", ""])
      + (abstract.isEmpty ? [] : ["> [!abstract]"] + abstract.map { "> \($0)" } + [""])
  }

  /// A text with what its substitutions stand for, line by line; code stays as it is, boxes are text.
  func substituted(in bytes: [UInt8]) -> [UInt8] {
    guard !substitutions.isEmpty || !said.isEmpty,
      [Self.braces, Self.role].contains(where: {
        $0?.first(in: bytes, from: 0, to: bytes.count) != nil
      })
    else { return bytes }
    var fence = FenceState()
    /// The fences of boxes that are open, which FenceState does not see.
    var boxes: [DirectiveFence] = []
    func isBox(_ line: ArraySlice<UInt8>) -> Bool {
      guard !fence.isOpen,
        let mark = DirectiveFence(line.drop { $0 == 0x20 || $0 == 0x09 || $0 == 0x3E })
      else { return false }
      if let open = boxes.last, mark.sign == open.sign, mark.count >= open.count, mark.info.isEmpty
      {
        boxes.removeLast()
        return true
      }
      guard let directive = mark.directive,
        AdmonitionOpening.callout(directive.name, directive.rest) != nil
          || AdmonitionOpening.divisionHead(directive.name, directive.rest) != nil
      else { return false }
      boxes.append(mark)
      return true
    }
    let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    return Array(
      lines.map { line -> [UInt8] in
        guard isBox(line) || !fence.isCode(line), line.contains(UInt8(ascii: "{")) else {
          return Array(line)
        }
        return Array(substituted(in: String(decoding: line, as: UTF8.self)).utf8)
      }.joined(separator: [0x0A]))
  }

  private static let roleSign = "{sub-ref}`"
  private static let braces = ByteSearch("{{")
  private static let role = ByteSearch(roleSign)

  private func substituted(in line: String) -> String {
    line.replacingOutsideCode { rest, _ in
      if rest.hasPrefix(Self.roleSign) {
        // The same as a role.
        let name = rest.dropFirst(Self.roleSign.count).prefix { $0 != "`" }
        guard let value = substitutions[String(name)], name.endIndex < rest.endIndex else {
          return nil
        }
        return (value, rest.index(after: name.endIndex))
      }
      guard rest.hasPrefix("{{"), let end = rest.prefix(200).firstRange(of: "}}") else {
        return nil
      }
      let inside = rest[..<end.lowerBound].dropFirst(2)
      let isMeta = inside.hasPrefix("< meta ") && inside.hasSuffix(">")
      let value =
        isMeta
        ? said[inside.dropFirst("< meta ".count).dropLast().trimmed] : substitutions[inside.trimmed]
      return value.map { ($0, end.upperBound) }
    }
  }
}
