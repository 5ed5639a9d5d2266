import Notes
import Quiz
import TextUI

/// The program as a value: the world, the screens on the way here, and what passes between them.
///
/// `update` is its one door: an event goes in, effects come out, and what comes of them goes in
/// again as an event.
package struct App: Sendable {
  /// How many screens are kept on the way back; after that the oldest is dropped.
  private static let deepest = 64
  /// Documents read at once while nothing else happens.
  private static let slice = 64

  /// What the screens see.
  package private(set) var world: World
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
  package init(world: World, size: Size, opening routes: [Route], warning: String? = nil) {
    self.world = world
    self.size = size
    self.world.trouble = warning
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
    if !world.knowsQuestions, world.progress != nil || !isRecalling { return .zero }
    let wanted = screen.tickInterval(in: world)
    guard let nextLook else { return wanted }
    return wanted.map { min($0, nextLook) } ?? nextLook
  }

  /// Whether the screen can go on as soon as some questions are known, of notes that are being read.
  package var awaitsQuestions: Bool { screen.awaitsQuestions }

  // MARK: Events

  /// Takes an event; what it returns is for the outside to carry out. Nil where the screen does not
  /// know a line.
  package mutating func update(_ event: AppEvent, now: Moment) -> [Effect]? {
    switch event {
    case .terminal(let event): return update(event, now: now)
    case .line(let line):
      world.look(at: now)
      message = nil
      return screen.choose(line, in: world, now: now).map { carry($0) }
    case .result(let result):
      take(result, now)
      return []
    }
  }

  private mutating func update(_ event: Event, now: Moment) -> [Effect] {
    world.look(at: now)
    switch event {
    case .resized(let size):
      self.size = size
      for index in stack.indices { stack[index].fit(size, world, now) }
      for index in ahead.indices { ahead[index].fit(size, world, now) }
      return []
    case .ended: return carry([.quit])
    case .resumed: return [.redraw]
    case .changedOnDisk: return [.reload]
    case .ground(let colour):
      world.appearance.ground = Theme(ground: colour)
      return [.show(world.appearance.theme(world.settings))]
    case .tick: return carry(learnMore() + tick(now)) + (nextLook == nil ? [] : [.reload])
    case .mouse(let action, let point):
      let body = Chrome.body(of: size)
      guard action != .click || body.contains(point) else { return [] }
      let inside = Point(column: point.column - body.column, row: point.row - body.row)
      return carry(screen.update(.mouse(action, inside), in: world, now: now))
    case .key(let key): return press(key, now)
    case .pasted(let text): return carry(paste(text, now))
    }
  }

  /// A key is for the whole program, or goes to the screen as the default key that it stands for.
  private mutating func press(_ key: Key, _ now: Moment) -> [Effect] {
    let everywhere = Everywhere.table.all
    let shortcuts = world.keymap.isDefault ? [] : screen.keys(in: world)
    let standard = world.keymap.standard(key, among: everywhere)
    let isForScreen = world.keymap.gives(key, to: shortcuts)
    switch isForScreen ? nil : standard.flatMap({ Everywhere.table.action(for: $0) }) {
    case .quit: return carry([.quit])
    case .suspend: return [.suspend]
    case .redraw: return [.redraw]
    case .help where screen.prompt == nil && !(screen is Help):
      message = nil
      return carry([.open(.help(title: title, keys: keys + world.keymap.applied(to: everywhere)))])
    case .theme where !screen.takesLetters: return changeTheme()
    case .help, .theme, nil: break
    }
    message = nil
    guard let key = world.keymap.standard(key, among: shortcuts) else { return [] }
    return carry(screen.update(.key(key), in: world, now: now))
  }

  private mutating func changeTheme() -> [Effect] {
    guard world.appearance.hasColours else {
      return carry([.say("There are no colours here to change")])
    }
    let effects = carry([.set(world.appearance.next(after: world.settings))])
    let name = Setting.theme.kind.shown(world.settings[.theme])
    let key = Everywhere.table.label(.theme, in: world.keymap)
    message = "Theme: \(name); \(key) goes on to the next"
    return effects + [.show(world.appearance.theme(world.settings))]
  }

  /// A paste is cut to what may be a line of text, and that is said where it is taken.
  private mutating func paste(_ text: String, _ now: Moment) -> [Effect] {
    let start = String(text.unicodeScalars.prefix(Paste.limit))
    if start.utf8.count < text.utf8.count, screen.takesText {
      message = "Only the first \(Paste.limit / 1000),000 characters of the paste are taken"
    }
    return screen.update(.pasted(start), in: world, now: now)
  }

  private mutating func tick(_ now: Moment) -> [Effect] {
    guard screen.tickInterval(in: world) != nil else { return [] }
    return screen.update(.tick, in: world, now: now)
  }

  /// Notes, the log and the questions, a part at a time while nothing else happens.
  private mutating func learnMore() -> [Effect] {
    var effects: [Effect] = []
    if !world.library.isComplete {
      effects.append(.read(world.library.unread(near: screen.nearDocument, limit: Self.slice)))
      guard screen.awaitsQuestions else { return effects }
    }
    if world.knowsQuestions { return effects }
    if world.progress == nil {
      defer { isRecalling = true }
      return effects + (isRecalling ? [] : [.recall])
    }
    world.bank.fill(from: world.library)
    if world.knowsQuestions { screen.worldChanged(world) }
    return effects
  }

  // MARK: Effects

  /// Does what concerns the way from screen to screen, notes in the world what will be stored, and
  /// returns what is left for the outside.
  private mutating func carry(_ effects: [Effect]) -> [Effect] {
    var outside: [Effect] = []
    for effect in effects {
      switch effect {
      case .open(let route):
        outside += leave()
        ahead = []
        push(route)
        if route.looksBack, world.progress != nil { outside.append(.recall) }
      case .replace(let route):
        outside += leave()
        stack.removeLast()
        push(route)
      case .back:
        outside += leave()
        if stack.count > 1 { ahead.append(stack.removeLast()) } else { outside.append(.quit) }
        screen.worldChanged(world)
      case .forward:
        guard let next = ahead.popLast() else {
          message = "There is nothing to go forward to"
          continue
        }
        outside += leave()
        stack.append(next)
        screen.worldChanged(world)
      case .leave:
        outside += leave()
        let kind = screen.kind
        while stack.count > 1, screen.kind == kind { stack.removeLast() }
        ahead = []
        screen.worldChanged(world)
      case .say(let text): message = text
      case .savePlace, .saveBookmark, .jumped, .markRead, .saveDraft, .record, .set:
        if world.note(effect) { outside.append(effect) }
        if case .saveBookmark = effect { screen.worldChanged(world) }
      case .quit: outside += leave() + [.quit]
      case .suspend, .redraw, .show, .openLink, .read, .reload, .write, .recall:
        outside.append(effect)
      }
    }
    return outside
  }

  private mutating func leave() -> [Effect] { carry(screen.leaving(world)) }

  private mutating func push(_ route: Route) {
    if stack.count >= Self.deepest { stack.remove(at: 1) }
    stack.append(route.screen(in: world))
    screen.fit(size, world, Moment(utc: 0))
  }

  // MARK: Results

  private mutating func take(_ result: EffectResult, _ now: Moment) {
    switch result {
    case .progress(let progress, let settings, let problem):
      world.progress = progress
      if now.utc > 0 { world.progress?.look(at: now.utc) }
      world.settings = settings
      if let problem { take(.trouble(problem), now) }
      screen.worldChanged(world)
    case .news(let rows, let settings):
      world.progress?.add(rows)
      world.settings = settings
      world.reschedule()
      screen.worldChanged(world)
    case .documents(let contents):
      world.library.fill(contents)
      for index in stack.indices { stack[index].worldChanged(world) }
    case .library(let library):
      world.library = library
      world.bank = QuestionBank(after: world.bank)
      for index in stack.indices { stack[index].worldChanged(world) }
      for index in ahead.indices { ahead[index].worldChanged(world) }
    case .keymap(let keymap): world.keymap = keymap
    case .lookAgain(let wait): nextLook = wait
    case .message(let text): message = text
    case .trouble(let text):
      if let text { message = text }
      if world.trouble != text {
        world.trouble = text
        screen.worldChanged(world)
      }
    }
  }

  // MARK: Drawing

  /// The whole screen: title line, body, footer.
  package func draw(on canvas: inout Canvas) {
    Chrome.draw(
      screen, of: world, message: message ?? (screen.prompt == nil ? world.trouble : nil),
      on: &canvas)
  }

  /// Everything on the screen as lines of text.
  package var transcript: [String] { screen.transcript(in: world) }
  /// What stands under the cursor, where the transcript does not tell it.
  package var selection: String? { screen.selection(in: world) }
  /// Whether a line typed in the plain mode is for the screen rather than a key's word.
  package func claims(_ line: String) -> Bool { screen.claims(line) }
  /// What an empty line of the plain mode does here.
  package var emptyLine: EmptyLine { screen.emptyLine }
  /// Whether nothing more comes on the screen that shows.
  package var isFinished: Bool { screen.isFinished }
  /// The keys of the screen that shows.
  package var keys: [Shortcut] { world.keymap.applied(to: screen.keys(in: world)) }
  /// The title of the screen that shows.
  package var title: String { screen.title(in: world) }
  /// The line that is being typed, if any.
  package var prompt: Prompt? { screen.prompt }
}

extension Screen {
  fileprivate mutating func fit(_ size: Size, _ world: World, _ now: Moment) {
    _ = update(.resized(Chrome.body(of: size).size), in: world, now: now)
  }

  /// Screens of one type are one step for `leave`.
  fileprivate var kind: ObjectIdentifier { ObjectIdentifier(Self.self) }
}
