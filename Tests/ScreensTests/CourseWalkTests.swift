import Content
import Notes
import Pages
import Quiz
import Scheduling
import Testing
import TextUI
import Widgets

@testable import Screens

/// Somebody goes through the whole course by keys alone.
@Suite struct CourseWalkTests {
  /// Every lesson to its end, every link, every widget, every question answered by its own key.
  @Test func everythingOpensAndEveryQuestionIsAnswered() {
    var walk = Walk(columns: 80, rows: 24)
    walk.throughAllLessons { walk in
      walk.openEverything { walk, kind, route in
        switch (kind, route) {
        case (_, .widget(let widget)): walk.use(widget)
        case (_, .quiz): walk.answer()
        case (.link(let address), _): walk.follow(address)
        case (.fold, _): walk.script.press(.enter)
        default: walk.expect(false, "what is computed here comes out")
        }
      }
      walk.readToTheEnd()
    }
    #expect(walk.answered == Set(walk.state.bank.questions.map(\.id)))
    walk.script.press(.character("q"))
    for chapter in 1...walk.state.library.documents.count {
      _ = walk.script.choose("unfold \(chapter)")
    }
    let contents = walk.script.app.transcript
    for id in walk.state.library.lessonIDs {
      let number = walk.state.library.number(of: id)
      #expect(
        contents.contains { $0.contains(" \(number)  ") && $0.contains("   read") },
        "\(number) is not read")
    }
  }

  /// On the smallest screen nothing is cut: all of a question can be scrolled to, each option
  /// chosen, and in each widget a number typed.
  @Test func everythingFitsASmallScreen() {
    var walk = Walk(columns: 40, rows: 12)
    walk.throughAllLessons { walk in
      walk.openEverything { walk, _, route in
        switch route {
        case .widget(let widget): walk.use(widget)
        case .quiz: walk.look()
        default: break
        }
      }
      walk.readToTheEnd()
    }
  }
}

/// A reader who tries everything on the way.
private struct Walk {
  var script: Script
  var lesson = ""
  var answered: Set<String> = []
  private var links: Set<String> = []

  init(columns: Int, rows: Int) {
    script = Script(
      Course.files.map { ($0.name, $0.text.description) }, columns: columns, rows: rows)
  }

  var state: AppState { script.app.state }
  private var reader: Reader? { script.app.stack.last as? Reader }
  private var quiz: QuizScreen? { script.app.stack.last as? QuizScreen }

  func expect(_ holds: Bool, _ what: @autoclosure () -> String) {
    #expect(holds, "\(lesson): \(what())\n\(script.screen.joined(separator: "\n"))")
  }

  // MARK: Lessons

  mutating func throughAllLessons(_ visit: (inout Walk) -> Void) {
    let lessons = state.library.lessonIDs
    script.press(.enter)
    for id in lessons {
      lesson = "\(state.library.number(of: id)) \(state.library[id]?.title ?? "")"
      expect(script.app.title.hasSuffix(lesson), "opens")
      visit(&self)
      if id != lessons.last { script.press(.character("]")) }
    }
  }

  /// Goes from target to target; `visit` opens it and comes back.
  mutating func openEverything(
    _ visit: (inout Walk, Page.Target.Kind, Route?) -> Void
  ) {
    var index = 0
    // What is unfolded on the way brings targets of its own.
    while let targets = reader?.window.page.targets, index < targets.count {
      let target = targets[index]
      script.press(.tab)
      expect(script.canvas.cursor != nil, "the cursor shows at \(target.kind)")
      var route: Route?
      if case .insert(let number) = target.kind {
        route = reader?.window.lesson.inserts[number].route
      }
      visit(&self, target.kind, route)
      guard reader?.window.target == index else {
        return expect(false, "comes back to \(target.kind)")
      }
      index += 1
    }
  }

  mutating func readToTheEnd() {
    script.press(.character("g"))
    let width = reader?.window.lesson.width ?? 0
    for line in reader?.window.page.lines ?? [] {
      expect(line.cells.count <= width, "cuts \(line.cells.text)")
    }
    var seen: [Canvas] = []
    while seen.last != script.canvas, seen.count < 100 {
      seen.append(script.canvas)
      for line in script.screen {
        let debris = Self.debris(line)
        expect(debris == nil, "\(debris ?? "") in \(line)")
      }
      script.press(.character(" "))
    }
    expect(script.app.message?.hasPrefix("End of the") == true, "has an end")
    expect(
      reader.map { state.lessonsRead.contains(state.library.key(of: $0.id)) } == true, "is read")
  }

  /// Marks that should have become something.
  private static func debris(_ line: String) -> String? {
    // In a chat, the tokens show a new line as `\n`.
    let line = line.replacing("\\n", with: "")
    guard line.utf8.contains(where: Set("*$\\{}<`[]&".utf8).contains) else { return nil }
    let marks = ["**", "$$", "\\", "{{", "}}", "<!--", "```", "[[=", "](", "&#"]
    return marks.first(where: line.contains)
  }

