import Testing

@testable import Formulas

/// The exact words of every refusal: what is wrong, where, and what to do.
@Suite struct NumberProblemTextTests {
  private static let place = NumberPlace(row: 2, column: 3)

  @Test(
    arguments: [
      (.empty, "there is no number here: write some, such as 1, 2, 3"),
      (.noNumber, "there is no number here: write one, such as 2"),
      (.notWhole("two"), "“two” is no whole number: write one such as 2"),
      (.emptyRow(2), "row 2 is empty: write its numbers, or take its separator away"),
      (
        .notANumber("x", place),
        "row 2, column 3: “x” is not a number: write one such as 2, -0.5, 1.5e-3, 1/3 or 25%"
      ),
      (
        .notANumber("#", NumberPlace(column: 4)),
        "number 4: “#” is not a number: take it away and all behind it; a remark in a fence stands on "
          + "a line of its own that begins with #"
      ),
      (
        .notANumber("//the", NumberPlace()),
        "“//the” is not a number: take it away and all behind it; a remark in a fence stands on a line "
          + "of its own that begins with #"
      ),
      (
        .notFinite("nan", NumberPlace(column: 3)),
        "number 3: “nan” is not finite: write a decimal such as 0.5"
      ),
      (
        .tooLarge("1e999", NumberPlace()),
        "“1e999” is too large: numbers go up to about 1.8e308"
      ),
      (
        .tooSmall("1e-999", NumberPlace(row: 1)),
        "row 1: “1e-999” is too close to zero to be told from it: write 0, or 5e-324 or more"
      ),
      (
        .decimalComma("0,5", place),
        "row 2, column 3: “0,5” has a comma as decimal sign: commas separate numbers, write 0.5"
      ),
      (
        .decimalComma("2,000", place),
        "row 2, column 3: “2,000” has a comma inside: commas separate numbers, write 2000 or 2.000"
      ),
      (
        .ragged(row: 2, length: 1, first: 2, comma: "-1,500"),
        "row 2 has 1 number, row 1 has 2: give every row as many "
          + "(“-1,500” is two numbers; one is -1500 or -1.500)"
      ),
      (
        .missing(place),
        "row 2, column 3: a number is missing beside a comma: write it, or take the comma away"
      ),
      (
        .ragged(row: 2, length: 1, first: 3, comma: nil),
        "row 2 has 1 number, row 1 has 3: give every row as many"
      ),
      (
        .ragged(row: 2, length: 1, first: 2, comma: "1,5"),
        "row 2 has 1 number, row 1 has 2: give every row as many "
          + "(“1,5” is two numbers; a decimal is 1.5)"
      ),
      (.unclosedBracket, "a bracket is never closed: add “]”"),
      (
        .unopenedBracket("]", NumberPlace(column: 4)),
        "number 4: “]” closes no bracket of its kind: take it away, or open one before"
      ),
      (.nestedTooDeep(allowed: 1), "a vector has one pair of brackets: write [1, 2, 3]"),
      (
        .nestedTooDeep(allowed: 2),
        "a matrix has two levels of brackets: write [[1, 0], [0, 1]], or print one of a batch, Q[0]"
      ),
      (
        .outsideRow("5", row: 2),
        "“5” stands outside the brackets of a row, near row 2: write every number inside them"
      ),
      (.severalRows(3), "this is a matrix of 3 rows where one vector is wanted: write one row"),
      (.severalNumbers(2), "these are 2 numbers where one is wanted: write one of them"),
    ] as [(NumberProblem, String)])
  func numbers(_ problem: NumberProblem, _ expected: String) {
    #expect(problem.message == expected)
  }
}
