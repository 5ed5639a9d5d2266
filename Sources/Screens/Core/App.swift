import Notes
import Quiz
import Scheduling
import TextUI

/// The program as a value: the world, the screens on the way here, and what passes between them.
package struct App: Sendable {
  /// Screens that lie over one another at most: whoever goes round in circles loses the oldest.
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
  /// What stays in the footer while it holds: that nothing can be saved, for one.
  private var warning: String?
  /// Whether the log was asked for.
  private var isRecalling = false

  /// The program at its start: Contents, and a lesson over it where one was asked for.
  package init(world: World, size: Size, opening routes: [Route], warning: String? = nil) {
    self.world = world
    self.size = size
    self.warning = warning
    self.world.trouble = warning
    message = warning
    for route in routes { push(route) }
  }

  private var screen: any Screen {
    get { stack[stack.count - 1] }
    set { stack[stack.count - 1] = newValue }
  }

  /// When the next tick is wanted: at once while notes are still unread.
  package var tickInterval: Duration? {
    if !world.knowsQuestions, world.progress != nil || !isRecalling { return .zero }
    return screen.tickInterval
  }

  // MARK: Events

  /// Takes an event; what it returns is for the outside to carry out.
  package mutating func update(_ event: Event, now: Moment) -> [Effect] {
    var effects: [Effect] = []
    if now.utc > 0 { world.today = now.day }
    switch event {
    case .resized(let size):
      self.size = size
      for index in stack.indices { stack[index].fit(size, world, now) }
      for index in ahead.indices { ahead[index].fit(size, world, now) }
      return []
    case .ended: return leaving() + [.quit]
    case .resumed: return [.redraw]
    case .changedOnDisk: return [.reload]
    case .key(.control("c")): return leaving() + [.quit]
    case .key(.control("z")): return [.suspend]
    case .key(.control("l")): return [.redraw]
    case .key(.character("?")) where screen.prompt == nil:
      effects = [.open(.help(title: screen.title, keys: screen.keys))]
    case .tick:
      if !world.library.isComplete {
        let near = (screen as? any NearNotes)?.nearDocument ?? 0
        effects.append(.read(world.library.unread(near: near, limit: Self.slice)))
      } else if !world.knowsQuestions {
        effects += learnMore()
      }
      if screen.tickInterval != nil { effects += screen.update(event, in: world, now: now) }
    default:
      if case .key = event { message = nil }
      effects += screen.update(event, in: world, now: now)
    }
    return carry(effects)
  }

  /// What the plain mode does with a line that is no command of the screen.
  package mutating func choose(_ line: String, now: Moment) -> [Effect]? {
    screen.choose(line, in: world, now: now).map { carry($0) }
  }

  /// Whether a line typed in the plain mode is for the screen rather than a key's word.
  package func claims(_ line: String) -> Bool { screen.claims(line) }

  /// Does what concerns the way from screen to screen, and returns the rest.
  private mutating func carry(_ effects: [Effect]) -> [Effect] {
    var outside: [Effect] = []
    for effect in effects {
      switch effect {
      case .open(let route):
        outside += remember(screen.leaving(world))
        ahead = []
        push(route)
        if route.looksBack, world.progress != nil { outside.append(.recall) }
      case .replace(let route):
        outside += remember(screen.leaving(world))
        stack.removeLast()
        push(route)
      case .back:
        outside += remember(screen.leaving(world))
        if stack.count > 1 { ahead.append(stack.removeLast()) } else { outside.append(.quit) }
        screen.worldChanged(world)
      case .forward:
        if let next = ahead.popLast() {
          outside += remember(screen.leaving(world))
          stack.append(next)
          screen.worldChanged(world)
        } else {
          message = "There is nothing to go forward to"
        }
      case .leave:
        outside += remember(screen.leaving(world))
        let kind = screen.kind
        while stack.count > 1, screen.kind == kind { stack.removeLast() }
        ahead = []
        screen.worldChanged(world)
      case .say(let text): message = text
      case .savePlace, .markRead, .saveDraft, .record, .set: outside += remember([effect])
      case .quit: outside += leaving() + [.quit]
      case .suspend, .redraw, .openLink, .read, .reload, .write, .recall: outside.append(effect)
      }
    }
    return outside
  }

  private mutating func leaving() -> [Effect] { remember(screen.leaving(world)) }

  /// The world knows at once what is also stored.
  private mutating func remember(_ effects: [Effect]) -> [Effect] {
    effects.filter { effect in
      switch effect {
      case .savePlace(let lesson, let word):
        let isNews = world.places[lesson] != word || world.lastLesson != lesson
        world.places[lesson] = word
        world.lastLesson = lesson
        return isNews
      case .saveDraft(let widget, let text):
        let isNews = world.drafts[widget] != text
        world.drafts[widget] = text
        return isNews
      case .markRead(let lesson): return world.lessonsRead.insert(lesson).inserted
      case .record(let rows):
        world.progress?.add(rows)
        return !rows.isEmpty
      case .set(let name, let value):
        world.settings[name] = value
        if name == Setting.retention {
          world.progress = world.progress?.rescheduled(by: Setting.scheduler(world.settings))
        }
        return true
      default: return true
      }
    }
  }

  private mutating func push(_ route: Route) {
    if stack.count >= Self.deepest { stack.remove(at: 1) }
    stack.append(route.screen(in: world))
    stack[stack.count - 1].fit(size, world, Moment(utc: 0))
  }

  /// The log and the questions, a part at a time.
  private mutating func learnMore() -> [Effect] {
    if world.progress == nil {
      defer { isRecalling = true }
      return isRecalling ? [] : [.recall]
    }
    world.bank.fill(from: world.library)
    if world.knowsQuestions { stack[stack.count - 1].worldChanged(world) }
    return []
  }

  // MARK: From outside

  /// Takes in what was answered so far.
  package mutating func take(_ progress: Progress, settings: [String: String]) {
    world.progress = progress
    world.settings = settings
    stack[stack.count - 1].worldChanged(world)
  }

  /// Takes in rows of the log and settings that another program may have written meanwhile.
  package mutating func learn(_ rows: [Review], settings: [String: String]) {
    world.progress?.add(rows)
    world.settings = settings
    let scheduler = Setting.scheduler(settings)
    if let progress = world.progress, progress.scheduler != scheduler {
      world.progress = progress.rescheduled(by: scheduler)
    }
    stack[stack.count - 1].worldChanged(world)
  }

  /// Takes in documents that were read.
  package mutating func fill(_ contents: [(index: Int, result: Result<[UInt8], ReadProblem>)]) {
    world.library.fill(contents)
    for index in stack.indices { stack[index].worldChanged(world) }
  }

  /// Takes in notes that changed on disk, each reader keeping its place.
  package mutating func replace(library: Library) {
    world.library = library
    world.bank = QuestionBank()
    for index in stack.indices { stack[index].worldChanged(world) }
    for index in ahead.indices { ahead[index].worldChanged(world) }
  }

  /// Shows a line until the next key.
  package mutating func say(_ text: String) { message = text }

  /// The line for the reader was read.
  package mutating func clearMessage() { message = nil }

  /// Says at once what went wrong, and keeps it in the footer while it lasts.
  package mutating func warn(_ text: String?) {
    warning = text
    if let text { message = text }
    if world.trouble != text {
      world.trouble = text
      stack[stack.count - 1].worldChanged(world)
    }
  }

  // MARK: Drawing

  /// The whole screen: title line, body, footer.
  package func draw(on canvas: inout Canvas) {
    Chrome.draw(
      screen, message: message ?? (screen.prompt == nil ? warning : nil), on: &canvas)
  }

  /// Everything on the screen as lines of text.
  package var transcript: [String] { screen.transcript }
  /// What stands under the cursor, where the transcript does not tell it.
  package var selection: String? { screen.selection }
  /// The keys of the screen that shows.
  package var keys: [KeyEntry] { screen.keys }
  /// The title of the screen that shows.
  package var title: String { screen.title }
  /// The line that is being typed, if any.
  package var prompt: Prompt? { screen.prompt }
}

