import Formulas
import Notes
import Numerics
import Testing
import TextUI

@testable import Widgets

/// Several inputs in one go, and what does not fit the others yet.
@Suite struct WaitingTests {
  private func attention() throws -> any WidgetPanel { try panel(AttentionWidget.self) }

  @Test(
    arguments: [
      ("Q = 1 2; 3 4  K = 5 6", [("Q", "1 2; 3 4"), ("K", "5 6")]),
      ("q = 1 2; k = 3 4; v = 5", [("Q", "1 2"), ("K", "3 4"), ("V", "5")]),
      (
        "import torch\nQ = torch.tensor([[1., 2.],\n  [3., 4.]])  # queries\nd_k = 2\n"
          + "K = torch.tensor([[5., 6.]])\nprint(Q)",
        [("Q", "torch.tensor([[1., 2.],\n  [3., 4.]])"), ("K", "torch.tensor([[5., 6.]])")]
      ),
      ("Q:\n[[1 2]\n [3 4]]\nV:\n[[5]]", [("Q", "[[1 2]\n [3 4]]"), ("V", "[[5]]")]),
      ("{\"Q\": [[1, 2]], \"K\": [[3, 4]]}", [("Q", "[[1, 2]]"), ("K", "[[3, 4]]")]),
      (
        "Q =\n\n     1     2\n     3     4\n\nK =\n\n     5     6\n",
        [
          ("Q", "1     2\n     3     4"), ("K", "5     6"),
        ]
      ),
      ("mask = causal  scale = none", [("mask", "causal"), ("scale", "none")]),
      ("if Q == 3", []), ("1 2; 3 4", []), ("", []), ("Q", []), ("Q =", [("Q", "")]),
      ("words = a, b  Q = 1", [("words", "a, b"), ("Q", "1")]),
      ("Q = 1  Q = 2", [("Q", "2")]),
    ] as [(String, [(String, String)])])
  func inputsOfOneText(text: String, expected: [(String, String)]) {
    let found = TypedInputs(text, keys: AttentionWidget.inputKeys).inputs
    #expect(found == expected.map { TypedInputs.Input(key: $0.0, value: $0.1) })
  }

  @Test func anotherWidthIsKeptUntilItFits() throws {
    var panel = try attention()
    panel.press(.character("="))
    panel.type("Q = 1 2 3; 4 5 6")
    #expect(panel.inputs["Q"] == "1 0; 0 1")
    #expect(panel.text.contains("Kept until it fits: Q = 1 2 3; 4 5 6"))
    #expect(panel.text.contains("Q has 3 columns and K has 2"))
    #expect(panel.text.contains("f fits them to Q"))
    panel.press(.character("="))
    panel.type("K = 1 0 1; 0 1 0; 1 1 1")
    #expect(panel.inputs["Q"] == "1 2 3; 4 5 6" && panel.inputs["K"] == "1 0 1; 0 1 0; 1 1 1")
    #expect(!panel.text.contains("Kept"))
    // One change, taken back at once.
    panel.press(.character("u"))
    #expect(panel.inputs["Q"] == "1 0; 0 1" && panel.inputs["K"] == "1 0; 0 1; 1 1")
  }

  @Test func oneKeyMakesTheOthersFit() throws {
    var panel = try attention()
    #expect(panel.choose("Q = 1 2 3; 4 5 6; 7 8 9; 1 1 1") == [])
    panel.press(.character("f"))
    #expect(panel.inputs["Q"] == "1 2 3; 4 5 6; 7 8 9; 1 1 1")
    #expect(panel.inputs["K"] == "1 0 0; 0 1 0; 1 1 0")
    #expect(panel.text.contains("Fitted to Q: K 3×2, now 3×3, filled up with 0"))
    #expect(panel.press(.character("f")).count == 1)
    // K of one row: V and the words go with it.
    #expect(panel.choose("K = 1 1 1") == [])
    panel.press(.character("f"))
    #expect(panel.inputs["V"] == "1 2" && panel.inputs["words"] == "the, cat, sat")
    // A mask of another size makes Q, K and V fit.
    #expect(panel.choose("mask = 1 0; 1 1") == [])
    panel.press(.character("f"))
    #expect(panel.inputs["Q"] == "1 2 3; 4 5 6" && panel.inputs["K"] == "1 1 1; 0 0 0")
  }

