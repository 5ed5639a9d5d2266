import Basics
import Notes
import Quiz
import Scheduling
import TextUI

/// What to do first, how it goes, and the weakest questions, each with a key to its lesson: on one
/// screen.
struct Statistics: Screen {
  /// Weak questions that are listed at most.
  private static let mostWeak = 20
  private var report: Report?
  private var outlook = Outlook()
  /// Whether a new count is pending; the previous one shows until then.
  private var isCounting = true
  private var today = StudyDay(number: 0)
  private var size = Size(columns: 80, rows: 20)
  private var lines: [[Cell]] = []
  private var aside: [[Cell]] = []
  /// An aim that is shown and not taken yet, and what it asks for.
  private var tried: (aim: Double, trial: Trial?)?
  /// The page; its weak questions can be picked.
  private var page = ListView()

  static var tables: [[Shortcut]] { [StatisticsKeys.table.all] }
  var looksBack: Bool { true }
  func title(in state: AppState) -> String { "Statistics  \(state.library.title)" }
  func status(in state: AppState) -> String {
    guard let report, report.reviews > 0 else { return "" }
    let minutes = (report.time + 30_000) / 60_000
    let spent =
      minutes == 0 ? "under a minute" : minutes < 90 ? "\(minutes) min" : "\((minutes + 30) / 60) h"
    return "\(counted(report.reviews, "answer")) in \(counted(report.days.count, "day")), \(spent)"
  }
  func progress(in state: AppState) -> Double? {
    outlook.questions > 0 ? Double(outlook.asked) / Double(outlook.questions) : nil
  }
  func keys(in state: AppState) -> [Shortcut] { StatisticsKeys.table.shortcuts(given: facts) }
  private var facts: Set<KeyFact> {
    .those([
      .hasItem: weakShown > 0 && tried == nil,
      .canMove: weakShown > 1 && tried == nil || page.isLonger,
      .isTrying: tried != nil, .isOutOfSight: tried != nil && !showsTried,
    ])
  }
  /// Whether the aim that is shown is in sight: it stands first.
  private var showsTried: Bool { page.top == 0 }
  func tickInterval(in state: AppState) -> Duration? {
    isCounting && state.knowsQuestions ? .zero : nil
  }

  private mutating func stateChanged(_ state: AppState) { isCounting = true }

  // MARK: Events

  mutating func update(_ event: ScreenEvent, in state: AppState, now: Moment) -> [Effect]? {
    switch event {
    case .terminal(let event):
      let before = page.selected
      let effects = react(to: event, state, now)
      if page.selected != before { layOutAside(state) }
      return effects
    case .line(let line): return choose(line, state, now)
    case .stateChanged:
      stateChanged(state)
      return []
    }
  }

  private mutating func react(to event: Event, _ state: AppState, _ now: Moment) -> [Effect] {
    switch event {
    case .resized(let size):
      self.size = size
      page.resize(size.rows)
      layOut(state)
    case .tick:
      guard isCounting, state.knowsQuestions, let progress = state.progress else { return [] }
      today = now.day
      report = Report(progress, bank: state.bank, now: now.utc, today: today)
      outlook = Outlook(state)
      isCounting = false
      layOut(state)
    case .mouse:
      if let item = page.picked(by: event) { return open(item, state) }
    case .key(let key):
      if let action = StatisticsKeys.table.action(for: key, given: facts) {
        return act(action, state)
      }
    default: break
    }
    return []
  }

  private mutating func act(_ action: StatisticsKeys.Action, _ state: AppState) -> [Effect] {
    switch action {
    case .move(let motion): page.move(motion)
    case .quiz: return [.open(.quiz(Plan.Scope()))]
    case .more: return aim(by: 1, state)
    case .less: return aim(by: -1, state)
    case .open: return open(page.selected, state)
    case .about:
      guard let weak = report?.weak, weak.indices.contains(page.selected) else { return [] }
      return [.open(.about(weak[page.selected].question))]
    case .take: return takeAim(state)
    case .back:
      guard tried != nil else { return [.back] }
      tried = nil
      layOut(state)
      return [.say("The aim stays as it was")]
    }
    return []
  }

  private func open(_ index: Int, _ state: AppState) -> [Effect] {
    guard let weak = report?.weak, weak.indices.contains(index),
      let question = state.bank[weak[index].question]
    else { return [.say("No question has been answered wrongly yet")] }
    return [.open(.lesson(question.lesson, .top))]
  }

  private mutating func aim(by change: Int, _ state: AppState) -> [Effect] {
    guard let progress = state.progress else { return [] }
    return aim(at: (tried?.aim ?? progress.scheduler.retention) * 100 + Double(change), state)
  }

  /// Shows what an aim asks for, in hundredths.
  private mutating func aim(at hundredths: Double, _ state: AppState) -> [Effect] {
    guard let progress = state.progress else { return [] }
    let held = progress.scheduler.retention
    let bounds = Scheduler.retentions
    let wanted = hundredths.rounded()
    let new = min(max(wanted / 100, bounds.lowerBound), bounds.upperBound)
    let isBound = wanted != (new * 100).rounded()
    guard new != held else {
      let wasTrying = tried != nil
      tried = nil
      if wasTrying { layOut(state) }
      return [
        .say(
          isBound
            ? "\(Self.aimGoes): \(percent(new)) is what holds"
            : "Questions come back when the chance of knowing them nears \(percent(new))")
      ]
    }
    if new == tried?.aim {
      return isBound ? [.say("\(percent(new)) is as far as it goes")] : []
    }
    tried = (new, Trial(retention: new, in: state))
    page.move(.top)
    layOut(state)
    if isBound { return [.say("\(Self.aimGoes): \(percent(new)) is shown")] }
    // An aim that was reckoned is whole but for what reckoning loses.
    if abs(hundredths - wanted) > 0.001 {
      return [.say("aim goes in whole percent: \(percent(new)) is shown")]
    }
    // The page says it.
    return []
  }

