import Formulas
import Notes
import Testing
import TextUI

@testable import Widgets

/// What is pasted or typed without a name, and what is said of what was taken.
@Suite struct PastingTests {
  private func attention(_ keys: Key...) throws -> any WidgetPanel {
    try panel(AttentionWidget.self, keys: keys)
  }

  /// Truth values and −∞ can only be a mask, wherever the cursor stands.
  @Test(arguments: [
    ("[[True, False, True],\n [True, True, True]]", "1 0 1; 1 1 1"),
    ("tensor([[ True, False,  True],\n        [ True,  True,  True]])", "1 0 1; 1 1 1"),
    ("0 -inf 0\n0 0 0", "0 -inf 0; 0 0 0"),
    ("np.array([[0, -np.inf, 0], [0, 0, 0]])", "0 -inf 0; 0 0 0"),
  ])
  func aMaskNeedsNoName(text: String, mask: String) throws {
    for keys in [[], [Key.tab], [.character("=")]] {
      var panel = try AttentionWidget.opened(AttentionWidget.example)
      for key in keys { panel.press(key) }
      _ = panel.update(.pasted(text))
      // What has one line is text to be edited, where a line is typed.
      if panel.field != nil { panel.press(.enter) }
      #expect(panel.inputs["mask"] == mask, "\(keys)")
      #expect(panel.text.contains(" read as "), "\(keys)")
    }
    var line = try attention()
    #expect(line.choose(text.split(separator: "\n").joined(separator: " ")) != nil)
  }

  @Test func aMaskOfAnotherSizeWaits() throws {
    var panel = try attention()
    _ = panel.update(.pasted("True False\nTrue True"))
    #expect(panel.text.contains("Kept until it fits: mask = 1 0; 1 1"), "\(panel.text)")
    #expect(panel.inputs["mask"] == "none")
  }

  /// 0 and 1 may be anything: the message names what they may be.
  @Test func whatMayBeSeveralIsToBeNamed() throws {
    var panel = try attention()
    _ = panel.update(.pasted("1 0 1\n1 1 1"))
    #expect(panel.inputs["mask"] == "none" && panel.text.contains("or mask = …"))
    var vectors = try DotProductWidget.opened(DotProductWidget.example)
    vectors.press(.tab)
    _ = vectors.update(.pasted("1 0 1"))
    #expect(vectors.text.contains("behind its name: u = …, v = …"), "\(vectors.text)")
  }

