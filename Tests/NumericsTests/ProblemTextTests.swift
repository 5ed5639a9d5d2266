import Testing

@testable import Numerics

/// The exact words of every refusal: what is wrong, where, and what to do.
@Suite struct ProblemTextTests {
  @Test(
    arguments: [
      (
        .vectorLengths(u: 1, v: 3),
        "u has 1 number and v has 3: a dot product needs as many in both"
      ),
      (
        .product(columns: 2, rows: 1),
        "the first matrix has 2 columns and the second 1 row: give the second 2 rows"
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
