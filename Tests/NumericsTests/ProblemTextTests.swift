import Testing

@testable import Numerics

/// The exact words of every refusal: what is wrong, where, and what to do.
@Suite struct ProblemTextTests {
  private static let place = NumberPlace(row: 2, column: 3)

  @Test(
    arguments: [
      (.empty, "there is no number here: write some, such as 1, 2, 3"),
      (.emptyRow(2), "row 2 is empty: write its numbers, or take its separator away"),
      (
        .notANumber("x", place),
        "row 2, column 3: “x” is no number: write a decimal such as 2, -0.5 or 1.5e-3"
      ),
      (
        .notFinite("nan", NumberPlace(column: 3)),
        "number 3: “nan” is not finite: write a decimal such as 1000"
      ),
      (
        .tooLarge("1e999", NumberPlace()),
        "“1e999” is too large: numbers go up to about 1.8e308"
      ),
      (
        .tooSmall("1e-999", NumberPlace(row: 1)),
        "row 1: “1e-999” is too near zero to be told from it: write 0, or 5e-324 or more"
      ),
      (
        .decimalComma("0,5", place),
        "row 2, column 3: “0,5” has a comma as decimal sign: commas part numbers, write 0.5"
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
      (.nestedTooDeep(allowed: 2), "a matrix has two levels of brackets: write [[1, 0], [0, 1]]"),
      (
        .outsideRow("5", row: 2),
        "“5” stands outside the brackets of a row, near row 2: write every number inside them"
      ),
      (.severalRows(3), "this is a matrix of 3 rows where one vector is wanted: write one row"),
      (.severalNumbers(2), "these are 2 numbers where one is wanted"),
    ] as [(NumberProblem, String)])
  func numbers(_ problem: NumberProblem, _ expected: String) {
    #expect(problem.message == expected)
  }

  @Test(
    arguments: [
      (
        .vectorLengths(u: 1, v: 3),
        "u has 1 number and v has 3: a dot product needs as many in both"
      ),
      (
        .product(columns: 2, rows: 1),
        "the first matrix has 2 columns and the second 1 row: their product needs as many of both"
      ),
      (
        .queryAndKeyWidths(query: 2, key: 3),
        "Q has 2 columns and K has 3: queries and keys need one width"
      ),
      (
        .keyAndValueCounts(keys: 3, values: 2),
        "K has 3 rows and V has 2: every key needs one value"
      ),
      (.noEntries(name: "V"), "V has no numbers: give it a row and a column at least"),
      (
        .mask(rows: 2, columns: 2, queries: 2, keys: 3),
        "the mask is 2×2: it needs a row for each of 2 queries and a column for each of 3 keys"
      ),
      (
        .raggedMask(row: 2, length: 1, expected: 3),
        "row 2 of the mask has 1 entry: it needs one for each of 3 keys"
      ),
      (
        .padding(entries: 4, keys: 1),
        "the padding mask has 4 entries: it needs one for each of 1 key"
      ),
      (
        .heads(3, width: 4, valueWidth: 2),
        "3 heads cannot share width 4 and value width 2 equally: choose a number that divides both"
      ),
      (
        .gradient(rows: 2, columns: 1, outputRows: 1, outputColumns: 2),
        "the gradient is 2×1 and the output 1×2: they need one shape"
      ),
    ] as [(ShapeProblem, String)])
  func shapes(_ problem: ShapeProblem, _ expected: String) {
    #expect(problem.message == expected)
  }
}
