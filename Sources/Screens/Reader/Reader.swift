import Basics
import Notes
import Pages
import Quiz
import TextUI

/// One lesson, wrapped to the screen, with its links, outline and search.
///
/// Longer than other files: what lies over the lesson works on its state, which only this file writes.
struct Reader: Screen {
  private(set) var id: LessonID
  private let lessonKey: String
  private var heading: String
  private(set) var window: PageWindow
  private(set) var overlay: ReaderOverlay?
  /// Whether the reader took the outline away that stands beside the text.
  private var hidesOutline = false
  private var plain = ReaderPlain()

  init(_ id: LessonID, _ arrival: Route.Arrival, in state: AppState) {
    self.id = id
    lessonKey = state.library.key(of: id)
    heading = state.library.name(of: id)
    window = PageWindow(
      LessonPage(id, in: state), topWord: state.places[lessonKey] ?? 0, arrival: arrival,
      ascii: state.ascii)
  }

  private var page: Page { window.page }

  // MARK: What the frame shows

  static var tables: [[Shortcut]] {
    [
      ReaderKeys.table.all, ReaderKeys.find.all, OutlinePanel.table.all,
      GlossaryTerm.table.all, LinkQuestion.table.all, MarkPurpose.table.all,
    ]
  }
  func title(in state: AppState) -> String { "Attend   \(heading)" }
  func status(in state: AppState) -> String {
    guard let search = window.search, let current = search.current else { return window.progress }
    return "match \(current + 1) of \(search.matches.count)   \(window.progress)"
  }

  func keys(in state: AppState) -> [Shortcut] {
    let lesson = ReaderKeys.table.shortcuts(given: facts(in: state))
    return overlay?.shortcuts(over: lesson, headings: page.headings.count) ?? lesson
  }
  private func facts(in state: AppState) -> Set<KeyFact> {
    window.facts.union(
      Set.those([
        .hasNext: state.library.lesson(after: id) != nil,
        .hasPrevious: state.library.lesson(before: id) != nil,
      ]))
  }
  var prompt: Prompt? { overlay?.prompt(matches: window.search?.matches.count ?? 0) }
  /// A mark's letter is no key either.
  var takesLetters: Bool { if case .mark = overlay { true } else { prompt != nil } }

  /// A moment after the last movement the place is saved.
  func tickInterval(in state: AppState) -> Duration? { window.isMoved ? .milliseconds(400) : nil }

  // MARK: Layout

  private var isOutlineBeside: Bool {
    OutlinePanel.fitsBeside(text: window.size) && !hidesOutline
  }

  private var outline: OutlinePanel? {
    var selected: Int?
    if case .outline(let heading) = overlay { selected = heading }
    guard isOutlineBeside || selected != nil else { return nil }
    return OutlinePanel(
      page.headings, selected: selected, top: window.top, isBeside: isOutlineBeside,
      in: window.size)
  }

  private mutating func layOut(_ size: Size) {
    let isBeside = OutlinePanel.fitsBeside(text: size) && !hidesOutline
    window.fit(size, aside: isBeside ? OutlinePanel.width + 3 : 0)
  }

  private mutating func stateChanged(_ state: AppState) {
    guard let found = state.library.lesson(withKey: lessonKey, before: id) else { return }
    id = found
    reload(state)
  }

  private mutating func reload(_ state: AppState) {
    heading = state.library.name(of: id)
    guard !window.lesson.isCurrent(id, in: state) else { return }
    let fresh = LessonPage(id, in: state)
    let isAnotherText = fresh.markdown != window.lesson.markdown
    guard isAnotherText || fresh.versions != window.lesson.versions else { return }
    if isAnotherText, case .definition = overlay { overlay = nil }
    window.replace(fresh)
    layOut(window.size)
  }

  // MARK: Events

  mutating func update(_ event: ScreenEvent, in state: AppState, now: Moment) -> [Effect]? {
    switch event {
    case .terminal(let event): return react(to: event, state, now)
    case .line(let line): return choose(line, state, now)
    case .stateChanged:
      stateChanged(state)
      return []
    }
  }

  private mutating func react(to event: Event, _ state: AppState, _ now: Moment) -> [Effect] {
    if case .key = event { plain.leaveSection() }
    if let effects = updateOverlay(event, state) { return effects }
    switch event {
    case .resized(let size):
      hidesOutline = false
      layOut(size)
      scrollQuestion(0)
      return []
    case .tick:
      window.placeWasStored()
      return leaving(state)
    case .mouse(.click, let point):
      if let heading = outline?.heading(at: point, in: window.size) { return go(to: heading) }
      guard let hit = window.target(at: point) else { return [] }
      window.select(hit)
      return open(state)
    case .mouse(.wheelDown, _): window.scroll(by: 3)
    case .mouse(.wheelUp, _): window.scroll(by: -3)
    case .key(let key):
      guard let action = ReaderKeys.table.action(for: key, given: window.facts) else { return [] }
      return act(action, state)
    default: return []
    }
    return markRead(state)
  }

  private mutating func act(_ action: ReaderKeys.Action, _ state: AppState) -> [Effect] {
    switch action {
    case .scroll(.pageDown) where window.isAtEnd:
      return markRead(state) + [.say(ReaderSentences.whatFollows(id, state))]
    case .scroll(let motion):
      guard motion == .top || motion == .bottom else {
        window.move(motion)
        break
      }
      return jump { $0.move(motion) } + markRead(state)
    case .nextTarget: window.selectNext(1)
    case .previousTarget: window.selectNext(-1)
    case .open: return open(state)
    case .search:
      overlay = .find(LineEntry(), origin: window.top)
      plain.listMatches()
    case .nextMatch: return goToMatch(1, state)
    case .previousMatch: return goToMatch(-1, state)
    case .outline:
      hidesOutline = false
      overlay = .outline(OutlinePanel.heading(above: window.top, of: page.headings))
      layOut(window.size)
    case .mark(let purpose):
      overlay = .mark(purpose)
      return (purpose == .go ? [.recallMarks] : []) + [.say(purpose.request)]
    case .clear:
      window.endSearch()
      window.select(nil)
      return []
    case .searchAll, .next, .previous, .bookmarks, .widgets, .quiz, .back, .forward, .leave:
      return action.effects(from: id, searching: window.search?.pattern ?? "", in: state) ?? []
    }
    return markRead(state)
  }

