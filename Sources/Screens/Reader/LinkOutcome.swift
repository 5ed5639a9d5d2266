import Basics
import Notes
import Pages

/// What Enter on a link, a term, a widget or a question of a lesson does.
enum LinkOutcome {
  case effects([Effect])
  /// A heading of the same lesson, by its anchor; the line of a footnote.
  case heading(String), note(Int)
  /// What folds, by its line of the source.
  case fold(Int)
  case definition(GlossaryTerm)
  case question(LinkQuestion)

  init(_ target: Page.Target?, of window: PageWindow, lesson id: LessonID, in state: AppState) {
    let page = window.page
    switch target?.kind {
    case nil: self = .effects([.say(ReaderSentences.nothingSelected(page, state))])
    case .footnote(let number): self = page.footnoteLines[number].map { .note($0) } ?? .effects([])
    case .fold(let line): self = .fold(line)
    case .insert(let number):
      let inserts = window.lesson.inserts
      guard inserts.indices.contains(number) else {
        self = .effects([])
        return
      }
      let route = inserts[number].route
      self = .effects([
        route.map { .open($0) }
          ?? .say(
            inserts[number].told
              ?? "This is computed from the text above it; there is nothing to open")
      ])
    case .link(let link): self.init(link: link, page, id, state)
    }
  }

  private init(link: String, _ page: Page, _ id: LessonID, _ state: AppState) {
    if let term = GlossaryTerm(link, from: id, in: state.library) {
      self = .definition(term)
      return
    }
    switch state.library.resolve(link: link, from: id) {
    case .lesson(let other, let anchor):
      if other == id, let anchor {
        self = .heading(anchor)
      } else {
        self = .effects([.open(.lesson(other, Route.Arrival(anchor, link, other, state.library)))])
      }
    case .web(let address):
      self =
        state.isSecure
        ? .effects([.say("Links are not opened here (LESSSECURE): \(address.opened)")])
        : .question(LinkQuestion(address))
    case .beside(let note):
      self = .effects(
        [
          state.isSecure
            ? .say("Other files are not opened here (LESSSECURE)")
            : .follow(note, link: link, from: id)
        ])
    case .nowhere(let reason):
      // A file that is no note may lie there all the same.
      let other = state.isSecure ? nil : state.library.neighbour(ofLink: link, from: id)
      self = .effects([
        other.map { .follow($0, link: link, from: id) }
          ?? .say("This link leads nowhere: \(reason.text)")
      ])
    }
  }
}

extension Route.Arrival {
  /// Where a link arrives in a lesson: at a heading, at the line that it names, or at its top.
  init(_ anchor: String?, _ link: String, _ id: LessonID, _ library: Library) {
    self =
      anchor.map(Self.anchor) ?? library.line(ofLink: link, in: id).map(Self.source) ?? .top
  }
}

extension Page {
  /// Where a heading stands; the first line where there is none of that name.
  func line(ofHeading slug: String) -> Int {
    headings.first { $0.slug == slug.lowercased() }?.line ?? 0
  }
}
