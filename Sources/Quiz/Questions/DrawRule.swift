import Basics
import Formulas
import Notes
import Numerics

extension Directive {
  /// How a value is drawn.
  enum DrawRule: Equatable, Sendable {
    case int(Expression, Expression)
    case ints(Expression, Expression, Expression)
    case choice([Expression])
    case mat(Expression, Expression, Expression, Expression)
  }
}

extension Directive.DrawRule {
  init(_ text: String) throws(ExpressionProblem) {
    guard let open = text.firstIndex(of: "("), text.hasSuffix(")") else { throw Self.problem(text) }
    let name = text[..<open]
    let inner = text[text.index(after: open)...].dropLast()
    // What is wrong inside is told as it stands there, and not with brackets that nobody wrote.
    guard case .list(let parts)? = try? Expression("[\(inner)]") else {
      throw Self.problem(text, called: String(name), inner)
    }
    switch (name, parts.count) {
    case ("int", 2): self = .int(parts[0], parts[1])
    case ("ints", 3): self = .ints(parts[0], parts[1], parts[2])
    case ("mat", 4): self = .mat(parts[0], parts[1], parts[2], parts[3])
    case ("choice", 1...): self = .choice(parts)
    default: throw Self.problem(text, called: String(name), inner)
    }
  }

  /// Numbers of a vector that is drawn at most.
  static let mostNumbers = 64
  /// Rows and columns of a matrix that is drawn at most.
  static let mostRows = 16

  /// What each way to draw takes.
  private static let forms = [
    "int": ["a", "b"], "ints": ["n", "a", "b"], "mat": ["r", "c", "a", "b"], "choice": ["a"],
  ]

  /// What to say of a rule that is none: what its name is near to, with what stands in its brackets, and
  /// numbers for what is missing there.
  private static func problem(
    _ text: String, called name: String = "", _ inner: Substring = ""
  ) -> ExpressionProblem {
    let all = "there are int(a,b), ints(n,a,b), choice(…), mat(r,c,a,b)"
    let given = inner.split(separator: ",")
    // What others have as `rand(2,4)` is known by how much stands in it.
    let byCount = name.isEmpty ? nil : [2: "int", 3: "ints", 4: "mat"][given.count]
    let near =
      (forms[name] == nil
        ? NearestWord.nearest(to: name, among: forms.keys.sorted(), within: 1) : nil)
      ?? (name == "mat" ? name : byCount) ?? (forms[name] == nil ? nil : name)
    guard let near, let form = forms[near], !inner.contains("("), !inner.contains("["),
      near == "choice" || given.count <= form.count
    else { return ExpressionProblem("\"\(text)\" is not a way to draw", remedy: all) }
    if let counted = counted(name, given.map { String($0).trimmed }) {
      return ExpressionProblem(
        "\"\(text)\" is not a way to draw", remedy: "write \(counted); \(all)")
    }
    let parts = filled(given.map { String($0).trimmed }, to: form.count)
    return ExpressionProblem(
      "\"\(text)\" is not a way to draw",
      remedy: "write \(near)(\(parts.joined(separator: ","))); \(all)")
  }

  /// What to write of a rule that lacks how many are drawn, where its numbers can be but those to draw between: a count is
  /// not below 1; nil for another one.
  private static func counted(_ name: String, _ given: [String]) -> String? {
    let numbers = given.compactMap(Int.init)
    guard numbers.count == given.count else { return nil }
    if name == "ints", numbers.count == 2, numbers[0] < 1 {
      return "ints(3,\(given.joined(separator: ","))): how many stands first"
    }
    if name == "mat", numbers.count == 3, numbers[1] < 1 {
      return "mat(\(given[0]),2,\(given[1]),\(given[2])): rows and columns stand first"
    }
    if name == "mat", numbers.count == 2, numbers[0] < 1 {
      return "mat(2,2,\(given[0]),\(given[1])): rows and columns stand first"
    }
    return nil
  }

  /// The parts of a rule with numbers for those that are missing: what is given last ends what is drawn, else begins it.
  private static func filled(_ given: [String], to count: Int) -> [String] {
    switch count - given.count {
    case 1:
      guard let last = given.last else { return ["1"] }
      guard let end = Int(last) else { return given + ["9"] }
      return end > 1 ? given.dropLast() + ["1", last] : given + ["\(Swift.max(9, end + 8))"]
    case let missing where missing > 1:
      return given + Array(repeating: "2", count: missing - 2) + ["1", "9"]
    default: return given
    }
  }

  func value(
    _ values: [String: Value], using generator: inout SeededGenerator
  ) throws(ExpressionProblem) -> Value {
    func whole(_ expression: Expression, _ range: ClosedRange<Int>) throws(ExpressionProblem) -> Int
    {
      guard case .scalar(let number) = try expression.value(values), number == number.rounded(),
        number >= Double(range.lowerBound), number <= Double(range.upperBound)
      else {
        var problem: Advice =
          "a whole number from \(range.lowerBound) to \(range.upperBound) is wanted in a draw"
        guard case .number(let number) = expression, number != number.rounded(),
          abs(number) < 1e9
        else { throw ExpressionProblem(problem) }
        problem.remedy = "write \(Int(number)) in place of \(Value.scalar(number).typed)"
        throw ExpressionProblem(problem)
      }
      return Int(number)
    }
    func range(_ low: Expression, _ high: Expression) throws(ExpressionProblem) -> ClosedRange<Int>
    {
      let limits = -1_000_000_000...1_000_000_000
      let (a, b) = (try whole(low, limits), try whole(high, limits))
      guard a <= b else {
        throw ExpressionProblem(
          "from \(a) to \(b) there is nothing to draw",
          remedy: "write the smaller number first, \(b),\(a)")
      }
      return a...b
    }
    switch self {
    case .int(let low, let high):
      return .scalar(Double(generator.int(in: try range(low, high))))
    case .ints(let count, let low, let high):
      let count = try whole(count, 1...Self.mostNumbers)
      let range = try range(low, high)
      return .vector((0..<count).map { _ in Double(generator.int(in: range)) })
    case .choice(let options):
      return try options[generator.int(in: 0...options.count - 1)].value(values)
    case .mat(let rows, let columns, let low, let high):
      let (rows, columns) = (
        try whole(rows, 1...Self.mostRows), try whole(columns, 1...Self.mostRows)
      )
      let range = try range(low, high)
      return .matrix(
        Matrix(rows: rows, columns: columns) { _, _ in Double(generator.int(in: range)) })
    }
  }
}