extension Screen {
  fileprivate mutating func fit(_ size: Size, _ world: World, _ now: Moment) {
    _ = update(.resized(Chrome.body(of: size).size), in: world, now: now)
  }

  /// What is to be saved when the screen is left.
  fileprivate func leaving(_ world: World) -> [Effect] {
    (self as? any KeepsPlace)?.place(in: world) ?? []
  }

  /// Screens of one type are one step for `leave`.
  fileprivate var kind: ObjectIdentifier { ObjectIdentifier(Self.self) }
}

/// A screen that shows a part of the notes: what lies near it is read first.
protocol NearNotes { var nearDocument: Int { get } }
/// A screen with a place to come back to.
protocol KeepsPlace { func place(in world: World) -> [Effect] }

extension Route {
  /// Whether what it leads to is about what was answered, which other programs may write too.
  fileprivate var looksBack: Bool {
    switch self {
    case .quiz, .statistics: true
    case .contents, .lesson, .search, .help, .widget, .widgets: false
    }
  }

  /// The screen that it leads to.
  fileprivate func screen(in world: World) -> any Screen {
    switch self {
    case .contents: Contents(world: world)
    case .lesson(let id, let arrival): Reader(id, arrival, in: world)
    case .search(let text): Search(text)
    case .help(let title, let keys): Help(title: title, keys: keys)
    case .widget(let route): WidgetScreen(route, in: world)
    case .widgets: WidgetList()
    case .quiz(let scope): QuizScreen(scope, in: world)
    case .statistics: Statistics(world: world)
    }
  }
}
