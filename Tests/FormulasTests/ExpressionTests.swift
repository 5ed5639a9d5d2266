import Notes
import Numerics
import Testing

@testable import Formulas

@Suite struct ExpressionTests {
  private let values: [String: Value] = [
    "a": .scalar(3), "b": .scalar(4), "d": .scalar(4), "s": .vector([2, 4, 6]),
    "u": .vector([10, 5]), "v": .vector([3, 4]), "x": .matrix(Matrix([[0, 1]])!),
    "A": .matrix(Matrix([[1, 2], [3, 4]])!),
  ]
  private func text(_ formula: String) -> String {
    do throws(ExpressionProblem) { return try Expression(formula).value(values).text } catch {
      return "! " + error.message
    }
  }

  @Test(arguments: [
    ("1+2*3", "7"), ("(1+2)*3", "9"), ("2^3^2", "512"), ("-2^2", "−4"), ("2^-1", "0.5"),
    ("8/4/2", "1"), ("0-a*b", "−12"), ("max(0-v)", "−3"), ("s/sqrt(d)", "[1, 2, 3]"),
    ("v*(dot(u,v)/dot(v,v))", "[6, 8]"), ("v+1", "[4, 5]"), ("1-v", "[−2, −3]"),
    ("softmax(x)", "[0.2689, 0.7311]"), ("norm(v)", "5"), ("cosine(v,v)", "1"),
    ("sum(A)", "10"), ("transpose(A)", "[[1, 3], [2, 4]]"), ("A*A", "[[1, 4], [9, 16]]"),
    ("matmul(A,A)", "[[7, 10], [15, 22]]"), ("round(2.567, 1)", "2.6"), ("round(-0.4)", "0"),
    ("max(1, 5, a)", "5"), ("exp(0)", "1"), ("√4 · 2", "4"), ("6 ÷ 3 − 1", "1"),
    ("attention([1,0],[[1,0],[1,0]],[[2,4],[6,8]])", "[4, 6]"), ("1.5e2", "150"),
    ("pi", "3.142"), ("2*e", "5.437"),
  ])
  func formulas(_ formula: String, _ shown: String) { #expect(text(formula) == shown) }

  @Test(arguments: [
    ("q", "! q is not among the parameters of the question"), ("", "! a formula ends too early"),
    ("sofmax(v)", "! there is no function sofmax: did you mean softmax?"),
    ("dot(v)", "! dot takes 2 of them, not 1"), ("(1", "! a bracket is never closed: add \")\""),
    ("1 2", "! \"2\" is not expected there"),
    (
      "s+v",
      "! + needs two of one shape, or a number on one side: these are a vector of 3 and a vector of 2"
        + ": give both as many numbers"
    ),
    ("cosine(v, v-v)", "! the cosine with a zero vector is undefined"),
    (
      "matmul(A, s)",
      "! A has 2 columns and s 1 row: give s 2 rows"
    ),
  ])
  func mistakes(_ formula: String, _ shown: String) { #expect(text(formula) == shown) }

  /// Whatever is typed, nothing traps.
  @Test func nothingTraps() {
    #expect(text(String(repeating: "(", count: 400)) == "! a formula nests too deep")
    #expect(text(String(repeating: "1+", count: 400)).hasPrefix("! a formula is at most"))
    #expect(text(String(repeating: "-", count: 490) + "1") == "1")
    #expect(text(String(repeating: "2^", count: 60) + "2").hasPrefix("! a formula nests"))
    var generator = SeededGenerator(seed: 1)
    let pieces = [
      "(", ")", "[", "]", ",", "+", "-", "^", "/", "1", "0", "1e308", "v", "A", "dot(",
      "attention(", "max(", "round(", "9999999999999999999", ".", "e", "\u{0}", "é",
    ]
    for _ in 0..<3000 {
      let formula = (0..<12).map { _ in pieces[generator.int(in: 0...pieces.count - 1)] }.joined()
      _ = text(formula)
    }
  }
}
