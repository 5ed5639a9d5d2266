import Formulas
import JSONText
import Notes

extension JSON {
  /// Inputs as an object of strings, in order.
  static func inputs(_ inputs: Inputs) -> JSON {
    .object(inputs.entries.map { Member($0.key, .string($0.value)) })
  }

  /// Inputs from an object: strings as they are, numbers, and arrays of them.
  var inputs: Inputs? {
    guard case .object(let members) = self else { return nil }
    var inputs = Inputs()
    for member in members {
      guard let text = member.value.inputText else { return nil }
      inputs[member.name] = text
    }
    return inputs
  }

  private var inputText: String? {
    switch self {
    case .string(let text): text
    case .integer, .number: double.map { Plain.text($0) }
    case .array(let elements):
      elements.allSatisfy({ $0.array != nil })
        ? elements.map { $0.inputText ?? "" }.joined(separator: "; ")
        : elements.map { $0.inputText ?? "" }.joined(separator: " ")
    case .null, .bool, .object: nil
    }
  }
}
