import Notes
import Testing

@testable import Widgets

@Suite struct WidgetFinderTests {
  private func find(_ text: String, title: String = "") -> Findings {
    WidgetFinder.find(in: Markdown.parse(Array(text.utf8)).blocks, title: title)
  }

  private func claims(_ text: String) -> [String] { find(text).claims.map { $0.claim.message } }

  @Test(arguments: [
    "import numpy as np\na = np.array([1, 2, 3])\nb = np.array([4, 5, 6])\nprint(np.dot(a, b))",
    "a = [1, 2, 3]\nb = [4, 5, 6]\nprint(a @ b)",
    "a = torch.tensor([1, 2, 3])\nb = torch.tensor([4, 5, 6])\nc = a.dot(b)",
    "print(np.dot([1, 2, 3], [4, 5, 6]))",
    "a = [1, 2, 3]\nb = [4, 5, 6]\ns = sum(x * y for x, y in zip(a, b))",
    "a = np.array(\n  [1,\n   2, 3])  # first\nb = np.array([4, 5, 6], dtype=float)\nnp.inner(a, b)",
  ])
  func vectorsInCode(code: String) {
    let findings = find("```python\n\(code)\n```\n\nText.")
    #expect(findings.widgets.map { $0.inputs } == [Inputs(["u": "1 2 3", "v": "4 5 6"])])
    #expect(findings.widgets.map { $0.blocks } == [1..<1])
  }

  @Test(arguments: [
    "a = [1, 2, 3]\nb = [4, 5]\nnp.dot(a, b)", "a = [1, 2]\nb = [3, 4]\nprint(a)",
    "# np.dot([1, 2], [3, 4])", "a = [[1, 2], [3, 4]]\nb = [1, 2, 3]\na @ b", "x = [", "@", ".dot(",
    "a = [1, 'x']\nb = [3, 4]\na @ b", "def dot(a, b):\n  return a @ b",
  ])
  func otherCodeOpensNothing(code: String) {
    #expect(find("```\n\(code)\n```").widgets.isEmpty)
  }

  @Test(arguments: [
    ("a = [[1, 2], [3, 4]]\nb = [1, 2]\na @ b", "1 2; 3 4", "1 2"),
    (
      "A = np.array([[1, 2], [3, 4]])\nB = np.array([[1, 0], [0, 1], [2, 2]])\nC = A @ B.T",
      "1 2; 3 4", "1 0 2; 0 1 2"
    ),
    ("A = [[1, 2]]\nB = [[3], [4]]\nprint(np.matmul(A, B))", "[[1 2]]", "3; 4"),
  ])
  func productsInCode(code: String, a: String, b: String) {
    let found = find("```python\n\(code)\n```").widgets
    #expect(found.map { $0.type.name } == ["matrix-product"])
    #expect(found.first?.inputs["a"] == a && found.first?.inputs["b"] == b)
  }

  @Test func matricesInCode() {
    let code = "Q = np.array([[1, 0], [0, 1]])\nK = np.array([[1, 0]])\nV = np.array([[2, 3]])"
    let found = find("```python\n\(code)\n```").widgets
    #expect(found.map { $0.type.name } == ["attention"])
    #expect(found.first?.inputs["Q"] == "1 0; 0 1")
  }

  @Test(arguments: [
    "$[1,2,3]\\cdot[4,5,6]$", "Take [1, 2, 3] · [4, 5, 6] for one.",
    "$$\\left[1, 2, 3\\right] \\cdot \\left[4, 5, 6\\right]$$",
  ])
  func vectorsInFormulas(text: String) {
    #expect(find(text).widgets.map { $0.inputs } == [Inputs(["u": "1 2 3", "v": "4 5 6"])])
  }

  @Test(arguments: [
    ("Dot product", "dot-product"), ("The scaled dot-product attention", "attention"),
    ("Multi-Head Attention", "attention"), ("Softmax", "softmax"),
    ("Layer normalization", "layer-norm"), ("From LayerNorm to RMSNorm", "layer-norm"),
    ("Positional encodings", "positions"), ("Top-k and friends", "sampling"),
  ])
  func topics(title: String, name: String) {
    #expect(find("Text.", title: title).widgets.map { $0.type.name } == [name])
  }

  @Test func noTopicWhereTheLessonHasItOrHasFences() {
    let code = "```python\na = [1, 2]\nb = [3, 4]\na @ b\n```"
    #expect(find(code, title: "Dot product").widgets.count == 1)
    let fence = "```softmax\nscores = 1 2\n```"
    #expect(find(fence, title: "Dot product").widgets.map { $0.type.name } == ["softmax"])
    #expect(find("Text.", title: "Cats").widgets.isEmpty)
  }

  @Test func fencesReportFileAndLine() {
    let text = "# T\n\n```attention\nQ = 1 0\nK = 1 0\nV = 2\nmasc = causal\n```\n"
    let findings = find(text)
    #expect(findings.widgets.isEmpty)
    let found = WidgetFinder.diagnostics(findings, linesBefore: 0)
    #expect(found.map { $0.line } == [7])
    #expect(found.first?.advice.contains("did you mean mask?") == true)
  }

