import Basics
import Notes
import Quiz
import TextUI

/// The program as a value: the state, the screens on the way here, and what passes between them.
///
/// `update` is its only entry point: an event goes in, effects come out, and what comes of them goes in
/// again as an event.
package struct App: Sendable {
  /// How many screens are kept on the way back; after that the oldest is dropped.
  private static let deepest = 64
  /// Documents read at once while nothing else happens.
  private static let slice = 64

  /// What the screens see.
  package private(set) var state: AppState
  /// The way here; the last one shows.
  package private(set) var stack: [any Screen] = []
  private var ahead: [any Screen] = []
  /// How many at the beginning of the way have not been laid out for this size.
  private var unseen = 0
  /// The same of those that one went back from.
  private var unseenAhead = 0
  private var size: Size
  /// The number that was typed before a key.
  var count: Int?
  /// Whether `Z` was typed: after a second one, or `Q`, the program ends, as `less` and vim do.
  private var isLeaving = false
  /// Whether the last event brought what the screen waited for: it shows at once, whatever is still read.
  package private(set) var hasArrived = false
  /// A line for the reader, above the footer.
  package internal(set) var message: String?
  /// When to look again at changed notes that were not due yet.
  private var nextLook: Duration?
  /// Whether the log was asked for.
  private var isRecalling = false
  private var lastEventTime = Moment(utc: 0)

  /// The program at its start: Contents, and a lesson over it where one was asked for.
  package init(state: AppState, size: Size, opening routes: [Route], warning: String? = nil) {
    self.state = state
    self.size = size
    self.state.trouble = warning
    message = warning
    // What lies beneath is laid out when it shows: the first frame does not wait for it.
    stack = routes.dropLast().map { $0.screen(in: self.state) }
    unseen = stack.count
    if let last = routes.last { push(last) }
  }

  /// The screen that shows, changed in place: a copy for each event would copy all that it holds.
  var screen: any Screen {
    _read { yield stack[stack.count - 1] }
    _modify { yield &stack[stack.count - 1] }
  }

  /// When the next tick is wanted: at once while notes are still unread.
  package var tickInterval: Duration? {
    if !state.knowsQuestions, state.progress != nil || !isRecalling { return .zero }
    let wanted = screen.tickInterval(in: state)
    guard let nextLook else { return wanted }
    return wanted.map { min($0, nextLook) } ?? nextLook
  }

  /// Whether the screen can go on as soon as some questions are known, of notes that are being read.
  package var awaitsQuestions: Bool { screen.awaitsQuestions }

  // MARK: Events

  /// Takes an event; what it returns is for the outside to carry out. Nil where the screen does not
  /// know a line.
  package mutating func update(_ event: AppEvent, now: Moment) -> [Effect]? {
    lastEventTime = now
    switch event {
    case .terminal(let event):
      state.look(at: now)
      hasArrived = false
      return update(event)
    case .line(let line):
      state.look(at: now)
      message = nil
      return screen.update(.line(line), in: state, now: now).map { carry($0) }
    case .result(.neighbour(let note, let link, let id)): return follow(link, from: id, to: note)
    case .result(let result):
      take(result)
      return []
    }
  }

  private mutating func update(_ event: Event) -> [Effect] {
    switch event {
    case .resized(let size):
      self.size = size
      // Those behind it are laid out when they show: they may be many.
      unseen = stack.count - 1
      unseenAhead = ahead.count
      fit()
      return []
    case .ended: return carry([.quit])
    case .resumed: return [.redraw]
    case .changedOnDisk: return [.reload]
    case .ground(let colour):
      state.appearance.ground = Theme(ground: colour)
      return [.show(state.appearance.theme(state.settings))]
    case .tick:
      if screen.awaitsQuestions {
        let begun = carry(tick())
        // What was waited for shows before anything else is read.
        hasArrived = !screen.awaitsQuestions
        if hasArrived { return begun }
        let (wanted, recognised) = learnMore()
        return begun + recognised + carry(wanted) + (nextLook == nil ? [] : [.reload])
      }
      let (wanted, recognised) = learnMore()
      return recognised + carry(wanted + tick()) + (nextLook == nil ? [] : [.reload])
    case .mouse(let action, let point):
      let body = Chrome.body(of: size, for: screen)
      guard action != .click || body.contains(point) else { return [] }
      let inside = Point(column: point.column - body.column, row: point.row - body.row)
      return carry(pass(.mouse(action, inside)))
    case .key(let key): return press(key)
    case .pasted(let text): return carry(paste(text))
    }
  }

  /// A key is for the whole program, or goes to the screen as the default key that it stands for.
  private mutating func press(_ key: Key) -> [Effect] {
    let everywhere = Everywhere.table.shortcuts(given: facts)
    let shortcuts = state.keymap.isDefault ? [] : screen.keys(in: state)
    let standard = state.keymap.standard(key, among: everywhere)
    let isForScreen = state.keymap.gives(key, to: shortcuts)
    if let effects = leave(by: key, everywhere) { return effects }
    let times = count
    count = nil
    let action = standard.flatMap { Everywhere.table.action(for: $0, given: facts) }
    switch isForScreen ? nil : action {
    case .quit: return carry([.quit])
    case .suspend: return [.suspend]
    case .redraw: return [.redraw]
    case .help:
      message = nil
      return carry([.open(.help(title: title, keys: keys + state.keymap.applied(to: everywhere)))])
    case .goTo:
      message = nil
      return carry([.open(.finder)])
    case .theme: return changeTheme()
    case .mouse:
      state.takesMouse.toggle()
      message =
        state.takesMouse ? "The mouse is taken again" : "The mouse selects text; M takes it again"
      return [.takeMouse(state.takesMouse)]
    case .count:
      takeDigit(key, after: times)
      return []
    case nil: break
    }
    // What was said goes with the next key, Esc too: it leads out all the same.
    message = nil
    tellUnknown(key, everywhere)
    guard let key = state.keymap.standard(key, among: shortcuts) else { return [] }
    if let times, screen.takesCount { return repeated(key, times) }
    let wanted = pass(.key(key))
    // A key that a slow connection cut behind its Esc would end the program otherwise.
    if stack.count == 1, [.escape, .backspace].contains(key), wanted.contains(.back) {
      message = "\(Key.character("q").label) ends the program"
      return []
    }
    return carry(wanted)
  }

  /// What `ZZ` and `ZQ` do; nil for what is no part of them, and where the key types or has a use.
  private mutating func leave(by key: Key, _ everywhere: [Shortcut]) -> [Effect]? {
    let isSecond = isLeaving
    isLeaving = false
    let isZ = key == .character("Z")
    guard isZ || isSecond && key == .character("Q"), screen.prompt == nil, !screen.takesLetters
    else { return nil }
    let known = keys + state.keymap.applied(to: everywhere)
    guard !known.contains(where: { $0.keys.contains(key) }) else { return nil }
    if isSecond { return carry([.quit]) }
    isLeaving = true
    count = nil
    message = "ZZ or ZQ ends the program"
    return []
  }

  /// Says that a key does nothing here, where it is neither text nor in a table. What is wrong with the
  /// storage goes on being told.
  private mutating func tellUnknown(_ key: Key, _ everywhere: [Shortcut]) {
    guard screen.prompt == nil, !screen.takesLetters, state.trouble == nil else { return }
    let known = keys + state.keymap.applied(to: everywhere)
    guard !known.contains(where: { $0.keys.contains(key) }) else { return }
    message = UnknownKey.sentence(key, among: known, hasHelp: facts.contains(.offersHelp))
  }

  mutating func pass(_ event: Event) -> [Effect] {
    screen.update(.terminal(event), in: state, now: lastEventTime) ?? []
  }

  /// Tells the visible screen that the state changed; those behind it are told when they show.
  private mutating func tell() { _ = screen.update(.stateChanged, in: state, now: lastEventTime) }

  private mutating func changeTheme() -> [Effect] {
    guard state.appearance.hasColours else {
      return carry([.say("There are no colours here to change")])
    }
    let effects = carry([.set(state.appearance.next(after: state.settings))])
    let name = Setting.theme.kind.shown(state.settings[.theme])
    let key = Everywhere.table.label(.theme, in: state)
    message = "Theme: \(name); \(key) goes on to the next"
    return effects + [.show(state.appearance.theme(state.settings))]
  }

  /// A paste is cut to what the screen takes, and that is said where it is taken.
  private mutating func paste(_ text: String) -> [Effect] {
    let start = String(text.unicodeScalars.prefix(screen.longestPaste))
    if start.utf8.count < text.utf8.count, screen.takesText {
      let thousands = screen.longestPaste / 1000
      let most = thousands < 1000 ? "\(thousands),000" : "\(thousands / 1000) million"
      message = "Only the first \(most) characters of the paste are taken"
    }
    return pass(.pasted(start))
  }

  private mutating func tick() -> [Effect] {
    guard screen.tickInterval(in: state) != nil else { return [] }
    return pass(.tick)
  }

  /// Notes, the log and the questions, a part at a time while nothing else happens: what is wanted for
  /// that, and what is to be stored of questions that were recognised.
  private mutating func learnMore() -> (wanted: [Effect], recognised: [Effect]) {
    var effects: [Effect] = []
    if !state.library.isComplete {
      effects.append(.read(state.library.unread(near: screen.nearDocument, limit: Self.slice)))
      guard screen.awaitsQuestions else { return (effects, []) }
    }
    if state.knowsQuestions { return (effects, []) }
    if state.progress == nil {
      defer { isRecalling = true }
      return (effects + (isRecalling ? [] : [.recall]), [])
    }
    state.bank.fill(from: state.library)
    guard state.knowsQuestions else { return (effects, []) }
    let recognised = recognise()
    tell()
    return (effects, recognised)
  }

  /// Questions whose words or place have changed since they were last seen keep their answers.
  private mutating func recognise() -> [Effect] {
    guard state.hasAnswers, let known = state.known, let progress = state.progress else {
      return []
    }
    let recognition = known.recognition(of: state.bank, in: state.library, progress)
    let rows = recognition.rows(lastEventTime, under: progress.scheduler)
    if let words = recognition.words {
      state.recognised = recognition.told(of: rows)
      message = "\(words); \(QuestionDeeds.undoRecognised(in: state))"
    }
    return carry((rows.isEmpty ? [] : [.record(rows)]) + [.noteQuestions(recognition.known)])
  }

  /// What the questions are is noted with the first answer: whoever only reads leaves nothing behind.
  private mutating func noteQuestions() -> [Effect] {
    guard state.known?.own.isEmpty == true, state.knowsQuestions, let progress = state.progress
    else { return [] }
    let recognition = Recognition(state.bank, in: state.library, before: [], progress: progress)
    let effect = Effect.noteQuestions(recognition.known)
    return state.note(effect) ? [effect] : []
  }

  // MARK: Effects

  /// Does what concerns the way from screen to screen, notes in the state what will be stored, and
  /// returns what is left for the outside.
  mutating func carry(_ effects: [Effect]) -> [Effect] {
    var outside: [Effect] = []
    for effect in effects {
      switch effect {
      case .open(let route):
        outside += leave()
        (ahead, unseenAhead) = ([], 0)
        push(route)
        if screen.looksBack, state.progress != nil { outside.append(.recall) }
        if route == .bookmarks { outside.append(.recallMarks) }
      case .replace(let route):
        outside += leave()
        stack.removeLast()
        push(route)
        if screen.looksBack, state.progress != nil { outside.append(.recall) }
      case .back:
        outside += leave()
        if stack.count > 1 { ahead.append(stack.removeLast()) } else { outside.append(.quit) }
        show()
      case .forward:
        guard let next = ahead.popLast() else {
          message = "There is nothing to go forward to"
          continue
        }
        outside += leave()
        stack.append(next)
        if ahead.count < unseenAhead {
          fit()
          unseenAhead = ahead.count
        }
        tell()
      case .leave:
        outside += leave()
        let kind = screen.kind
        while stack.count > 1, screen.kind == kind { stack.removeLast() }
        (ahead, unseenAhead) = ([], 0)
        show()
      case .say(let text): message = text
      case .savePlace, .saveBookmark, .jumped, .markRead, .saveDraft, .record, .noteQuestions, .set:
        if state.note(effect) { outside.append(effect) }
        if case .record = effect { outside += noteQuestions() }
        switch effect {
        case .saveBookmark, .record, .set: tell()
        default: break
        }
      case .quit: outside += leave() + [.quit]
      case .suspend, .redraw, .show, .openLink, .follow, .copy, .takeMouse, .edit, .read, .reload,
        .write,
        .recall, .recallMarks:
        outside.append(effect)
      }
    }
    return outside
  }

  private mutating func leave() -> [Effect] { carry(screen.leaving(state)) }

  private mutating func push(_ route: Route) {
    if stack.count >= Self.deepest { stack.remove(at: 1) }
    stack.append(route.screen(in: state))
    fit()
  }

  /// Comes back to a screen.
  private mutating func show() {
    if stack.count <= unseen {
      fit()
      unseen = stack.count - 1
    }
    tell()
  }

  /// Gives the visible screen its size.
  private mutating func fit() {
    let body = Chrome.body(of: size, for: screen)
    _ = screen.update(.terminal(.resized(body.size)), in: state, now: lastEventTime)
  }

  // MARK: Results

  /// Takes in a note that a link leads to, and goes there.
  private mutating func follow(
    _ link: String, from id: LessonID, to note: Document?
  ) -> [Effect] {
    if let note, !state.library.documents.contains(where: { $0.path == note.path }) {
      state.library.insert(note, at: state.library.documents.count)
      state.bank = QuestionBank(after: state.bank)
      tell()
    }
    guard let note, let number = state.library.documents.firstIndex(where: { $0.path == note.path })
    else {
      let reason =
        if case .nowhere(let reason) = state.library.resolve(link: link, from: id) {
          reason.text
        } else {
          "there is no note of that name beside the one that is open"
        }
      message = "This link leads nowhere: \(reason)"
      return []
    }
    switch state.library.resolve(link: link, from: id, to: number) {
    case .lesson(let found, let anchor):
      return carry([
        .open(.lesson(found, Route.Arrival(anchor, link, found, state.library)))
      ])
    case .nowhere(let reason): message = "This link leads nowhere: \(reason.text)"
    case .web, .beside: break
    }
    return []
  }

  private mutating func take(_ result: EffectResult) {
    switch result {
    case .progress(let progress, let settings, let problem, let known):
      state.progress = progress
      state.known = known
      if lastEventTime.utc > 0 { state.progress?.look(at: lastEventTime.utc) }
      state.settings = settings
      if let problem { take(.trouble(problem)) }
      tell()
    case .news(let rows, let settings):
      // What was given here is known already.
      state.progress?.add(rows, areOwn: false)
      state.settings = settings
      state.reschedule()
      tell()
    case .documents(let contents):
      state.library.fill(contents)
      tell()
    case .library(let library):
      state.library = library
      state.bank = QuestionBank(after: state.bank)
      tell()
    case .reading(let places, let read):
      state.recall(places: places.map { ($0.key, $0.value) })
      state.recall(read: read)
    case .neighbour: break  // goes on to a lesson; see `update`
    case .keymap(let keymap): state.keymap = keymap
    case .lookAgain(let wait): nextLook = wait
    case .message(let text): message = text
    case .bookmarks(let marks):
      guard state.bookmarks != marks else { return }
      state.bookmarks = marks
      tell()
    case .trouble(let text):
      // What was claimed is taken back; otherwise it is told once, and stays in the footer.
      if let text, message != nil || state.trouble != text { message = text }
      if state.trouble != text {
        state.trouble = text
        tell()
      }
    }
  }
}