  /// A lesson counts as read once its last line has been on the screen.
  private func markRead(_ state: AppState) -> [Effect] {
    window.isAtEnd && window.isReady && !state.lessonsRead.contains(lessonKey)
      ? [.markRead(lesson: lessonKey)] : []
  }

  // MARK: Overlays

  /// What lies over the lesson takes an event; nil where it is for the lesson.
  private mutating func updateOverlay(_ event: Event, _ state: AppState) -> [Effect]? {
    switch overlay {
    case .find(var entry, let origin):
      guard let outcome = entry.update(event, by: ReaderKeys.find) else { return nil }
      overlay = .find(entry, origin: origin)
      return find(outcome, from: origin, state)
    case .definition(let term): return update(term, event, state)
    case .outline(let heading):
      guard case .key = event else { return nil }
      return OutlinePanel.table.action(for: event).map { updateOutline($0, at: heading) } ?? []
    case .link(let question): return answer(question, event)
    case .mark(let purpose): return mark(purpose, event, state)
    case nil: return nil
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

  private mutating func go(to heading: Int) -> [Effect] {
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
        if ReaderKeys.table.action(for: key, given: window.facts) == nil {
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

  private mutating func scrollQuestion(_ step: Int) {
    guard case .link(var question) = overlay else { return }
    question.scroll(step, in: window.size)
    overlay = .link(question)
  }

  // MARK: Marks

  private var place: ReadingPlace { ReadingPlace(lesson: lessonKey, word: window.topWord) }

  /// Goes elsewhere in the lesson, leaving the way back.
  private mutating func jump(_ move: (inout PageWindow) -> Void) -> [Effect] {
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

  private mutating func finish(_ outcome: (effects: [Effect], word: Int?)) -> [Effect] {
    overlay = nil
    if let word = outcome.word { window.scroll(toWord: word) }
    return outcome.effects
  }

  // MARK: Searching

  private mutating func find(
    _ outcome: LineEntry.Outcome, from origin: Int, _ state: AppState
  ) -> [Effect] {
    switch outcome {
    case .changed(let text): window.search(text, from: origin)
    case .finished:
      overlay = nil
      if let search = window.search, search.matches.isEmpty {
        return [.say(ReaderSentences.notFound(search.pattern, state))]
      }
      let before = ReadingPlace(lesson: lessonKey, word: window.word(atTop: origin))
      return place == before ? [] : [.jumped(from: before)]
    case .cancelled:
      overlay = nil
      window.endSearch()
      window.scroll(to: origin)
    case .nothing: break
    }
    return []
  }

  private mutating func goToMatch(_ step: Int, _ state: AppState) -> [Effect] {
    plain.listMatches()
    guard let search = window.search else { return [.say(ReaderSentences.noSearch(state))] }
    guard window.hasMatches else {
      return [.say(ReaderSentences.notFound(search.pattern, state))]
    }
    var wrapped = false
    let jumped = jump { wrapped = $0.goToMatch(step) }
    return jumped
      + (wrapped ? [.say("Search went on from the \(step > 0 ? "top" : "bottom")")] : [])
  }

  private mutating func open(_ state: AppState) -> [Effect] {
    switch LinkOutcome(window.selected, of: window, lesson: id, in: state) {
    case .effects(let effects): return effects
    case .heading(let line): return jump { $0.scroll(to: line) }
    case .note(let line): return jump { $0.reveal(line: line) }
    case .definition(let term): overlay = .definition(term)
    case .question(let question):
      overlay = .link(question)
      return [.say(question.sentence)]
    }
    return []
  }

  // MARK: Leaving

  var nearDocument: Int { id.document }

  func leaving(_ state: AppState) -> [Effect] {
    [.savePlace(lesson: lessonKey, word: window.topWord)]
  }

  // MARK: Showing

  func draw(on canvas: inout Canvas, in area: Rect, of state: AppState) {
    ReaderPicture(
      window: window, overlay: overlay, outline: outline, keymap: state.keymap,
      ascii: state.ascii
    ).draw(on: &canvas, in: area)
  }

  private var text: ReaderText {
    ReaderText(heading: heading, window: window, overlay: overlay)
  }

  func transcript(in state: AppState) -> [String] { text.lines(plain, status: status(in: state)) }
  func selection(in state: AppState) -> String? { window.target.flatMap(text.name) }
  func claims(_ line: String) -> Bool { plain.claims(line, overlay) }

  private mutating func choose(_ line: String, _ state: AppState, _ now: Moment) -> [Effect]? {
    if case .mark(let purpose) = overlay {
      return finish(purpose.outcome(of: line, at: place, in: state))
    }
    if let effects = plain.choose(line, &overlay, page, state) { return effects }
    if let number = Int(line), page.targets.indices.contains(number - 1) {
      window.select(number - 1)
      if case .footnote(let note) = page.targets[number - 1].kind { return [.say(text.note(note))] }
      return plain.tell(open(state), &overlay)
    }
    do {
      return [.open(.lesson(try LessonName.find(line, in: state.library), .top))]
    } catch { return [.say(error.message)] }
  }
}
