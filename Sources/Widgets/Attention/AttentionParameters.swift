import Formulas
import Numerics

extension AttentionWidget {
  package struct Parameters: Equatable, Sendable {
    /// Names of keys and, as far as they go, of queries.
    var words: [String] = []
    var query, key, value: Matrix
    var mask = AttentionMask.none
    var scale = AttentionScale.auto
    var heads = 1
    /// The gradient of the output; all ones where none is given.
    var gradient: Matrix?
    /// Whether the pictures of the steps have rows and columns exchanged; the arithmetic never has.
    var isTransposed = false
    var step = StepperStep.forward(.scores)

    /// The gradient of the output as it counts.
    var gradientShown: Matrix { gradient ?? ones }
    fileprivate var ones: Matrix { Matrix(rows: query.rows, columns: value.columns, repeating: 1) }

    /// 1 to 9; 10 to 14 go back.
    fileprivate var stepNumber: Int {
      get { step.number }
      set { step = StepperStep.allCases[newValue - 1] }
    }
  }

  package enum Area: Hashable, Sendable {
    case query, key, value, gradient
    /// What the step makes of a head.
    case head(Int)
  }

  package static let initial = Parameters(
    words: ["the", "cat", "sat"], query: Matrix([[1, 0], [0, 1]]) ?? .row([1]),
    key: Matrix([[1, 0], [0, 1], [1, 1]]) ?? .row([1]),
    value: Matrix([[1, 2], [3, 4], [5, 6]]) ?? .row([1]))

  /// Rows and columns that fit on the screen.
  static let most = 8

  package static let fields: [Field] = AttentionKey.allCases.map { key in
    let name = key.rawValue
    return switch key {
    case .words: .words(\.words) { max($0.query.rows, $0.key.rows) }
    case .query: .table(name, \.query, most: most, in: .query)
    case .key: .table(name, \.key, most: most, in: .key)
    case .value: .table(name, \.value, most: most, in: .value)
    case .mask: mask(name)
    case .scale: scale(name)
    case .heads: .whole(name, \.heads, from: 1...most, isSilent: true, default: 1)
    case .gradient: .table(name, \.gradient, most: most, in: .gradient) { $0.ones }
    case .transpose: .choice(name, \.isTransposed, ["no": false, "yes": true])
    case .step:
      .whole(name, \.stepNumber, from: 1...StepperStep.allCases.count, default: 1)
    }
  }

  private static func mask(_ name: String) -> Field {
    Field(name) { (text, parameters) throws(InputProblem) in
      do throws(NumberProblem) {
        parameters.mask = try AttentionMask(reading: text ?? "none")
      } catch {
        throw InputProblem(
          name, "\(error.message); or write none, causal or padding 1 1 0; -inf hides")
      }
    } write: {
      MaskText.text($0.mask)
    }
  }

  private static func scale(_ name: String) -> Field {
    Field(name) { (text, parameters) throws(InputProblem) in
      do throws(NumberProblem) {
        parameters.scale = try AttentionScale(reading: text ?? "auto")
      } catch {
        throw InputProblem(name, "\(error.message); or write auto or none")
      }
    } write: {
      switch $0.scale {
      case .auto: "auto"
      case .none: "none"
      case .value(let factor): Plain.text(factor)
      }
    }
  }
}