  @Test func everyFaultOfAFenceIsNamed() {
    let text =
      "```attention\nQ = 1 x\nK = 1 0\nnonsense\nV = 2 }\nmasc = causal\nK = 3\nscale = odd\n```\n"
    let found = WidgetFinder.diagnostics(find(text), linesBefore: 0)
    #expect(found.map(\.line) == [2, 4, 5, 6, 7, 8])
    let missing = WidgetFinder.diagnostics(find("```attention\nQ = 1 0\n```"), linesBefore: 0)
    #expect(missing.map { String($0.message.prefix(12)) } == ["K is missing", "V is missing"])
  }

  @Test(arguments: [
    ("1*4 + 2*5 + 3*6 = 33", "1*4 + 2*5 + 3*6 is 32, not 33"),
    ("So 1·4 + 2·5 + 3·6 = 31.", "1·4 + 2·5 + 3·6 is 32, not 31"),
    ("2 × 3 − 7 = −2", "2 × 3 − 7 is −1, not −2"), ("$2 \\cdot 3 = 7$", "2 · 3 is 6, not 7"),
    ("u = (1 + 2) * 3 = 10", "(1 + 2) * 3 is 9, not 10"),
    ("[1, 2]·[3, 4] = 10", "[1, 2]·[3, 4] is 11, not 10"),
    ("1/3 = 0.34", "1/3 is 0.3333, not 0.34"),
    ("30/40 = 70 %", "30/40 is 0.75, not 70"),
    ("So (1 + 2) · 3 = 10", "(1 + 2) · 3 is 9, not 10"), ("1 + 1 = 3 → no", "1 + 1 is 2, not 3"),
    ("- item: 5 + 5 = 11", "5 + 5 is 10, not 11"), ("`2*3 = 5`", "2*3 is 6, not 5"),
  ])
  func wrongClaims(text: String, message: String) {
    #expect(claims(text) == [message])
  }

  @Test(arguments: [
    "1*4 + 2*5 + 3*6 = 32", "2 × 3 − 7 = −1", "1/3 = 0.33", "2/3 = 0.66", "2/3 = 0.67",
    "30/40 = 75 %", "x + 2*3 = 7", "√64 · 2 = 16", "10^2 + 1 = 101", "e^0 + 1 = 2",
    "log 2 + 3 = 3.69", "GPT-3 + 1 = 9", "2 · 3 = 1 + 5", "2·3 = 7x", "1 + 1 = 3 thousand",
    "37000·512 = 18,944,000", "half of 3 + 4 = 9", "a*2 + 3 = 4", "f(2) + 3 = 9", "5 % + 3 = 4",
    "1 + 1 == 3", "2 + 2 ≈ 5", "- [ ] 1 + 1 = 3", "~~1 + 1 = 3~~", "0,5 + 0,5 = 1", "3 = 4",
    "Table 3-5 = x", "1 ÷ 0 = 3", "2017 - 3 = 2,014", "$\\frac{1}{2} \\cdot 4 = 3$",
    "$6 = 3 \\times 2 = 3!$", "3 × 2 = 3!", "3! − 2 − 1 = 3", "4!/2 − 1 = 11", "a[1] − 2 − 1 = 0",
    "f' − 2 − 1 = 0", "rank (2) + 3 = 4", "relu 2 − 5 = 0", "10/3 = 3.5 ± 0.2",
    "$10/3 = 3.5 \\pm 0.2$",
    "2 · 4 = 3²", "2 · 4 = 2 ^ 3", "3 + 4 = 70 mm", "30 + 30 = 1 min", "6 + 6 = 1 dozen",
    "200 − 50 = 75 %",
    "1.000 + 1 = 1001", "binary: 10 + 1 = 11", "modulo 7, 5 + 4 = 2", "5 + 4 = 2 (mod 7)",
    "1 + 1 = 3 | x",
    "⌊7/2⌋ · 2 = 6",
    "50 + 50 = 1 dollar", "3 · 2 = 5 €", "√64 − 2 − 1 = 5",
    "$2^3 + 1 = 9$", "2**3 + 1 = 9", "2**3 + 2**4 = 25",
  ])
  func rightOrUnclearClaimsAreLeftAlone(text: String) {
    #expect(claims(text).isEmpty)
  }

  @Test func claimsKnowTheirLine() {
    let text = "Some text that\nruns on, 1·4 + 2·5 = 15, and\n\n- a list\n- 2·2 = 5\n"
    #expect(find(text).claims.map { $0.claim.line } == [2, 5])
    #expect(find(text).claims.first?.claim.inputs == Inputs(["u": "1 2", "v": "4 5"]))
  }

  @Test func nothingHereTakesForEver() {
    let text =
      String(repeating: "1*2+(", count: 5000) + "= 3\n\n" + String(repeating: "= ", count: 9000)
    #expect(find(text).claims.isEmpty)
    let code = "```\n" + String(repeating: "a = [", count: 3000) + "\n```"
    #expect(find(code).widgets.isEmpty)
  }
}
