import Basics
import Notes
import Quiz
import TextUI

/// A test that is over, question by question: what was answered, and what is right.
struct TestAnswers: Screen {
  enum Action: Equatable { case move(ListView.Motion), next, previous, lesson, back }
  static let table = KeyTable<Action>(
    .answers,
    [
      KeyBinding(
        [.character("]")], "next", "the next question",
        footer: .at(3, "question", when: .when(.canMove)).beside(.previous), .next),
      KeyBinding([.character("[")], "previous", "the question before", .previous),
      KeyBinding(
        [.character("o")], "lesson", "open the lesson of the question at the top",
        footer: .at(4, "lesson"), .lesson),
      KeyBinding(
        [.character("q"), .escape, .enter, .backspace], "back", "back to the result",
        footer: .out(), .back),
    ] + KeyBinding.motions(footer: 2) { .move($0) })

  private let papers: [AnsweredQuestion]
  private var text = ReadLines()
  /// The line that each question begins on.
  private var starts: [Int] = []

  init(_ papers: [AnsweredQuestion]) { self.papers = papers }

  static var tables: [[Shortcut]] { [table.all] }
  var takesCount: Bool { true }
  func title(in state: AppState) -> String { "Your answers" }
  func status(in state: AppState) -> String { "\(here + 1) of \(papers.count)" }
  func keys(in state: AppState) -> [Shortcut] {
    Self.table.shortcuts(given: text.page.isLonger ? [.canMove] : [])
  }

  /// The question at the top of the window; the last one at the end of all.
  private var here: Int {
    let page = text.page
    let top = page.top + page.height >= page.lineCount && page.top > 0 ? page.lineCount : page.top
    return starts.lastIndex { $0 <= top } ?? 0
  }

  // MARK: Events

  mutating func update(_ event: ScreenEvent, in state: AppState, now: Moment) -> [Effect]? {
    switch event {
    case .terminal(let event): return react(to: event, state)
    case .line(let line):
      guard let index = Int(ordinal: line), papers.indices.contains(index) else { return nil }
      return open(index)
    case .stateChanged:
      layOut(state)
      return []
    }
  }

  private mutating func react(to event: Event, _ state: AppState) -> [Effect] {
    switch event {
    case .resized(let size):
      text.resize(size)
      layOut(state)
    case .mouse: ListView.Motion(event).map { text.move($0) }
    case .key(let key):
      switch Self.table.action(for: key) {
      case .back: return [.back]
      case .next: go(to: here + 1)
      case .previous:
        let isAtStart = starts.indices.contains(here) && text.page.top <= starts[here]
        go(to: isAtStart ? here - 1 : here)
      case .lesson: return open(here)
      case .move(let motion): text.move(motion)
      case nil: break
      }
    default: break
    }
    return []
  }

  private func open(_ index: Int) -> [Effect] {
    [.open(.lesson(papers[index].posed.question.lesson, .top))]
  }

  private mutating func go(to index: Int) {
    if starts.indices.contains(index) { text.scroll(to: starts[index]) }
  }

  // MARK: Showing

  private mutating func layOut(_ state: AppState) {
    let frame = TextFrame(columns: text.size.columns, widest: state.textWidth)
    let indent = [Cell](repeating: .blank, count: frame.column)
    var lines: [[Cell]] = []
    starts = []
    for index in papers.indices {
      starts.append(lines.count)
      lines += shown(index, width: frame.width, state).map { $0.isEmpty ? [] : indent + $0 }
    }
    text.hold(lines)
  }

  private func shown(
    _ index: Int, width: Int, _ state: AppState, isPlain: Bool = false
  ) -> [[Cell]] {
    let paper = papers[index]
    let posed = paper.posed
    var picture = Picture()
    let place =
      "\(index + 1) of \(papers.count), lesson \(state.shownName(of: posed.question.lesson))"
    picture.add([Cell](place, .muted).wrapped(to: width))
    picture.add(
      [Block(.paragraph(posed.heading))], marker: [], width: width, ascii: state.ascii, style: .bold
    )
    if !posed.prompt.isEmpty {
      picture.add([[]] + posed.prompt.lines(width: width, ascii: state.ascii, isLinear: isPlain))
    }
    picture.add([[]])
    let reveal = paper.verdict == nil ? Reveal.solution : .all
    picture.add(posed.form.picture(reveal, width: width, ascii: state.ascii))
    picture.add([[]])
    let outcome = OutcomePicture(
      posed: posed, verdict: paper.verdict ?? Verdict(credit: 0), isGivenUp: paper.verdict == nil,
      width: width, ascii: state.ascii, isPlain: isPlain)
    _ = outcome.add(to: &picture, isBesideEachOther: false)
    return picture.lines + [[]]
  }

  func draw(on canvas: inout Canvas, in area: Rect, of state: AppState) {
    text.draw(on: &canvas, in: area)
  }

  func transcript(in state: AppState) -> [String] {
    ["", title(in: state), ""]
      + papers.indices.flatMap { shown($0, width: 80, state, isPlain: true).map(\.plainText) }
      + ["Type a number for the lesson of a question, or back."]
  }
}

extension KeyScope {
  static let answers = KeyScope("answers", "Your answers in a test")
}