  @Test func whatWasTakenIsSaid() throws {
    var panel = try attention()
    let q = "Q = 1 2 3; 4 5 6; 7 8 9", k = "K = 1 2 3; 4 5 6", v = "V = 1; 2"
    _ = panel.update(.pasted([q, k, v].joined(separator: "\n")))
    #expect(panel.text.contains("Q 3×3, K 2×3, V 2×1"), "\(panel.text)")
    panel.press(.right)
    #expect(!panel.text.contains("Q 3×3, K"))
    _ = panel.update(.pasted("[[1, 2]]\n[[3, 4]]\n[[5]]"))
    #expect(panel.text.contains("Read in this order: Q 1×2, K 1×2, V 1×1"), "\(panel.text)")
    // What waited is told with what it waited for.
    #expect(panel.choose("K = 1 2; 3 4") == [])
    #expect(
      !panel.text.contains("K 2×2") && panel.text.contains("Kept until it fits: K = 1 2; 3 4"))
    #expect(panel.choose("V = 1; 2") == [])
    #expect(panel.text.contains("K 2×2, V 2×1"), "\(panel.text)")
    var vector = try DotProductWidget.opened(DotProductWidget.example)
    #expect(vector.choose("u = 1 2 3  v = 4 5 6") == [])
    #expect(vector.text.contains("u 3 numbers, v 3 numbers"))
  }

  /// Two numbers beside a comma in every row may have been meant for one.
  @Test(arguments: [
    ("Q = 1,5; 2,5", "Q 2×2 (“1,5” is two numbers; a decimal is 1.5)"), ("Q = 1, 5; 2, 5", "Q 2×2"),
    ("Q = [[1,5],[2,5]]", "Q 2×2"),
  ])
  func commasAreTold(line: String, said: String) throws {
    var panel = try attention()
    #expect(panel.choose(line) == [])
    #expect(panel.transcript.contains(said), "\(panel.text)")
  }

  /// What waits is told as it can be typed again, its rows too.
  @Test func whatWaitsKeepsItsRows() throws {
    var panel = try attention()
    _ = panel.update(.pasted("Q = [[1, 2, 3],\n     [4, 5, 6]]"))
    #expect(panel.text.contains("Kept until it fits: Q = 1 2 3; 4 5 6"), "\(panel.text)")
    panel.press(.character("u"), .character("="))
    #expect(panel.field?.text == "Q = 1 2 3; 4 5 6")
    panel.press(.enter)
    #expect(panel.text.contains("Kept until it fits: Q = 1 2 3; 4 5 6"))
    let wide = "Q = " + (1...40).map { "\($0)" }.joined(separator: " ")
    #expect(panel.choose(wide) == [])
    #expect(panel.text.contains("Kept until it fits: Q 1×40"), "\(panel.text)")
  }

  @Test func whatMayBeTypedIsShownAtOnce() throws {
    var panel = try attention(.character("="))
    #expect(panel.text.contains("Such as Q = 1 0; 0 1. Inputs: words, key-words, Q, K, V, mask"))
    panel.type("1 2 3")
    #expect(panel.text.contains("Write name = value, such as Q = 1 0; 0 1"), "\(panel.text)")
    for type in allWidgets {
      var panel = try type.opened(type.example)
      panel.press(.character("="))
      // Where one input is what a reader comes to type, the line begins with it, and its own hint stands there.
      let begins = panel.field.map { !$0.text.isEmpty } ?? false
      #expect(panel.text.contains("Such as ") || begins, "\(type.name)")
    }
  }

  // MARK: Masks in turn

  private func masks(_ panel: inout any WidgetPanel, _ count: Int) -> [String] {
    (0..<count).map { _ in
      panel.press(.character("m"))
      return panel.inputs["mask"] ?? ""
    }
  }

  /// The reader's own mask is one of those that the key goes through.
  @Test(arguments: [
    ("1 0 1; 1 1 1", ["hide 1 0 1; 1 1 1", "none", "causal", "padding 1 1 0", "1 0 1; 1 1 1"]),
    (
      "hide 1 0 1; 1 1 1", ["1 0 1; 1 1 1", "none", "causal", "padding 1 1 0", "hide 1 0 1; 1 1 1"]
    ),
    ("window 2", ["none", "causal", "padding 1 1 0", "window 2 top-left"]),
    ("padding 0 1 1", ["none", "causal", "padding 1 1 0", "padding 0 1 1"]),
    (
      "0.5 0 0; 0 0 -inf",
      ["none", "causal", "padding 1 1 0", "0.5 0 0; 0 0 -inf", "none"]
    ),
  ])
  func ownMaskComesBack(mask: String, then expected: [String]) throws {
    var panel = try attention()
    #expect(panel.choose("mask = \(mask)") == [])
    #expect(masks(&panel, expected.count).map { $0 } == expected)
  }

  @Test func aMaskMadeCellByCellComesBackToo() throws {
    var panel = try attention(.character("x"))
    let own = try #require(panel.inputs["mask"])
    #expect(own == "0 1 1; 1 1 1")
    #expect(masks(&panel, 5).last == own)
    // It is none for other sizes.
    #expect(panel.choose("Q = 1 0  mask = none") == [])
    #expect(!masks(&panel, 6).contains(own))
  }

  // MARK: Going

  @Test func aCellIsGoneTo() throws {
    let rows = (1...120).map { "\($0) \($0 * 2)" }.joined(separator: "; ")
    var panel = try attention()
    #expect(panel.choose("Q = \(rows)") == [])
    panel.press(.character(":"))
    #expect(panel.fieldLabel == "Go to: ")
    panel.type("30 2")
    #expect(panel.draft.place.row == 29 && panel.draft.place.column == 1)
    panel.press(.character(":"))
    panel.type("12")
    #expect(panel.draft.place.row == 11 && panel.draft.place.column == 0)
    panel.press(.pageDown)
    #expect(panel.draft.place.row == 21)
    panel.press(.pageDown, .pageDown, .pageDown)
    #expect(panel.draft.place.row == 51 && panel.draft.place.area == 3)
    panel.press(.pageUp)
    #expect(panel.draft.place.row == 41)
    // In an input it is the input's cell.
    panel.press(.tab, .character(":"))
    panel.type("25 2")
    #expect(panel.draft.place.area == 0 && panel.draft.place.row == 24)
    panel.press(.character(":"))
    panel.type("x")
    #expect(panel.field?.text == "cell Q x" && panel.text.contains("cell takes a row"))
  }
}
