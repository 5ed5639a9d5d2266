import Notes
import Quiz
import Screens
import TextUI
import Widgets

/// Keys, pastes, clicks and sizes on every screen: a monkey that knows nothing of what it presses.
enum KeysTarget: FuzzTarget {
  static let name = "keys"
  static let words = [
    "t\n", "w\n", "S\n", "s1 x\n", "/the\n", "?q", "o\n", "]]]", "\u{1}\u{1}", "q", "L", "n", "p",
    "\t",
  ]
  /// Events of one input: enough to go through a quiz.
  private static let most = 100
  /// Screens that may lie over one another: memory is bounded.
  private static let deepest = 64

  private static let notes = """
    ---
    title: Notes
    ---
    # First

    Text of the first chapter, with a [link](#two), one [out](https://example.org) and maths $a_1$.

    ## One

    - **Dot product**: the sum of the products of each pair of numbers.
    - **Norm**: the square root of a vector's dot product with itself.

    | a | b |
    |---|--:|
    | 漢字 | `code` |

    ```attention
    Q = [[1, 0], [0, 1]]
    K = [[1, 0], [0, 1], [1, 1]]
    V = [[1, 2], [3, 4], [5, 6]]
    ```

    ### Which one?
    <!-- quiz id=one -->
    > A hint.

    1. [ ] this
       > Why not.
    1. [x] that

    > [!NOTE]
    > Told after.

    ## Two

    u = np.array([1, 2, 3]) and 1*4 + 2*5 = 15[^n]

    $$\\frac{e^{x_i}}{\\sum_j e^{x_j}}$$

    [^n]: a footnote

    ### What is it?
    <!-- quiz id=two q=ints(3,-3,3) M=mat(2,2,0,5) -->
    {{q}} has [[= dot(q,q) ± 0.01]] and M is [[= M ± 0]].

    ### In order?
    <!-- quiz id=three -->
    1. first
    2. second
    3. third

    ### Which ones?
    <!-- quiz id=four -->
    - [x] a
    - [x] b
    - [ ] c

    ### A word?
    <!-- quiz id=five -->
    It is the [[softmax|normalised exponential]].
    """

  static func run(_ bytes: [UInt8]) throws(Broken) {
    var source = ByteSource(bytes)
    var size = source.pick(sizes)
    let documents = [
      Document(path: "a.md", bytes: Array(notes.utf8)),
      Document(path: "b.md", bytes: Array("# Last\n\n## Three\n\nMore text.\n".utf8)),
      Document(path: "c.md"),
    ]
    var world = World(library: Library(title: "Notes", key: "k", documents: documents))
    world.ascii = source.byte() % 4 == 3
    world.isSecure = world.ascii
    var app = App(world: world, size: size, opening: [.contents] + source.pick(openings))
    var clock = 1_800_000_000_000
    var isOver = false
    for _ in 0..<most where !source.isEmpty && !isOver {
      clock += Int(source.byte()) * 1_000
      let event = event(&source)
      if case .resized(let new) = event { size = new }
      isOver = send(event, &app, at: clock)
      // What wants a tick at once gets it, as in the run loop, but not for ever.
      for _ in 0..<20 where app.tickInterval == .zero && !isOver {
        isOver = send(.tick, &app, at: clock)
      }
      try draw(app, size)
      try Broken.unless(app.stack.count <= deepest, "\(app.stack.count) screens are open")
    }
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
      case .recall: return [.progress(Progress(), settings: [:])]
      case .read(let indexes):
        let text = Array("# Read late\n\ntext\n".utf8)
        return [.documents(indexes.map { ($0, .success(text)) })]
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

  private static let named: [Key] = [
    .enter, .escape, .tab, .backTab, .backspace, .delete, .insert, .up, .down, .left, .right,
    .home, .end, .pageUp, .pageDown, .function(1), .control("a"), .control("u"), .control("w"),
    .control("d"), .control("l"), .alt("x"), .enter, .down, .right,
  ]

  private static let pastes = [
    "", "1 2 3", "1 0; 0 1", "\u{1B}]0;x\u{7}", "the", "-1e308", "\u{202E}漢\u{200B}\n\n",
    String(repeating: "9", count: 400), "softmax", "1\n2\n3",
  ]

  private static func event(_ source: inout ByteSource) -> Event {
    let byte = source.byte()
    switch byte {
    case 0x20..<0x7F: return .key(.character(Character(Unicode.Scalar(byte))))
    case 0x0A: return .key(.enter)
    case 0x09: return .key(.tab)
    case 0xC0..<0xC8: return .pasted(source.pick(pastes))
    case 0xC8..<0xD0:
      let action = source.pick([MouseAction.click, .click, .wheelUp, .wheelDown])
      return .mouse(
        action, Point(column: source.int(below: 520) - 5, row: source.int(below: 220) - 5))
    case 0xD0..<0xE0: return .resized(source.pick(sizes))
    case 0xE0: return .changedOnDisk
    case 0xE1: return .resumed
    case 0xE2..<0xE8: return .tick
    case 0xE8: return .key(.character("漢"))
    case 0xE9: return .key(.character("\u{301}"))
    default: return .key(named[Int(byte) % named.count])
    }
  }
}
