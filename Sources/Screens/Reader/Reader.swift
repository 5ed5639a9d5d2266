import Basics
import Notes
import Pages
import Quiz
import TextUI
import Widgets

/// One lesson, wrapped to the screen, with its links, outline and search, and the figure that it is
/// about beside it where there is room.
struct Reader: Screen {
  private(set) var id: LessonID
  let lessonKey: String
  private var heading: String
  var window: PageWindow
  var overlay: ReaderOverlay?
  /// The way back inside the lesson.
  private var trail = ReaderTrail()
  /// Whether the reader took the outline away that stands beside the text.
  var hidesOutline = false
  /// The figure beside the text, live, where there is room.
  var figure: OpenWidget?
  /// Whether all is printed line by line: nothing stands beside the text then.
  private let isLinear: Bool
  var plain = ReaderPlain()

  init(_ id: LessonID, _ arrival: Route.Arrival, in state: AppState) {
    self.id = id
    lessonKey = state.library.key(of: id)
    isLinear = state.isLinear
    heading = state.library.name(of: id)
    window = PageWindow(
      LessonPage(id, in: state), topWord: state.places[lessonKey] ?? 0, arrival: arrival,
      ascii: state.ascii, widest: state.textWidth)
  }

  var page: Page { window.page }

  // MARK: What the frame shows

  static var tables: [[Shortcut]] {
    [
      ReaderKeys.table.all, ReaderKeys.find.all, ReaderKeys.goTo.all, OutlinePanel.table.all,
      GlossaryTerm.table.all, LinkQuestion.table.all, MarkPurpose.table.all,
    ]
  }
  func title(in state: AppState) -> String {
    guard let chapter = state.library.chapter(of: id), chapter.lessons.count > 1 else {
      return Chrome.name + heading
    }
    let number = state.library.chapterNumber(document: id.document, chapter: id.chapter)
    return Chrome.name + "\(number) \(chapter.title)" + Chrome.parting + heading
  }
  func status(in state: AppState) -> String {
    let place = percent(window.part)
    // In ASCII the dot is the sign of a product.
    let apart = state.ascii ? ", " : " · "
    if let search = window.search, let current = search.current {
      return "match \(current + 1) of \(search.matches.count)\(apart)\(place)"
    }
    let lessons = state.library.chapter(of: id)?.lessons.count ?? 0
    return lessons < 2 ? place : "lesson \(id.lesson + 1) of \(lessons)\(apart)\(place)"
  }
  func progress(in state: AppState) -> Double? { window.part }

  func keys(in state: AppState) -> [Shortcut] {
    if overlay == .figure, let figure { return figure.shortcuts + wholeKey(besides: figure) }
    let lesson = ReaderKeys.table.shortcuts(given: facts(in: state))
    return overlay?.shortcuts(
      over: lesson, headings: page.headings.count, search: window.search) ?? lesson
  }
  /// The key that opens it on the whole screen, but while something is typed into it.
  private func wholeKey(besides figure: OpenWidget) -> [Shortcut] {
    guard figure.prompt == nil else { return [] }
    let row = ReaderKeys.table.shortcuts().filter {
      $0.keys == ReaderKeys.wholeScreen
    }
    return row.without(figure.shortcuts.flatMap(\.keys))
  }
  private func facts(in state: AppState) -> Set<KeyFact> {
    window.facts.union(
      Set.those([
        .hasNext: state.library.lesson(after: id) != nil,
        .hasPrevious: state.library.lesson(before: id) != nil,
        .hasNextLink: goesToFigure, .goesToFigure: goesToFigure,
        .goesBackToFigure: goesBackToFigure && !goesToFigure, .hasFigure: figure != nil,
      ]))
  }
  var prompt: Prompt? {
    overlay == .figure
      ? figure?.prompt : overlay?.prompt(window.search)
  }
  var takesText: Bool { overlay == .figure || prompt?.isYesOrNo == false }
  var longestPaste: Int { overlay == .figure ? Paste.limit : TextField.longestPaste }
  /// A mark's letter is not a key either.
  var takesLetters: Bool { if case .mark = overlay { true } else { prompt != nil } }

  /// A moment after the last movement the place is saved; what a figure still computes comes at once.
  func tickInterval(in state: AppState) -> Duration? {
    let wanted = figure?.tickInterval
    guard window.isMoved else { return wanted }
    return min(wanted ?? .milliseconds(400), .milliseconds(400))
  }

