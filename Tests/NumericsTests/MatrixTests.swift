import Testing

@testable import Numerics

@Suite struct MatrixTests {
  @Test func shapesThatDoNotFitAreRefused() {
    #expect(Matrix(rows: 2, columns: 2, elements: [1, 2, 3]) == nil)
    #expect(Matrix(rows: -1, columns: -3, elements: [1, 2, 3]) == nil)
    #expect(Matrix(rows: .max, columns: 3, elements: []) == nil)
    #expect(Matrix([[1, 2], [3]]) == nil)
    #expect(Matrix([]) == Matrix(rows: 0, columns: 0))
    #expect(Matrix(rows: -2, columns: 3).elements.isEmpty)
  }

  @Test func entriesRowsAndColumns() throws {
    var matrix = Matrix("1 2 3; 4 5 6")
    #expect(matrix[1, 0] == 4 && matrix.row(1) == [4, 5, 6] && matrix.column(2) == [3, 6])
    #expect(matrix.transposed == (Matrix("1 4; 2 5; 3 6")))
    #expect(matrix.columns(1..<3) == (Matrix("2 3; 5 6")))
    #expect(matrix.scaled(by: 2).rowArrays == [[2, 4, 6], [8, 10, 12]])
    #expect(matrix.contains(row: 1, column: 2) && !matrix.contains(row: 2, column: 0))
    matrix[0, 1] = 9
    #expect(matrix.elements == [1, 9, 3, 4, 5, 6])
  }

  @Test func products() throws {
    let (a, b) = (Matrix("1 2; 3 4; 5 6"), Matrix("1 0 2; 0 1 3"))
    #expect(try a.times(b) == (Matrix("1 2 8; 3 4 18; 5 6 28")))
    #expect(throws: ShapeProblem.product(columns: 2, rows: 3)) { try a.times(a) }
    #expect(
      ShapeProblem.product(columns: 2, rows: 3).message
        == "the first matrix has 2 columns and the second 3 rows: give the second 2 rows"
    )
  }

  @Test func largestKeepsWhatIsNoNumber() {
    #expect([1.0, 3, 2].largest == 3)
    #expect([Double]().largest == nil)
    #expect([1.0, .nan, 2].largest?.isNaN == true)
  }
}