  /// As far as an aim goes.
  private static let aimGoes =
    "aim goes from \(percent(Scheduler.retentions.lowerBound)) to "
    + percent(Scheduler.retentions.upperBound)

  /// What the aim that is shown asks for.
  private var triedWords: String { tried?.trial?.words ?? Trial.notCounted }

  /// How the aim that is shown is taken, or left.
  private func takes(_ state: AppState) -> String {
    StatisticsKeys.table.words(taking: .take, leaving: .back, in: state)
  }

  private mutating func takeAim(_ state: AppState) -> [Effect] {
    guard let aim = tried?.aim else { return [] }
    // What nobody sees is not taken.
    guard showsTried else {
      page.move(.top)
      return []
    }
    tried = nil
    return [
      .set(.retention, to: aim),
      .say("Questions come back when the chance of knowing them nears \(percent(aim))"),
    ]
  }

  // MARK: Layout

  private var weakShown: Int { min(report?.weak.count ?? 0, Self.mostWeak) }

  private func picture(_ report: Report, _ state: AppState, first: Int) -> StatisticsPicture {
    StatisticsPicture(
      report: report, outlook: outlook, state: state, today: today, tried: triedLines(state),
      shown: weakShown, width: TextFrame(columns: Panes(size).main.columns).width, first: first)
  }

  /// What stands first while an aim is shown that was not taken.
  private func triedLines(_ state: AppState) -> [String] {
    guard let tried else { return [] }
    let held = state.progress.map { " in place of \(percent($0.scheduler.retention))" } ?? ""
    return [
      "Aim \(percent(tried.aim))\(held), not taken yet: \(takes(state)).", "That is \(triedWords).",
    ] + [tried.trial?.weeks, tried.trial?.excess].compactMap { $0.map { $0 + "." } }
      + ["Days that are set move where the new aim asks for it."]
  }

  private mutating func layOut(_ state: AppState) {
    guard let report else {
      lines = [[Cell]("Counting …")]
      page.hold(lines: lines.count)
      return
    }
    // As many weak questions as the first screen has room for, one row telling of the others.
    let room = page.height - picture(report, state, first: 0).rowsAbove
    let first = weakShown <= room ? weakShown : max(3, room - 1)
    let built = picture(report, state, first: first).build()
    lines = built.lines
    // While an aim is shown Enter is for that, and the cursor on nothing else.
    page.hold(lines: lines.count, items: tried == nil ? built.weak.map { $0..<$0 + 1 } : [])
    layOutAside(state)
  }

  private mutating func layOutAside(_ state: AppState) {
    guard !state.isLinear, let report, report.reviews > 0, let side = Panes(size).side else {
      aside = []
      return
    }
    aside = StatisticsAside(
      report: report, outlook: outlook, state: state, width: Panes.textWidth(of: side),
      selected: page.selected
    ).lines(height: side.rows)
  }

  // MARK: Plain mode

  private mutating func choose(_ line: String, _ state: AppState, _ now: Moment) -> [Effect]? {
    if let place = Int(ordinal: line) { return open(place, state) }
    if line == Self.aim { return [.say("\(Self.aimGoes), such as aim 92")] }
    guard claims(line), let given = WordAndNumber(line) else { return nil }
    if given.word == Self.aim {
      guard let number = given.number else { return [.say("\(Self.aimGoes), such as aim 92")] }
      return aim(at: number, state)
    }
    guard let step = given.count else {
      return [.say(WordAndNumber.takes(given.word, example: 5))]
    }
    let isMore = StatisticsKeys.table.action(named: given.word) == .more
    return aim(by: isMore ? step : -step, state)
  }

  /// The word before an aim.
  private static let aim = "aim"

  func claims(_ line: String) -> Bool {
    if line == Self.aim { return true }
    guard let word = WordAndNumber(line)?.word else { return false }
    let action = StatisticsKeys.table.action(named: word)
    return word == Self.aim || action == .more || action == .less
  }

  var phrases: [Phrase] {
    [
      Phrase("aim 92", "see what it takes to remember 92 %; \(Self.aimGoes)"),
      Phrase("more 5", "see what an aim 5 higher takes"),
      Phrase("less 5", "see what an aim 5 lower takes"),
    ]
  }

  func selection(in state: AppState) -> String? {
    weakShown > 0 && tried == nil
      ? lines[page.lines(of: page.selected).lowerBound].text.trimmed : nil
  }

  func transcript(in state: AppState) -> [String] {
    guard let report else { return ["", title(in: state)] }
    let status = status(in: state)
    return ["", title(in: state) + (status.isEmpty ? "" : "   (\(status))"), ""]
      + picture(report, state, first: weakShown).transcript
  }

  // MARK: Drawing

  func draw(on canvas: inout Canvas, in area: Rect, of state: AppState) {
    let panes = Panes(area)
    // The cursor's mark stands to the left of the text.
    let margin = [Cell](repeating: .blank, count: TextFrame(columns: panes.main.columns).column)
    page.draw(on: &canvas, in: panes.main) { margin + lines[$0] }
    panes.drawSide(aside, on: &canvas)
  }
}