  /// Whether Tab goes over to the figure: no link in sight comes after the selected one.
  private var goesToFigure: Bool { figure != nil && !window.hasNextInSight }

  /// Whether Shift-Tab does: before the first link stands the figure.
  private var goesBackToFigure: Bool { figure != nil && window.selected == nil }

  // MARK: Layout

  func panes(_ size: Size) -> Panes { Panes(size, isSplit: !isLinear) }

  var outline: OutlinePanel? {
    var selected: Int?
    if case .outline(let heading) = overlay { selected = heading }
    let side = panes(window.size).side
    guard side != nil && !hidesOutline || selected != nil else { return nil }
    return OutlinePanel(
      page.headings, selected: selected, top: window.top, in: window.size, side: side,
      hasFigure: figure?.panel != nil)
  }

  mutating func layOut(_ size: Size) { window.fit(size, in: panes(size)) }

  /// The figure beside the text follows what is read, but not while keys go to it. `afresh` opens it
  /// again where it was changed elsewhere: on its own screen, or by another program.
  mutating func follow(_ state: AppState, afresh: Bool = false) {
    guard panes(window.size).side != nil, window.isReady, let route = window.figureRoute else {
      figure = nil
      if overlay == .figure { overlay = nil }
      return
    }
    if let figure, figure.route == route,
      !afresh || overlay == .figure || figure.isKept(in: state)
    {
      return
    }
    if overlay == .figure { overlay = nil }
    figure = OpenWidget(route, in: state)
  }