  @Test func takingBackDropsWhatWaits() throws {
    var panel = try attention()
    #expect(panel.choose("Q = 1 2 3") == [])
    panel.press(.character("u"))
    #expect(!panel.text.contains("Kept"))
    #expect(panel.choose("K = 1 0; 0 1; 1 0") == [])
    #expect(panel.inputs["Q"] == "1 0; 0 1")
  }

  @Test func aChangeElsewhereMayMakeItFit() throws {
    var panel = try attention()
    #expect(panel.choose("Q = 1 2 3; 4 5 6") == [])
    panel.press(.tab, .character("A"))
    #expect(panel.inputs["Q"] == "1 2 3; 4 5 6")
    #expect(!panel.text.contains("Kept"))
  }

  @Test func aWholePrintoutIsTaken() throws {
    var panel = try attention()
    let printout = """
      Q = tensor([[ 0.1000, -0.2000,  0.3000,  0.4000,  0.5000],
              [ 1.0000,  0.0000,  0.0000,  0.0000,  1.0000],
              [ 0.5000,  0.5000,  0.5000,  0.5000,  0.5000]])
      K = tensor([[1., 0., 0., 0., 0.],
              [0., 1., 0., 0., 0.],
              [0., 0., 1., 0., 0.],
              [0., 0., 0., 1., 0.]], dtype=torch.float64)
      V = tensor([[1., 2.],
              [3., 4.],
              [5., 6.],
              [7., 8.]], grad_fn=<MulBackward0>)
      """
    _ = panel.update(.pasted(printout))
    #expect(panel.inputs["Q"] == "0.1 -0.2 0.3 0.4 0.5; 1 0 0 0 1; 0.5 0.5 0.5 0.5 0.5")
    #expect(panel.inputs["V"] == "1 2; 3 4; 5 6; 7 8")
    // The same without names goes to Q, K and V in their order, and says so.
    let bare = printout.split(separator: "\n").map { line in
      line.replacing("Q = ", with: "").replacing("K = ", with: "").replacing("V = ", with: "")
    }.joined(separator: "\n")
    var other = try attention()
    _ = other.update(.pasted(bare))
    #expect(other.inputs == panel.inputs)
    #expect(other.text.contains("Read in this order: Q 3×5, K 4×5, V 4×2"))
  }

  /// Three matrices of the largest size at once, as torch prints them and with all digits, are read to
  /// the last of them; where a step is looked at, nothing is to be kept at once.
  @Test(arguments: [false, true]) func theLargestPrintoutIsTaken(isNamed: Bool) throws {
    var g = SeededGenerator(seed: 1)
    let tables = ["Q", "K", "V"].map { key in
      (key, Matrix(rows: 128, columns: 128) { _, _ in g.normal() })
    }
    let printout = tables.map { key, matrix in
      let rows = matrix.rowArrays.map { row in
        "[" + row.map { "\($0)" }.joined(separator: ",\n          ") + "]"
      }
      return (isNamed ? "\(key) = " : "") + "tensor([" + rows.joined(separator: ",\n        ")
        + "], dtype=torch.float64)\n"
    }.joined()
    #expect(printout.utf8.count > 1_000_000 && printout.utf8.count < Paste.limit)
    var panel = try attention()
    #expect(panel.choose("heads = 1") == [])
    _ = panel.update(.pasted(printout))
    for (key, matrix) in tables {
      #expect(panel.inputs[key] == Plain.text(matrix), "\(key): \(panel.text.suffix(200))")
    }
    let revision = panel.revision
    panel.press(.character("n"), .character("n"), .tab, .down)
    #expect(panel.revision == revision && panel.draft.inputs["step"] == "3")
    panel.type("5")
    #expect(panel.revision > revision)
  }