  // MARK: Links

  /// Each place once.
  mutating func follow(_ address: String) {
    guard let id = reader?.id else { return }
    let target = state.library.resolve(link: address, from: id)
    if case .nowhere(let reason) = target { expect(false, "\(address): \(reason)") }
    guard links.insert("\(target)").inserted else { return }
    script.press(.enter)
    switch target {
    case .nowhere, .beside: break
    case .web:
      expect(script.app.prompt != nil, "\(address) is asked first")
      script.press(.character("n"))
    case .lesson(let other, _):
      if case .definition(let term) = reader?.overlay {
        expect(script.screen.contains { $0.contains("── \(term.title)") }, "shows \(term.title)")
        script.press(.enter)
      } else if other != id {
        expect(reader?.id == other, "\(address) opens")
        script.press(.backspace)
      }
    }
  }

  // MARK: Widgets

  mutating func use(_ route: WidgetRoute) {
    script.press(.enter)
    expect(script.app.stack.last is WidgetScreen, "\(route.name) opens")
    if route.type is any LabFigure.Type || route.type == InsideWidget.self {
      // Its digits are knobs, or pages: what it takes is typed as a whole.
      script.press(.character("="))
      expect(script.app.prompt != nil, "\(route.name) takes an input")
      script.press(.escape, .character("q"))
      return
    }
    expect(script.screen.contains { $0.contains("[") }, "\(route.name) shows where one is")
    script.press(.character("n"))
    // Somewhere in it a number can be typed.
    for _ in 0..<8 where script.app.prompt == nil { script.press(.tab, .character("1")) }
    expect(script.app.prompt != nil, "\(route.name) takes a number")
    script.press(.escape, .character("q"))
  }

  // MARK: Questions

  /// Opens the question under the cursor.
  private mutating func ask() -> (posed: PresentedQuestion, name: String)? {
    script.press(.enter)
    script.settle()
    guard let posed = quiz?.session?.posed else {
      expect(false, "asks")
      return nil
    }
    return (posed, "\(posed.question.title) (\(posed.question.id))")
  }

  mutating func answer() {
    guard let (posed, name) = ask() else { return }
    for key in Self.keys(answering: posed) { script.press(key) }
    script.press(.enter)
    if posed.question.isSelfJudged { script.press(.character("1"), .enter) }
    let stored = script.effects.contains { if case .record = $0 { true } else { false } }
    expect(stored, "\(name): the answer is stored")
    expect(quiz?.session?.answered.map(\.grade) == [.good], "\(name): its own key is right")
    if !posed.question.isSelfJudged {
      expect(script.screen.contains { $0.contains("Right.") }, "\(name): says so")
    }
    answered.insert(posed.question.id)
    script.press(posed.question.isSelfJudged ? .character("q") : .enter)
  }

  /// Brings everything of the question under the cursor onto the screen.
  mutating func look() {
    guard let (posed, name) = ask(), let quiz else { return }
    let picture = quiz.picture(state)
    let (lines, width) = (picture.lines.lines, picture.width)
    var seen = Set(script.screen.map(Self.bare))
    for _ in 0..<lines.count / 4 {
      script.press(.pageDown)
      seen.formUnion(script.screen.map(Self.bare))
    }
    for line in lines {
      expect(line.count <= width, "\(name): cuts \(line.text)")
      expect(seen.contains(Self.bare(line.text)), "\(name): shows \(line.text)")
      expect(Self.debris(line.text) == nil, "\(name): debris in \(line.text)")
    }
    for index in posed.form.choices.indices {
      script.press(.character(Character("\(index + 1)")))
      let row = script.canvas.cursor?.row ?? -1
      expect(row >= 0 && script.screen[row].contains("▸"), "\(name): option \(index + 1)")
    }
    script.press(.alt("q"))
  }

  private static func bare(_ line: String) -> String { line.filter { !$0.isWhitespace } }

  /// The keys that type the right answer.
  private static func keys(answering posed: PresentedQuestion) -> [Key] {
    let key = posed.form.key
    let numbers = key.split(separator: " ").compactMap { Int($0) }
    switch posed.question.kindName {
    case "one-of-several": return key.map(Key.character)
    case "all-that-apply", "match-pairs": return numbers.map { .character(Character("\($0)")) }
    case "put-in-order":
      var shown = Array(1...max(1, numbers.count))
      var keys: [Key] = []
      for (place, number) in numbers.enumerated() {
        guard let at = shown.firstIndex(of: number) else { continue }
        keys.append(.character(Character("\(at + 1)")))
        keys += [Key](repeating: .character("K"), count: at - place)
        shown.insert(shown.remove(at: at), at: place)
      }
      return keys
    case "recall": return []
    default:
      let fields = key.split(separator: " | ").map { $0.map(Key.character) }
      return Array(fields.joined(separator: [.tab]))
    }
  }
}
