import Libc
import Numerics

extension Expression {
  /// No value may have more numbers than this.
  private static let largest = 4096

  /// The value, names standing for these values; `e` and `pi` are known where no name hides them.
  package func value(_ values: [String: Value] = [:]) throws(ExpressionProblem) -> Value {
    switch self {
    case .number(let number): return .scalar(number)
    case .name(let name):
      if let value = values[name] { return value }
      switch name {
      case "e": return .scalar(M_E)
      case "pi", "π": return .scalar(.pi)
      default: throw ExpressionProblem(name + ExpressionProblem.unknownName)
      }
    case .negative(let inner): return try inner.value(values).map { -$0 }
    case .list(let parts): return try Self.list(try parts.values(values))
    case .operation(let sign, let left, let right):
      return try Self.combine(sign, try left.value(values), try right.value(values))
    case .call(let function, let arguments):
      let result = try function.value(
        of: try arguments.values(values), called: arguments.called)
      guard result.numbers.count <= Self.largest else {
        throw ExpressionProblem("\(function.rawValue) gives more than \(Self.largest) numbers")
      }
      return result
    }
  }

  private static func list(_ parts: [Value]) throws(ExpressionProblem) -> Value {
    var numbers: Vector = []
    var rows: [Vector] = []
    for part in parts {
      switch part {
      case .scalar(let number): numbers.append(number)
      case .vector(let vector): rows.append(vector)
      case .matrix: throw ExpressionProblem("a matrix cannot stand in brackets")
      }
    }
    if rows.isEmpty, !numbers.isEmpty { return .vector(numbers) }
    guard numbers.isEmpty, let matrix = Matrix(rows), !rows.isEmpty else {
      let first = rows.first?.count ?? 0
      let odd = rows.firstIndex { $0.count != first }
      throw ExpressionProblem(
        "rows in brackets need equal lengths",
        remedy: odd.map {
          "give row \($0 + 1), of \(rows[$0].count), the \(first) numbers of row 1"
        } ?? "")
    }
    return .matrix(matrix)
  }

  private static func combine(
    _ sign: Operator, _ left: Value, _ right: Value
  ) throws(ExpressionProblem) -> Value {
    func apply(_ a: Double, _ b: Double) -> Double {
      switch sign {
      case .plus: a + b
      case .minus: a - b
      case .times: a * b
      case .divided: a / b
      case .power: pow(a, b)
      }
    }
    switch (left, right) {
    case (.scalar(let a), _): return right.map { apply(a, $0) }
    case (_, .scalar(let b)): return left.map { apply($0, b) }
    case (.vector(let a), .vector(let b)) where a.count == b.count:
      return .vector(zip(a, b).map { apply($0, $1) })
    case (.matrix(let a), .matrix(let b)) where a.rows == b.rows && a.columns == b.columns:
      return .matrix(Matrix(rows: a.rows, columns: a.columns) { apply(a[$0, $1], b[$0, $1]) })
    case (.matrix(let a), .matrix(let b)) where sign == .times && a.columns == b.rows:
      throw ExpressionProblem(
        "* takes numbers one by one, and these are \(left.shapeText) and \(right.shapeText)",
        remedy: "write matmul(…) for the product of two matrices")
    default:
      throw ExpressionProblem(
        "\(sign.rawValue) needs two of one shape, or a number on one side: these are "
          + "\(left.shapeText) and \(right.shapeText)", remedy: "give both as many numbers")
    }
  }
}

extension [Expression] {
  /// What each is called: its name, or its place among them.
  fileprivate var called: [String] {
    zip(self, ["the first input", "the second", "the third", "the fourth"]).map { input, place in
      if case .name(let name) = input { name } else { place }
    }
  }

  fileprivate func values(_ values: [String: Value]) throws(ExpressionProblem) -> [Value] {
    var results: [Value] = []
    for expression in self { results.append(try expression.value(values)) }
    return results
  }
}

extension Value {
  fileprivate var shapeText: String {
    switch self {
    case .scalar: "a number"
    case .vector(let vector): "a vector of \(vector.count)"
    case .matrix(let matrix): "a matrix \(matrix.rows)×\(matrix.columns)"
    }
  }
}

