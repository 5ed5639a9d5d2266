import Basics
import Notes
import Quiz
import Scheduling
import TextUI
import Widgets

/// What stands beside the list where there is room: what the lesson under the cursor is about, what
/// the week brings, and what slips.
struct ContentsPreview {
  let outlook: Outlook
  let state: AppState
  let width: Int

  private static let mostOpening = 4
  private static let mostFigure = 7

  private var library: Library { state.library }

  /// As many sections as fit into a height, the first ones first; nothing is cut in the middle.
  func lines(of row: ContentsRows.Row?, height: Int) -> [[Cell]] {
    var lines: [[Cell]] = []
    for section in sections(of: row) where !section.isEmpty {
      let gap = lines.isEmpty ? 0 : 1
      guard lines.count + gap + section.count <= height else { continue }
      lines += (gap > 0 ? [[]] : []) + section
    }
    return lines.map { $0.shortened(to: width) }
  }

  private func sections(of row: ContentsRows.Row?) -> [[[Cell]]] {
    var sections: [[[Cell]]] = []
    switch row {
    case .lesson(let id, _)?: sections = lesson(id)
    case .chapter?:
      if let id = row?.place, library[id] != nil { sections = chapter(id) }
    case .part(let document, let depth)?: sections = part(document, depth)
    case nil: break
    }
    return sections + [week, weak]
  }

  private func text(_ text: String) -> [[Cell]] { [Cell](text).wrapped(to: width) }
  private func title(_ text: String) -> [Cell] {
    [Cell](text, Style(.strong, .bold)).shortened(to: width)
  }
  private func row(_ label: String, _ text: String) -> [Cell] {
    ([Cell](label, .muted).fitted(to: 12) + [Cell](text)).shortened(to: width)
  }

  // MARK: A lesson

  private func lesson(_ id: LessonID) -> [[[Cell]]] {
    let blocks = library.markdown(of: id).blocks
    var facts: [[Cell]] = []
    for other in buildsOn(blocks, id).prefix(2) {
      facts.append(row(facts.isEmpty ? "Builds on" : "", named(other)))
    }
    if let next = library.lesson(after: id), next.chapterStart == id.chapterStart {
      facts.append(row("Leads to", named(next)))
    }
    let figures = WidgetFinder.find(in: blocks, title: library[id]?.title ?? "").widgets
    let figure = figures.first { !$0.blocks.isEmpty } ?? figures.first
    if let figure { facts.append(row("Widget", figure.type.title)) }
    facts.append(row("Questions", questions(id)))
    return [[title(state.shownName(of: id))], opening(blocks), facts, picture(figure, of: id)]
  }

  private func named(_ id: LessonID) -> String {
    state.shownName(of: id) + (state.hasRead(id) ? " ✓" : "")
  }

  /// The first words.
  private func opening(_ blocks: [Block]) -> [[Cell]] {
    let first = blocks.lazy.compactMap { block -> [Inline]? in
      if case .paragraph(let inlines) = block.kind { inlines } else { nil }
    }.first
    guard let first else { return [] }
    let lines = text(first.plainText)
    guard lines.count > Self.mostOpening else { return lines }
    return lines.prefix(Self.mostOpening - 1)
      + [(lines[Self.mostOpening - 1] + [Cell](" …")).shortened(to: width)]
  }

  /// The lessons that a paragraph "Builds on" links to.
  private func buildsOn(_ blocks: [Block], _ id: LessonID) -> [LessonID] {
    for block in blocks {
      guard case .paragraph(let inlines) = block.kind,
        inlines.plainText.lowercased().hasPrefix("builds on")
      else { continue }
      return inlines.compactMap { inline in
        guard case .link(let destination, _) = inline,
          case .lesson(let found, _) = library.resolve(link: destination, from: id)
        else { return nil }
        return found
      }
    }
    return []
  }

  private func questions(_ id: LessonID) -> String {
    guard outlook.isKnown else { return "counting …" }
    return Self.told(state.bank.questions(of: id).count, asked: outlook.asked(ofLesson: id))
  }

  private static func told(_ questions: Int, asked: Int) -> String {
    questions == 0
      ? "none" : "\(questions), " + (asked == 0 ? "none asked yet" : "\(asked) asked")
  }

  /// The figure, once its lesson was begun: what is still to be found out is not shown.
  private func picture(_ figure: Findings.Found?, of id: LessonID) -> [[Cell]] {
    guard let figure, state.hasRead(id) || state.wordsRead(id) > 0,
      let panel = try? figure.type.opened(figure.inputs, draft: nil)
    else { return [] }
    return panel.preview(width: width, height: Self.mostFigure, ascii: state.ascii)
  }

  // MARK: A chapter

  private func chapter(_ id: LessonID) -> [[[Cell]]] {
    let chapter = outlook.chapter(of: id)
    let title = library.chapter(of: id)?.title ?? ""
    var facts = [row("Lessons", "\(library.chapter(of: id)?.lessons.count ?? 0)")]
    if outlook.isKnown {
      facts.append(row("Questions", Self.told(chapter.questions, asked: chapter.asked)))
      if let part = chapter.remembered {
        facts.append(row("Remembered", "\(percent(part)) of those, today, by the log"))
      }
    }
    return [
      [self.title(title)], opening(library.markdown(of: id).blocks), facts,
    ]
  }

  // MARK: A part

  private func part(_ document: Int, _ depth: Int) -> [[[Cell]]] {
    [[title(library.documents[document].part[depth])]]
  }

  // MARK: What the week brings, what slips

  private var week: [[Cell]] {
    guard outlook.forecast.contains(where: { $0 > 0 }) else { return [] }
    let most = max(1, outlook.forecast.max() ?? 1)
    let days = outlook.forecast.enumerated().map { index, count -> [Cell] in
      let day = state.today.advanced(by: index)
      let label = index == 0 ? "today" : "\(Self.days[day.weekday]) \(day.date.day)"
      let bar = Meter.length(
        Double(count) / Double(most), width: max(4, width - 14), ascii: state.ascii)
      return [Cell](label, .muted).fitted(to: 8) + [Cell](bar, Meter.style)
        + [Cell](bar.isEmpty ? "0" : " \(count)")
    }
    return [title("Falls due in seven days")] + days
  }

  static let days = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]

  private var weak: [[Cell]] {
    guard !outlook.weak.isEmpty else { return [] }
    return [title("Weakest")]
      + outlook.weak.compactMap { weak in
        guard let question = state.bank[weak.question] else { return nil }
        let end = [Cell]("  \(weak.wrong) of \(weak.reviews) wrong")
        let name = "\(library.number(of: question.lesson))  "
        return [Cell](name + question.shownTitle(ascii: state.ascii)).fitted(to: width - end.count)
          + end
      }
  }
}
