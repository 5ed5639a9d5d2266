import Notes
import Numerics
import Testing
import TextUI

@testable import Widgets

/// What a screen of 40 by 12 keeps: nine rows of a widget.
@Suite struct LowScreenTests {
  /// The table of the step stays, and the one that is typed into, whatever numbers are in them.
  @Test(arguments: 1...9, ["Q", "K", "V"])
  func theTableOfTheStep(step: Int, input: String) throws {
    let inputs = AttentionWidget.example.with("step", "\(step)")
    var panel = try panel(AttentionWidget.self, inputs)
    #expect(panel.choose("\(input) 1 1 -3.14159") == [])
    let text = panel.canvas(40, 9).text
    let titles = [
      ["S", "1 scores"], ["2 scale"], ["3 mask"], ["4 −max"], ["5 exp"], ["6 sum"], ["7 weights"],
      ["terms of"], ["O", "9 output"],
    ]
    let title = text.dropFirst().contains { line in titles[step - 1].contains(where: line.contains)
    }
    #expect(title, "\(text.joined(separator: "\n"))")
    #expect(text.contains { $0.contains("[") && $0.contains("]") && $0.contains("−3.1") })
  }

  /// The sum, and the largest of a row, are what their steps are about: they stay beside any columns.
  @Test(arguments: [("4", "row max"), ("6", "sum")])
  func totalsStayInView(step: String, total: String) throws {
    let inputs = Inputs([
      "Q": "0.1234 1.5; 2.25 0.3333", "K": "1 0.1; 0.2 1.77; 1.123 1; 0.5 0.5; 0.25 1",
      "V": "1; 2; 3; 4; 5", "step": step,
    ])
    var panel = try panel(AttentionWidget.self, inputs)
    for _ in 0..<6 {
      let text = panel.canvas(40, 9).text
      #expect(text.contains { $0.contains(total) }, "\(text.joined(separator: "\n"))")
      panel.press(.right)
    }
  }

  /// What the step is about is on the screen, and under the cursor.
  @Test(arguments: [(40, 9), (60, 14), (79, 21), (118, 37), (198, 57)])
  func sumsAreShown(columns: Int, rows: Int) throws {
    let inputs = AttentionWidget.example.with("step", "6")
    var panel = try panel(AttentionWidget.self, inputs, keys: [.end])
    for mask in ["none", "0 0 0; 1 1 1"] {
      #expect(panel.choose("mask = \(mask)") == [])
      let text = panel.canvas(columns, rows).text
      #expect(text.contains { $0.contains("2.4931") && $0.contains("cat") })
      #expect(text.dropFirst().contains { $0.contains("[") }, "\(text.joined(separator: "\n"))")
    }
  }

  /// The lines of a query without a key stay, whatever else there is to say of it.
  @Test(arguments: 1...9) func maskedRowsAreDerived(step: Int) throws {
    let inputs = AttentionWidget.example.with("step", "\(step)").with("mask", "0 0 0; 1 1 1")
    let text = try panel(AttentionWidget.self, inputs).canvas(40, 9).text
      .joined(separator: " ").split(separator: " ").joined(separator: " ")
    let told = [
      "= 1", "scaled 1 ÷ √2 = 0.7071", "mask 0.7071 − ∞ = −∞", "there is no maximum",
      "exp e^−∞ = 0", "nothing to add, 0", "0/0 is undefined, here 0", "nothing is taken",
      "0/0 is undefined, here 0",
    ]
    #expect(text.contains(told[step - 1]), "\(text)")
  }

  /// What shades mean is told, or there are none.
  @Test(arguments: 1...9, [(40, 9), (79, 10), (79, 12), (79, 14), (79, 18), (79, 21), (119, 37)])
  func shadesHaveTheirLegend(step: Int, size: (columns: Int, rows: Int)) throws {
    let rows = "1 0 1; 0 1 1; 1 1 0; 2 0 1"
    let inputs = Inputs(["Q": rows, "K": rows, "V": rows, "step": "\(step)"])
    let canvas = try panel(AttentionWidget.self, inputs).canvas(size.columns, size.rows)
    let isShaded = (0..<size.rows).contains { row in
      (0..<size.columns).contains { column in
        let role = canvas[column, row]?.style.role
        return role == .heat || role == .heated
      }
    }
    #expect(isShaded == canvas.text.contains { $0.contains("shades") })
  }

