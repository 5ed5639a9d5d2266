import Notes
import TextUI
import Widgets

/// What a widget block or an exported state holds → the widget, drawn, changed and written again.
enum WidgetsTarget: FuzzTarget {
  static let name = "widgets"
  static let words = [
    "u = ", "v = ", "Q = ", "K = ", "V = ", "mask = ", "causal", "scale = ", "none", "heads = ",
    "x = ",
    "temperature = ", "[1, 2, 3]", "1 0; 0 1", "1e308", "-", "\n",
    "{\"widget\":\"attention\",\"inputs\":{",
    "\"Q\":[[1]]", "}}", "tokens = ", "the cat", "step = ", "seed = ", "99999999999999999999",
    "d_model = ", "recipe = ", "reverse", "knob = ", "guess = ",
  ]

  static func run(_ bytes: [UInt8]) throws(Broken) {
    if let (type, inputs) = try? Export.read(bytes) { try open(type, inputs, [], 80) }
    var source = ByteSource(bytes)
    let type = source.pick(allWidgets)
    let width = source.pick([0, 1, 5, 20, 40, 80, 200])
    let typed = source.line()
    var rest: [UInt8] = []
    while !source.isEmpty { rest.append(source.byte()) }
    let text = String(decoding: rest, as: UTF8.self)
    guard let inputs = try? Inputs(text: text, after: 3) else { return }
    try open(type, inputs, Array(typed.prefix(20)), width)
    try open(type, type.example, Array(typed.prefix(20)), width)
  }

  private static func open(
    _ type: any Widget.Type, _ inputs: Inputs, _ typed: [Character], _ width: Int
  ) throws(Broken) {
    guard var panel = try? type.opened(inputs) else { return }
    try draw(panel, width)
    for character in typed {
      _ = panel.update(.key(.character(character)))
      if panel.isWorking { _ = panel.update(.tick) }
    }
    _ = panel.update(.key(.enter))
    _ = panel.choose(String(typed))
    _ = panel.update(.pasted(String(typed)))
    try draw(panel, width)
    let draft = panel.draft
    try Broken.unless(Draft(draft.text) == draft, "the draft \(draft.text) reads as another one")
    let now = panel.inputs
    let again = try? type.init(now)
    try Broken.unless(again?.inputs == now, "\(type.name) does not make itself again:\n\(now.text)")
    // What takes long to learn is not waited for.
    for _ in 0..<3 where panel.isWorking { _ = panel.update(.tick) }
    guard !panel.isWorking, let state = panel.files.first(where: { $0.ending == "json" }) else {
      return
    }
    let read = try? Export.read(Array(state.text.utf8))
    try Broken.unless(
      read?.1 == again?.sharedInputs, "exported state opens as another one:\n\(state.text)")
  }

  private static func draw(_ panel: any WidgetPanel, _ width: Int) throws(Broken) {
    for rows in [0, 1, 10, 24] {
      var canvas = Canvas(size: Size(columns: width + 4, rows: rows + 2))
      let area = Rect(column: 2, row: 1, columns: width, rows: rows)
      panel.draw(on: &canvas, in: area)
      try Harmless.check(canvas)
      for row in 0..<canvas.size.rows {
        for column in 0..<canvas.size.columns
        where !area.contains(Point(column: column, row: row)) {
          try Broken.unless(
            canvas[column, row] == .blank, "drawn outside \(area) at \(column),\(row)")
        }
      }
    }
    for line in panel.transcript { try Harmless.check([Cell](line).text, "transcript") }
  }
}
