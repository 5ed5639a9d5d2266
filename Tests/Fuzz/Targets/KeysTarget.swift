import Notes
import Quiz
import Screens
import TestSupport
import TextUI
import Widgets

/// Whatever a terminal sends, on every screen: a monkey that knows nothing of what it presses.
///
/// After three bytes that say where and how large, the bytes are the terminal's; 0xFF, which none
/// of its keys begins with, and one byte more are what else happens: time, sizes, changed notes.
enum KeysTarget: FuzzTarget {
  static let name = "keys"
  static let words =
    ["t\n", "w\n", "S\n", "s1 x\n", "/the\n", "?q", "o\n", "]]]", "q", "L", "n", "p", "\t"]
    + sequences.map { "\u{1B}" + $0 }
  private static let sequences = [
    "", "[A", "OA", "[1;5D", "[1;3C", "[1;2H", "[3~", "[3;5~", "[5~", "[6^", "[2$", "Od", "[Z",
    "OP",
    "[24~", "[34~", "[57376u", "[[A", "OM", "Ou", "Ok", "[97;5u", "[27;5;97~", "[13;2u", "[97;1:3u",
    "b", "f", "d", "\u{7F}", "\u{1B}[C", "[<0;10;5M", "[<0;10;5m", "[<32;11;5M", "[<64;1;1M",
    "[<65;1;1M", "[<66;1;1M", "[M !!", "[M`\"\"", "[96;3;4M", "[I", "[O", "[200~", "[201~",
    "[200~1 2 3\u{1B}[201~", "[200~q\nq\u{1B}[201~", "[?62;4c", "[12;40R", "[?2004;1$y",
    "]11;rgb:0/0/0\u{7}", "]11;rgb:ffff/ffff/ffff\u{1B}\\", "P>|x\u{1B}\\", "_G\u{1B}\\", "]", "P",
    "[", "O",
    "[M", "[1;", "[<0;", "[[",
  ]
  /// Events of one input: enough to go through a quiz.
  private static let most = 100
  /// Screens that may lie over one another: memory is bounded.
  private static let deepest = 64

  static func run(_ bytes: [UInt8]) throws(Broken) {
    var source = ByteSource(bytes)
    var size = source.pick(sizes)
    let documents = [
      Document(path: "a.md", bytes: Array(SampleNotes.text.utf8)),
      Document(path: "b.md", bytes: Array("# Last\n\n## Three\n\nMore text.\n".utf8)),
      Document(path: "c.md"),
    ]
    var state = AppState(library: Library(title: "Notes", key: "k", documents: documents))
    state.ascii = source.byte() % 4 == 3
    state.isSecure = state.ascii
    var app = App(state: state, size: size, opening: [.contents] + source.pick(openings))
    var decoder = InputDecoder()
    var clock = 1_800_000_000_000
    var events = 0
    var isOver = false
    while !source.isEmpty, events < most, !isOver {
      for event in happenings(&source, &decoder) where !isOver {
        events += 1
        clock += 1_000
        if case .resized(let new) = event { size = new }
        isOver = send(event, &app, at: clock)
        // What wants a tick at once gets it, as in the run loop, but not for ever.
        for _ in 0..<20 where app.tickInterval == .zero && !isOver {
          isOver = send(.tick, &app, at: clock)
        }
        try draw(app, size)
        try Broken.unless(app.stack.count <= deepest, "\(app.stack.count) screens are open")
      }
    }
    // Whatever was begun, time ends it, and a key is a key again.
    while let patience = decoder.patience { _ = decoder.pass(patience) }
    let last = decoder.feed([0x0C, 0x71])
    try Broken.unless(last.suffix(2) == [.key(.control("l")), .key(.character("q"))], "\(last)")
    for line in app.transcript { try Harmless.check([Cell](line).text, "transcript") }
  }

  /// Whether the program ends.
  private static func send(_ event: Event, _ app: inout App, at clock: Int) -> Bool {
    let moment = Moment(utc: clock, random: UInt128(clock))
    var isOver = false
    _ = app.deliver(.terminal(event), now: moment) { effect, _ in
      switch effect {
      case .quit:
        isOver = true
        return nil
      case .recall: return [.progress(Progress(), settings: Settings())]
      case .read(let indexes):
        let text = Array("# Read late\n\ntext\n".utf8)
        return [.documents(indexes.map { DocumentRead($0, .success(text)) })]
      case .reload: return [.library(Library(title: "Notes", key: "k", documents: []))]
      default: return []
      }
    }
    return isOver
  }

  /// Drawing changes nothing: twice the same picture, all of it whole.
  private static func draw(_ app: App, _ size: Size) throws(Broken) {
    var canvas = Canvas(size: size)
    app.draw(on: &canvas)
    try Harmless.check(canvas)
    var fresh = Canvas(size: size)
    app.draw(on: &fresh)
    try Broken.unless(fresh == canvas, "drawn twice, two pictures at \(size)")
  }

  private static let sizes = [
    (80, 24), (0, 0), (1, 1), (20, 5), (40, 12), (80, 24), (140, 40), (500, 200), (80, 1), (1, 40),
  ].map { Size(columns: $0.0, rows: $0.1) }

  private static let openings: [[Route]] =
    [
      [], [.lesson(LessonID(document: 0, chapter: 0, lesson: 1), .top)], [.quiz(Plan.Scope())],
      [.quiz(Plan.Scope(lesson: LessonID(document: 0, chapter: 0, lesson: 2), seed: 3))],
      [.statistics], [.search("text")], [.widgets],
      [.lesson(LessonID(document: 9, chapter: 9, lesson: 9), .anchor("x"))],
    ]
    + allWidgets.map {
      [.widgets, .widget(WidgetRoute(name: $0.name, inputs: $0.example, key: "w"))]
    }

  /// What the next bytes lead to.
  private static func happenings(
    _ source: inout ByteSource, _ decoder: inout InputDecoder
  ) -> [Event] {
    let byte = source.byte()
    guard byte == 0xFF else { return decoder.feed([byte]) }
    switch source.byte() % 6 {
    case 0: return decoder.patience == .short ? decoder.pass(.short) : []
    case 1: return decoder.patience.map { decoder.pass($0) } ?? []
    case 2: return [.resized(source.pick(sizes))]
    case 3: return [.changedOnDisk]
    case 4: return [.resumed]
    default: return [.tick]
    }
  }
}
