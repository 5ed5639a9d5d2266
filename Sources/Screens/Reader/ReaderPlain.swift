import Basics
import Notes
import Pages
import Quiz
import TextUI

/// What the plain mode remembers of a lesson: which part of it is printed, and what was told.
struct ReaderPlain: Sendable {
  /// What of the lesson is printed.
  enum Part: Equatable { case all, section(Int), matches, folded([String]) }

  private(set) var part = Part.all
  /// The definition told last: `see` and `glossary` are about it.
  private var told: GlossaryTerm?

  mutating func listMatches() { part = .matches }
  mutating func leaveSection() {
    switch part {
    case .section, .folded: part = .all
    case .all, .matches: break
    }
  }
  /// What a fold holds is told alone.
  mutating func tell(folded lines: [String]) { part = .folded(lines) }

  func claims(_ line: String, _ overlay: ReaderOverlay?) -> Bool {
    term(overlay) != nil && Self.named(line) != nil
  }

  /// What a line says of a definition: where it stands, or the number of another term.
  private static func named(_ line: String) -> GlossaryTerm.Action? {
    let words = line.split(separator: " ")
    switch words.first.flatMap({ GlossaryTerm.table.action(named: $0) }) {
    case .glossary where words.count == 1: return .glossary
    case .see where words.count == 2: return Int(ordinal: words[1]).map { .see($0 + 1) }
    default: return nil
    }
  }

  private func term(_ overlay: ReaderOverlay?) -> GlossaryTerm? {
    if case .definition(let term) = overlay { term } else { told }
  }

  /// What a line means for the outline, or for the definition that was told last; nil where it means
  /// something else.
  mutating func choose(
    _ line: String, _ overlay: inout ReaderOverlay?, _ page: Page, _ state: AppState
  ) -> [Effect]? {
    if case .outline = overlay {
      guard let place = Int(ordinal: line), page.headings.indices.contains(place) else {
        return [.say("Type the number of a heading, or esc")]
      }
      overlay = nil
      part = .section(place)
      return []
    }
    guard let term = term(overlay) else { return nil }
    if case .definition = overlay { overlay = nil }
    switch Self.named(line) {
    case .glossary: return [.open(term.route)]
    case .see(let number):
      let other = term.other(number, in: state.library) ?? term
      told = other
      return [.say(other.line)]
    case .close, nil: return nil
    }
  }

  /// A definition that was opened is told at once.
  mutating func tell(_ effects: [Effect], _ overlay: inout ReaderOverlay?) -> [Effect] {
    guard case .definition(let term) = overlay else { return effects }
    overlay = nil
    told = term
    return [.say(term.line)]
  }
}

/// The lesson line by line.
struct ReaderText {
  let heading: String
  let window: PageWindow
  let overlay: ReaderOverlay?

  private var page: Page { window.page }

  func lines(_ plain: ReaderPlain, status: String) -> [String] {
    switch overlay {
    case .outline: return outline
    case .definition(let term): return ["", term.line]
    case .find, .line, .link, .mark, .figure, nil: break
    }
    switch plain.part {
    case .matches:
      if let search = window.search, !search.matches.isEmpty { return found(search, status) }
    case .section(let section) where page.headings.indices.contains(section):
      let start = page.headings[section].line
      let end = page.headings.indices.contains(section + 1) ? page.headings[section + 1].line : nil
      return [""] + page.text[start..<max(start, end ?? page.text.count)]
        + ["", "Type esc for the whole lesson."]
    case .folded(let lines): return [""] + lines + ["", "Type esc for the whole lesson."]
    case .section, .all: break
    }
    var lines = ["", heading, ""] + spoken
    let links = page.targets.indices.compactMap { index in
      name(of: index).map { "  \(index + 1)  \($0)" }
    }
    if !links.isEmpty { lines += ["", "To open (type a number):"] + links }
    return lines
  }

  /// The text, without its title a second time, and with the number of what opens where it stands.
  private var spoken: ArraySlice<String> {
    var text = page.text[...]
    for (index, target) in page.targets.enumerated() {
      switch target.kind {
      case .insert, .fold: break
      case .link, .footnote: continue
      }
      for line in Set(target.spans.map(\.line)) where text.indices.contains(line) {
        text[line] = text[line].replacing(
          "its number opens it", with: "type \(index + 1) to open it")
      }
    }
    if let first = text.first, !first.isEmpty, heading.hasSuffix(" " + first) {
      text = text.dropFirst().drop { $0.isEmpty }
    }
    return text
  }

  private var outline: [String] {
    let headings = page.headings.enumerated().map { index, heading in
      "  \(index + 1)  " + String(repeating: "  ", count: max(0, heading.level - 1)) + heading.title
    }
    return ["", "In this lesson, \(heading) (type the number of a heading, or esc):"] + headings
  }

  /// The lines that hold what is searched, the one that the reader stands on marked.
  private func found(_ search: PageSearch, _ status: String) -> [String] {
    var lines = [
      "", "\(status) with \"\(search.pattern)\" (again goes on, esc ends the search)",
    ]
    var last: Int?
    let searched = window.searched
    for line in search.matches.compactMap({ $0.first?.line }) where line != last {
      lines.append((line == search.currentLine ? "> " : "  ") + searched.lines[line].cells.text)
      last = line
    }
    return lines
  }

  /// What a target is called in the list of what can be opened.
  func name(of index: Int) -> String? {
    guard page.targets.indices.contains(index) else { return nil }
    let target = page.targets[index]
    // An insert takes its whole width, also where its lines are shorter.
    let text = target.spans.map { span in
      let cells = page.lines[span.line].cells
      return Array(cells[span.columns.clamped(to: cells.indices)]).text
    }
    switch target.kind {
    case .link(let destination):
      let words = text.joined(separator: " ")
      // Names that roles and wikis have for places are no addresses.
      let isName = ["ref:", "doc:", "[["].contains(where: destination.hasPrefix)
      return isName ? words : "\(words): \(destination)"
    case .fold:
      let words = text.map(\.trimmed).joined(separator: " ")
      return words.replacing(" folded, its number opens it", with: "")
    case .footnote(let number): return "footnote \(number)"
    case .insert(let number):
      let inserts = window.lesson.inserts
      guard inserts.indices.contains(number), let route = inserts[number].route else { return nil }
      if case .quiz = route {
        let first = text.first ?? ""
        return "a question: \(first.hasPrefix("▌ ") ? first.dropFirst(2) : first[...])"
      }
      return route.widgetTitle
    }
  }

  /// A footnote's lines, up to the next one.
  func note(_ number: Int) -> String {
    guard let start = page.footnoteLines[number] else { return "There is no such footnote" }
    let later = page.footnoteLines.values.filter { $0 > start }.min() ?? page.lines.count
    return page.text[start..<max(start, later)].map(\.trimmed).joined(separator: " ").trimmed
  }
}