  @Test func whatCannotBeReadIsRefusedAtOnce() throws {
    var panel = try attention()
    #expect(panel.choose("Q = 1 2; 3")?.count == 1)
    #expect(panel.choose("Q = 1 2  K = x")?.count == 1)
    #expect(panel.inputs["Q"] == "1 0; 0 1")
    #expect(panel.choose("heads = 99")?.count == 1)
    #expect(!panel.text.contains("Kept"))
  }

  /// Where nothing can be made to fit, `f` says why and what would do; what fits without it is taken.
  @Test func whatCannotBeFittedKeepsNothingBack() throws {
    var panel = try panel(
      AttentionWidget.self, Inputs(["Q": "1 2 3", "K": "1 0 0; 0 1 0", "V": "1 2; 3 4"]))
    #expect(panel.choose("heads = 2") == [])
    #expect(panel.text.contains("Type what fits it; u drops heads"))
    let said = "\(panel.press(.character("f")))"
    #expect(said.contains("neither would make the others fit heads; u drops heads"))
    #expect(panel.text.contains("heads = 1 would do"))
    #expect(panel.choose("mask = causal") == [])
    #expect(panel.inputs["mask"] == "causal" && panel.inputs["heads"] == nil)
    #expect(panel.text.contains("Kept until it fits: heads = 2"))
    #expect(panel.choose("Q = 1 2 3 4  K = 1 0 0 0; 0 1 0 0") == [])
    #expect(panel.inputs["heads"] == "2" && !panel.text.contains("Kept"))
  }

  /// Leaving and coming back loses nothing of what waits.
  @Test func whatWaitsIsKeptInTheDraft() throws {
    var panel = try attention()
    let before = panel.revision
    #expect(panel.choose("Q = 1 2 3; 4 5 6") == [])
    #expect(panel.revision > before && panel.isChanged)
    let draft = try #require(Draft(panel.draft.text))
    #expect(draft == panel.draft)
    var again: any WidgetPanel = try AttentionWidget.opened(AttentionWidget.example, draft: draft)
    #expect(again.text.contains("Kept until it fits: Q = 1 2 3; 4 5 6"))
    again.press(.character("f"))
    #expect(again.inputs["Q"] == "1 2 3; 4 5 6")
    again.press(.character("u"), .character("u"))
    #expect(try #require(Draft(again.draft.text)).waiting.entries.isEmpty)
  }

  /// A line with a mistake stays to be edited; one that is begun over a number is a line too.
  @Test func aRefusedLineGoesOn() throws {
    var panel = try attention()
    panel.press(.character("="))
    panel.type("K = 1 2; 3")
    #expect(panel.field?.text == "K = 1 2; 3")
    panel.type(" 4")
    panel.press(.character("="))
    #expect(panel.field?.text == "" && panel.inputs["K"] == "1 0; 0 1; 1 1")
    panel.press(.escape, .tab, .enter)
    panel.type("=scale = none")
    #expect(panel.inputs["scale"] == "none")
  }

  @Test func namesThatHaveNoRowGiveWay() throws {
    var panel = try panel(
      SoftmaxWidget.self, Inputs(["words": "a, b, c", "scores": "1 2 3"]))
    #expect(panel.choose("scores = 1") == [])
    #expect(panel.inputs["scores"] == "1" && panel.inputs["words"] == "a")
    #expect(panel.choose("scores = 1 2") == [])
    #expect(panel.choose("words = one two") == [])
    #expect(panel.inputs["words"] == "one, two")
    #expect(panel.choose("words = one two, b") == [])
    #expect(panel.inputs["words"] == "one two, b")
  }

  /// New Q, K and V that fit each other are taken: a mask, gradients and heads of other sizes, and the
  /// words of the rows before, give way, and that is said.
  @Test(arguments: ["mask = 1 0 0; 1 1 0", "mask = padding 1 1 0"])
  func newTablesPutOffWhatWasMadeForTheOldOnes(mask: String) throws {
    var panel = try attention()
    #expect(panel.choose(mask) == [] && panel.choose("dO = 1 2; 3 4") == [])
    let trio = "Q = 1 0; 0 1; 1 1  K = 1 0; 0 1  V = 1 2; 3 4"
    #expect(panel.choose(trio) == [])
    #expect(!panel.text.contains("Kept until it fits"), "\(panel.text)")
    #expect(panel.inputs["Q"] == "1 0; 0 1; 1 1" && panel.inputs["mask"] == "none")
    #expect(panel.inputs["dO"] == nil && panel.inputs["words"] == nil)
    #expect(panel.text.contains("Dropped, as made for other sizes: mask, dO"), "\(panel.text)")
    #expect(panel.text.contains("Rows are numbered; W names them"))
    // One change, taken back at once.
    panel.press(.character("u"))
    #expect(panel.inputs["words"] == "the, cat, sat" && panel.inputs["mask"] != "none")
  }