  private mutating func stateChanged(_ state: AppState) {
    guard let found = state.library.lesson(withKey: lessonKey, before: id) else { return }
    id = found
    reload(state)
    follow(state, afresh: true)
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
    case .terminal(let event):
      let wasAtFigure = overlay == .figure
      var effects = react(to: event, state, now)
      // Where the cursor stands in it is kept too, as when a widget's own screen is left.
      if wasAtFigure, overlay != .figure { effects += figure?.draft ?? [] }
      for case .jumped(let before) in effects where before.lesson == lessonKey {
        trail.left(before.word)
      }
      follow(state)
      return effects
    case .line(let line):
      let effects = choose(line, state, now)
      follow(state)
      return effects
    case .stateChanged:
      stateChanged(state)
      return []
    }
  }

  private mutating func react(to event: Event, _ state: AppState, _ now: Moment) -> [Effect] {
    if case .key = event { plain.leaveSection() }
    if let effects = updateOverlay(event, state, now) { return effects }
    switch event {
    case .resized(let size):
      hidesOutline = false
      layOut(size)
      scrollQuestion(0)
      return []
    case .tick:
      if figure?.tickInterval != nil { _ = figure?.update(event, in: state, now) }
      guard window.isMoved else { return [] }
      window.placeWasStored()
      return leaving(state)
    case .mouse(.click, let point):
      if let heading = outline?.heading(at: point) { return go(to: heading) }
      if figure != nil, panes(window.size).side?.contains(point) == true {
        overlay = .figure
        return []
      }
      guard let hit = window.target(at: point) else { return [] }
      window.select(hit)
      return open(state)
    case .mouse(.wheelDown, _): window.scroll(by: 3)
    case .mouse(.wheelUp, _): window.scroll(by: -3)
    case .key(let key):
      guard let action = ReaderKeys.table.action(for: key) else { return [] }
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
    case .percent: return [.say("Type a number before it: 50% is the middle")]
    case .line: overlay = .line(LineEntry())
    case .place: return [.say(ReaderSentences.place(id, line: sourceLine(state), state))]
    case .copy: return copy()
    case .edit: return edit(state)
    case .nextTarget where goesToFigure:
      window.select(nil)
      overlay = .figure
    case .previousTarget where goesBackToFigure: overlay = .figure
    case .nextTarget: window.selectNext(1)
    case .previousTarget: window.selectNext(-1)
    case .open: return open(state)
    case .whole: return openWhole()
    case .search:
      window.keepPeeked()
      let entry = SearchEntry(
        after: state.settings[.searches],
        patternKey: ReaderKeys.find.label(.pattern, in: state))
      overlay = .find(entry, origin: window.top)
      plain.listMatches()
    case .nextMatch: return goToMatch(1, state)
    case .previousMatch: return goToMatch(-1, state)
    case .outline:
      hidesOutline = false
      overlay = .outline(OutlinePanel.heading(above: window.top, of: page.headings))
      layOut(window.size)
    case .preview:
      // Of those that cannot be asked it tells why.
      let broken = LessonQuestions(id, in: state.library).broken.first
      guard let question = window.question ?? broken.map({ $0.id ?? "" }) else {
        return [.say("There is no question in this lesson")]
      }
      return [.open(.preview(id, question: question))]
    case .mark(let purpose):
      overlay = .mark(purpose)
      return (purpose == .go ? [.recallMarks] : []) + [.say(purpose.request)]
    case .clear:
      window.endSearch()
      window.select(nil)
      return []
    case .next where isLinear:
      // Whoever goes on has heard it to its end.
      return markRead(state)
        + (action.effects(from: id, searching: "", in: state) ?? [])
    case .back where !isLinear:
      guard let word = trail.back(from: window.topWord) else { return [.back] }
      window.scroll(toWord: word)
    case .forward where !isLinear:
      guard let word = trail.forward(from: window.topWord) else { return [.forward] }
      window.scroll(toWord: word)
    case .searchAll, .next, .previous, .bookmarks, .widgets, .quiz, .back, .forward, .leave:
      return action.effects(from: id, searching: window.search?.pattern ?? "", in: state) ?? []
    }
    return markRead(state)
  }

  /// A lesson counts as read once its last line has been on the screen.
  func markRead(_ state: AppState) -> [Effect] {
    window.isAtEnd && window.isReady && !state.lessonsRead.contains(lessonKey)
      ? [.markRead(lesson: lessonKey)] : []
  }

  private mutating func open(_ state: AppState) -> [Effect] {
    switch LinkOutcome(window.selected, of: window, lesson: id, in: state) {
    case .effects(let effects): return effects
    case .heading(let slug): return jump { $0.scroll(toHeading: slug) }
    case .fold(let line): window.turn(line)
    case .note(let line): return jump { $0.reveal(line: line) }
    case .definition(let term): overlay = .definition(term)
    case .question(let question):
      overlay = .link(question)
      return [.say(question.sentence)]
    }
    return []
  }

  /// Opens the figure that is read about on a screen of its own, where all its steps have room.
  func openWhole() -> [Effect] {
    guard let route = window.figureRoute else { return [.say("There is no widget in this lesson")] }
    return [.open(.widget(route))]
  }

  // MARK: Leaving

  var nearDocument: Int { id.document }

  func leaving(_ state: AppState) -> [Effect] {
    [.savePlace(lesson: lessonKey, word: window.topWord)] + (figure?.draft ?? [])
  }

  // MARK: Showing

  func draw(on canvas: inout Canvas, in area: Rect, of state: AppState) {
    ReaderPicture(
      window: window, overlay: overlay, outline: outline, panes: panes(window.size),
      figure: figure, keymap: state.keymap, ascii: state.ascii
    ).draw(on: &canvas, in: area)
  }

  private var text: ReaderText {
    ReaderText(heading: heading, window: window, overlay: overlay)
  }

  func transcript(in state: AppState) -> [String] { text.lines(plain, status: status(in: state)) }
  func selection(in state: AppState) -> String? { window.target.flatMap(text.name) }
  func claims(_ line: String) -> Bool { plain.claims(line, overlay) }
  /// All of the lesson is printed: on is the next one.
  var emptyLine: EmptyLine { .says("next") }

  private mutating func choose(_ line: String, _ state: AppState, _ now: Moment) -> [Effect]? {
    if case .mark(let purpose) = overlay {
      return finish(purpose.outcome(of: line, at: place, in: state))
    }
    if let effects = plain.choose(line, &overlay, page, state) { return effects }
    if let place = Int(ordinal: line), page.targets.indices.contains(place) {
      window.select(place)
      switch page.targets[place].kind {
      case .footnote(let note): return [.say(text.note(note))]
      case .fold(let fold) where isLinear:
        plain.tell(folded: window.lesson.folded(fold))
        return []
      case .link, .insert, .fold: break
      }
      return plain.tell(open(state), &overlay)
    }
    do {
      return [.open(.lesson(try LessonName.find(line, in: state.library), .top))]
    } catch { return [.say(error.message)] }
  }
}