  /// The first of all pages is not words alone, with the figure on the next one.
  @Test(arguments: 1...9) func thePagesBeginWithTheFigure(step: Int) throws {
    var panel = try panel(AttentionWidget.self, AttentionWidget.example.with("step", "\(step)"))
    _ = panel.update(.resized(Size(columns: 40, rows: 9)))
    panel.press(.pageDown)
    let text = panel.canvas(40, 9).text
    #expect(text.contains { $0.contains("[") }, "\(text.joined(separator: "\n"))")
    #expect(text.count { !$0.allSatisfy(\.isWhitespace) } > 5)
  }

  @Test func anOutputHasItsTitle() throws {
    let inputs = AttentionWidget.example.with("step", "9")
    let text = try panel(AttentionWidget.self, inputs).canvas(40, 9).text
    #expect(text.contains { $0.contains("output column 1:") })
    #expect(text.contains { $0.contains("sum") && $0.contains("3.000") })
  }

  /// Rows of a table stay as long as a calculation can give way; where they are cut, it is seen.
  @Test(arguments: 3...12) func cutRowsAreMarked(rows: Int) throws {
    let panel = try panel(SoftmaxWidget.self)
    let text = panel.canvas(39, rows).text
    let names = ["score", "÷ temperature", "− max", "exp", "weight"]
    let shown = names.filter { name in text.contains { $0.hasPrefix(" " + name + " ") } }
    if rows >= 9 { #expect(shown == names, "\(text)") }
    if rows >= 4, shown.count < names.count {
      #expect(text.first { !$0.isEmpty }?.contains { "…–".contains($0) } == true, "\(text)")
    }
  }

  // MARK: Pages

  private func paged(_ panel: any WidgetPanel, _ columns: Int, _ rows: Int) -> any WidgetPanel {
    var panel = panel
    _ = panel.update(.resized(Size(columns: columns, rows: rows)))
    return panel
  }

  /// What finds no room is a page or two away, whatever it is.
  @Test(arguments: 1...9, ["none", "0 0 0; 1 1 1"])
  func theRestIsReached(step: Int, mask: String) throws {
    let inputs = AttentionWidget.example.with("step", "\(step)").with("mask", mask)
    var panel = paged(try panel(AttentionWidget.self, inputs), 40, 9)
    #expect(panel.keys.contains { $0.word == "page" && $0.footer != nil })
    let first = panel.canvas(40, 9).text
    var seen = first
    for _ in 0..<9 {
      panel.press(.pageDown)
      seen += panel.canvas(40, 9).text
    }
    for word in ["mask: ", "scale: ", "heads: ", "backward"] {
      #expect(seen.contains { $0.contains(word) }, "\(word)")
    }
    #expect(seen.last { !$0.isEmpty }?.contains("… page ") == true)
    // It leads back before it leads out, and any other key does what it always does.
    #expect(panel.press(.escape) == [])
    #expect(panel.canvas(40, 9).text == first)
    #expect(panel.press(.escape) == [.back])
  }

  @Test func noPageIsOfferedWhereAllHasRoom() throws {
    for step in 1...9 {
      let inputs = AttentionWidget.example.with("step", "\(step)")
      var panel = paged(try panel(AttentionWidget.self, inputs), 200, 57)
      #expect(!panel.keys.contains { $0.word == "page" && $0.footer != nil })
      let before = panel.canvas(200, 57).text
      panel.press(.pageDown)
      #expect(panel.canvas(200, 57).text == before)
    }
  }

  /// A map that is drawn whole leaves nothing out.
  @Test(arguments: [("map", "2"), ("patch", "4P")])
  func noPageIsOfferedForAWholeMap(page: String, keys: String) throws {
    var panel: any WidgetPanel = try InsideWidget.opened(
      InsideWidget.example.with("guess", "skip"))
    _ = panel.update(.resized(Size(columns: 120, rows: 37)))
    for key in keys { panel.press(.character(key)) }
    panel.finish()
    #expect(!panel.keys.contains { $0.word == "page" && $0.footer != nil }, "\(page)")
    _ = panel.update(.resized(Size(columns: 79, rows: 14)))
    #expect(panel.keys.contains { $0.word == "page" && $0.footer != nil }, "\(page)")
  }

  /// No heading stands without a row below it, whatever else takes the room.
  @Test(arguments: 1...9, ["Q = 1 2 3; 4 5 6; 7 8 9", "V = 1 2; 3 4"])
  func noHeadingStandsAlone(step: Int, kept: String) throws {
    let inputs = AttentionWidget.example.with("step", "\(step)")
    var panel = try panel(AttentionWidget.self, inputs)
    #expect(panel.choose(kept) == [])
    for _ in 0..<4 {
      let text = panel.canvas(40, 9).text
      for (line, next) in zip(text, text.dropFirst() + [""]) where line.contains("row 1 of") {
        let rest = text.drop { $0 != line }.dropFirst().prefix(2)
        #expect(
          rest.contains { $0.contains("the ") || $0.contains("cat ") },
          "\(line) \(next)\n\(text.joined(separator: "\n"))")
      }
      panel.press(.tab)
    }
  }

