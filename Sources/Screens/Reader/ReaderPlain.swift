import Notes
import Pages
import Quiz
import TextUI

/// The lesson line by line.
extension Reader {
  func transcript(in world: World) -> [String] {
    if let outline, outline.isFocused {
      let headings = outline.headings.enumerated().map { index, heading in
        "  \(index + 1)  " + String(repeating: "  ", count: max(0, heading.level - 1))
          + heading.title
      }
      return ["", "Headings of \(heading) (type a number, or esc):"] + headings
    }
    if let term { return ["", term.line] }
    if let search, listsMatches, !search.matches.isEmpty { return found(search, world) }
    if let section, page.headings.indices.contains(section) {
      let start = page.headings[section].line
      let end = page.headings.indices.contains(section + 1) ? page.headings[section + 1].line : nil
      return [""] + page.text[start..<max(start, end ?? page.text.count)]
        + ["", "Type esc for the whole lesson."]
    }
    var lines = ["", heading, ""] + page.text
    let links = page.targets.indices.compactMap { index in
      name(of: index).map { "  \(index + 1)  \($0)" }
    }
    if !links.isEmpty { lines += ["", "To open (type a number):"] + links }
    return lines
  }

  /// The lines that hold what is searched, the one that the reader stands on marked.
  private func found(_ search: PageSearch, _ world: World) -> [String] {
    var lines = [
      "", "\(status(in: world)) with \"\(search.pattern)\" (again goes on, esc ends the search)",
    ]
    let here = currentMatch.flatMap { search.matches[$0].first?.line }
    var last: Int?
    for line in search.matches.compactMap({ $0.first?.line }) where line != last {
      lines.append((line == here ? "> " : "  ") + page.lines[line].cells.text)
      last = line
    }
    return lines
  }

  /// What a target is called in the list of what can be opened.
  private func name(of index: Int) -> String? {
    let target = page.targets[index]
    // An insert takes its whole width, also where its lines are shorter.
    let text = target.spans.map { span in
      let cells = page.lines[span.line].cells
      return Array(cells[span.columns.clamped(to: cells.indices)]).text
    }
    switch target.kind {
    case .link(let destination): return "\(text.joined(separator: " ")): \(destination)"
    case .footnote(let number): return "footnote \(number)"
    case .insert(let number):
      guard lesson.inserts.indices.contains(number), let route = lesson.inserts[number].route
      else { return nil }
      if case .quiz = route { return "a question: \(text.first?.dropFirst(2) ?? "")" }
      return route.widgetTitle
    }
  }

  func selection(in world: World) -> String? {
    target.flatMap { page.targets.indices.contains($0) ? name(of: $0) : nil }
  }

  func claims(_ line: String) -> Bool {
    term ?? lastTerm != nil && (line == "glossary" || line.hasPrefix("see "))
  }

  mutating func choose(_ line: String, in world: World, now: Moment) -> [Effect]? {
    let number = Int(line)
    if let shown = outline, shown.isFocused {
      guard let number, shown.headings.indices.contains(number - 1) else {
        return [.say("Type the number of a heading, or esc")]
      }
      outline = nil
      section = number - 1
      return []
    }
    if let shown = term ?? lastTerm {
      term = nil
      if line == "glossary" { return [.open(shown.route)] }
      if line.hasPrefix("see "), let number = Int(line.dropFirst(4)) {
        lastTerm = shown.other(number, in: world.library) ?? shown
        return [.say(lastTerm?.line ?? "")]
      }
    }
    if let number, page.targets.indices.contains(number - 1) {
      target = number - 1
      if case .footnote(let note) = page.targets[number - 1].kind {
        return [.say(text(ofNote: note))]
      }
      let effects = openTarget(world)
      guard let term else { return effects }
      lastTerm = term
      self.term = nil
      return [.say(term.line)]
    }
    do {
      return [.open(.lesson(try LessonName.find(line, in: world.library), .top))]
    } catch { return [.say(error.message)] }
  }

  /// A footnote's lines, up to the next one.
  private func text(ofNote number: Int) -> String {
    guard let start = page.footnoteLines[number] else { return "There is no such footnote" }
    let later = page.footnoteLines.values.filter { $0 > start }.min() ?? page.lines.count
    return page.text[start..<max(start, later)].map(\.trimmed).joined(separator: " ").trimmed
  }
}
