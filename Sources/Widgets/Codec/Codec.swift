import Notes

/// Parameters as a fence, a draft and an exported file write them, and back: the one edge between
/// text and typed values.
extension Widget {
  /// The inputs that it takes.
  package static var inputKeys: [String] { fields.map(\.key) }

  /// What it opens with where nothing is given, as a fence writes it.
  package static var example: Inputs { inputs(of: initial) }

  /// The inputs that make this widget again.
  package var inputs: Inputs { Self.inputs(of: parameters) }

  static func inputs(of parameters: Parameters) -> Inputs {
    var inputs = Inputs()
    for field in fields { inputs[field.key] = field.write(parameters) }
    return inputs
  }

  /// A widget from inputs; a diagnostic with the line of the input that is wrong.
  package init(_ inputs: Inputs) throws(Diagnostic) {
    if let unknown = inputs.entries.first(where: { !Self.inputKeys.contains($0.key) }) {
      throw Self.unknown(unknown.key).diagnostic(in: inputs)
    }
    do throws(InputProblem) {
      var parameters = Self.initial
      for field in Self.fields { try field.read(inputs[field.key], &parameters) }
      try self.init(checking: parameters)
    } catch { throw error.diagnostic(in: inputs) }
  }

  /// A widget from parameters, whichever way they came, checked against the limits of each.
  init(checking parameters: Parameters) throws(InputProblem) {
    for field in Self.fields { try field.check(parameters) }
    try self.init(parameters)
  }

  /// The field of a name, in whatever case it is typed.
  static func field(_ key: String) -> Field? {
    fields.first { $0.key == key } ?? fields.first { $0.key.lowercased() == key.lowercased() }
  }

  static func unknown(_ key: String) -> InputProblem {
    let near = NearestWord.nearest(to: key, among: inputKeys)
    let remedy =
      near.map { "did you mean \($0)?" } ?? "it takes \(inputKeys.joined(separator: ", "))"
    return InputProblem("\(name) has no input \"\(key.prefix(24))\": \(remedy)", at: key)
  }
}
