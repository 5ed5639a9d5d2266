import Basics
import Notes
import Pages
import Quiz
import TextUI

/// What lies over a lesson, or beside it, and takes the keys first.
extension Reader {
  /// What lies over the lesson takes an event; nil where it is for the lesson.
  mutating func updateOverlay(_ event: Event, _ state: AppState, _ now: Moment) -> [Effect]? {
    switch overlay {
    case .find(var entry, let origin):
      guard let outcome = entry.update(event, by: ReaderKeys.find) else { return nil }
      overlay = .find(entry, origin: origin)
      return find(outcome, entry, from: origin, state)
    case .line(var entry):
      guard let outcome = entry.update(event, by: ReaderKeys.goTo) else { return nil }
      overlay = .line(entry)
      return goToLine(outcome, state)
    case .definition(let term): return update(term, event, state)
    case .outline(let heading):
      guard case .key = event else { return nil }
      return OutlinePanel.table.action(for: event).map { updateOutline($0, at: heading) } ?? []
    case .link(let question): return answer(question, event)
    case .mark(let purpose): return mark(purpose, event, state)
    case .figure: return updateFigure(event, state, now)
    case nil: return nil
    }
  }

  /// While keys go to the figure; what leads back leads to the text.
  private mutating func updateFigure(_ event: Event, _ state: AppState, _ now: Moment) -> [Effect]?
  {
    switch event {
    case .key
    where figure?.prompt == nil && ReaderKeys.table.action(for: event) == .whole:
      return openWhole()
    case .key, .pasted:
      let effects = figure?.update(event, in: state, now) ?? []
      if effects.contains(.back) { overlay = nil }
      return effects.filter { $0 != .back }
    case .mouse(.click, let point):
      if panes(window.size).side?.contains(point) == true { return [] }
      overlay = nil
      return nil
    default: return nil
    }
  }

  private mutating func updateOutline(
    _ action: OutlinePanel.Action, at heading: Int
  ) -> [Effect] {
    switch action {
    case .move(let motion):
      overlay = .outline(outline?.selected(after: motion) ?? heading)
    case .open: return go(to: heading)
    case .close: overlay = nil
    case .hide:
      overlay = nil
      hidesOutline = true
      layOut(window.size)
    }
    return []
  }

  mutating func go(to heading: Int) -> [Effect] {
    overlay = nil
    guard page.headings.indices.contains(heading) else { return [] }
    let line = page.headings[heading].line
    return jump { $0.scroll(to: line) }
  }

  /// While a definition is open: a key of the lesson closes it and does its work.
  private mutating func update(
    _ term: GlossaryTerm, _ event: Event, _ state: AppState
  ) -> [Effect]? {
    switch event {
    case .key(let key):
      overlay = nil
      switch GlossaryTerm.table.action(for: key) {
      case .close: return []
      case .glossary: return [.open(term.route)]
      case .see(let number):
        overlay = .definition(term.other(number, in: state.library) ?? term)
        return []
      case nil:
        if ReaderKeys.table.action(for: key) == nil {
          overlay = .definition(term)
        }
        return nil
      }
    case .mouse(let action, _):
      overlay = nil
      return action == .click ? [] : nil
    default: return nil
    }
  }

  private mutating func answer(_ question: LinkQuestion, _ event: Event) -> [Effect]? {
    switch LinkQuestion.action(for: event) {
    case .open:
      overlay = nil
      return [.openLink(question.address.opened)]
    case .close: overlay = nil
    case .scroll(let step): scrollQuestion(step)
    case nil:
      if case .resized = event { return nil }
    }
    return []
  }

  mutating func scrollQuestion(_ step: Int) {
    guard case .link(var question) = overlay else { return }
    question.scroll(step, in: window.size)
    overlay = .link(question)
  }

  // MARK: Marks

  var place: ReadingPlace { ReadingPlace(lesson: lessonKey, word: window.topWord) }

  /// Goes elsewhere in the lesson, leaving the way back.
  mutating func jump(_ move: (inout PageWindow) -> Void) -> [Effect] {
    let before = place
    move(&window)
    return place == before ? [] : [.jumped(from: before)]
  }

  /// The key after `m` or `'` is a letter, whatever else it does.
  private mutating func mark(_ purpose: MarkPurpose, _ event: Event, _ state: AppState) -> [Effect]?
  {
    guard case .key = event else { return nil }
    switch MarkPurpose.table.action(for: event, given: purpose.facts) {
    case .letter(let letter):
      return finish(purpose.outcome(of: String(letter), at: place, in: state))
    case .before: return finish(MarkPurpose.goBefore(from: place, in: state))
    case .cancel: overlay = nil
    case nil:
      overlay = nil
      // Another character was meant as one.
      if case .key(.character) = event {
        return finish(purpose.outcome(of: "", at: place, in: state))
      }
    }
    return []
  }

  mutating func finish(_ outcome: (effects: [Effect], word: Int?)) -> [Effect] {
    overlay = nil
    if let word = outcome.word { window.scroll(toWord: word) }
    return outcome.effects
  }

  // MARK: Searching

  private mutating func find(
    _ outcome: SearchEntry.Outcome, _ entry: SearchEntry, from origin: Int, _ state: AppState
  ) -> [Effect] {
    switch outcome {
    case .changed: window.search(entry.term, from: origin)
    case .finished where entry.field.text.isEmpty:
      overlay = nil
      // As in `less` and vim: the last one again, from here on.
      if window.search != nil { return goToMatch(1, state) }
      guard let last = entry.last else { return [] }
      window.search(last, from: origin)
      return found(from: origin, state)
    case .finished:
      overlay = nil
      let searches = SearchTerm.history(state.settings[.searches], adding: entry.term)
      return found(from: origin, state) + [.set(.searches, to: searches)]
    case .cancelled:
      overlay = nil
      window.cancelSearch(backTo: origin)
    case .nothing: break
    }
    return []
  }

  /// After a search from a line: the way back, or that there is no match.
  private func found(from origin: Int, _ state: AppState) -> [Effect] {
    if let search = window.search, search.matches.isEmpty {
      return [.say(ReaderSentences.notFound(search, state))]
    }
    let before = ReadingPlace(lesson: lessonKey, word: window.word(atTop: origin))
    return place == before ? [] : [.jumped(from: before)]
  }

  mutating func goToMatch(_ step: Int, _ state: AppState) -> [Effect] {
    plain.listMatches()
    guard let search = window.search else {
      // As in `less` and vim: on with what was searched last.
      guard let last = state.settings[.searches].last else {
        return [.say(ReaderSentences.noSearch(state))]
      }
      let origin = window.top
      window.search(last, from: origin)
      return found(from: origin, state)
    }
    guard window.hasMatches else {
      return [.say(ReaderSentences.notFound(search, state))]
    }
    var wrapped = false
    let jumped = jump { wrapped = $0.goToMatch(step) }
    return jumped
      + (wrapped ? [.say("Search went on from the \(step > 0 ? "top" : "bottom")")] : [])
  }
}
