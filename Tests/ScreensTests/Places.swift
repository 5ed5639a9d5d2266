import Notes
import Quiz
import Scheduling
import TestSupport
import Testing
import TextUI
import Widgets

@testable import Screens

/// A screen in a state that has a name: how one gets there from the start of the program.
struct Place: Sendable, CustomTestStringConvertible {
  /// The screen, or the widget on it.
  let screen: String
  let state: String
  private let past: Past
  private let routes: [Route]
  private let steps: [Step]

  var name: String { "\(screen), \(state)" }
  var isWidget: Bool { allWidgets.contains { $0.name == screen } }
  var testDescription: String { name }

  init(
    _ screen: String, _ state: String, _ past: Past = .begun, _ routes: [Route] = [],
    _ steps: Step...
  ) {
    self.init(screen, state, past, routes, steps: steps)
  }

  init(_ screen: String, _ state: String, _ past: Past, _ routes: [Route], steps: [Step]) {
    self.screen = screen
    self.state = state
    self.past = past
    self.routes = routes
    self.steps = steps
  }

  /// One thing that a reader does; a string is typed letter by letter.
  enum Step: Sendable, ExpressibleByStringLiteral {
    case press(Key)
    case type(String)
    /// The key of that word in the help, whichever it is.
    case word(String)
    /// A line of the plain mode.
    case line(String)
    case again(Int, Key)
    /// A question is answered wrongly as often as a quiz brings it back.
    case failedThrice
    /// A question is given up, and the next one asked.
    case failedOnce
    /// What goes wrong outside, as the footer says it.
    case trouble(String)

    init(stringLiteral text: String) { self = .type(text) }

    static let (tab, enter, escape) = (press(.tab), press(.enter), press(.escape))
    static let (up, down, right) = (press(.up), press(.down), press(.right))
  }

  /// The program there. Many tests go to each place and the way is long, to some a whole training: it
  /// is gone once, and to a widget, whose state no size changes, once for all sizes.
  func script(columns: Int = 100, rows: Int = 200, ascii: Bool = false) -> Script {
    let size = Size(columns: columns, rows: rows)
    let gone = isWidget ? Size(columns: 100, rows: 200) : size
    var script = Self.visits.script(of: "\(name) \(gone) \(ascii)") {
      goThere(columns: gone.columns, rows: gone.rows, ascii: ascii)
    }
    if gone != size {
      script.resize(columns, rows)
      script.settle()
    }
    return script
  }

  private static let visits = Visits()

  private func goThere(columns: Int, rows: Int, ascii: Bool) -> Script {
    var script = Script(
      past.notes, columns: columns, rows: rows, opening: [.contents] + routes,
      places: past.places, read: past.read, ascii: ascii, log: past.log, clock: Past.now,
      bank: past.bank)
    for step in steps {
      switch step {
      case .press(let key): script.press(key)
      case .type(let text): script.type(text)
      case .line(let line): _ = script.choose(line)
      case .failedThrice:
        for _ in 0..<3 {
          script.press(.alt("r"))
          script.press(.enter)
        }
      case .failedOnce:
        script.press(.alt("r"))
        script.press(.enter)
      case .again(let count, let key): for _ in 0..<count { script.press(key) }
      case .trouble(let text): script.warn(text)
      case .word(let word):
        let entry = script.app.keys.first { $0.word == word }
        guard let key = entry?.keys.first else {
          Issue.record("\(name): no key for \(word)")
          continue
        }
        script.press(key)
      }
      script.settle()
    }
    return script
  }

  static func named(_ name: String) -> Place? { all.first { $0.name == name } }

  /// Every screen and widget in every state that has a name.
  static let all = screens + quiz + widgets
}