  /// What still fits stays, and so do names that come along; a trio that does not fit itself is kept.
  @Test func newTablesKeepWhatFitsThem() throws {
    var panel = try attention()
    #expect(panel.choose("mask = 1 0 0; 1 1 0") == [])
    #expect(panel.choose("Q = 1 0; 0 2  K = 1 0; 0 1; 2 2  V = 1; 2; 3  words = a, b, c") == [])
    #expect(panel.inputs["mask"] == "1 0 0; 1 1 0" && panel.inputs["words"] == "a, b, c")
    #expect(panel.choose("Q = 1 0 0  K = 1 0; 0 1  V = 1; 2") == [])
    #expect(panel.text.contains("Kept until it fits"))
    #expect(panel.inputs["mask"] == "1 0 0; 1 1 0" && panel.inputs["words"] == "a, b, c")
  }

  /// What is kept until it fits is in no exported file, and that is said.
  @Test func exportSaysWhatItLeavesOut() throws {
    var panel = try attention()
    #expect(panel.choose("Q = 1 2 3; 4 5 6") == [])
    panel.press(.character("e"))
    #expect(panel.text.contains("Written without Q, which is kept until it fits"))
  }

  /// A row that came to a table depends on the input under the cursor, the old ones moved; tables of
  /// other sizes have nothing to do with those before.
  @Test func theLegendNamesAllMarks() throws {
    var panel = try attention()
    panel.press(.tab)
    panel.type("3")
    let moved = "↑ and ↓ mark what the change moved"
    #expect(panel.text.contains(moved))
    panel.press(.backTab)
    #expect(panel.text.contains(moved))
    #expect(panel.choose("Q = 3 2; 0 1  K = 1 0; 0 1; 1 1; 2 2  V = 1; 2; 3; 4") == [])
    #expect(!panel.text.contains(moved) && !panel.text.contains("↑"))
    #expect(panel.choose("Q = 2 2; 0 1") == [])
    #expect(panel.text.contains(moved))
  }

