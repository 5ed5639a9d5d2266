import Notes
import Testing

@testable import Pages

/// What a formula says is set, or named.
@Suite struct FormulaLossesTests {
  @Test func whatIsNotSetIsNamedWhereverItStands() {
    let text = """
      # $\\foo$

      A $x$ and *so $\\bar y \\nosuch{a}$*.

      $$
      \\begin{strange} a \\end{strange}
      $$

      - > $\\text{\\what x}$

      | a |
      |---|
      | $\\left\\huh x \\right)$ |

      """
    let found = FormulaLosses.diagnostics(in: Markdown.parse(Array(text.utf8)).blocks)
    #expect(found.map(\.line) == [1, 3, 5, 9, 11])
    for (diagnostic, name) in zip(found, ["foo", "nosuch", "begin", "what", "huh"]) {
      #expect(diagnostic.message.contains("\\\(name)"), "\(diagnostic.message)")
    }
  }

  @Test func whatIsSetIsNot() {
    let text =
      "$\\tag{1} \\boxed{z} \\cancel{y} \\frac{a}{b} \\backslash \\setminus \\{x\\} \\text{a\\_b}$"
    #expect(FormulaLosses.diagnostics(in: Markdown.parse(Array(text.utf8)).blocks).isEmpty)
  }

  @Test func aFormulaThatIsTooLongIsNamed() {
    let text = "$" + String(repeating: "x+", count: 6_000) + "x$"
    let found = FormulaLosses.diagnostics(in: Markdown.parse(Array(text.utf8)).blocks)
    #expect(found.map(\.line) == [1])
  }
}
