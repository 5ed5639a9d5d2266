import Formulas
import Notes

/// Parameters as a fence, a draft and an exported file write them, and back: the one edge between
/// text and typed values.
extension Widget {
  /// The inputs that it takes.
  package static var inputKeys: [String] { fields.map(\.key) }
  /// Those that are typed.
  static var typedKeys: [String] { fields.filter { !$0.isKept }.map(\.key) }

  /// What it opens with where nothing is given, as a fence writes it.
  package static var example: Inputs { inputs(of: initial) }

  /// The inputs that make this widget again.
  package var inputs: Inputs { Self.inputs(of: parameters) }

  /// Inputs as exported files hold them: whoever opens one of these has seen nothing yet.
  package var sharedInputs: Inputs {
    var shared = inputs
    for key in readersKeys { shared[key] = nil }
    return shared
  }

  static func inputs(of parameters: Parameters) -> Inputs {
    var inputs = Inputs()
    for field in fields { inputs[field.key] = field.write(parameters) }
    return inputs
  }

  /// A widget from inputs; a diagnostic with the line of the input that is wrong.
  package init(_ inputs: Inputs) throws(Diagnostic) {
    do throws(InputProblem) {
      try self.init(
        Self.fields.parameters(of: inputs.withoutLook, in: Self.name, from: Self.initial))
    } catch { throw error.diagnostic(in: inputs) }
  }

  /// All that is wrong with inputs, not only the first of it: what cannot be read; where nothing is
  /// of that kind, what is beyond its limits; and at last how they fit together.
  package static func problems(_ inputs: Inputs) -> [Diagnostic] {
    var problems = fields.unknown(among: inputs.withoutLook.entries.map(\.key), in: name)
    var parameters = initial
    // What was given by another name is not missing.
    let meant = Set(problems.compactMap(\.meant))
    var missing: [String] = []
    for field in fields {
      do throws(InputProblem) { try field.read(inputs[field.key], &parameters) } catch {
        guard inputs[field.key] != nil || !meant.contains(field.key) else { continue }
        problems.append(error)
        if inputs[field.key] == nil { missing.append(field.key) }
      }
    }
    problems = InputProblem.joined(problems, missing: missing, in: name)
    if problems.isEmpty {
      for field in fields {
        do throws(InputProblem) { try field.check(parameters) } catch { problems.append(error) }
      }
    }
    if problems.isEmpty {
      do throws(InputProblem) {
        let look = try OpeningLook(inputs)
        _ = try look.cursor(in: look.opened(Self(parameters)))
      } catch { problems.append(error) }
    }
    return problems.map { $0.diagnostic(in: inputs) }
  }

  /// What is likely wrong with inputs that open; nothing of those that do not.
  package static func doubts(_ inputs: Inputs) -> [Diagnostic] {
    guard
      let parameters = try? fields.parameters(of: inputs.withoutLook, in: name, from: initial)
    else { return [] }
    return fields.compactMap { field in
      field.doubt(parameters).map { InputProblem(field.key, $0).diagnostic(in: inputs).warned }
    }
  }

  /// A widget from parameters, whichever way they came, checked against the limits of each.
  init(checking parameters: Parameters) throws(InputProblem) {
    try Self.fields.check(parameters)
    try self.init(parameters)
  }

  /// The inputs whose numbers stand in a table.
  static var tableFields: [Field] { fields.filter { $0.area != nil && $0.numbers != nil } }

  /// An input as it may be typed: the first table, or the first that is written at all, or any.
  static func sample(_ parameters: Parameters) -> String {
    let longest = 24
    let field = tableFields.first ?? fields.first { $0.write(parameters) != nil }
    guard let field, let text = field.write(parameters) else {
      // All of it is as it comes: a whole number that one can change.
      return fields.first(where: \.isWhole).map { "\($0.key) = 2" } ?? ""
    }
    guard text.count > longest else { return "\(field.key) = \(text)" }
    if field.numbers != nil { return "\(field.key) = \(field.isMatrix ? "1 0; 0 1" : "1 2 3")" }
    // Of a text its first words.
    let start = text.prefix(longest)
    return "\(field.key) = \(start.lastIndex(of: " ").map { start[..<$0] } ?? start)"
  }

  /// The value of an input in a text as it may be pasted, with names or without: nil where it has
  /// names, several or another's, and not this one.
  package static func value(of key: String, in text: String) -> String? {
    let named = named(in: text)
    if named.isEmpty { return text }
    return (named.first { $0.key == key } ?? (named.count == 1 ? named[0] : nil))?.value
  }

  /// What is said of an input of another widget.
  static func elsewhere(_ name: String) -> String {
    let others = allWidgets.filter { $0.inputKeys.contains(name) }
    let first = others.first.map { "; \($0.title) takes it, w leads there" } ?? ""
    return "There is no input \(name) here, only \(typedKeys.joined(separator: ", "))\(first)"
  }

  /// The inputs in a text as it may be pasted: those that it names, or its arrays in their order.
  package static func inputs(in text: String) -> Inputs {
    let named = named(in: text)
    var inputs = Inputs()
    for input in named.isEmpty ? unnamed(in: text) : named { inputs[input.key] = input.value }
    return inputs
  }

  /// The inputs that a text names, by their own names or those that programs give them.
  static func named(in text: String) -> [TypedInputs.Input] {
    TypedInputs(text, keys: inputKeys, synonyms: synonyms).inputs
  }

  /// The arrays of a text without names, in the order of the inputs that they go to.
  static func unnamed(in text: String) -> [TypedInputs.Input] {
    let depth = tableFields.first?.isMatrix == true ? 2 : 1
    return TypedInputs(arrays: text, depth: depth, keys: arrayKeys).inputs
  }

  /// How many matrices a text holds one after another, where none has the name of an input.
  package static func unnamedMatrices(in text: String) -> Int {
    guard named(in: text).isEmpty else { return 0 }
    return TypedInputs.arrays(in: Array(text.unicodeScalars), depth: 2).count
  }

  /// The field of a name, in whatever case it is typed.
  static func field(_ key: String) -> Field? {
    fields.first { $0.key == key } ?? fields.first { $0.key.lowercased() == key.lowercased() }
      // The key that opens the line of names.
      ?? (key == "W" ? fields.first { $0.key == "words" } : nil)
  }
}
