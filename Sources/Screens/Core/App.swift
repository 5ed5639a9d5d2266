import Notes
import Quiz
import TextUI

/// The program as a value: the state, the screens on the way here, and what passes between them.
///
/// `update` is its one door: an event goes in, effects come out, and what comes of them goes in
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
  private var size: Size
  /// A line for the reader, in place of the footer.
  package private(set) var message: String?
  /// When changed notes are looked at that had to wait.
  private var nextLook: Duration?
  /// Whether the log was asked for.
  private var isRecalling = false

  /// The program at its start: Contents, and a lesson over it where one was asked for.
  package init(state: AppState, size: Size, opening routes: [Route], warning: String? = nil) {
    self.state = state
    self.size = size
    self.state.trouble = warning
    message = warning
    for route in routes { push(route) }
  }

  /// The screen that shows, changed in place: a copy for each event would copy all that it holds.
  private var screen: any Screen {
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

  /// Whether pictures follow each other by themselves until they come to rest.
  package var isPlaying: Bool { screen.isPlaying }
  /// Whether the screen can go on as soon as some questions are known, of notes that are being read.
  package var awaitsQuestions: Bool { screen.awaitsQuestions }

  // MARK: Events

  /// Takes an event; what it returns is for the outside to carry out. Nil where the screen does not
  /// know a line.
  package mutating func update(_ event: AppEvent, now: Moment) -> [Effect]? {
    switch event {
    case .terminal(let event): return update(event, now: now)
    case .line(let line):
      state.look(at: now)
      message = nil
      return screen.choose(line, in: state, now: now).map { carry($0) }
    case .result(let result):
      take(result, now)
      return []
    }
  }

  private mutating func update(_ event: Event, now: Moment) -> [Effect] {
    state.look(at: now)
    switch event {
    case .resized(let size):
      self.size = size
      for index in stack.indices { stack[index].fit(size, state, now) }
      for index in ahead.indices { ahead[index].fit(size, state, now) }
      return []
    case .ended: return carry([.quit])
    case .resumed: return [.redraw]
    case .changedOnDisk: return [.reload]
    case .ground(let colour):
      state.appearance.ground = Theme(ground: colour)
      return [.show(state.appearance.theme(state.settings))]
    case .tick: return carry(learnMore() + tick(now)) + (nextLook == nil ? [] : [.reload])
    case .mouse(let action, let point):
      let body = Chrome.body(of: size)
      guard action != .click || body.contains(point) else { return [] }
      let inside = Point(column: point.column - body.column, row: point.row - body.row)
      return carry(screen.update(.mouse(action, inside), in: state, now: now))
    case .key(let key): return press(key, now)
    case .pasted(let text): return carry(paste(text, now))
    }
  }

  /// A key is for the whole program, or goes to the screen as the default key that it stands for.
  private mutating func press(_ key: Key, _ now: Moment) -> [Effect] {
    let everywhere = Everywhere.table.all
    let shortcuts = state.keymap.isDefault ? [] : screen.keys(in: state)
    let standard = state.keymap.standard(key, among: everywhere)
    let isForScreen = state.keymap.gives(key, to: shortcuts)
    switch isForScreen ? nil : standard.flatMap({ Everywhere.table.action(for: $0) }) {
    case .quit: return carry([.quit])
    case .suspend: return [.suspend]
    case .redraw: return [.redraw]
    case .help where screen.prompt == nil && !(screen is Help):
      message = nil
      return carry([.open(.help(title: title, keys: keys + state.keymap.applied(to: everywhere)))])
    case .theme where !screen.takesLetters: return changeTheme()
    case .help, .theme, nil: break
    }
    message = nil
    guard let key = state.keymap.standard(key, among: shortcuts) else { return [] }
    return carry(screen.update(.key(key), in: state, now: now))
  }

  private mutating func changeTheme() -> [Effect] {
    guard state.appearance.hasColours else {
      return carry([.say("There are no colours here to change")])
    }
    let effects = carry([.set(state.appearance.next(after: state.settings))])
    let name = Setting.theme.kind.shown(state.settings[.theme])
    let key = Everywhere.table.label(.theme, in: state.keymap)
    message = "Theme: \(name); \(key) goes on to the next"
    return effects + [.show(state.appearance.theme(state.settings))]
  }

  /// A paste is cut to what may be a line of text, and that is said where it is taken.
  private mutating func paste(_ text: String, _ now: Moment) -> [Effect] {
    let start = String(text.unicodeScalars.prefix(Paste.limit))
    if start.utf8.count < text.utf8.count, screen.takesText {
      message = "Only the first \(Paste.limit / 1000),000 characters of the paste are taken"
    }
    return screen.update(.pasted(start), in: state, now: now)
  }

  private mutating func tick(_ now: Moment) -> [Effect] {
    guard screen.tickInterval(in: state) != nil else { return [] }
    return screen.update(.tick, in: state, now: now)
  }

  /// Notes, the log and the questions, a part at a time while nothing else happens.
  private mutating func learnMore() -> [Effect] {
    var effects: [Effect] = []
    if !state.library.isComplete {
      effects.append(.read(state.library.unread(near: screen.nearDocument, limit: Self.slice)))
      guard screen.awaitsQuestions else { return effects }
    }
    if state.knowsQuestions { return effects }
    if state.progress == nil {
      defer { isRecalling = true }
      return effects + (isRecalling ? [] : [.recall])
    }
    state.bank.fill(from: state.library)
    if state.knowsQuestions { screen.stateChanged(state) }
    return effects
  }

  // MARK: Effects

  /// Does what concerns the way from screen to screen, notes in the state what will be stored, and
  /// returns what is left for the outside.
  private mutating func carry(_ effects: [Effect]) -> [Effect] {
    var outside: [Effect] = []
    for effect in effects {
      switch effect {
      case .open(let route):
        outside += leave()
        ahead = []
        push(route)
        if route.looksBack, state.progress != nil { outside.append(.recall) }
      case .replace(let route):
        outside += leave()
        stack.removeLast()
        push(route)
      case .back:
        outside += leave()
        if stack.count > 1 { ahead.append(stack.removeLast()) } else { outside.append(.quit) }
        screen.stateChanged(state)
      case .forward:
        guard let next = ahead.popLast() else {
          message = "There is nothing to go forward to"
          continue
        }
        outside += leave()
        stack.append(next)
        screen.stateChanged(state)
      case .leave:
        outside += leave()
        let kind = screen.kind
        while stack.count > 1, screen.kind == kind { stack.removeLast() }
        ahead = []
        screen.stateChanged(state)
      case .say(let text): message = text
      case .savePlace, .saveBookmark, .jumped, .markRead, .saveDraft, .record, .set:
        if state.note(effect) { outside.append(effect) }
        if case .saveBookmark = effect { screen.stateChanged(state) }
      case .quit: outside += leave() + [.quit]
      case .suspend, .redraw, .show, .openLink, .read, .reload, .write, .recall:
        outside.append(effect)
      }
    }
    return outside
  }

  private mutating func leave() -> [Effect] { carry(screen.leaving(state)) }

  private mutating func push(_ route: Route) {
    if stack.count >= Self.deepest { stack.remove(at: 1) }
    stack.append(route.screen(in: state))
    screen.fit(size, state, Moment(utc: 0))
  }

  // MARK: Results

  private mutating func take(_ result: EffectResult, _ now: Moment) {
    switch result {
    case .progress(let progress, let settings, let problem):
      state.progress = progress
      if now.utc > 0 { state.progress?.look(at: now.utc) }
      state.settings = settings
      if let problem { take(.trouble(problem), now) }
      screen.stateChanged(state)
    case .news(let rows, let settings):
      state.progress?.add(rows)
      state.settings = settings
      state.reschedule()
      screen.stateChanged(state)
    case .documents(let contents):
      state.library.fill(contents)
      for index in stack.indices { stack[index].stateChanged(state) }
    case .library(let library):
      state.library = library
      state.bank = QuestionBank(after: state.bank)
      for index in stack.indices { stack[index].stateChanged(state) }
      for index in ahead.indices { ahead[index].stateChanged(state) }
    case .keymap(let keymap): state.keymap = keymap
    case .lookAgain(let wait): nextLook = wait
    case .message(let text): message = text
    case .trouble(let text):
      if let text { message = text }
      if state.trouble != text {
        state.trouble = text
        screen.stateChanged(state)
      }
    }
  }

  // MARK: Drawing

  /// The whole screen: title line, body, footer.
  package func draw(on canvas: inout Canvas) {
    Chrome.draw(
      screen, of: state, message: message ?? (screen.prompt == nil ? state.trouble : nil),
      on: &canvas)
  }

  /// Everything on the screen as lines of text.
  package var transcript: [String] { screen.transcript(in: state) }
  /// What stands under the cursor, where the transcript does not tell it.
  package var selection: String? { screen.selection(in: state) }
  /// Whether a line typed in the plain mode is for the screen rather than a key's word.
  package func claims(_ line: String) -> Bool { screen.claims(line) }
  /// What an empty line of the plain mode does here.
  package var emptyLine: EmptyLine { screen.emptyLine }
  /// Whether nothing more comes on the screen that shows.
  package var isFinished: Bool { screen.isFinished }
  /// The keys of the screen that shows.
  package var keys: [Shortcut] { state.keymap.applied(to: screen.keys(in: state)) }
  /// The title of the screen that shows.
  package var title: String { screen.title(in: state) }
  /// The line that is being typed, if any.
  package var prompt: Prompt? { screen.prompt }
}

extension Screen {
  fileprivate mutating func fit(_ size: Size, _ state: AppState, _ now: Moment) {
    _ = update(.resized(Chrome.body(of: size).size), in: state, now: now)
  }

  /// Screens of one type are one step for `leave`.
  fileprivate var kind: ObjectIdentifier { ObjectIdentifier(Self.self) }
}
