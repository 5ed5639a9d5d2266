import JSONText
import Testing

@testable import Numerics

@Suite struct MatrixProductTests {
  private func array(_ shape: [Int], _ generator: inout SeededGenerator) throws -> NumberArray {
    if shape.count == 1 { return .vector(generator.matrix(1, shape[0]).elements) }
    return .matrix(generator.matrix(try #require(shape.first), try #require(shape.last)))
  }

  @Test func shapesNumbersAndWordsAreNumPys() throws {
    let cases = try Fixture.load("products.json")
    #expect(cases.count == 192)
    var refused = 0
    for json in cases {
      var generator = SeededGenerator(seed: try json.seed)
      let a = try array(json.ints("a"), &generator)
      let b = try array(json.ints("b"), &generator)
      let function = try #require(
        json["function"]?.string.flatMap(MatrixProduct.Function.init(rawValue:)))
      do throws(ProductProblem) {
        let product = try MatrixProduct(a, b, by: function)
        let shape = try? json.ints("shape")
        #expect(product.result.shape == shape)
        let numbers = (try? json.numbers("product")) ?? []
        #expect(mismatch(product.result.elements, numbers, 1e-12, floor: 1) == nil)
      } catch {
        refused += 1
        #expect(error.numpyWords == json["error"]?.string)
        #expect(error.message.contains(";"))
      }
    }
    #expect(refused > 90)
  }

  @Test func everyCellIsItsRunningSum() throws {
    let product = try MatrixProduct(
      .matrix(Matrix("1 2 3; 4 5 6")), .matrix(Matrix("7 8; 9 10; 11 12")))
    #expect(product.result == .matrix(Matrix("58 64; 139 154")))
    let cell = try #require(product.cell(row: 1, column: 0))
    #expect(cell.products == [28, 45, 66] && cell.partialSums == [28, 73, 139])
    for i in 0..<2 {
      for j in 0..<2 { #expect(product.cell(row: i, column: j)?.dot == product.cells[i, j]) }
    }
    #expect(product.cell(row: 2, column: 0) == nil && product.cell(row: 0, column: -1) == nil)
  }

  @Test(arguments: UInt64(60)..<105)
  func transposingExchangesTheFactors(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let (n, k, m) = (
      generator.int(in: 1...5), generator.int(in: 1...5), generator.int(in: 1...5)
    )
    let (a, b) = (
      NumberArray.matrix(generator.matrix(n, k)), NumberArray.matrix(generator.matrix(k, m))
    )
    let product = try MatrixProduct(a, b).result
    #expect(try MatrixProduct(b.transposed, a.transposed).result == product.transposed)
    #expect(try MatrixProduct(a, b.transposed, by: .inner).result == product)
    #expect(try MatrixProduct(a, b, by: .dot).result == product)
  }

  @Test(
    arguments: [
      ([2, 3], [2, 3], "transpose the second with .T"),
      ([3, 2], [3, 4], "transpose the first with .T"),
      ([2, 3], [5, 4], "give the second 3 rows, such as 1 0 0 0; 0 1 0 0; 0 0 1 0"),
      ([2, 3], [5, 40], "give the second 3 rows, as 3×40"),
      ([3], [2], "give the second 3 numbers, such as 1 0 0"),
      ([2, 3], [4, 2], "swap the two"),
    ])
  func remedies(_ a: [Int], _ b: [Int], _ remedy: String) {
    #expect(ProductProblem(.matmul, a, b).message.hasSuffix(remedy))
  }

  @Test func shapesAsNumPyWritesThem() throws {
    #expect(NumberArray.vector([1, 2, 3]).shapeText == "(3,)")
    #expect(NumberArray.matrix(Matrix("1 2; 3 4; 5 6")).shapeText == "(3, 2)")
    #expect(NumberArray.scalar(1).shapeText == "()")
    #expect(
      ProductProblem(.dot, [2, 3], [2, 3]).message
        == "a row of the first, 2×3, has 3 numbers and a column of the second, 2×3, 2: "
        + "each needs a counterpart; transpose the second with .T")
    #expect(throws: ProductProblem.self) {
      try MatrixProduct(.scalar(2), .vector([1]))
    }
  }
}

extension ProductProblem {
  /// The second's shape as the product sees it: `inner` turns it first.
  private var seen: [Int] { function == .inner ? b.reversed() : b }

  /// What NumPy says.
  fileprivate var numpyWords: String {
    let (left, right) = (a.last ?? 1, seen.first ?? 1)
    if function == .matmul {
      return
        "matmul: Input operand 1 has a mismatch in its core dimension 0, with gufunc signature "
        + "(n?,k),(k,m?)->(n?,m?) (size \(right) is different from \(left))"
    }
    return "shapes \(Self.tight(a)) and \(Self.tight(seen)) not aligned: "
      + "\(left) (dim \(max(a.count - 1, 0))) != \(right) (dim 0)"
  }

  private static func tight(_ shape: [Int]) -> String {
    "(\(shape.map { "\($0)" }.joined(separator: ","))\(shape.count == 1 ? "," : ""))"
  }
}