  /// What was typed together is filled up and never cut; what is cut is named before.
  @Test func fittingCutsNothingThatWasTypedTogether() throws {
    var panel = try attention()
    #expect(panel.choose("Q = 1 2 3 4; 1 1 1 1  K = 1 2; 3 4; 5 6  V = 1; 2") == [])
    #expect(panel.text.contains("or f fits them to Q, K, V; u drops Q, K, V"))
    panel.press(.character("f"))
    #expect(panel.inputs["Q"] == "1 2 3 4; 1 1 1 1")
    #expect(panel.inputs["K"] == "1 2 0 0; 3 4 0 0; 5 6 0 0" && panel.inputs["V"] == "1; 2; 0")
    #expect(panel.choose("Q = 5 5") == [])
    #expect(panel.text.contains("or f fits them to Q (K is cut); u drops Q"))
    // Taking back brings back what waited too.
    panel.press(.character("f"), .character("u"))
    #expect(panel.inputs["Q"] == "1 2 3 4; 1 1 1 1" && panel.text.contains("Kept until it fits: Q"))
    panel.press(.character("u"), .character("u"))
    #expect(
      panel.inputs["Q"] == "1 0; 0 1" && panel.text.contains("Kept until it fits: Q, K, V") == false
    )
  }

  /// Tables pasted one after another, without names, go to Q, K and V in turn.
  @Test func pastesGoOnToTheNextTable() throws {
    var panel = try attention()
    panel.press(.tab)
    for table in ["[[1, 2, 3], [4, 5, 6]]", "[[1, 0, 1], [0, 1, 0]]", "[[1, 2], [3, 4]]"] {
      _ = panel.update(.pasted(table))
    }
    #expect(panel.inputs["Q"] == "1 2 3; 4 5 6" && panel.inputs["K"] == "1 0 1; 0 1 0")
    #expect(panel.inputs["V"] == "1 2; 3 4")
    // Over a number that is begun a whole table is one too.
    panel.press(.enter)
    _ = panel.update(.pasted("[[1, 1, 1]]"))
    #expect(panel.inputs["Q"] == "1 1 1")
  }

  /// MATLAB's quote turns a table over, whichever way it comes.
  @Test func turnedTablesAreRead() throws {
    var panel = try attention()
    #expect(panel.choose("Q = [1 2; 3 4]'") == [])
    #expect(panel.inputs["Q"] == "1 3; 2 4")
  }

  @Test func aLineForAnotherWidgetSaysWhereItBelongs() throws {
    var dot = try panel(DotProductWidget.self, keys: [.tab])
    _ = dot.update(.pasted("Q = 1 2 3"))
    #expect(dot.text.contains("There is no input Q here, only u, v"), "\(dot.text)")
  }

  @Test func vectorsFitToo() throws {
    var panel = try panel(DotProductWidget.self, Inputs(["u": "1 2", "v": "3 4"]))
    #expect(panel.choose("u = 1 2 3") == [])
    #expect(panel.text.contains("u has 3 numbers and v has 2"))
    panel.press(.character("f"))
    #expect(panel.inputs["v"] == "3 4 0")
    _ = panel.update(.pasted("[1, 2, 3, 4]\n[5, 6, 7, 8]"))
    #expect(panel.inputs["v"] == "5 6 7 8")
    let refused = panel.choose("u = 1 2; 3 4") ?? []
    #expect(refused.count == 1 && panel.inputs["u"] == "1 2 3 4")
    panel.press(.character("="))
    panel.type("u = [[1, 2], [3, 4]]")
    #expect(panel.text.contains("matrix-product"))
    var norm = try WidgetsTests.panel(
      LayerNormWidget.self, Inputs(["x": "1 2", "gamma": "2 2", "beta": "0 1"]))
    #expect(norm.choose("x = 1 2 3") == [])
    norm.press(.character("f"))
    #expect(norm.inputs["gamma"] == "2 2 1" && norm.inputs["beta"] == "0 1 0")
    var product = try WidgetsTests.panel(MatrixProductWidget.self)
    #expect(product.choose("b = 1 2; 3 4; 5 6") == [])
    product.press(.character("f"))
    #expect(product.inputs["a"] == "1 2 0; 3 0 0")
    var rope = try WidgetsTests.panel(RoPEWidget.self)
    #expect(rope.choose("q = 1 2 3 4 5") == [])
    rope.press(.character("f"))
    #expect(rope.inputs["q"] == "1 2 3 4 5 0" && rope.inputs["k"] == "1 0 1 0 0 0")
  }

  /// Esc says that it drops what was kept, and how that comes back.
  @Test(arguments: [Key.escape, .character("u")])
  func whatIsDroppedCanBeHadAgain(key: Key) throws {
    var panel = try panel(AttentionWidget.self)
    panel.press(.character("="))
    panel.type("Q = 1 2 3; 4 5 6")
    #expect(panel.text.contains("Kept until it fits"))
    #expect(panel.press(key) == [.say("Q dropped; = brings the line back")])
    #expect(!panel.text.contains("Kept until it fits"))
    panel.press(.character("="))
    #expect(panel.field?.text == "Q = 1 2 3; 4 5 6")
    // It is taken again, or edited, or what is typed takes its place.
    var other = panel
    other.press(.enter)
    #expect(other.text.contains("Kept until it fits"))
    other = panel
    other.press(.left, .backspace)
    #expect(other.field?.text == "Q = 1 2 3; 4 56")
    #expect(panel.text.contains("typing replaces it"))
    panel.type("mask = causal")
    #expect(panel.inputs["mask"] == "causal")
  }
}
