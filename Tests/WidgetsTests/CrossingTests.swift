import Formulas
import Notes
import Numerics
import Testing
import TextUI

@testable import Widgets

/// A number of a product stands in line with the row and the column that made it.
@Suite struct CrossingTests {
  /// Digits of a factor stand over those of the product, whatever glow stands behind these.
  @Test(arguments: ["1 0; 0 1", "1.5 0; -2.25 1"]) func digitsStandInLine(query: String) throws {
    let panel = try panel(AttentionWidget.self, AttentionWidget.example.with("Q", query))
    let text = panel.canvas(79, 21).text
    let rule = try #require(text.firstIndex { $0.contains("── S") })
    /// Where the first number behind a column ends.
    func end(_ line: String, from column: Int) -> Int? {
      let rest = Array(line).indices.dropFirst(column)
      let characters = Array(line)
      return rest.first { at in
        characters[at].isNumber
          && (at + 1 == characters.count
            || !(characters[at + 1].isNumber || characters[at + 1] == "."))
      }
    }
    let start = try #require(
      text[rule].firstRange(of: "──").map {
        text[rule].distance(from: text[rule].startIndex, to: $0.lowerBound)
      })
    // Whole numbers, so that no blanks stand in the place of decimals.
    if query == "1 0; 0 1" {
      #expect(end(text[rule - 1], from: start) == end(text[rule + 2], from: start))
    }
    let digits = [rule - 2, rule - 1].map { end(text[$0], from: start) }
    #expect(digits[0] == digits[1])
  }

  private func inputs(_ g: inout SeededGenerator) -> Inputs {
    let (n, m, d, w) = (g.int(in: 1...4), g.int(in: 1...3), g.int(in: 1...3), g.int(in: 1...3))
    func matrix(_ rows: Int, _ columns: Int) -> String {
      Plain.text(
        Matrix(rows: rows, columns: columns) { _, _ in Double(g.int(in: -999...999)) / 100 })
    }
    return Inputs([
      "Q": matrix(n, d), "K": matrix(m, d), "V": matrix(m, w),
      "transpose": ["no", "yes"][g.int(in: 0...1)],
    ])
  }

  private func columns(of sign: Character, in line: String) -> [Int] {
    line.enumerated().filter { $0.element == sign }.map(\.offset)
  }

  @Test(arguments: 0..<30, [1, 9, 10, 11, 13, 14])
  func theFactorsOfACellAreInItsRowAndColumn(seed: Int, step: Int) throws {
    var g = SeededGenerator(seed: UInt64(seed))
    var panel = try panel(AttentionWidget.self, inputs(&g).with("step", "\(step)"))
    for _ in 0..<g.int(in: 0...3) { panel.press(.right) }
    if step > 9 { for _ in 0..<g.int(in: 0...3) { panel.press(.down) } }
    for isASCII in [false, true] {
      let (open, close): (Character, Character) = isASCII ? ("(", ")") : ("▐", "▌")
      let lines = panel.canvas(107, 50, ascii: isASCII).text
      let row = try #require(
        lines.firstIndex {
          $0.contains("[") && !$0.contains("[1 sc") && !$0.contains(" [9") && $0.contains("]")
            && $0.contains(open)
        })
      let line = lines[row]
      let cell = try #require(columns(of: "[", in: line).last)
      let end = try #require(columns(of: "]", in: line).last)
      // The row, between its signs, left of the cell.
      let before = try #require(columns(of: open, in: line).first)
      let behind = try #require(columns(of: close, in: line).first)
      #expect(before < behind && behind < cell)
      // The column, above it, each number between signs that stand over the brackets.
      let above = lines[..<row].filter { $0.contains(open) }
      #expect(!above.isEmpty)
      for line in above {
        #expect(columns(of: open, in: line) == [cell], "\(lines.joined(separator: "\n"))")
        #expect(columns(of: close, in: line) == [end])
      }
    }
  }

  /// A cell owns the columns at its sides: nothing else moves when the cursor does.
  @Test(arguments: [1, 2, 4, 7, 9])
  func nothingMovesWithTheCursor(step: Int) throws {
    var panel = try panel(AttentionWidget.self, AttentionWidget.example.with("step", "\(step)"))
    func numbers() -> [String] {
      panel.canvas(80, 40).text.prefix(8).map { line in
        line.map { "[]▐▌▸─ ".contains($0) ? " " : String($0) }.joined().trimmedEnd
      }
    }
    let before = numbers().dropFirst()
    for key in [Key.right, .down, .left] {
      panel.press(key)
      #expect(numbers().dropFirst() == before)
    }
  }

  @Test func arrowsLeadWhereThePictureDoes() throws {
    var panel = try panel(AttentionWidget.self)
    // Up from the first row of S is the key above it, and down leads back.
    panel.press(.right, .up)
    panel.press(.character("7"))
    #expect(panel.fieldLabel == "K cat, entry 2 (now 1): ")
    panel.press(.escape, .up, .character("7"))
    #expect(panel.fieldLabel == "K cat, entry 1 (now 0): ")
    panel.press(.escape, .right, .character("7"))
    #expect(panel.fieldLabel == "K sat, entry 1 (now 1): ")
    panel.press(.escape, .down, .down)
    #expect(panel.text.contains("query \"the\" looks at key \"sat\""))
    // Left from the first column of S is the query at its left.
    panel.press(.left, .left, .left, .character("7"))
    #expect(panel.fieldLabel == "Q the, entry 2 (now 0): ")
    panel.press(.escape, .right)
    #expect(panel.text.contains("query \"the\" looks at key \"the\""))
    // Above the output stand the values.
    for _ in 0..<8 { panel.press(.character("n")) }
    panel.press(.right, .up, .character("7"))
    #expect(panel.fieldLabel == "V sat, column 2 (now 6): ")
  }

  @Test func whatMovedIsMarked() throws {
    var panel = try panel(AttentionWidget.self, keys: [.tab])
    #expect(panel.text.contains("1'"))
    panel.type("2")
    #expect(panel.text.contains("2↑") && !panel.text.contains("0'"))
    panel.press(.right)
    #expect(!panel.text.contains("↑") && panel.text.contains("0'"))
    panel.press(.character("u"))
    #expect(panel.text.contains("1↓"))
  }

  /// The marks go along from step to step, and are there again behind another input.
  @Test func marksStayUntilTheNextChange() throws {
    var panel = try panel(AttentionWidget.self, keys: [.tab])
    panel.type("2")
    for _ in 2...9 {
      panel.press(.character("n"))
      #expect(panel.text.contains("↑"), "\(panel.text)")
    }
    panel.press(.right)
    #expect(!panel.text.contains("↑"))
    panel.press(.backTab)
    #expect(panel.text.contains("↑") && panel.text.contains("what the change moved"))
    // A change that moves nothing ends them too.
    #expect(panel.choose("scale = none") == [] && panel.choose("words = a, b, c") == [])
    panel.press(.character("p"))
    #expect(!panel.text.contains("↑"), "\(panel.text)")
  }
}