extension Expression.Function {
  fileprivate func value(
    of arguments: [Value], called names: @autoclosure () -> [String]
  ) throws(ExpressionProblem) -> Value {
    func matrix(_ index: Int) throws(ExpressionProblem) -> Matrix {
      guard let matrix = arguments[index].asMatrix else { throw problem("a matrix") }
      return matrix
    }
    func vector(_ index: Int) throws(ExpressionProblem) -> Vector {
      guard let row = arguments[index].row else { throw problem("vectors") }
      return row
    }
    try checkCount(arguments.count)
    do {
      switch self {
      case .dot: return .scalar(try DotProduct(try vector(0), try vector(1)).dot)
      case .cosine:
        let dot = try DotProduct(try vector(0), try vector(1))
        guard let cosine = dot.cosine else {
          throw ExpressionProblem("the cosine with a zero vector is undefined")
        }
        return .scalar(cosine)
      case .norm: return .scalar(arguments[0].numbers.norm)
      case .sqrt: return arguments[0].map { $0.squareRoot() }
      case .exp: return arguments[0].map { Libc.exp($0) }
      case .log: return arguments[0].map { Libc.log($0) }
      case .abs: return arguments[0].map { $0.magnitude }
      case .softmax:
        if case .vector(let scores) = arguments[0] { return .vector(Softmax(scores).weights) }
        let scores = try matrix(0)
        let rows = (0..<scores.rows).map { Softmax(Array(scores.row($0))).weights }
        return .matrix(
          Matrix(rows: scores.rows, columns: scores.columns) { rows[$0][$1] })
      case .attention:
        let mask = arguments.count > 3 ? AttentionMask(try matrix(3)) : .none
        return .matrix(
          try Attention(
            query: try matrix(0), key: try matrix(1), value: try matrix(2), mask: mask
          ).output)
      case .transpose: return .matrix(try matrix(0).transposed)
      case .matmul: return .matrix(try matrix(0).times(try matrix(1)))
      case .sum: return .scalar(arguments[0].numbers.total)
      case .max:
        return .scalar(arguments.flatMap(\.numbers).largest ?? .nan)
      case .min:
        return .scalar(arguments.flatMap(\.numbers).map { -$0 }.largest.map { -$0 } ?? .nan)
      case .argmax:
        let numbers = arguments[0].numbers
        guard let largest = numbers.largest, let place = numbers.firstIndex(of: largest) else {
          throw problem("numbers")
        }
        return .scalar(Double(place))
      case .entry: return try Self.entry(of: arguments)
      case .round:
        var factor = 1.0
        if arguments.count > 1, case .scalar(let digits) = arguments[1] {
          factor = pow(10, digits.rounded())
        }
        return arguments[0].map { ($0 * factor).rounded() / factor }
      }
    } catch let problem as ExpressionProblem {
      throw problem
    } catch let problem as ShapeProblem {
      throw ExpressionProblem(problem.advice(called: names()))
    } catch {
      throw ExpressionProblem("\(rawValue) cannot be computed")
    }
  }

  /// The entry at a place, counted from 0, or from the end where it is negative; of a matrix a row, or a
  /// number at a row and a column.
  private static func entry(of arguments: [Value]) throws(ExpressionProblem) -> Value {
    func place(_ index: Int, _ count: Int, _ what: String) throws(ExpressionProblem) -> Int {
      guard case .scalar(let number) = arguments[index], number == number.rounded(),
        number.magnitude < 1e9
      else {
        throw ExpressionProblem(
          "a place in brackets is no whole number", remedy: "write z[0] for the first")
      }
      let place = Int(number) < 0 ? count + Int(number) : Int(number)
      guard (0..<count).contains(place) else {
        throw ExpressionProblem(
          "there is no \(what) \(Int(number)), and there are \(count), counted from 0",
          remedy: "write \(count - 1) for the last")
      }
      return place
    }
    switch (arguments[0], arguments.count) {
    case (.vector(let vector), 2): return .scalar(vector[try place(1, vector.count, "entry")])
    case (.matrix(let matrix), 2):
      return .vector(Array(matrix.row(try place(1, matrix.rows, "row"))))
    case (.matrix(let matrix), 3):
      let (row, column) = (
        try place(1, matrix.rows, "row"), try place(2, matrix.columns, "column")
      )
      return .scalar(matrix[row, column])
    case (.scalar, _):
      throw ExpressionProblem("a number has no entries", remedy: "take the brackets away")
    default:
      throw ExpressionProblem("brackets behind a vector hold one place, behind a matrix two")
    }
  }

  private func problem(_ wanted: String) -> ExpressionProblem {
    ExpressionProblem("\(rawValue) needs \(wanted)")
  }

  private func checkCount(_ count: Int) throws(ExpressionProblem) {
    let wanted: ClosedRange<Int> =
      switch self {
      case .dot, .cosine, .matmul: 2...2
      case .norm, .sqrt, .exp, .log, .abs, .softmax, .transpose, .sum, .argmax: 1...1
      case .attention: 3...4
      case .max, .min: 1...100
      case .entry: 2...3
      case .round: 1...2
      }
    guard wanted.contains(count) else {
      throw ExpressionProblem("\(rawValue) takes \(wanted.lowerBound) of them, not \(count)")
    }
  }
}