  /// A mark stands next to its number, and not to the next one.
  @Test(arguments: [(40, 9), (78, 20), (118, 37)])
  func marksStandAtTheirNumbers(columns: Int, rows: Int) throws {
    var panel = try panel(AttentionWidget.self, AttentionWidget.example.with("step", "7"))
    #expect(panel.choose("Q 1 2 -3.14159") == [])
    for _ in 0..<2 {
      for line in panel.canvas(columns, rows).text where !line.contains("mark") {
        for mark in ["↑", "↓", "'"] { #expect(!line.contains(" " + mark), "\(line)") }
      }
      panel.press(.tab)
    }
  }

  /// Columns stay as wide where what they hold is hidden.
  @Test(arguments: [1, 2, 3, 4, 5, 6, 7, 9])
  func hiddenColumnsAreAsWide(step: Int) throws {
    let shown = try panel(AttentionWidget.self, AttentionWidget.example.with("step", "\(step)"))
    var hidden = shown
    hidden.press(.character("g"))
    func head(_ panel: any WidgetPanel) -> String? {
      let lines = panel.canvas(60, 20).text
      // Below the names of the steps, of which one is in brackets.
      return lines.indices.dropFirst().first { lines[$0].contains("[") }.map { lines[$0 - 1] }
    }
    #expect(head(shown) == head(hidden))
  }

  /// On the last page nothing goes on.
  @Test func theLastPageOffersNoOther() throws {
    var panel = try panel(AttentionWidget.self)
    _ = panel.update(.resized(Size(columns: 40, rows: 8)))
    func offersPage() -> Bool { panel.keys.contains { $0.keys == [.pageDown] && $0.footer != nil } }
    #expect(offersPage())
    for _ in 0..<20 { panel.press(.pageDown) }
    #expect(!offersPage())
    panel.press(.pageUp)
    #expect(offersPage())
  }

  /// Eight words, whose tables and calculations no low screen holds at once.
  private static let eight = Inputs([
    "words": "the, cat, sat, on, a, mat, and, slept",
    "Q": "1 0; 0 1; 1 1; 2 0; 0 2; 1 2; 2 1; -1 1", "K": "1 0; 0 1; 1 1; 2 0; 0 2; 1 2; 2 1; -1 1",
    "V": "1 2; 3 4; 5 6; 7 8; 1 1; 2 2; 3 3; 4 4",
  ])

  /// The lines of each page, without the one that says how far it goes.
  private func pages(
    _ panel: any WidgetPanel, _ columns: Int, _ rows: Int
  ) -> [[String]] {
    var panel = paged(panel, columns, rows)
    var pages: [[String]] = []
    for _ in 0..<30 {
      panel.press(.pageDown)
      let text = panel.canvas(columns, rows).text.map(\.trimmedEnd)
      guard let label = text.last(where: { $0.contains("… page ") }) else { return pages }
      let page = Array(text.prefix { $0 != label })
      guard page != pages.last else { return pages }
      pages.append(page)
    }
    return pages
  }

  /// The keys that lead to a step of the way back.
  private static func back(to step: String) -> [Key] {
    let steps = ["dV", "dA", "dS", "dQ", "dK"]
    let count = steps.firstIndex(of: step) ?? 0
    return [.character("b")] + Array(repeating: .character("n"), count: count)
  }

  /// No page ends with the title or the column names of a table that begins on the next one.
  @Test(arguments: 1...9, [(39, 9), (59, 12), (79, 21)])
  func noTitleEndsAPage(step: Int, size: (columns: Int, rows: Int)) throws {
    let panel = try panel(AttentionWidget.self, Self.eight.with("step", "\(step)"))
    for page in pages(panel, size.columns, size.rows) {
      let last = page.last { !$0.isEmpty } ?? ""
      let words = last.split(separator: " ")
      #expect(!["the cat sat", "mat and slept"].contains(words.prefix(3).joined(separator: " ")))
      #expect(!(last.contains("columns") && last.contains(" of 8")), "\(page)")
      #expect(!last.hasSuffix(":") && !last.hasSuffix(","), "\(page)")
    }
  }

  /// The factors of a long sum of products and the products under them stay together.
  @Test(arguments: ["dV", "dQ", "dK"]) func bandsStayTogether(step: String) throws {
    let panel = try panel(AttentionWidget.self, Self.eight, keys: Self.back(to: step))
    let pages = pages(panel, 39, 9)
    let left = step == "dV" ? "A " : "dS "
    #expect(pages.count > 2)
    for page in pages {
      let band = page.lastIndex { $0.drop { $0 == " " }.hasPrefix(left) && $0.contains("0.") }
      if let band, page[band].hasPrefix("   ") { #expect(page.count > band + 2, "\(page)") }
    }
  }

  /// A score's gradient is of A and dA: both are seen, or a page has them.
  @Test(arguments: [(39, 9), (79, 21), (118, 36), (198, 57)])
  func whatAScoresGradientTakes(columns: Int, rows: Int) throws {
    for inputs in [Self.eight, AttentionWidget.example] {
      let panel = try panel(AttentionWidget.self, inputs, keys: Self.back(to: "dS"))
      let seen = panel.canvas(columns, rows).text + pages(panel, columns, rows).joined()
      for name in ["A", "dA", "dS"] {
        let isThere = seen.contains { line in
          line.split(separator: " ").contains { $0.drop { $0 == "▌" } == name }
        }
        #expect(isThere, "\(name) at \(columns) columns")
      }
    }
  }

  /// A drawing is on one page.
  @Test func drawingsAreWhole() throws {
    let pages = pages(try panel(DotProductWidget.self), 39, 9)
    #expect(pages.count { $0.contains { $0.contains("┤") || $0.contains("┴") } } == 1, "\(pages)")
  }

  /// Of a product of which parts are drawn, the factors can be paged to whole.
  @Test func factorsOfALongTextAreOnThePages() throws {
    let long = BlockWidget.shapes.fitted(BlockWidget.initial, to: [])
    var start = long
    start.model.x = long.model.x.fitted(rows: 11, columns: long.model.x.columns)
    start.model.words = (1...11).map { "w\($0)" }
    for step in [5, 12, 21] {
      start.step = step
      let widget = try BlockWidget(checking: start)
      var panel: any WidgetPanel = Panel(widget)
      _ = panel.update(.resized(Size(columns: 80, rows: 21)))
      var seen = panel.canvas(80, 21).text
      for _ in 0..<8 {
        panel.press(.pageDown)
        seen += panel.canvas(80, 21).text
      }
      for part in widget.shown.parts {
        let name = try #require(widget.chain.table(part.ref)).symbol
        let rows = seen.filter { $0.contains(name) && $0.contains("×") }
        #expect(!rows.isEmpty, "\(name) at step \(step)")
      }
      #expect(seen.contains { $0.contains("w7 ") } && seen.contains { $0.contains("w9 ") })
    }
  }

  /// Pages leave no column and no row out: what stands in strips and goes on comes to the whole.
  @Test(arguments: [(39, 9), (39, 30), (79, 21), (118, 36)])
  func pagesHoldWholeTables(columns: Int, rows: Int) throws {
    var long = BlockWidget.initial
    long.model.x = long.model.x.fitted(rows: 13, columns: long.model.x.columns)
    long.model.words = (1...13).map { "w\($0)" }
    var panels: [any WidgetPanel] = []
    for step in [2, 5, 8, 12, 21] {
      long.step = step
      panels.append(Panel(try BlockWidget(checking: long)))
    }
    for step in [3, 7, 9] {
      let inputs = AttentionWidget.example.with("step", "\(step)")
        .with("Q", Array(repeating: "1 0 2", count: 3).joined(separator: "; "))
        .with("K", (1...13).map { "\($0) 0 1" }.joined(separator: "; "))
        .with("V", (1...13).map { "\($0) 1" }.joined(separator: "; "))
        .with("words", "")
      panels.append(try panel(AttentionWidget.self, inputs))
    }
    panels.append(try panel(DecodeWidget.self))
    for panel in panels {
      var panel = panel
      _ = panel.update(.resized(Size(columns: columns, rows: rows)))
      var (before, seen): ([String], [String]) = ([], [])
      panel.press(.pageDown)
      while panel.canvas(columns, rows).text != before {
        before = panel.canvas(columns, rows).text
        seen += before
        panel.press(.pageDown)
      }
      expectWhole("column", in: seen)
      expectWhole("row", in: seen)
    }
  }

  /// A number has as many digits on a page as on the screen before it.
  @Test(arguments: [(39, 9), (79, 21)]) func pagesKeepDigits(columns: Int, rows: Int) throws {
    var long = BlockWidget.initial
    long.model.x = long.model.x.fitted(rows: 17, columns: long.model.x.columns)
    long.model.words = (1...17).map { "w\($0)" }
    long.step = 11
    var panel: any WidgetPanel = Panel(try BlockWidget(checking: long))
    _ = panel.update(.resized(Size(columns: columns, rows: rows)))
    func weights() -> Set<Substring> {
      let cells = panel.canvas(columns, rows).text.filter {
        $0.drop(while: \.isWhitespace).hasPrefix("w2 ")
      }
      .flatMap { $0.split(separator: " ") }
      return Set(cells.filter { $0.hasPrefix("0.") })
    }
    let first = weights()
    var seen: Set<Substring> = []
    for _ in 0..<60 {
      panel.press(.pageDown)
      seen.formUnion(weights())
    }
    #expect(!first.isEmpty && seen.isSuperset(of: first), "\(first) \(seen)")
  }

  /// Each table of which a part is named has all of it named.
  private func expectWhole(_ noun: String, in lines: [String]) {
    let part = Regex<(Substring, Substring, Substring?, Substring)>.part(noun)
    var seen: [String: (count: Int, places: Set<Int>)] = [:]
    for line in lines {
      guard let match = line.firstMatch(of: part), let first = Int(match.1),
        let count = Int(match.3)
      else { continue }
      let last = match.2.flatMap { Int($0) } ?? first
      let name = line[..<match.range.lowerBound].trimmed
      seen[name, default: (count, [])].places.formUnion(first...last)
    }
    for (name, part) in seen {
      #expect(part.places.count == part.count, "\(noun)s \(part.places.sorted()) of \(name)")
    }
  }
}

extension Regex where Output == (Substring, Substring, Substring?, Substring) {
  /// `columns 3–5 of 6`
  fileprivate static func part(_ noun: String) -> Self {
    // The pattern is written here: it can be read.
    try! Regex("  \(noun)s? ([0-9]+)(?:–([0-9]+))? of ([0-9]+)", as: Output.self)
  }
}
